"""Dates as they are written: months with days and years, day lists, numeric dates, years, decades, weekdays, seasons.

Every rule takes the tokens and an index and returns what begins there, or ``None``.
"""

from __future__ import annotations

from trucewatch.reading.times.forms import Between, Calendar, Found
from trucewatch.reading.times.lexicon import (
    ALL_MONTHS,
    ALL_UNITS,
    CLOSED_CLASS,
    INSTRUMENT_NOUNS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NAMELIKE_MONTHS,
    SUFFIXES,
    WORDY_MONTHS,
)
from trucewatch.reading.times.numbers import HYPHENS, ordinal, whole
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.wordlists import words

_BEFORE_MONTH = words(
    "in of since until till by during early late mid last next this through from to before after between and "
    "or following ending starting beginning previous past for"
)
YEAR_OF = words(
    "war treaty agreement accord accords protocol statement declaration revolution ceasefire truce "
    "constitution crisis coup election elections end beginning start rest spring summer autumn fall winter "
    "quarter half middle year conflict uprising invasion law pact deal convention armistice charter"
)


def year_at(t: Tokens, i: int) -> int | None:
    """The number at ``i`` as a year from 1000 to 2199, if it stands on its own."""
    word = t.low[i]
    if len(word) != 4 or not "1000" <= word <= "2199" or not word.isascii() or not word.isdigit():
        return None
    after = t.low[i + 1]
    if t.glued(i + 1) and (after in "%°" or t.word(i + 1)):
        return None
    if after in (",", ".") and t.glued(i + 1) and t.glued(i + 2) and t.low[i + 2].isdecimal():
        return None
    if t.glued(i) and t.low[i - 1] in ("$", "€", "£", "#", "№", "+", ".", ":"):
        return None
    return int(word)


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """The day of a month at ``i`` (1 to 39, so that impossible ones are seen) and the token after it."""
    number = whole(t.low[i])
    if number is not None:
        if len(t.low[i]) > 2 or not 1 <= number <= 39:
            return None
        if t.low[i + 1] in SUFFIXES and t.glued(i + 1):
            return number, i + 2
        if t.glued(i + 1) and (t.word(i + 1) or t.low[i + 1] in ("%", ":", "°")):
            return None
        if t.low[i + 1] in (",", ".") and t.glued(i + 1) and t.glued(i + 2) and t.low[i + 2].isdecimal():
            return None
        return number, i + 1
    found = ordinal(t, i)
    return found if found and found[0] <= 31 else None


def year_after(t: Tokens, i: int) -> tuple[int | None, int]:
    """The year that follows a month or day at ``i``: "2021", ", 2021", "of 2021"; else (None, i)."""
    j = i
    if t.low[j] == "," or t.low[j] in ("of", "in") or (t.low[j] in HYPHENS and t.glued(j)):
        j += 1
        if t.low[j] == "the" and t.low[j + 1] == "year":
            j += 2
    year = year_at(t, j)
    if year is None or (j > i and t.low[i] == "," and t.low[j + 1] in ("people", "men", "soldiers", "troops")):
        return None, i
    return year, j + 1


def month_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """The month name at ``i`` with an abbreviation's point, and the token after it; not yet known to be a month."""
    month = ALL_MONTHS.get(t.low[i])
    if month is None:
        return None
    if t.low[i] in MONTH_ABBREVIATIONS and t.low[i + 1] == "." and t.glued(i + 1):
        return month, i + 2
    return month, i + 1


def month_date(t: Tokens, i: int) -> list[Found] | None:
    """A date that begins with a month: "November 9, 2020", "August 2 and 8", "May 1-5", "March 2021", "in June"."""
    found = month_at(t, i)
    if found is None:
        return None
    month, j = found
    k = j + 1 if t.low[j] in ("-", "/") and t.glued(j) else j
    k = k + 1 if t.low[k] == "," and t.low[k + 2] in SUFFIXES and t.glued(k + 2) else k
    k = k + 1 if t.low[k] == "the" and ordinal(t, k + 1) else k
    day = day_number(t, k)
    if day is not None and _is_day(t, i, k, day[1]):
        return _days_after_month(t, i, month, day)
    year, end = year_after(t, j)
    if year is None and t.low[j] in ("-", "/") and t.glued(j) and (year := year_at(t, j + 1)) is not None:
        end = j + 2
    if year is not None and (t.low[i] not in WORDY_MONTHS or t.capital(i)):
        return [Found(i, end, Calendar(year, month))]
    if _is_bare_month(t, i, j):
        return [Found(i, j, Calendar(None, month))]
    return None


def _is_day(t: Tokens, i: int, k: int, end: int) -> bool:
    if t.low[i] in WORDY_MONTHS and not t.capital(i) and not (t.low[k].isdecimal() and end > k + 1):
        return t.low[i - 1] in ("on", "of") or (t.low[i] == "march" and not t.word(k))
    return not (t.low[end] in HYPHENS and ALL_UNITS.get(t.low[end + 1])) or t.low[end] in "–—"


def _is_bare_month(t: Tokens, i: int, j: int) -> bool:
    word, before = t.low[i], t.low[i - 1]
    led = before in _BEFORE_MONTH or (before in HYPHENS and t.low[i - 2] in ("mid", "early", "late"))
    if word in WORDY_MONTHS:
        led = (led and before not in ("to", "for", "and", "or", "from", "between", "of")) or (
            before in ("of", "and", "to") and t.capital(i) and _near_month(t, i)
        )
        if before in ("from", "between"):
            led = t.low[j] in ("to", "and", "until", "till", "through") and t.low[j + 1] in ALL_MONTHS
        if before == "by" and t.low[i - 2].endswith("ed"):
            return False
        return led and t.capital(i)
    if word in MONTH_ABBREVIATIONS:
        return led and t.capital(i) and not (t.capital(j) and t.word(j)) and word not in ("mar",)
    if word in NAMELIKE_MONTHS:
        return t.capital(i) and (led or not (t.capital(j) and t.word(j))) and not _after_name(t, i)
    return word in MONTHS


