"""Days that words name, against the day they were printed: weekdays, "yesterday", "3 August", "in March"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_WEEKDAYS = {name.casefold(): n for n, name in enumerate(calendar.day_name)}
_MONTH = "|".join(name for name in _MONTHS if name != "may") + "|May"
_DATE = re.compile(
    r"(?<!statement of )(?<!bulletin of )(?<!report of )(?<!declaration of )(?<!agreement of )"
    rf"\b(?:(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}}))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?\b(?!\s+(?:statement|declaration|agreement|accord))",
    re.I,
)
_BARE = re.compile(rf"\b(?:in|of|since)\s+(?P<month>{_MONTH})\b(?!\s+\d)", re.I)
_DAY = re.compile(rf"\b(?P<day>{'|'.join(_WEEKDAYS)})\b", re.I)
_NEAR = (("yesterday", 1, 1), ("overnight", 1, 0), ("last night", 1, 0), ("today", 0, 0), ("this morning", 0, 0))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``low`` to ``high`` as ordinals, ends included."""

    low: int
    high: int

    def meets(self, other: Stretch, slack: int = 0) -> bool:
        """Whether the two share a day, or come within ``slack`` days of it."""
        return self.low - slack <= other.high and other.low - slack <= self.high


def named(text: str, printed: date) -> Stretch | None:
    """The days that ``text`` names, as one stretch from the first to the last; ``None`` where it names none.

    A weekday is the last one on or before ``printed``, a date without a year the nearest one not long after it.
    """
    low: list[date] = []
    high: list[date] = []
    for match in _DATE.finditer(text):
        day = _dated(match, printed)
        if day is not None:
            low.append(day)
            high.append(day)
    weekdays = list(_DAY.finditer(text))
    plain = [match for match in weekdays if not text.startswith(("'s", "’s"), match.end())]
    for match in plain or ([] if low else weekdays):  # "near the place of Saturday's incident" is another day
        back = (printed.weekday() - _WEEKDAYS[match["day"].casefold()]) % 7
        low.append(printed - timedelta(days=back))
        high.append(low[-1])
    folded = text.casefold()
    for words, first, last in _NEAR:
        if words in folded:
            low.append(printed - timedelta(days=first))
            high.append(printed - timedelta(days=last))
    if not low:
        for match in _BARE.finditer(text):
            month = _MONTHS[match["month"].casefold()]
            year = printed.year if month <= printed.month else printed.year - 1
            low.append(date(year, month, 1))
            high.append(date(year, month, calendar.monthrange(year, month)[1]))
    return Stretch(min(low).toordinal(), max(high).toordinal()) if low else None


def _dated(match: re.Match[str], printed: date) -> date | None:
    month = _MONTHS[(match["month"] or match["month2"]).casefold()]
    day = int(match["day"] or match["day2"])
    try:
        if match["year"]:
            return date(int(match["year"]), month, day)
        found = date(printed.year, month, day)
        return found if (found - printed).days <= 60 else date(printed.year - 1, month, day)
    except ValueError:
        return None
