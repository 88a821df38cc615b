"""Dates in figures, years, decades, weekdays and seasons."""

from __future__ import annotations

from trucewatch.reading.times.forms import AtTime, Between, Calendar, Found, Season, Weekday, Which, Years
from trucewatch.reading.times.lexicon import (
    ALL_MONTHS,
    ALL_UNITS,
    ALL_WEEKDAYS,
    CLOSED_CLASS,
    INSTRUMENT_NOUNS,
    SEASONS,
    WEEKDAYS,
)
from trucewatch.reading.times.numbers import HYPHENS, ordinal
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.wordlists import words
from trucewatch.reading.times.written import YEAR_OF, day_date, month_date, year_after, year_at

_BEFORE_YEAR = words(
    "in since until till by from during before after around circa through early late mid year and to between "
    "summer autumn spring winter fall of"
)
_YEAR_PLURALS = words(
    "elections games talks hostilities events statements agreements protests accords olympics clashes "
    "protocols sanctions negotiations ceasefires floods attacks polls figures results"
)


def _iso(t: Tokens, i: int, day: Calendar) -> Found:
    """An ISO date at ``i``, with its time where one follows: "2022-08-02T14:40Z"."""
    j = i + 6
    figures = [t.low[j], t.low[j + 2]]
    if t.low[i + 5] != "t" or t.low[j + 1] != ":" or not all(len(f) == 2 and f.isdecimal() for f in figures):
        return Found(i, i + 5, day)
    hour, minute = int(figures[0]), int(figures[1])
    if hour > 24 or minute > 59:
        return Found(i, i + 5, day)
    end = j + 5 if t.low[j + 3] == ":" and len(t.low[j + 4]) == 2 and t.low[j + 4].isdecimal() else j + 3
    zone = "Z" if t.low[end] == "z" and t.glued(end) else ""
    return Found(i, end + len(zone), AtTime(hour, minute, None, zone, day))


_COUNTED = words(
    "resolution resolutions under no number hill height flight route unit at total sum altitude elevation population "
    "value worth cost article law decree order point points"
)
_MEASURES = words("metres meters people men women km m miles feet percent million billion kilometres kilometers tons")


def numeric_date(t: Tokens, i: int) -> list[Found] | None:
    """ISO and other dates in figures: 2022-08-02, 2022-08, 02.08.2022, 13/04/2026; the order may stay unknown."""
    first = t.low[i]
    if not first.isdecimal() or len(first) > 4 or (t.glued(i) and (t.word(i - 1) or t.low[i - 1] in "$€£.,/-–+:#№")):
        return None
    sign = t.low[i + 1]
    if sign not in ("-", "/", ".", "‑", "–", "~") or not t.glued(i + 1) or not t.glued(i + 2):
        return None
    second = t.low[i + 2]
    if not second.isdecimal() or len(second) > 4 or len(second) == 3:
        return None
    third = t.low[i + 4] if t.low[i + 3] == sign and t.glued(i + 3) and t.glued(i + 4) else ""
    if third.isdecimal() and len(third) in (2, 4):
        return _three_numbers(t, i, sign)
    if t.glued(i + 3) and t.low[i + 3] in ("/", "-") and t.glued(i + 4) and t.low[i + 4].isdecimal():
        return None
    if len(first) == 4 and len(second) == 2 and sign == "-" and 1 <= int(second) <= 12 and year_at(t, i):
        return [Found(i, i + 3, Calendar(int(first), int(second)))]
    if len(first) == 4 and len(second) == 4 and sign in "-–~" and "1000" <= first < second <= "2199":
        if first >= "1900" and not t.low[i - 1].isdecimal() and t.low[i - 1] not in _COUNTED:
            return [Found(i, i + 3, Between(Calendar(int(first)), Calendar(int(second))))]
        return None
    if len(first) <= 2 and len(second) == 4 and sign in "-/" and 1 <= int(first) <= 12 and "1900" <= second <= "2199":
        return [Found(i, i + 3, Calendar(int(second), int(first)))]
    return None


