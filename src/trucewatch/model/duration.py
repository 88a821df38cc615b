"""Lengths of time in ISO 8601 and their arithmetic by the calendar."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from trucewatch.model.errors import DateError

_FORM = re.compile(
    r"P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?)?",
    re.ASCII,
)
_HOURS = 24


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: months and days by the calendar, ``clock`` by the clock (hours and less).

    Years are kept as twelve months, weeks as seven days.
    """

    months: int = 0
    days: int = 0
    clock: timedelta = timedelta()

    @classmethod
    def parse(cls, value: str) -> Duration:
        """The duration written ``P3Y``, ``P14D`` or ``PT24H``.

        Raises:
            DateError: when ``value`` is no ISO 8601 duration of these forms.
        """
        match = _FORM.fullmatch(value)
        if match is None:
            raise DateError(f"{value!r} is no ISO 8601 duration: write P3Y, P6M, P14D or PT24H.")
        years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        clock = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return cls(years * 12 + months, weeks * 7 + days, clock)

    def times(self, count: int) -> Duration:
        """This length ``count`` times over; a negative count turns it back."""
        return Duration(self.months * count, self.days * count, self.clock * count)

    def plus(self, other: Duration) -> Duration:
        """Both lengths together."""
        return Duration(self.months + other.months, self.days + other.days, self.clock + other.clock)

    def from_day(self, day: date) -> date:
        """``day`` moved by this length. A part of a day counts as a whole one: the hour of the start is not known.

        Months go first, and a day that the month has not becomes its last: a month after 30 January is the last day
        of February.

        Raises:
            DateError: when the result lies outside the calendar.
        """
        hours = self.clock / timedelta(hours=_HOURS)
        whole = int(-(-hours // 1)) if hours >= 0 else int(hours // 1)
        return _shifted(_by_months(day, self.months), timedelta(days=self.days + whole))

    def from_time(self, time: datetime) -> datetime:
        """``time`` moved by this length, its offset kept.

        Raises:
            DateError: when the result lies outside the calendar.
        """
        moved = datetime.combine(_by_months(time.date(), self.months), time.timetz())
        try:
            return moved + timedelta(days=self.days) + self.clock
        except OverflowError as error:
            raise DateError(f"{time.isoformat()} moved by {self.words()} leaves the calendar.") from error

    def words(self) -> str:
        """This length in English: ``3 years``, ``1 month 14 days``, ``48 hours``."""
        years, months = divmod(abs(self.months), 12)
        minutes = int(abs(self.clock).total_seconds() // 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((years, "year"), (months, "month"), (abs(self.days), "day"), (hours, "hour"), (minutes, "minute"))
        return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n) or "0 days"


def _by_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise DateError(f"{day} moved by {months} months leaves the calendar.")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError as error:
        raise DateError(f"{day} moved by {by.days} days leaves the calendar.") from error
