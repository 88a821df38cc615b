"""Lengths of time as ISO 8601 durations, and dates moved by them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from trucewatch.reading.times.forms import Duration
from trucewatch.reading.times.lexicon import DESIGNATORS

_DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14,
         "weekend": 7}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}


def iso_duration(length: Duration) -> str | None:
    """The length in ISO 8601 ("P3Y", "PT1H30M", "P2.5Y"); ``None`` where an amount is vague."""
    dates, clock = "", ""
    for amount, unit in length.parts:
        if amount is None:
            return None
        prefix, letter, factor = DESIGNATORS[unit]
        figure = f"{amount * factor:g}" if amount * factor < 1e6 else str(int(amount * factor))
        if prefix == "PT":
            clock += figure + letter
        else:
            dates += figure + letter
    return f"P{dates}" + (f"T{clock}" if clock else "")


def moved(day: date, length: Duration, sign: int) -> date | None:
    """``day`` plus or minus the length, hours counted as days begun; ``None`` where vague or beyond the calendar."""
    for amount, unit in length.parts:
        if amount is None:
            return None
        try:
            if unit in _MONTHS:
                day = add_months(day, sign * round(amount * _MONTHS[unit]))
            else:
                days = amount * _DAYS[unit]
                day += timedelta(
                    days=sign * (int(days) if days == int(days) else int(days) + 1 if days > 1 / 24 else 0)
                )
        except (ValueError, OverflowError):
            return None
    return day


def add_months(day: date, months: int) -> date:
    """``day`` so many months on, on the same day of the month or its last.

    Raises:
        ValueError: beyond the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def grain(length: Duration) -> str:
    """The unit to which a date so far away is told: "two years ago" is a year, "three weeks ago" a day."""
    unit = length.parts[-1][1]
    if unit in ("year", "decade", "century"):
        return "year"
    return "month" if unit in ("month", "quarter", "semester") else "day"