def _three_numbers(t: Tokens, i: int, sign: str) -> list[Found] | None:
    a, b, c = (t.low[k] for k in (i, i + 2, i + 4))
    after = t.low[i + 5]
    if t.glued(i + 5) and (after in ("-", "/") or (after == "." and t.glued(i + 6) and t.low[i + 6].isdecimal())):
        return None
    if len(a) == 4:
        return [_iso(t, i, Calendar(int(a), int(b), int(c)))] if 1 <= int(b) <= 12 and len(b) <= 2 else None
    if len(a) > 2 or len(b) > 2 or (len(c) == 2 and sign == "."):
        return None
    x, y = int(a), int(b)
    year = int(c) if len(c) == 4 else (2000 if int(c) < 70 else 1900) + int(c)
    if sign == "." and 1 <= y <= 12:  # points are written between day and month, in that order
        return [Found(i, i + 5, Calendar(year, y, x))]
    if 1 <= x <= 12 and 1 <= y <= 12:
        return [Found(i, i + 5, Calendar(year, x, y, sure=x == y))]
    if 1 <= y <= 12 < x <= 31:
        return [Found(i, i + 5, Calendar(year, y, x))]
    if 1 <= x <= 12 < y <= 31:
        return [Found(i, i + 5, Calendar(year, x, y))]
    return None


def lone_year(t: Tokens, i: int) -> Found | None:
    """A year on its own, where a preposition or the noun after it says that it is one."""
    year = year_at(t, i)
    if year is None or (t.low[i + 1] in HYPHENS and t.glued(i + 1) and t.low[i + 2].isdecimal()):
        return None
    after = t.low[i + 1]
    if (
        t.low[i - 1] in _COUNTED
        or (t.low[i - 1] in ("of", "no", ".") and t.low[i - 2] in _COUNTED)
        or after in _MEASURES
        or after in ALL_UNITS
    ):
        return None
    modern = 1900 <= year <= 2050
    noun = t.word(i + 1) and not t.capital(i + 1) and after not in CLOSED_CLASS
    counted = noun and after.endswith("s") and not after.endswith("ss") and after not in _YEAR_PLURALS
    told = _by_preposition(t, i, modern) if t.low[i - 1] in _BEFORE_YEAR else _by_noun(t, i, modern, noun=noun)
    return Found(i, i + 1, Calendar(year)) if told and not (counted and not _is_instrument(after)) else None


def _counts(t: Tokens, i: int) -> bool:
    """Whether the word before makes the number a height, a sum or a resolution's."""
    return t.low[i - 1] in _COUNTED or (t.low[i - 1] in ("of", "no", ".") and t.low[i - 2] in _COUNTED)


def _by_preposition(t: Tokens, i: int, modern: bool) -> bool:
    """Whether the preposition before makes the number a year: "in 2021", "the war of 2020", "of 2007."."""
    before = t.low[i - 1]
    if before == "of":
        return modern and (t.low[i - 2] in YEAR_OF or t.low[i - 2] in ALL_MONTHS or _closes(t, i + 1))
    if before in ("from", "to", "and"):
        return modern
    return modern or not t.word(i + 1) or t.low[i + 1] in CLOSED_CLASS


def _closes(t: Tokens, i: int) -> bool:
    return not t.word(i) or t.low[i] in CLOSED_CLASS


def _by_noun(t: Tokens, i: int, modern: bool, *, noun: bool) -> bool:
    """Whether the noun after makes the number a year: "the 2020 war", "2020 statement", "the 2015 Minsk talks"."""
    before = t.low[i - 1]
    if not modern:
        return False
    if t.low[i + 1] in ("to", "through", "until") and year_at(t, i + 2):
        return True
    if before == "(" and t.low[i + 1] == ")":
        return True
    if any(_is_instrument(t.low[k]) for k in range(i + 1, i + 4)) and t.word(i + 1):
        return True
    return before in ("the", "a", "its", "their", "his", "s") and (noun or (t.word(i + 1) and t.capital(i + 1)))


