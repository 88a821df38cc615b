"""One period beside the one before it: what was reported, never what occurred."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from trucewatch.assessment.incidents import incidents
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import InputError
from trucewatch.model.filters import Filter
from trucewatch.record.view import View

_NAMED = {"daily": 1, "weekly": 7, "monthly": 30, "": 7}
_DAYS = re.compile(r"(\d{1,4})(?: ?days?)?")
_LEAST = 5  # what a share is told of: below it a percentage says more than the numbers do


class Measure(StrEnum):
    """What is counted."""

    DOCUMENTS = "documents"
    EVENTS = "events reported"
    INCIDENTS = "incidents reported"
    STATEMENTS = "statements"
    PLACES = "events reported at"
    KILLED = "killed, according to"
    WOUNDED = "wounded, according to"


@dataclass(frozen=True, slots=True)
class Row:
    """One count: of ``measure``, by ``of`` (a kind, an act, a place, a claimant; empty for all).

    ``now`` and ``before`` are numbers of the period and of the one before it. Tolls are ranges, low and high, added
    over incidents by one claimant and never over claimants; ``high`` is ``None`` where one of them is open.
    """

    measure: Measure
    of: str
    now: int
    before: int
    now_high: int | None = None
    before_high: int | None = None

    @property
    def change(self) -> int:
        """How many more than before."""
        return self.now - self.before

    @property
    def share(self) -> float | None:
        """The change as a share of the number before, where that is large enough to say anything."""
        return None if self.before < _LEAST else self.change / self.before

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        toll = self.measure in (Measure.KILLED, Measure.WOUNDED)
        return {
            "key": f"{self.measure}/{self.of}" if self.of else str(self.measure),
            "measure": str(self.measure),
            "of": self.of,
            "now": self.now,
            "before": self.before,
            "now_high": self.now_high if toll else self.now,
            "before_high": self.before_high if toll else self.before,
            "change": self.change,
            "share": None if self.share is None else round(self.share, 3),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows, the two periods (days, ends included), and what must be said with them."""

    now: tuple[date, date]
    before: tuple[date, date]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def length(period: str) -> int:
    """The days of a period: ``daily``, ``weekly``, ``monthly`` (30 days) or a number of days.

    Raises:
        InputError: when it is none of these.
    """
    named = _NAMED.get(period.strip().casefold())
    if named is not None:
        return named
    match = _DAYS.fullmatch(period.strip())
    if match is None or not 1 <= int(match[1]) <= 3660:
        raise InputError(f"{period!r} is no period: say daily, weekly, monthly or a number of days, such as 14.")
    return int(match[1])


def compare(
    view: View, as_of: date, period: str, narrowed: Filter | None = None, *, known: tuple[Dossier, ...] = ()
) -> Comparison:
    """The period that ends on ``as_of`` beside the one of the same length before it.

    Documents count by day of publication, data by their own day where they have one.

    Raises:
        InputError: when the period is none.
        RecordError: when the database does not answer.
    """
    days = timedelta(days=length(period))
    now = (as_of - days + timedelta(days=1), as_of)
    before = (now[0] - days, now[0] - timedelta(days=1))
    chosen = replace(narrowed or Filter(), limit=None, offset=0)
    spans = [replace(chosen, since=each[0], until=each[1]) for each in (now, before)]
    rows = [*_counts(view, spans), *_tolls(view, spans, known)]
    return Comparison(now, before, tuple(rows), _notes(rows[0], now, before))


def _counts(view: View, spans: list[Filter]) -> list[Row]:
    tallies = view.tallies
    documents = [sum(number for _, _, number in tallies.documents_by_day(span)) for span in spans]
    rows = [Row(Measure.DOCUMENTS, "", documents[0], documents[1])]
    for measure, what, column in (
        (Measure.EVENTS, "event", "label"),
        (Measure.PLACES, "event", "place"),
        (Measure.STATEMENTS, "statement", "label"),
    ):
        now, before = (tallies.by(what, column, span) for span in spans)
        if column == "label":
            rows.append(Row(measure, "", sum(now.values()), sum(before.values())))
        names = sorted({*now, *before}, key=lambda name: (-now.get(name, 0), -before.get(name, 0), name))
        rows += [Row(measure, name, now.get(name, 0), before.get(name, 0)) for name in names]
    return rows


def _tolls(view: View, spans: list[Filter], known: tuple[Dossier, ...]) -> list[Row]:
    found = [incidents(view, span, known=known) for span in spans]
    rows = [Row(Measure.INCIDENTS, "", found[0][1], found[1][1])]
    for measure, name in ((Measure.KILLED, "killed"), (Measure.WOUNDED, "wounded")):
        sums: list[dict[str, tuple[int, int | None]]] = []
        for each, _ in found:
            told: dict[str, tuple[int, int | None]] = {}
            for toll in (toll for incident in each for toll in incident.tolls):
                count = getattr(toll, name)
                if count is not None:
                    low, high = told.get(toll.claimant, (0, 0))
                    told[toll.claimant] = (
                        low + count.low,
                        None if high is None or count.high is None else high + count.high,
                    )
            sums.append(told)
        for claimant in sorted({*sums[0], *sums[1]}):
            (now, now_high), (before, before_high) = (each.get(claimant, (0, 0)) for each in sums)
            rows.append(Row(measure, claimant, now, before, now_high, before_high))
    return rows


def _notes(documents: Row, now: tuple[date, date], before: tuple[date, date]) -> tuple[str, ...]:
    told = [f"{now[0]} to {now[1]} beside {before[0]} to {before[1]}: as reported, not as it occurred."]
    if documents.now == 0 or documents.before == 0:
        told.append("one of the two periods has no documents: nothing can be compared.")
    elif not 0.5 <= documents.now / documents.before <= 2:
        told.append(
            f"coverage differs: {documents.now} documents now, {documents.before} before; more reports may be no more "
            "than more reporting."
        )
    return tuple(told)
