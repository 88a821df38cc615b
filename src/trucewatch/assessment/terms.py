"""Terms: when a provision runs out, when notice must be given, and how prolongation carries it on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trucewatch.assessment.anchors import Start, Waiting
from trucewatch.assessment.derived import Days, TermEnd
from trucewatch.assessment.wording import term_words
from trucewatch.model.duration import Duration
from trucewatch.model.instrument import Obligation, Term
from trucewatch.model.time import PartialDate

_MOST_TERMS = 400
_ENDING = frozenset({"overtaken", "missed", "met", "late"})


def term_end(obligation: Obligation, starts: Iterable[Start | Waiting], as_of: date) -> TermEnd:
    """The end of the term that runs on ``as_of``; ``starts`` are the days its start may be.

    Past its end a term that is prolonged of itself goes on, unless the dossier knows that it ended before. The
    arithmetic goes from the first start each time, so that ends of months do not drift.

    Raises:
        ValueError: when the obligation has no term.
    """
    term = obligation.term
    if term is None:
        raise ValueError(f"obligation {obligation.key} has no term")
    rule = term_words(term)
    found = list(starts)
    days = [each for each in found if isinstance(each, Start)]
    if not days:
        why = next((each.why for each in found if isinstance(each, Waiting)), "its start is not known")
        return TermEnd(None, None, rule, term.start, condition=term.condition, why=why)
    start = days[0] if len(days) == 1 else _spread(days)
    return _ending(term, start, rule, _last_day(obligation, as_of))


def _spread(days: list[Start]) -> Start:
    low, high = min(each.low for each in days), max(each.high for each in days)
    return Start(low, high, None, any(each.provisional for each in days))


def _last_day(obligation: Obligation, as_of: date) -> tuple[date, date]:
    """The day to look at, and how far prolongation may carry: to the provision's known end, where that has come."""
    outcome = obligation.outcome
    if outcome is not None and outcome.date is not None and outcome.state in _ENDING:
        end = PartialDate(outcome.date).latest
        if end is not None and end <= as_of:
            return as_of, end
    return as_of, as_of


def _ending(term: Term, start: Start, rule: str, bounds: tuple[date, date]) -> TermEnd:
    as_of, reach = bounds
    first = Duration.parse(term.duration)
    more = None if term.prolongation is None else Duration.parse(term.prolongation)
    number, end = 1, start.moved(first)
    while more is not None and end.high < reach and number < _MOST_TERMS:
        ahead = start.moved(first.plus(more.times(number)))
        if ahead.high <= end.high:
            break  # a prolongation of nothing carries nowhere
        number, end = number + 1, ahead
    back = None if term.notice is None else end.moved(Duration.parse(term.notice).times(-1))
    return TermEnd(
        end.edtf,
        None if back is None else back.edtf,
        rule,
        term.start,
        counted_from=start.edtf,
        moment=None if end.time is None else end.time.isoformat(timespec="minutes"),
        number=number,
        assumed=number > 1,
        next_end=None if more is None else start.moved(first.plus(more.times(number))).edtf,
        provisional=end.provisional,
        condition=term.condition,
        left=_left(end, as_of),
        notice_left=None if back is None else _left(back, as_of),
    )


def _left(end: Start, as_of: date) -> Days:
    return Days((end.low - as_of).days, (end.high - as_of).days)