def _is_instrument(word: str) -> bool:
    return word in INSTRUMENT_NOUNS or (word.endswith("s") and word[:-1] in INSTRUMENT_NOUNS)


def decade(t: Tokens, i: int) -> Found | None:
    """A decade in figures: "the 1990s", "the 80s"."""
    word = t.low[i]
    j = i + 2 if t.low[i + 1] in ("'", "’") and t.glued(i + 1) else i + 1
    if t.low[j] != "s" or not t.glued(j) or len(word) not in (2, 4) or not word.isdecimal() or word[-1] != "0":
        return None
    if len(word) == 4 and "1000" <= word <= "2199":
        return Found(i, j + 1, Years(int(word), int(word) + 9))
    named = t.low[i - 1] in ("the", "early", "late", "mid", "and") or t.low[i - 1] in HYPHENS
    if len(word) == 2 and word >= "20" and named:
        return Found(i, j + 1, Years(1900 + int(word), 1909 + int(word)))
    return None


def weekday_date(t: Tokens, i: int) -> list[Found] | None:
    """A weekday, alone or before its date: "Thursday", "Monday, August 12, 2022", "Fri 13 May"."""
    number = ALL_WEEKDAYS.get(t.low[i])
    if number is None:
        return None
    end = i + 1
    short = t.low[i] not in WEEKDAYS
    if short and t.low[end] == "." and t.glued(end):
        end += 1
    j = end + 1 if t.low[end] == "," or (t.low[end] in HYPHENS and t.glued(end)) else end
    j = j + 1 if t.low[j] in ("the", "on") else j
    dated = month_date(t, j) or numeric_date(t, j) or day_date(t, j)
    if dated and isinstance(dated[0].form, Calendar) and dated[0].form.day is not None:
        head = dated[0].form
        joined = Calendar(head.year, head.month, head.day, number, sure=head.sure)
        return [Found(i, dated[0].end, joined), *dated[1:]]
    day = ordinal(t, j)
    if day is not None and day[0] <= 31 and day[1] == j + 2 and t.low[j].isdecimal() and t.low[day[1]] not in ALL_UNITS:
        return [Found(i, day[1], Calendar(None, None, day[0], number))]
    if short and not (t.capital(i) and number < 5 and t.low[i - 1] in ("on", "next", "last", "this", "until", "by")):
        return None
    return [_of_week(t, i, end, number)]


_WEEKS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}


def _of_week(t: Tokens, i: int, end: int, number: int) -> Found:
    """ "Tuesday of last week", "Monday next week"; else the weekday alone."""
    j = end + 1 if t.low[end] in ("of", "in") else end
    j = j + 1 if t.low[j] == "the" else j
    if t.low[j] in _WEEKS and t.low[j + 1] == "week":
        return Found(i, j + 2, Weekday(number, None, _WEEKS[t.low[j]]))
    return Found(i, end, Weekday(number))


def season_date(t: Tokens, i: int, which: Which | None = None) -> Found | None:
    """A season with what makes it a time: "summer of 2021", "spring 2022", "in the autumn"."""
    month = SEASONS.get(t.low[i])
    if month is None:
        return None
    year, end = year_after(t, i + 1)
    if year is not None and t.low[end] not in ALL_UNITS:
        return Found(i, end, Season(month, year, which))
    if which is not None:
        return Found(i, i + 1, Season(month, None, which))
    before = t.low[i - 2] if t.low[i - 1] == "the" else t.low[i - 1]
    led = before in ("in", "by", "until", "since", "during", "early", "late", "mid", "throughout")
    noun = t.word(i + 1) and t.low[i + 1] not in CLOSED_CLASS
    if led and t.low[i] != "fall" and not noun and t.low[i + 1] != "of":
        return Found(i, i + 1, Season(month))
    return None
