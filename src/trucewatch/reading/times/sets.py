"""Times that come again: every Monday, each week, daily, fifteen a year."""

from __future__ import annotations

from trucewatch.reading.times.forms import Duration, Found, Recurring
from trucewatch.reading.times.lexicon import ALL_WEEKDAYS, PERIODIC, UNITS, WEEKDAYS
from trucewatch.reading.times.numbers import duration, ordinal, whole
from trucewatch.reading.times.quantities import iso_duration
from trucewatch.reading.times.tokens import Tokens


def every(t: Tokens, i: int) -> Found | None:
    """ "every Monday", "each week", "every two days", "every other month", "every third day"."""
    j = i + 1
    factor = 1
    if t.low[j] == "other":
        factor, j = 2, j + 1
    elif (number := ordinal(t, j)) is not None and t.low[number[1]] in UNITS:
        factor, j = number
    word = t.low[j]
    if word in ALL_WEEKDAYS:
        return Found(i, j + 1, Recurring(f"XXXX-WXX-{ALL_WEEKDAYS[word] + 1}"))
    if word in UNITS:
        return _period(i, j + 1, Duration(((factor, word),)))
    if word in ("morning", "afternoon", "evening"):
        return Found(i, j + 1, Recurring("P1D"))
    length = duration(t, j)
    return _period(i, length[1], length[0]) if length else None


def _period(first: int, end: int, length: Duration) -> Found | None:
    code = iso_duration(length)
    return Found(first, end, Recurring(code)) if code else None


def periodic(t: Tokens, i: int) -> Found | None:
    """ "daily", "annual", written small: "the Daily Star" is no time."""
    return (
        None
        if t.capital(i) and not t.ends_sentence(i - 1) and i > 0
        else Found(i, i + 1, Recurring(PERIODIC[t.low[i]]))
    )


def rate(t: Tokens, i: int) -> Found | None:
    """The unit of a rate: in "15 a year", the words "a year"."""
    if t.low[i] in ("a", "an"):
        before = whole(t.low[i - 1]) if t.low[i - 1][:1].isdecimal() else None
        times = t.low[i - 1] in ("times", "once", "twice") or before is not None
        after = t.low[i + 2]
        after = "ago" if after == "from" and t.low[i + 3] in ("now", "today") else after
        if times and t.low[i + 1] in UNITS and after not in ("ago", "later", "earlier", "before", "after"):
            return _period(i, i + 2, Duration(((1, UNITS[t.low[i + 1]]),)))
    return None


def plural_weekday(word: str) -> int | None:
    """The weekday of "Mondays"."""
    return WEEKDAYS.get(word[:-1]) if word.endswith("s") else None
