"""Parts of periods and units counted in them: "early 2023", "the first week of March", "the end of the year"."""

from __future__ import annotations

from trucewatch.reading.times.dispatch import date_at, expression
from trucewatch.reading.times.forms import (
    Anchored,
    AtTime,
    Between,
    Bounded,
    Calendar,
    Duration,
    Edge,
    Found,
    Nth,
    Portion,
    Relative,
    Same,
    Season,
    Side,
    Weekday,
    Years,
)
from trucewatch.reading.times.lexicon import ALL_UNITS, EARLY, SEASONS, UNITS, WEEKDAYS
from trucewatch.reading.times.numbers import HYPHENS, duration, ordinal
from trucewatch.reading.times.relative import determined, nth
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.written import day_date
from trucewatch.reading.times.years import lone_year, season_date

_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
            "eighties": 1980, "nineties": 1990}  # fmt: skip


def article(t: Tokens, i: int) -> list[Found]:
    """What begins after "the": "the end of August", "the past week", "the summer of 2021", "the 12th"."""
    found = expression(t, i + 1)
    if found:
        if isinstance(found[-1].form, Portion | Season | Nth | Same | Edge):
            found[0] = found[0]._replace(first=min(found[0].first, i))
        return found
    if t.low[i + 1] in _DECADES:
        first = _DECADES[t.low[i + 1]]
        return [Found(i, i + 2, Years(first, first + 9))]
    year = lone_year(t, i + 1)
    if year is not None:
        return [year]
    if t.low[i + 1] == "year" and (year := _year_after_word(t, i + 2)) is not None:
        return [year._replace(first=i)]
    unit = UNITS.get(t.low[i + 1])
    if unit in ("day", "week", "month", "year", "weekend"):
        bare = _the_unit(t, i, unit)
        return [bare] if bare else []
    return _the_day(t, i)


def _year_after_word(t: Tokens, i: int) -> Found | None:
    """The year in "the year 2019", "the year of 2008"."""
    j = i + 1 if t.low[i] == "of" else i
    word = t.low[j]
    return Found(j, j + 1, Calendar(int(word))) if len(word) == 4 and "1000" <= word <= "2199" else None


def _the_unit(t: Tokens, i: int, unit: str) -> Found | None:
    """ "the day before", "the week after next", "end the day", "in the year": a unit that only context dates."""
    after, before = t.low[i + 2], t.low[i - 1]
    if after in ("before", "after", "previous", "earlier"):
        if after == "after" and t.low[i + 3] == "next":
            return Found(i, i + 4, Relative(unit, 2))
        if t.low[i + 3] in ("yesterday", "tomorrow") or t.low[i + 3] in ALL_UNITS:
            return None
        if after in ("before", "after") and unit in ("day", "week", "month") and (dated := date_at(t, i + 3)):
            counted = Duration(((1, unit),))
            return Found(i, dated.end, Anchored(counted, 1 if after == "after" else -1, within=False, date=dated.form))
        if not t.word(i + 3) and not t.low[i + 3].isdecimal():
            return Found(i, i + 3, Same(unit, 1 if after == "after" else -1, published=True))
        return None
    if after in ("of", "beginning", "starting", "commencing") and unit == "week":
        dated = date_at(t, i + 3)
        if dated is not None and isinstance(dated.form, Calendar) and dated.form.day:
            return Found(i, dated.end, Nth(0, "week", dated.form))
    if unit == "weekend" or before in ("during", "throughout", "end", "ending", "finish", "ended"):
        return Found(i, i + 2, Same(unit, 0, published=True)) if after not in ("of", "when", "that") else None
    if before in ("for", "in", "of", "on") and unit != "day" and after not in ("of", "when", "that", "s", "to"):
        return Found(i, i + 2, Same(unit, 0, published=True)) if not t.word(i + 2) else None
    return None


def _the_day(t: Tokens, i: int) -> list[Found]:
    """ "on the 12th": a day of the month by its ordinal alone."""
    number = ordinal(t, i + 1)
    if number is None or not t.low[i + 1].isdecimal() or number[0] > 31:
        return []
    after = t.low[number[1]]
    if t.low[i - 1] not in ("on", "by", "until", "since", "from", "around") or (
        t.word(number[1]) and after not in ("at", "and", "in", "to", "with", "by", "when", "that")
    ):
        return []
    return [Found(i + 1, number[1], Calendar(None, None, number[0]))]