def _near_month(t: Tokens, i: int) -> bool:
    return any(t.low[k] in ALL_MONTHS or t.low[k] in YEAR_OF or t.low[k] in ("week", "half") for k in (i - 2, i - 3))


def _after_name(t: Tokens, i: int) -> bool:
    """Whether a capitalised word of no time stands before, inside the sentence: "Judge June"."""
    before = t.low[i - 1]
    return t.word(i - 1) and t.capital(i - 1) and before not in _BEFORE_MONTH and not t.ends_sentence(i - 2)


def _days_after_month(t: Tokens, i: int, month: int, day: tuple[int, int]) -> list[Found]:
    first, end = day
    range_end = _day_range(t, end)
    if range_end is not None:
        last, end = range_end
        year, end = year_after(t, end)
        return [Found(i, end, Between(Calendar(year, month, first), Calendar(year, month, last)))]
    members = [(i, end, first)]
    while (more := _another_day(t, end)) is not None:
        start, end, number = more
        members.append((start, end, number))
    year, stop = year_after(t, end)
    found = [Found(start, finish, Calendar(year, month, number)) for start, finish, number in members]
    found[-1] = found[-1]._replace(end=stop)
    return found


def _day_range(t: Tokens, i: int) -> tuple[int, int] | None:
    """The last day of a run that continues at ``i``: "-5", "to 8"."""
    if t.low[i] in HYPHENS or t.low[i] in ("to", "through", "till", "until"):
        j = i + 1
        day = day_number(t, j)
        if day is None or ALL_UNITS.get(t.low[day[1]]) or t.low[day[1]] in ALL_MONTHS:
            return None
        return day if t.low[i] in HYPHENS or ends_day(t, day[1]) else None
    return None


def _another_day(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """A further day of the same month at ``i``: start, end, number ("and 8", ", 5")."""
    j = i
    if t.low[j] == ",":
        j += 1
    if t.low[j] in ("and", "or", "&"):
        j += 1
    if j == i:
        return None
    if t.low[j] == "the":
        j += 1
        if ordinal(t, j) is None:
            return None
    day = day_number(t, j)
    if day is None or not ends_day(t, day[1]) or (t.low[j].isalpha() and t.low[j - 1] != "the"):
        return None
    return j, day[1], day[0]


def ends_day(t: Tokens, i: int) -> bool:
    """Whether what follows a bare day number leaves it a day rather than a count of something."""
    after = t.low[i]
    if not after or not after[0].isalpha():
        return after not in ("%", "°", "/", "$") and not (
            after in HYPHENS and t.glued(i) and t.glued(i + 1) and t.word(i + 1) and after == "-"
        )
    return after in CLOSED_CLASS or after.rstrip("s") in INSTRUMENT_NOUNS or t.capital(i) or after.endswith("ing")


def day_date(t: Tokens, i: int) -> list[Found] | None:
    """A date that begins with its day: "9 November 2020", "1-5 May", "2 and 8 August", "the first of May"."""
    if t.glued(i) and t.low[i - 1] in ("$", "€", "£", "/", ".", ":", "#"):
        return None
    day = day_number(t, i)
    if day is None:
        return None
    members = [(i, day[1], day[0])]
    end = day[1]
    run = False
    while t.low[end] in ("and", "or", ",", "&", "to", "through", "until") or t.low[end] in HYPHENS:
        j = end + 2 if t.low[end] == "," and t.low[end + 1] in ("and", "or") else end + 1
        another = day_number(t, j)
        if another is None or len(members) > 8:
            break
        run = run or t.low[end] in HYPHENS or t.low[end] in ("to", "through", "until")
        members.append((j, another[1], another[0]))
        end = another[1]
    month = _month_after(t, end)
    if month is None:
        return _day_before_month(t, i, day) if len(members) > 1 else None
    number, stop = month
    year, stop = year_after(t, stop)
    if run and len(members) == 2:
        both = Between(Calendar(year, number, members[0][2]), Calendar(year, number, members[1][2]))
        return [Found(i, stop, both)]
    found = [Found(a, b, Calendar(year, number, n)) for a, b, n in members]
    found[-1] = found[-1]._replace(end=stop)
    return found


def _day_before_month(t: Tokens, i: int, day: tuple[int, int]) -> list[Found] | None:
    month = _month_after(t, day[1])
    if month is None:
        return None
    year, stop = year_after(t, month[1])
    return [Found(i, stop, Calendar(year, month[0], day[0]))]


def _month_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """The month that follows a day: "November", "of November", "-Nov-"."""
    j = i
    if t.low[j] == "of" or (t.low[j] in ("-", "/") and t.glued(j)):
        j += 1
    if t.low[j] == "the" and t.low[j + 1] == "month":
        return None
    month = month_at(t, j)
    if month is None or (t.low[j] in WORDY_MONTHS and not t.capital(j) and t.low[j - 1] != "of"):
        return None
    if t.low[j] in MONTH_ABBREVIATIONS and not t.capital(j) and not t.glued(j) and t.low[j] in ("mar", "sat", "sun"):
        return None
    return month
