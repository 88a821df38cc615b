"""The grammar's one entrance: what begins at a token, by the table of words that begin an expression."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trucewatch.reading.times.clock import clock, clock_range
from trucewatch.reading.times.forms import (
    AtTime,
    Between,
    Bounded,
    Calendar,
    Duration,
    Form,
    Found,
    NoTime,
    Recurring,
    Relative,
    Same,
    Side,
    Vague,
    Weekday,
)
from trucewatch.reading.times.numbers import HYPHENS
from trucewatch.reading.times.relative import with_day_part
from trucewatch.reading.times.tokens import Tokens

type Rule = Callable[[Tokens, int], Found | list[Found] | None]

RULES: dict[str, tuple[Rule, ...]] = {}  # filled by phrases, which names every rule
FIGURES: list[Rule] = []  # the rules of a number in figures
_DEPTH = 6  # how far expressions nest: "by the end of the third quarter of last year" takes four levels
_YEARS = {"last": -1, "this": 0, "next": 1, "previous": -1, "coming": 1}
_RUN = frozenset({"to", "through", "until", "till", "-", "–", "~"})


def expression(t: Tokens, i: int) -> list[Found]:
    """The expressions that begin at token ``i``: several where dates are coordinated, none where none begins.

    What begins at a token does not depend on who asks, so it is read once.
    """
    known = t.memo.get(i)
    if known is not None:
        return list(known)
    rules: Sequence[Rule] = RULES.get(t.low[i]) or (FIGURES if t.low[i][:1].isdecimal() else ())
    if not rules or t.depth >= _DEPTH:
        return []
    t.depth += 1
    found = _first(t, i, rules)
    t.depth -= 1
    t.memo[i] = tuple(found)
    return found


def _first(t: Tokens, i: int, rules: Sequence[Rule]) -> list[Found]:
    for rule in rules:
        found = rule(t, i)
        if found:
            several = list(found) if isinstance(found, list) else [found]
            several[-1] = _extended(t, several[-1])
            return several
    return []


def _extended(t: Tokens, found: Found) -> Found:
    """Take in what follows a date: its year, a part of the day, a time of the clock, the end of a run, "or later"."""
    if isinstance(found.form, Calendar):
        found = _run(t, _year_told(t, found))
    if isinstance(found.form, Calendar | Weekday | Relative | Same):
        found = _with_clock(t, with_day_part(t, found))
    j = found.end
    if isinstance(found.form, Bounded | Duration | Recurring | Vague | NoTime):
        return found
    if t.low[j] in ("onwards", "onward") or (t.low[j] in ("or", "and") and t.low[j + 1] in ("later", "onwards")):
        return Found(found.first, j + (1 if t.low[j].startswith("on") else 2), Bounded(Side.FROM, found.form))
    if t.low[j] == "or" and t.low[j + 1] == "earlier":
        return Found(found.first, j + 2, Bounded(Side.UNTIL, found.form))
    return found


def _year_told(t: Tokens, found: Found) -> Found:
    """ "October of next year", "in March last year": the year counted from the publication's."""
    form = found.form
    if not isinstance(form, Calendar) or form.year is not None or form.month is None:
        return found
    j = found.end + 1 if t.low[found.end] in ("of", "in", ",") else found.end
    if t.low[j] in _YEARS and t.low[j + 1] == "year" and t.low[j + 2] not in ("’", "'"):
        return Found(found.first, j + 2, replace(form, year_offset=_YEARS[t.low[j]]))
    return found


def _run(t: Tokens, found: Found) -> Found:
    """ "Nov 18–Dec 19, 2015", "2014 to 2018": a run of two dates told with the same precision."""
    if t.low[found.end] not in _RUN:
        return found
    tail = date_at(t, found.end + 1)
    if tail is None or not isinstance(tail.form, Calendar) or not isinstance(found.form, Calendar):
        return found
    if _precision(found.form) != _precision(tail.form) and t.low[found.end] in ("to", *HYPHENS):
        return found
    return Found(found.first, tail.end, Between(found.form, tail.form))


def _precision(form: Calendar) -> int:
    return 2 if form.day is not None else 1 if form.month is not None else 0


def _with_clock(t: Tokens, found: Found) -> Found:
    j = found.end
    k = j + 1 if t.low[j] == "," else j
    k = k + 1 if t.low[k] in ("at", "@", "around", "about", "from", "between", "to") else k
    if k == j and not (t.low[k].isdecimal() or t.low[k] in ("noon", "midnight")):
        return found
    if t.low[k - 1] in ("from", "between", ",", "at") or k == j:
        span = clock_range(t, k)
        if span is not None and isinstance(found.form, Calendar | Weekday | Relative | Same):
            first, last, end = span
            return Found(found.first, end, Between(based(first, found.form), based(last, found.form)))
    time = clock(t, k)
    if time is None or t.low[k - 1] in ("from", "between", "to"):
        return found
    return Found(found.first, time.end, based(time.time, found.form))


def based(time: AtTime, day: Form) -> AtTime:
    """The time of the clock on that day."""
    return AtTime(time.hour, time.minute, time.second, time.zone, day)


def date_at(t: Tokens, i: int) -> Found | None:
    """The one date or period that begins at ``i``, an article taken in; lengths of time and sets are none."""
    found = expression(t, i)
    if not found:
        return None
    head = found[0]
    return None if isinstance(head.form, Duration | Recurring | Vague | Bounded | NoTime) else head
