"""Days that pages and front matter state of themselves. Only forms that can be read in one way are read."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_EARLIEST: Final = 1900
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|(\d{2})(\d{2}))(?![\d-])")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
_DAY_MONTH: Final = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_DAY: Final = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def day(stated: str) -> date | None:
    """The calendar day of ``stated``, as its own time zone has it; ``None`` for forms that could mean two days.

    Read are ISO 8601 (RFC 3339 times too), ``YYYY/MM/DD``, ``YYYYMMDD``, the dates of mail and of HTTP (RFC 5322,
    RFC 9110) and English dates with the month in letters. ``03/04/2026`` is not: it is March to one and April to
    another.
    """
    stated = stated.strip()[:100]
    if found := _ISO.match(stated):
        year, *rest = (int(group) for group in found.groups() if group is not None)
        return _valid(year, rest[0], rest[1])
    if found := _DAY_MONTH.match(stated):
        return _valid(int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if found := _MONTH_DAY.match(stated):
        return _valid(int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2]))
    return None


def _valid(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if year >= _EARLIEST else None
    except ValueError:
        return None
