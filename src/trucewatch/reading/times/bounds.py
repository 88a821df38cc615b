"""Prepositions that make a date an interval: "by Friday", "since 2021", "from 1 to 5 May", "between April and June"."""

from __future__ import annotations

from trucewatch.reading.times.clock import clock_range
from trucewatch.reading.times.deadlines import day_count, limited
from trucewatch.reading.times.dispatch import based, date_at, expression
from trucewatch.reading.times.forms import AtTime, Between, Bounded, Calendar, Found, Relative, Side, Weekday
from trucewatch.reading.times.lexicon import ALL_MONTHS, CLOSED_CLASS
from trucewatch.reading.times.numbers import HYPHENS
from trucewatch.reading.times.tokens import Tokens

_SIDES = {
    "by": Side.BY, "until": Side.UNTIL, "till": Side.UNTIL, "before": Side.BEFORE, "since": Side.SINCE,
    "after": Side.AFTER, "pre": Side.BEFORE,
}  # fmt: skip
_TO = frozenset({"to", "until", "till", "through", "thru"})


def bound(t: Tokens, i: int) -> Found | list[Found] | None:
    """ "by the end of August", "until Friday", "since 2021", "before 5 May", "after Sunday"."""
    word = t.low[i]
    side = _SIDES[word]
    found = date_at(t, i + 1)
    if found is None:
        return _bounded_day(t, i, side)
    if isinstance(found.form, Between | AtTime) and side is Side.BY and isinstance(found.form, Between):
        return None
    if word == "pre" or (side is Side.SINCE and t.low[i - 1] == "ever"):
        return found
    if found.first <= i:  # "the day before yesterday"
        return found
    if side is not Side.SINCE and _names_an_event(t, i + 1, found.end):
        return found
    if isinstance(found.form, Calendar) and _starts_list(t, i + 1):
        rest = expression(t, i + 1)
        if len(rest) > 1 and _names_an_event(t, i + 1, rest[-1].end):
            return rest
        if len(rest) > 1:
            return [rest[0]._replace(first=i, form=Bounded(side, rest[0].form)), *rest[1:]]
    return Found(i, found.end, Bounded(side, found.form))


def _names_an_event(t: Tokens, first: int, end: int) -> bool:
    """Whether the date stands for what happened on it: "after Monday's debate", "before the 2003 war"."""
    if t.low[end] in ("’", "'") and t.low[end + 1] == "s":
        return True
    if t.low[first] == "the" and t.low[first + 1] in ALL_MONTHS and t.low[end - 1].isdecimal():
        return True  # "by the March 4 and May 5 statements": an article before a day makes it a name
    return t.low[first] == "the" and t.word(end) and t.low[end] not in CLOSED_CLASS and not t.low[end - 1].isalpha()


def _starts_list(t: Tokens, i: int) -> bool:
    return t.low[i] in ALL_MONTHS or t.low[i].isdecimal()


def _bounded_day(t: Tokens, i: int, side: Side) -> Found | None:
    """ "no later than" and its like end in a length of time instead: "by day 5", handled with deadlines."""
    return day_count(t, i, i + 1) if side is Side.BY else None


def from_to(t: Tokens, i: int) -> Found | None:
    """ "from 1 to 5 May", "from 2009 to 2011", "between April and June"."""
    word = t.low[i]
    joins = ("and", *HYPHENS, "to") if word == "between" else (*_TO, *HYPHENS)
    times = clock_range(t, i + 1)
    if times is not None:
        first, last, end = times
        return clock_span(t, i, first, last, end)
    head = date_at(t, i + 1)
    if head is None:
        return None
    if isinstance(head.form, Between):
        return head._replace(first=i)
    if t.low[head.end] not in joins:
        return None
    tail = date_at(t, head.end + 1)
    if tail is None and t.low[head.end + 1] == "now":
        tail = Found(head.end + 1, head.end + 2, Relative("day", 0))
    if tail is None and len(t.low[head.end + 1]) == 4 and "1000" <= t.low[head.end + 1] <= "2199":
        tail = Found(head.end + 1, head.end + 2, Calendar(int(t.low[head.end + 1])))
    if tail is None or isinstance(tail.form, Between):
        return None
    return Found(i, tail.end, Between(head.form, tail.form))


def clock_span(t: Tokens, i: int, first: AtTime, last: AtTime, end: int) -> Found:
    """Two times of the clock with the day after them: "14:00 to 16:00 on Tuesday"."""
    k = end + 1 if t.low[end] in ("on", ",") else end
    day = date_at(t, k)
    if day is not None and isinstance(day.form, Calendar | Weekday | Relative):
        return Found(i, day.end, Between(based(first, day.form), based(last, day.form)))
    return Found(i, end, Between(first, last))


def within(t: Tokens, i: int) -> Found | None:
    """ "within 72 hours", "no later than 60 days after ...", "on day 5 after ..."."""
    return limited(t, i, date_at)