def part_of(t: Tokens, i: int) -> Found | None:
    """ "early 2023", "mid-August", "end of last year", "late on Thursday", "start of the week"."""
    part = EARLY[t.low[i]]
    j = i + 1
    if t.low[j] in HYPHENS and t.glued(j):
        j += 1
    if t.low[i] == "beginning" and t.low[j] != "of":
        return beginning(t, i)
    if t.low[j] == "of" or (t.low[j] in ("in", "on") and t.low[i] in ("early", "late")):
        j += 1
    elif t.low[i] in ("start", "middle", "end", "close"):
        return None
    if t.low[i] == "late" and t.low[i + 1] in ("in", "on") and t.low[i + 2] == "the" and t.low[i + 3] == "day":
        return Found(i, i + 4, Same("day", 0, published=True))
    whole = date_at(t, j) or _year_of_portion(t, j) or _the_period(t, j)
    if whole is None or isinstance(whole.form, AtTime | Between):
        return None
    first = i - 1 if t.low[i - 1] == "very" else i
    first = first - 1 if t.low[first - 1] == "the" else first
    return Found(first, whole.end, Portion(part, whole.form))


def beginning(t: Tokens, i: int) -> Found | None:
    """ "beginning 7 January", "starting on Monday", "effective 1 May": from then on."""
    j = i + 2 if t.low[i + 1] in ("on", "from", "in") else i + 1
    dated = date_at(t, j)
    return Found(i, dated.end, Bounded(Side.FROM, dated.form)) if dated else None


def _year_of_portion(t: Tokens, j: int) -> Found | None:
    word = t.low[j]
    ok = len(word) == 4 and "1000" <= word <= "2199" and word.isascii() and not t.glued(j + 1)
    if not ok and t.low[j] in SEASONS:
        return season_date(t, j)
    return Found(j, j + 1, Calendar(int(word))) if ok or (len(word) == 4 and "1900" <= word <= "2099") else None


def _the_period(t: Tokens, j: int) -> Found | None:
    k = j + 1 if t.low[j] == "the" else j
    if t.low[k] in ("day", "week", "month", "year", "decade"):
        return Found(j, k + 1, Same(t.low[k], 0, published=True))
    return None


def by_ordinal(t: Tokens, i: int) -> Found | list[Found] | None:
    """ "third quarter of 2009", "first week of March", "second half of the year", "19th century", "first of May"."""
    number = ordinal(t, i)
    if number is None:
        return None
    dated = day_date(t, i)
    if dated:
        return dated
    if t.low[i] == "first" and (edge := _edge(t, i, 1)) is not None:
        return edge
    n, j = number
    if t.low[j] in HYPHENS and t.glued(j):
        j += 1
    return _of_period(t, nth(t, i, n, j))


def last_of(t: Tokens, i: int) -> Found | list[Found] | None:
    """ "last week of March", "final quarter of 2009"; else what a determiner begins."""
    if t.low[i + 1] in ("quarter", "week", "day", "half", "month", *WEEKDAYS) and t.low[i + 2] in ("of", "in"):
        found = _of_period(t, nth(t, i, -1, i + 1))
        if found is not None:
            return found
    edge = _edge(t, i, -1)
    if edge is not None:
        return edge
    return determined(t, i) if t.low[i] == "last" else None


def _edge(t: Tokens, i: int, sign: int) -> Found | None:
    """ "first three months of 2022", "last two weeks of July"."""
    length = duration(t, i + 1)
    if length is None or t.low[length[1]] not in ("of", "in"):
        return None
    whole = date_at(t, length[1] + 1) or _the_period(t, length[1] + 1)
    if whole is None or isinstance(whole.form, AtTime | Between | Weekday):
        return None
    return Found(i, whole.end, Edge(length[0], sign, whole.form))


def _of_period(t: Tokens, counted_unit: Found | None) -> Found | None:
    if counted_unit is None:
        return None
    first, end, form = counted_unit.first, counted_unit.end, counted_unit.form
    if not isinstance(form, Nth):
        return None
    if form.unit == "century":
        return counted_unit
    j = end + 1 if t.low[end] in ("of", "in") else end
    whole = date_at(t, j) or _year_of_portion(t, j) or (_the_period(t, j) if j > end else None)
    if whole is not None and not isinstance(whole.form, AtTime | Between | Weekday):
        return Found(first, whole.end, Nth(form.n, form.unit, whole.form, form.weekday))
    return counted_unit if form.unit == "quarter" and 1 <= form.n <= 4 else None


def quarter(t: Tokens, i: int) -> Found | None:
    """ "Q3 2021", "Q1 of 2017"."""
    n = t.low[i + 1]
    if n not in ("1", "2", "3", "4") or not t.glued(i + 1):
        return None
    return _of_period(t, Found(i, i + 2, Nth(int(n), "quarter", None)))
