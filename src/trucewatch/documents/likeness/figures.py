"""Figures and dates as values: however they are written, the same one is the same."""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TIMES: Final = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
NUMBERS: Final = (
    {word: str(number) for number, word in enumerate(_UNITS)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {word: str(number) for word, number in _TIMES.items()}
    | {word: word for word in ("dozens", "hundreds", "thousands")}
)
"""Words for numbers, with their values."""

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+")
_TIME: Final = re.compile(r"0?(\d|1\d|2[0-3])[.:]([0-5]\d)")
_DAY: Final = re.compile(r"0?([1-9])|([12]\d|3[01])")
_DATES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"),
    re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4}|\d\d)"),
    re.compile(r"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{4}|\d\d)"),
)


def figure(written: str) -> str:
    """A figure without the marks of its thousands."""
    return re.sub(r"\D", "", written) if _THOUSANDS.fullmatch(written) else written


def date(written: str) -> str | None:
    """The day of a date written in figures: ``aug 3``, or as it stands where day and month cannot be told apart."""
    for form in _DATES:
        if found := form.fullmatch(written):
            parts = found.groupdict()
            if "month" in parts and 1 <= int(parts["month"]) <= 12:
                return f"{MONTHS[int(parts['month']) - 1]} {int(parts['day'])}"
            return written
    return None


def day(value: str) -> str | None:
    """The number of a day in its month, without a leading zero; ``None`` for any other figure."""
    found = _DAY.fullmatch(value)
    return (found[1] or found[2]) if found else None


def joined(before: str, word: str) -> str | None:
    """The one value of two words for a number: "twenty two", "300 thousand"; ``None`` where they are two figures."""
    if not before.isdecimal() or len(before) > 6:
        return None
    if word in _TIMES:
        return str(int(before) * _TIMES[word])
    if word in _UNITS[1:10] and 20 <= int(before) < 100 and before.endswith("0"):
        return str(int(before) + int(NUMBERS[word]))
    return None


def same_figure(one: str, other: str) -> bool:
    """Whether two figures are one, a time of day on a clock of twelve hours or of twenty-four."""
    if one == other:
        return True
    first, second = _TIME.fullmatch(one), _TIME.fullmatch(other)
    if not first or not second:
        return False
    return first[2] == second[2] and int(first[1]) % 12 == int(second[1]) % 12
