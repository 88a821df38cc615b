"""The overview: what a record holds, and the first rows of the questions a monitor asks each morning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from trucewatch.faces.asking import QUESTIONS
from trucewatch.faces.asking.question import Answer, Asked, Plain

SOON = timedelta(days=90)
_ROWS = 5


@dataclass(frozen=True, slots=True)
class Section:
    """The first rows of one question, and how to see the others: its command with what it was narrowed to."""

    heading: str
    question: str
    rows: tuple[Plain, ...]
    total: int
    command: str


@dataclass(frozen=True, slots=True)
class Overview:
    """``counts`` tells how much there is of what; ``first`` and ``last`` are days of publication."""

    as_of: date
    counts: dict[str, int]
    publishers: int
    first: date | None
    last: date | None
    sections: tuple[Section, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "as_of": self.as_of.isoformat(),
            "counts": self.counts,
            "publishers": self.publishers,
            "first": None if self.first is None else self.first.isoformat(),
            "last": None if self.last is None else self.last.isoformat(),
            "sections": [
                {"heading": each.heading, "question": each.question, "rows": list(each.rows), "total": each.total}
                for each in self.sections
            ],
        }


def overview(asked: Asked) -> Overview:
    """The overview as of a day.

    Raises:
        RecordError: when the database does not answer.
    """
    view, documents = asked.view, asked.view.documents()
    days = [row.published for row in documents if row.published is not None]
    counts = {"documents": len(documents)}
    counts |= {f"{what}s": view.count(what) for what in ("statement", "event", "commitment")}
    return Overview(
        asked.as_of,
        counts,
        len({row.publisher for row in documents if row.publisher}),
        min(days, default=None),
        max(days, default=None),
        tuple(section for section in (make(asked) for make in _SECTIONS) if section.rows),
    )


def _newest(name: str, heading: str) -> Callable[[Asked], Section]:
    def make(asked: Asked) -> Section:
        narrowed = replace(asked, filter=replace(asked.filter, until=asked.as_of, limit=_ROWS))
        answer = QUESTIONS[name].ask(narrowed)
        return Section(heading, name, answer.rows, answer.total, f"{name} --until {asked.as_of}")

    return make


def _open(name: str, heading: str, wanted: Callable[[Plain, date], bool]) -> Callable[[Asked], Section]:
    def make(asked: Asked) -> Section:
        answer: Answer = QUESTIONS[name].ask(replace(asked, filter=replace(asked.filter, limit=None)))
        rows = [row for row in answer.rows if wanted(row, asked.as_of)]
        return Section(heading, name, tuple(rows[:_ROWS]), len(rows), f"{name} --as-of {asked.as_of}")

    return make


def _due(asked: Asked) -> Section:
    """What falls due within the next 90 days or is late, nearest first."""
    answer = QUESTIONS["obligations"].ask(replace(asked, filter=replace(asked.filter, limit=None)))
    near = [row for row in answer.rows if _falls_due(row["due"]["days"], row["status"], asked.as_of)]
    near.sort(key=lambda row: (row["status"] == "late", max(row["due"]["days"])))
    heading = f"Falling due by {asked.as_of + SOON}, and late"
    return Section(heading, "obligations", tuple(near[:_ROWS]), len(near), f"obligations --as-of {asked.as_of}")


def _falls_due(days: Sequence[str], status: str, as_of: date) -> bool:
    if status == "late":
        return True
    last = max(days, default="")[:10]
    return as_of.isoformat() <= last <= (as_of + SOON).isoformat() and status != "done"


_SECTIONS: tuple[Callable[[Asked], Section], ...] = (
    _newest("incidents", "Latest incidents, as reported"),
    _due,
    _open("disputes", "Claims left unanswered", lambda row, _: bool(row["state"] == "unanswered")),
    _newest("contacts", "Latest contacts"),
    _newest("positions", "Positions"),
)
