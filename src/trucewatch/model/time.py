"""Dates with precision and basis, written in EDTF (ISO 8601-2, levels 0 and 1 as far as reports need them)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.model.errors import DateError
from trucewatch.model.text import Span


class DateBasis(StrEnum):
    """Where a datum's date comes from."""

    STATED = "stated"  # in the same clause
    CARRIED = "carried"  # from a neighbour: the sentence before, the briefing named once
    RESOLVED = "resolved"  # through a name or a role, as an instrument named by its day
    PUBLISHED = "published"  # the day of publication, and only where the text itself points to it
    UNKNOWN = "unknown"


class TimeKind(StrEnum):
    """What a time expression is."""

    DATE = "date"
    INTERVAL = "interval"
    DURATION = "duration"
    SET = "set"


_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?)?)?([~?%])?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """One EDTF value: a year, month, day or minute, or an interval of them, either end open.

    Raises:
        DateError: when the value is not EDTF of these forms, or no day of the calendar.
    """

    value: str

    def __post_init__(self) -> None:
        if self.value.count("/") > 1:
            raise DateError(f"{self.value!r} is no EDTF interval: at most one '/'.")
        for part in self._parts():
            if part != "..":
                _bounds(part)
        earliest, latest = self.earliest, self.latest
        if earliest and latest and earliest > latest:
            raise DateError(f"{self.value!r} ends before it begins.")
        if self.value in ("..", "../.."):
            raise DateError("an interval open at both ends says nothing: leave the date unknown.")

    def _parts(self) -> list[str]:
        return self.value.split("/")

    @property
    def earliest(self) -> date | None:
        """First day it may mean; ``None`` where the interval is open."""
        first = self._parts()[0]
        return None if first == ".." else _bounds(first)[0]

    @property
    def latest(self) -> date | None:
        """Last day it may mean; ``None`` where the interval is open."""
        last = self._parts()[-1]
        return None if last == ".." else _bounds(last)[1]

    @property
    def is_day(self) -> bool:
        """Whether it names one day (or a time within it)."""
        return self.earliest is not None and self.earliest == self.latest

    def agrees(self, other: PartialDate) -> bool:
        """Whether the two may mean the same time: compared at the coarser of both."""
        low, high = self.earliest or date.min, self.latest or date.max
        return low <= (other.latest or date.max) and (other.earliest or date.min) <= high

    def __str__(self) -> str:
        return self.value


def _bounds(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise DateError(f"{point!r} is no EDTF date: write 2022, 2022-08, 2022-08-11 or an interval of them.")
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            only = date(year, int(month), int(day))
            return only, only
        if month:
            return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise DateError(f"{point!r} is no day of the calendar: {error}.") from error


def parse_day(value: str) -> date:
    """A whole day in ISO 8601 (``2022-08-12``).

    Raises:
        DateError: when it is anything else.
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise DateError(f"{value!r} is no date: write it as YYYY-MM-DD, as in 2022-08-12.")
    return _bounds(value)[0]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in a text.

    ``value`` is EDTF, or an ISO 8601 duration (``P3Y``) where nothing in the text or dossier anchors one; ``None`` when
    it cannot be known. ``rule`` says how a deadline was derived ("P3Y from signing"), ``names_instrument`` is the id of
    the instrument that the date names rather than dates.
    """

    span: Span
    value: str | None
    kind: TimeKind
    basis: DateBasis = DateBasis.STATED
    rule: str | None = None
    names_instrument: str | None = None
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of a datum, with its basis and the words it rests on."""

    value: str | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    mention: Span | None = None


UNDATED = Dating()
