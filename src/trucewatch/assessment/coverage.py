"""Coverage: on which days there is anything to go by. No report is no proof of quiet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from trucewatch.model.filters import Filter
from trucewatch.record.view import View


class Seen(StrEnum):
    """What a day's documents are worth for the question."""

    REPORTED = "events reported"
    NONE_REPORTED = "no event reported"  # there are documents of the day, and none tells of an event
    NO_DOCUMENTS = "no documents"  # nothing is known of the day: not that nothing happened


@dataclass(frozen=True, slots=True)
class Run:
    """Days on end of which the same holds; a day with events reported stands alone.

    ``documents`` and ``events`` count all days of the run; ``outlets`` tells how many documents are whose.
    """

    first: date
    last: date
    seen: Seen
    documents: int = 0
    events: int = 0
    outlets: tuple[tuple[str, int], ...] = ()

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "key": self.first.isoformat() if self.days == 1 else f"{self.first}/{self.last}",
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "days": self.days,
            "seen": str(self.seen),
            "documents": self.documents,
            "events": self.events,
            "outlets": [{"publisher": name, "documents": number} for name, number in self.outlets],
        }


def coverage(view: View, narrowed: Filter | None = None) -> list[Run]:
    """Every day from the first to the last by publication (or of the filter), in runs, the latest first.

    The filter's other conditions narrow what is counted: with a place, days are told apart on which documents name it.

    Raises:
        RecordError: when the database does not answer.
    """
    chosen = narrowed or Filter()
    by_day: dict[date, dict[str, int]] = {}
    for day, outlet, number in view.tallies.documents_by_day(chosen):
        by_day.setdefault(day, {})[outlet or "outlet not named"] = number
    if not by_day and (chosen.since is None or chosen.until is None):
        return []
    first = chosen.since or min(by_day)
    last = chosen.until or max(by_day)
    runs = list(_runs(first, last, by_day, view.tallies.events_by_day_told(chosen)))
    return runs[::-1]


def _runs(first: date, last: date, by_day: dict[date, dict[str, int]], events: dict[date, int]) -> Iterator[Run]:
    run: Run | None = None
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        outlets = by_day.get(day, {})
        told = events.get(day, 0)
        seen = Seen.REPORTED if told else Seen.NONE_REPORTED if outlets else Seen.NO_DOCUMENTS
        here = Run(day, day, seen, sum(outlets.values()), told, tuple(sorted(outlets.items())))
        if run is not None and run.seen is seen and seen is not Seen.REPORTED:
            run = _joined(run, here)
            continue
        if run is not None:
            yield run
        run = here
    if run is not None:
        yield run


def _joined(run: Run, here: Run) -> Run:
    outlets = dict(run.outlets)
    for name, number in here.outlets:
        outlets[name] = outlets.get(name, 0) + number
    return Run(run.first, here.last, run.seen, run.documents + here.documents, 0, tuple(sorted(outlets.items())))
