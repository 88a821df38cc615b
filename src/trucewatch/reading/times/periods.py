"""Periods as pairs of days, and their EDTF."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from trucewatch.model.errors import DateError
from trucewatch.model.time import PartialDate
from trucewatch.reading.times.quantities import add_months


class Period(NamedTuple):
    """First and last day, both included."""

    first: date
    last: date


def period(value: str | None) -> Period | None:
    """The days an EDTF value holds; ``None`` where it is open, unknown or impossible."""
    if value is None:
        return None
    try:
        known = PartialDate(value)
    except DateError:
        return None
    first, last = known.earliest, known.latest
    return Period(first, last) if first and last else None


def written(first: date, last: date) -> str:
    """The shortest EDTF for the days from ``first`` to ``last``: a day, month, year, or an interval of these."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if first.month == 1 and last.month == 12:
            low, high = f"{first.year:04d}", f"{last.year:04d}"
        else:
            low, high = first.isoformat()[:7], last.isoformat()[:7]
        return low if low == high else f"{low}/{high}"
    return f"{first.isoformat()}/{last.isoformat()}"


def unit_of(day: date, unit: str, offset: int = 0) -> Period | None:
    """The calendar unit that holds ``day``, or one ``offset`` units on; weeks run from Monday (ISO 8601)."""
    try:
        return _unit_of(day, unit, offset)
    except (ValueError, OverflowError):
        return None


def _unit_of(day: date, unit: str, offset: int) -> Period:
    if unit == "day":
        return Period(day + timedelta(days=offset), day + timedelta(days=offset))
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
        return Period(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        return months(add_months(day.replace(day=1), offset), 1)
    if unit == "quarter":
        start = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        return months(add_months(start, 3 * offset), 3)
    if unit == "year":
        return Period(date(day.year + offset, 1, 1), date(day.year + offset, 12, 31))
    if unit == "decade":
        start_year = day.year // 10 * 10 + 10 * offset
        return Period(date(start_year, 1, 1), date(start_year + 9, 12, 31))
    if unit == "century":
        start_year = (day.year - 1) // 100 * 100 + 1 + 100 * offset
        return Period(date(start_year, 1, 1), date(start_year + 99, 12, 31))
    raise ValueError(f"no calendar unit: {unit}")


def months(start: date, count: int) -> Period:
    """``count`` months from the first day ``start``."""
    return Period(start, add_months(start, count) - timedelta(days=1))


_THIRDS = {"early": 0, "mid": 1, "late": 2, "end": 2}


def portion(part: str, whole: Period) -> Period:
    """Early, mid or late of a period: thirds of a month (days 1-10, 11-20, 21-end), of a year (four months each), of a
    week (Monday-Tuesday, Wednesday-Thursday, Friday-Sunday), of anything else by days."""
    third = _THIRDS[part]
    first, last = whole
    days = (last - first).days + 1
    if days == 1:
        return whole
    if 28 <= days <= 31:
        start = first + timedelta(days=10 * third)
        return Period(start, last if third == 2 else start + timedelta(days=9))
    if days in (365, 366):
        return months(add_months(first, 4 * third), 4)
    if days == 7:
        start = first + timedelta(days=2 * third)
        return Period(start, last if third == 2 else start + timedelta(days=1))
    if first.month == 1 and first.day == 1 and days in (3652, 3653):
        start_year = first.year + (0, 3, 7)[third]
        return Period(date(start_year, 1, 1), date(first.year + (2, 6, 9)[third], 12, 31))
    start = first + timedelta(days=days * third // 3)
    return Period(start, last if third == 2 else first + timedelta(days=days * (third + 1) // 3 - 1))


def counted_unit(n: int, unit: str, whole: Period, weekday: int | None = None) -> Period | None:
    """The n-th unit of a period (-1 the last). A week belongs to the month or year of its Thursday (ISO 8601)."""
    try:
        return _counted_unit(n, unit, whole, weekday)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999
        return None


def _counted_unit(n: int, unit: str, whole: Period, weekday: int | None) -> Period | None:
    first, last = whole
    if unit == "weekday" and weekday is not None:
        return _nth_weekday(n, weekday, whole)
    if unit in ("week", "weekend"):
        thursday = _nth_weekday(n, 3, whole)
        return unit_of(thursday.first, unit) if thursday else None
    if unit == "half":
        return _half(n, whole)
    if unit == "day":
        day = last if n == -1 else first + timedelta(days=n - 1)
        return Period(day, day) if first <= day <= last else None
    step = {"quarter": 3, "month": 1}.get(unit)
    if step is None:
        return None
    start = add_months(last.replace(day=1), 1 - step) if n == -1 else add_months(first.replace(day=1), step * (n - 1))
    found = months(start, step)
    return found if first <= found.first and found.last <= last else None


def _nth_weekday(n: int, weekday: int, whole: Period) -> Period | None:
    first, last = whole
    if n == -1:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    return Period(day, day) if first <= day <= last else None


def _half(n: int, whole: Period) -> Period | None:
    first, last = whole
    days = (last - first).days + 1
    if n not in (1, 2, -1):
        return None
    if days in (365, 366):
        return months(first if n == 1 else add_months(first, 6), 6)
    middle = first + timedelta(days=days // 2)
    return Period(first, middle - timedelta(days=1)) if n == 1 else Period(middle, last)
