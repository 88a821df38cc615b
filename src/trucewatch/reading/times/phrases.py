"""The table of words that begin an expression of time, with the rules to try at each."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.reading.times.bounds import bound, clock_span, from_to, within
from trucewatch.reading.times.clock import clock, clock_range
from trucewatch.reading.times.deadlines import after_length
from trucewatch.reading.times.dispatch import FIGURES, RULES, Rule, based, date_at
from trucewatch.reading.times.forms import (
    AtTime,
    Calendar,
    Duration,
    Found,
    NoTime,
    Relative,
    Same,
    Vague,
    Weekday,
    Window,
)
from trucewatch.reading.times.lexicon import (
    ALL_MONTHS,
    ALL_WEEKDAYS,
    DAY_PARTS,
    EARLY,
    NUMBER_WORDS,
    ORDINALS,
    PAST_WORDS,
    PERIODIC,
    PLURAL_UNITS,
    SEASONS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
)
from trucewatch.reading.times.numbers import duration, is_age, quantity
from trucewatch.reading.times.parts import article, beginning, by_ordinal, last_of, part_of, quarter
from trucewatch.reading.times.relative import counted, determined, elapsed, simple
from trucewatch.reading.times.sets import every, periodic, rate
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.written import day_date, month_date
from trucewatch.reading.times.years import decade, lone_year, numeric_date, season_date, weekday_date

_DAY_STARTS = frozenset((*ALL_MONTHS, *WEEKDAYS, "the", "today", "yesterday", "tomorrow", "next", "last", "this"))
_SIDES = {"past": -1, "previous": -1, "last": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}


def _time_of_day(t: Tokens, i: int) -> Found | None:
    """A time of the clock with the day after it: "14:40 on 8 November", "5 p.m. Thursday"."""
    several = clock_range(t, i)
    if several is not None:
        return clock_span(t, i, *several)
    time = clock(t, i)
    if time is None:
        return None
    j = time.end
    k = j + 1 if t.low[j] in (",", "on") else j
    k = k + 1 if t.low[k] == "on" else k
    if t.low[j] == "in" and t.low[j + 1] == "the" and t.low[j + 2] in DAY_PARTS:
        late = t.low[j + 2] != "morning" and time.time.hour < 12
        clocked = AtTime(time.time.hour + 12 * late, time.time.minute, time.time.second, time.time.zone)
        return Found(i, j + 3, clocked)
    day = date_at(t, k) if t.low[k] in _DAY_STARTS or t.low[k].isdecimal() else None
    if day is not None and isinstance(day.form, Calendar | Weekday | Relative | Same):
        return Found(i, day.end, based(time.time, day.form))
    return Found(i, j, time.time)


def _length(t: Tokens, i: int) -> Found | list[Found] | None:
    """A length of time and what is counted by it: "two years", "two days ago", "15 a day", "14 days after ..."."""
    found = duration(t, i)
    if found is None:
        if (window := _numbered_window(t, i)) is not None:
            return window
        age = is_age(t, i)
        return [Found(i, age, NoTime())] if age else None
    length, end = found
    if (shifted := counted(t, length, end)) is not None:
        return Found(i, shifted[1], shifted[0])
    anchored = after_length(t, Found(i, end, length), date_at)
    return anchored or Found(i, end, length)


def _numbered_window(t: Tokens, i: int) -> Found | None:
    """ "the two coming months": the number before the word that tells the side."""
    amount = quantity(t, i)
    if amount is None or t.low[amount[1]] not in _SIDES:
        return None
    unit = PLURAL_UNITS.get(t.low[amount[1] + 1])
    if unit is None:
        return None
    return Found(i, amount[1] + 2, Window(Duration(((amount[0], unit),)), _SIDES[t.low[amount[1]]]))


def _bare_plural(t: Tokens, i: int) -> Found | None:
    """ "for years", "in minutes", "decades ago": a unit in the plural with no number."""
    length = Duration(((None, PLURAL_UNITS[t.low[i]]),))
    if (shifted := counted(t, length, i + 1)) is not None and t.low[i + 1] in ("ago", "later", "earlier"):
        return Found(i, shifted[1], shifted[0])
    if t.low[i - 1] in ("for", "in", "over", "within", "after", "just") and t.low[i + 1] not in ("of", "and"):
        return Found(i, i + 1, length)
    return None


def _vague(_: Tokens, i: int) -> Found:
    return Found(i, i + 1, Vague(-1))


def _determined_or_recent(t: Tokens, i: int) -> Found | list[Found] | None:
    """What a determiner begins; "recent" only before a unit of time."""
    if t.low[i] == "recent":
        unit = PLURAL_UNITS.get(t.low[i + 1])
        return Found(i, i + 2, Vague(-1)) if unit else None
    return determined(t, i)


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}

    def add(words: Iterable[str], *rules: Rule) -> None:
        for word in words:
            table.setdefault(word, []).extend(rules)

    add(ALL_MONTHS, month_date)
    add(ALL_WEEKDAYS, weekday_date)
    add(("today", "yesterday", "tomorrow", "tonight", "overnight"), simple)
    add(("earlier", "later"), elapsed)
    add(EARLY, part_of)
    add(SEASONS, season_date)
    add(("last", "final"), last_of)
    add(("past", "previous", "preceding", "this", "current", "next", "coming", "upcoming", "following", "same",
         "that", "recent"), _determined_or_recent)  # fmt: skip
    add(("by", "until", "till", "before", "since", "after", "pre"), within, bound)
    add(("from", "between"), from_to)
    add(("within", "no", "not", "in", "on", "inside", "under"), within)
    add(("every", "each"), every)
    add(PERIODIC, periodic)
    add((*ORDINALS, *NUMBER_WORDS), by_ordinal, _time_of_day, day_date, _length)
    add(("a", "an", "half", "couple", *VAGUE_AMOUNTS), rate, _length)
    add(PLURAL_UNITS, _bare_plural)
    add(("noon", "midnight", "midday"), _time_of_day)
    add(("the",), article)
    add(("starting", "effective"), beginning)
    add(("q",), quarter)
    add(PAST_WORDS, _vague)
    return {word: tuple(rules) for word, rules in table.items()}


FIGURES.extend((numeric_date, _time_of_day, day_date, by_ordinal, _length, rate, decade, lone_year))
RULES.update(_table())
