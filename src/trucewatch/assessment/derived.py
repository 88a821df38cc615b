"""What is derived of an obligation's time as of a day: due days, what they replaced, the term, days left."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from trucewatch.model.instrument import Bound
from trucewatch.model.time import PartialDate


class Standing(StrEnum):
    """Where the day stands against the due days. It says nothing of fulfilment."""

    NONE = "none"  # no day is set
    OPEN = "open"  # a day is set by rule, but what it counts from has not happened
    AHEAD = "ahead"  # due on this day or later
    BETWEEN = "between"  # past by one reading, not yet by another
    PAST = "past"  # the last due day is over
    RUNNING = "running"  # in force: the day from which it binds has come, or its term runs
    ENDED = "ended"  # its term or its last day is over


@dataclass(frozen=True, slots=True)
class Days:
    """Days from the day asked about to a due day, as a range, ends included; negative once it is past."""

    low: int
    high: int

    def words(self, *, settled: bool = False) -> str:
        """In English: ``12 days left``, ``3 to 4 days overdue``, ``due today``; ``3 days ago`` where it is settled."""
        if settled and self.high < 0:
            return f"{_span(-self.high, -self.low)} ago"
        if self.low == self.high == 0:
            return "due today"
        if self.low >= 0:
            return f"{_span(self.low, self.high)} left"
        if self.high < 0:
            return f"{_span(-self.high, -self.low)} overdue"
        ahead = "due today" if self.high == 0 else f"{_span(self.high, self.high)} left"
        return f"{_span(-self.low, -self.low)} overdue by one reading, {ahead} by another"


def _span(low: int, high: int) -> str:
    number = str(low) if low == high else f"{low} to {high}"
    return f"{number} day{'' if high == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class DueDay:
    """One due day by one reading of the rule.

    ``value`` is EDTF (a day, or an interval where what it counts from is known no better), ``None`` where the day is
    open; ``why`` says then what it waits for. ``anchor`` is ``day`` (the text gives it), ``signing``, ``effect`` or
    ``obligation:KEY``, ``counted_from`` its EDTF day. ``moment`` is the exact time, ISO 8601 with the offset of the
    instrument, where that is known. ``provisional`` days count from the due day of another obligation that is not
    known to be fulfilled.
    """

    value: str | None
    bound: Bound
    anchor: str
    rule: str
    counted_from: str | None = None
    moment: str | None = None
    provisional: bool = False
    soft: bool = False
    condition: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Superseded:
    """An earlier deadline that an amendment replaced, with when and how it did and the id and name of who said so."""

    rule: str
    dues: tuple[DueDay, ...]
    announced: date
    by: str
    by_name: str
    form: str


@dataclass(frozen=True, slots=True)
class TermEnd:
    """The end of a provision's term, ``value`` and ``notice_by`` in EDTF, ``None`` where they are open.

    ``number`` counts the terms from 1. ``assumed`` says that this term runs by prolongation and that no notice or end
    is known, which the dossier may simply not tell. ``next_end`` is the end of the next term where it is prolonged.
    """

    value: str | None
    notice_by: str | None
    rule: str
    anchor: str
    counted_from: str | None = None
    moment: str | None = None
    number: int = 1
    assumed: bool = False
    next_end: str | None = None
    provisional: bool = False
    condition: str | None = None
    why: str | None = None
    left: Days | None = None
    notice_left: Days | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """All that is derived of one obligation's time as of ``as_of``.

    ``instrument`` is ``None`` for undertakings. ``rule`` is the rule in force in words, ``None`` where none is set.
    ``made`` says whether the instrument was signed, or the promise made, by that day. ``left`` counts to the due days,
    ``None`` where there is nothing to count.
    """

    instrument: str | None
    key: str
    as_of: date
    made: bool
    rule: str | None
    dues: tuple[DueDay, ...]
    superseded: tuple[Superseded, ...]
    term: TermEnd | None
    standing: Standing
    left: Days | None

    @property
    def days(self) -> tuple[str, ...]:
        """The distinct due days in order, EDTF; open ones left out."""
        return tuple(sorted({due.value for due in self.dues if due.value is not None}))

    @property
    def last(self) -> date | None:
        """The last day that any reading allows; ``None`` where it only binds from a day on."""
        ends = [due.value for due in self.dues if due.value is not None and due.bound is not Bound.FROM]
        return max((latest for value in ends if (latest := PartialDate(value).latest) is not None), default=None)

    @property
    def open(self) -> str | None:
        """What the due day waits for, where it is open."""
        return next((due.why for due in self.dues if due.value is None), None)

    @property
    def soft(self) -> bool:
        """Whether every due day is an oral or political one."""
        return bool(self.dues) and all(due.soft for due in self.dues)

    @property
    def conditions(self) -> tuple[str, ...]:
        """What must hold first, in words, by the deadline itself."""
        return tuple(dict.fromkeys(due.condition for due in self.dues if due.condition))

    @property
    def provisional(self) -> bool:
        """Whether a due day rests on the due day of another obligation."""
        return any(due.provisional for due in self.dues)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; days in ISO 8601 or EDTF."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain | {"days": list(self.days), "words": None if self.left is None else self.left.words()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
