"""What an expression of time says, before it is set against a publication date: the grammar's output."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Which(StrEnum):
    """The determiner that places a weekday, month or period."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date of the calendar, as far as it is written: any of year, month and day may be left out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which | None = None
    year_offset: int | None = None  # the year counted from the publication's: "October of next year"
    sure: bool = True  # false for a numeric date whose order of day and month cannot be told


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; ``week`` counts weeks from the publication's, where the text names the week."""

    weekday: int
    which: Which | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A calendar unit counted from that of the publication: yesterday is ``("day", -1)``."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Same:
    """A calendar unit counted from the last date told: "that day", "the following week", "the year"."""

    unit: str
    offset: int = 0
    published: bool = False  # whether the publication date stands in where the sentence has told no date


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: its parts as (amount, unit); an amount is ``None`` where it is vague ("several years")."""

    parts: tuple[tuple[float | None, str], ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A date so far from the publication (``told`` false) or from the last date told (``told`` true)."""

    length: Duration
    sign: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends (``sign`` -1) or begins (+1) at publication: the past 24 hours."""

    length: Duration
    sign: int


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The part of a period before (-1) or after (+1) the publication: earlier this month."""

    sign: int
    whole: Form


@dataclass(frozen=True, slots=True)
class Portion:
    """Part of a period: early, mid, late, end, first half (``"half1"``), second half (``"half2"``)."""

    part: str
    whole: Form


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th (from 1; -1 the last) unit or weekday of a period: third quarter of 2009, first Monday of May."""

    n: int
    unit: str
    whole: Form | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The first (``sign`` 1) or last (-1) stretch of a period: the first three months of 2022."""

    length: Duration
    sign: int
    whole: Form


@dataclass(frozen=True, slots=True)
class Season:
    """A season; of a ``year``, or counted by ``which``."""

    month: int
    year: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years: a decade, a century."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AtTime:
    """A time of the clock, with the day it belongs to where one is written."""

    hour: int
    minute: int | None
    second: int | None = None
    zone: str = ""  # "Z", an offset, or "" where the zone is unknown
    base: Form | None = None


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day ("Thursday night"); its value is the day."""

    part: str
    base: Form


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night before the publication."""


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another."""

    first: Form
    last: Form


class Side(StrEnum):
    """Which way an open interval runs."""

    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    FROM = "from"  # from then on, told of what is to come as well
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Bounded:
    """A date with the preposition that makes it an open interval."""

    side: Side
    date: Form


@dataclass(frozen=True, slots=True)
class Anchored:
    """A length counted from something: within three years from the signing.

    ``anchor`` is ``"signing"``, ``"effect"``, the words of the text, or ``None`` where none is written ("within 72
    hours"); ``date`` is set where it is a date instead. ``within`` says that it is an outer limit, ``numbered`` that a
    plan numbers its days ("on day 5 after withdrawal").
    """

    length: Duration
    sign: int
    within: bool
    anchor: str | None = None
    date: Form | None = None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times, as ISO 8601 period (``P1W``) or, for weekdays, TIMEX3's ``XXXX-WXX-1``."""

    code: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar holds: recently, in recent months."""

    sign: int


@dataclass(frozen=True, slots=True)
class NoTime:
    """Words that look like a time and are none: an age."""


type Form = (
    Calendar
    | Weekday
    | Relative
    | Same
    | Duration
    | Shift
    | Window
    | Elapsed
    | Portion
    | Edge
    | Nth
    | Season
    | Years
    | AtTime
    | PartOfDay
    | Overnight
    | Between
    | Bounded
    | Anchored
    | Recurring
    | Vague
    | NoTime
)


class Found(NamedTuple):
    """An expression: its tokens ``[first, end)`` and its form."""

    first: int
    end: int
    form: Form
