"""Times of the clock: "14:40", "5 p.m.", "1300 GMT", "20:00 (Yerevan time)", "noon", with the day beside them."""

from __future__ import annotations

from typing import NamedTuple

from trucewatch.reading.times.forms import AtTime
from trucewatch.reading.times.lexicon import ALL_UNITS, NUMBER_WORDS, ZONES
from trucewatch.reading.times.numbers import HYPHENS, whole
from trucewatch.reading.times.tokens import Tokens


class Clock(NamedTuple):
    """A time of day and the token after it."""

    end: int
    time: AtTime


def clock(t: Tokens, i: int) -> Clock | None:
    """The time of the clock at ``i``, with its zone."""
    word = t.low[i]
    if word in ("noon", "midday", "midnight"):
        return Clock(i + 1, AtTime(0 if word == "midnight" else 12, 0))
    if t.glued(i) and (t.low[i - 1] in "$€£.,:/-–" or t.word(i - 1)):
        return None
    hour = whole(word) if word.isdecimal() else NUMBER_WORDS.get(word)
    if hour is None:
        return None
    if word.isdecimal() and len(word) == 4:
        return _military(t, i)
    if hour > 24 or (len(word) > 2 and word.isdecimal()):
        return None
    minute, second, j = _minutes(t, i + 1)
    after_half = _half_of_day(t, j)
    if after_half is not None:
        late, j = after_half
        if not 1 <= hour <= 12 and not (late and 13 <= hour <= 23):
            return None
        hour = hour % 12 + 12 * late if hour <= 12 else hour
        return _zoned(t, j, AtTime(hour, minute, second))
    if t.low[j] == "o" and t.low[j + 1] in ("'", "’") and t.low[j + 2] == "clock":
        return _zoned(t, j + 3, AtTime(hour, 0))
    if minute is None:
        if t.low[j] in ("gmt", "utc") and t.low[i - 1] in ("at", "by", "until", "from", "to", "and"):
            return _zoned(t, j, AtTime(hour, 0))
        if t.low[j] in ("noon", "midnight") and hour == 12:
            return Clock(j + 1, AtTime(12 if t.low[j] == "noon" else 0, 0))
        return None
    return _zoned(t, j, AtTime(hour, minute, second))


def _minutes(t: Tokens, j: int) -> tuple[int | None, int | None, int]:
    """Minutes and seconds after an hour: ":40", ".30" before p.m., ":40:05"."""
    sign = t.low[j]
    if sign not in (":", ".") or not t.glued(j) or not t.glued(j + 1) or len(t.low[j + 1]) != 2:
        return None, None, j
    minute = whole(t.low[j + 1])
    if minute is None or minute > 59:
        return None, None, j
    if sign == "." and _half_of_day(t, j + 2) is None and t.low[j + 2] not in ZONES:
        return None, None, j
    end = j + 2
    second = whole(t.low[end + 1]) if t.low[end] == ":" and t.glued(end + 1) and len(t.low[end + 1]) == 2 else None
    return minute, second, end + 2 if second is not None else end


def _half_of_day(t: Tokens, j: int) -> tuple[bool, int] | None:
    """ "a.m." or "p.m." at ``j``: whether it is the later half, and the token after it."""
    word = t.low[j]
    if word in ("am", "pm") and not (t.glued(j + 1) and t.low[j + 1].isalnum()):
        return word == "pm", j + 1
    if word in ("a", "p") and t.low[j + 1] == "." and t.low[j + 2] == "m":
        return word == "p", j + 4 if t.low[j + 3] == "." and t.glued(j + 3) else j + 3
    if word in ("a", "p") and t.low[j + 1] == "m" and t.low[j + 2] != "'":
        return word == "p", j + 2
    return None


def _military(t: Tokens, i: int) -> Clock | None:
    """Four figures with a zone: "1300 GMT", "0800 hours", "0730 local time"."""
    hour, minute = int(t.low[i][:2]), int(t.low[i][2:])
    j = i + 1
    if hour > 24 or minute > 59:
        return None
    half = _half_of_day(t, j)
    if half is not None and 1 <= hour <= 12:
        return _zoned(t, half[1], AtTime(hour % 12 + 12 * half[0], minute))
    if t.low[j] in ("hours", "hrs", "h") and (t.low[i][0] == "0" or t.low[i - 1] in ("at", "by", "until", "from")):
        return _zoned(t, j + 1, AtTime(hour, minute))
    zoned = _zoned(t, j, AtTime(hour, minute))
    return zoned if zoned.end > j else None


def _zoned(t: Tokens, j: int, time: AtTime) -> Clock:
    """Add the zone written at ``j``. Only GMT and UTC tell an offset; of others the words are taken in, no more."""
    word = t.low[j]
    if word in ("gmt", "utc", "z") and not (word == "z" and not t.glued(j)):
        end = j + 1
        if t.low[end] in ("+", "-", "−"):
            offset = whole(t.low[end + 1])
            if offset is not None and offset <= 14:
                sign = "+" if t.low[end] == "+" else "-"
                return Clock(end + 2, _with_zone(time, f"{sign}{offset:02d}:00"))
        return Clock(end, _with_zone(time, "Z"))
    if word == "hours":
        return _zoned(t, j + 1, time)
    if word in ZONES and t.text[t.starts[j] : t.ends[j]].isupper():
        return Clock(j + 1, time)
    if word == "(":
        inner = _zoned(t, j + 1, time)
        if inner.end > j + 1 and t.low[inner.end] == ")":
            return Clock(inner.end + 1, inner.time)
        return Clock(j, time)
    if word == "local" and t.low[j + 1] == "time":
        return Clock(j + 2, time)
    for k in (j + 1, j + 2):
        if t.low[k] == "time" and t.capital(j) and t.word(j) and t.word(k - 1) and t.low[j] not in ALL_UNITS:
            return Clock(k + 1, time)
    return Clock(j, time)


def _with_zone(time: AtTime, zone: str) -> AtTime:
    return AtTime(time.hour, time.minute, time.second, zone)


def _same_half(t: Tokens, first: Clock, second: Clock) -> AtTime:
    """The first time, in the afternoon with the second where only that one says so: "7:00 to 8:00 pm"."""
    early, late = first.time, second.time
    told = t.low[first.end - 1] in ("am", "pm", "m", ".", "noon", "midnight", "clock", "z", "gmt", "utc")
    if told or late.hour <= 12 or t.low[second.end - 1] not in ("pm", "m", ".") or early.hour + 12 > late.hour:
        return early
    return AtTime(early.hour + 12, early.minute, early.second, early.zone)


def clock_range(t: Tokens, i: int) -> tuple[AtTime, AtTime, int] | None:
    """Two times of one day at ``i``: "10:00 to 12:30", "5 to 6 pm", "14:00–16:00"."""
    first = clock(t, i)
    j = first.end if first else i + 1
    if t.low[j] not in ("to", "and", "until", "till", "through") and t.low[j] not in HYPHENS:
        return None
    second = clock(t, j + 1)
    if second is None:
        return None
    if first is not None:
        return _same_half(t, first, second), second.time, second.end
    hour = whole(t.low[i]) if t.low[i].isdecimal() else NUMBER_WORDS.get(t.low[i])
    half = t.low[second.end - 1] in ("pm", "am", ".", "m") and hour is not None and 1 <= hour <= 12
    if not half or hour is None:
        return None
    late = second.time.hour >= 12
    start = hour % 12 + (12 if (late and hour % 12 < second.time.hour % 12) or (late and second.time.hour == 12) else 0)
    return AtTime(start, None, None, second.time.zone), second.time, second.end
