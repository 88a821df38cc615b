"""Forms set against the publication date: EDTF values.

What the text leaves open stays open: without a publication date a relative expression has no value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.model.errors import DateError
from trucewatch.model.time import PartialDate
from trucewatch.reading.times.candidates import calendar_value, season_value, weekday_value
from trucewatch.reading.times.forms import (
    Anchored,
    AtTime,
    Between,
    Bounded,
    Calendar,
    Duration,
    Edge,
    Elapsed,
    Form,
    Nth,
    Overnight,
    PartOfDay,
    Portion,
    Recurring,
    Relative,
    Same,
    Season,
    Shift,
    Side,
    Weekday,
    Window,
    Years,
)
from trucewatch.reading.times.periods import Period, counted_unit, period, portion, unit_of, written
from trucewatch.reading.times.quantities import grain, iso_duration, moved
from trucewatch.reading.times.tense import Tense

_MONTH = 31  # days: the longest date that lends its year to another


@dataclass(slots=True)
class Setting:
    """What a form is resolved against.

    ``told`` is the value of the last date told nearby and ``told_here`` says that it stands in the same sentence;
    ``signing`` and ``effect`` are the days that an anchored length may count from. ``carried`` is set by the resolution
    when it has used ``told``.
    """

    published: date | None
    tense: Tense | None = None
    told: str | None = None
    told_here: bool = False
    signing: date | None = None
    effect: date | None = None
    carried: bool = False


def resolve(form: Form, at: Setting) -> str | None:
    """The EDTF value of ``form`` (ISO 8601 for a duration, a period code for a set), ``None`` where it is unknown."""
    value = _value(form, at)
    if value is None or isinstance(form, Duration | Recurring):
        return value
    try:
        PartialDate(value)
    except DateError:
        return None
    return value


def _value(form: Form, at: Setting) -> str | None:
    match form:
        case Calendar():
            return _calendar(form, at)
        case Weekday():
            return weekday_value(form, at.published, at.tense)
        case Relative():
            return _unit(at.published, form.unit, form.offset)
        case Same():
            return _same(form, at)
        case Shift():
            return _shift(form, at)
        case Window():
            return _window(form, at)
        case Elapsed():
            return _elapsed(form, at)
        case Portion():
            whole = period(_value(form.whole, at))
            return written(*portion(form.part, whole)) if whole else None
        case Nth():
            return _nth(form, at)
        case Edge():
            return _edge(form, at)
        case Season():
            return season_value(form, at.published, at.tense)
        case Years():
            return f"{form.first:04d}/{form.last:04d}"
        case _:
            return _composite(form, at)


def _composite(form: Form, at: Setting) -> str | None:
    match form:
        case AtTime():
            return _at_time(form, at)
        case PartOfDay():
            return _value(form.base, at)
        case Overnight():
            day = at.published
            return written(day - timedelta(days=1), day) if day and day > date.min else None
        case Between():
            return _between(form, at)
        case Bounded():
            return _bounded(form, at)
        case Anchored():
            return _anchored(form, at)
        case Duration():
            return iso_duration(form)
        case Recurring():
            return form.code
        case _:
            return None


def _calendar(form: Calendar, at: Setting) -> str | None:
    value = calendar_value(form, at.published, at.tense)
    if value is None and at.published is None and form.year is None and form.sure and form.month:
        told = period(at.told)
        if told is not None and (told.last - told.first).days <= _MONTH:
            # Without a publication date, the nearest such day to the date told before.
            at.carried = True
            return calendar_value(form, told.first, None)
    return value


def _unit(day: date | None, unit: str, offset: int) -> str | None:
    found = unit_of(day, unit, offset) if day else None
    return written(*found) if found else None


def _same(form: Same, at: Setting) -> str | None:
    told = period(at.told)
    held = unit_of(told.first, form.unit) if told else None
    fits = told is not None and held is not None and told.last <= held.last
    if fits and told and (at.told_here or not form.published):
        at.carried = True
        return _unit(told.first, form.unit, form.offset)
    return _unit(at.published, form.unit, form.offset) if form.published else None


def _shift(form: Shift, at: Setting) -> str | None:
    origin = at.published
    if form.told:
        told = period(at.told)
        if told is None or (told.first != told.last and grain(form.length) == "day"):
            return None
        origin = told.first
        at.carried = True
    day = moved(origin, form.length, form.sign) if origin else None
    return _unit(day, grain(form.length), 0) if day else None


def _window(form: Window, at: Setting) -> str | None:
    day = at.published
    other = moved(day, form.length, form.sign) if day else None
    if day is None or other is None:
        return None
    return written(*sorted((day, other)))


def _elapsed(form: Elapsed, at: Setting) -> str | None:
    whole = period(_value(form.whole, at))
    day = at.published
    if whole is None or day is None or not whole.first <= day <= whole.last:
        return written(*whole) if whole else None
    return written(whole.first, day) if form.sign < 0 else written(day, whole.last)


def _nth(form: Nth, at: Setting) -> str | None:
    if form.unit == "century":
        return f"{form.n * 100 - 99:04d}/{form.n * 100:04d}"
    if form.whole is None:  # "the third quarter": the nearest one
        if form.unit != "quarter":
            return None
        return calendar_quarter(form.n, at)
    whole = period(_value(form.whole, at))
    if whole is None:
        return None
    found = unit_of(whole.first, "week") if form.n == 0 else counted_unit(form.n, form.unit, whole, form.weekday)
    return written(*found) if found else None


def _edge(form: Edge, at: Setting) -> str | None:
    whole = period(_value(form.whole, at))
    if whole is None:
        return None
    if form.sign > 0:
        end = moved(whole.first, form.length, 1)
        last = end - timedelta(days=1) if end and end > whole.first else None
        return written(whole.first, last) if last and last <= whole.last else None
    start = moved(whole.last + timedelta(days=1), form.length, -1) if whole.last < date.max else None
    return written(start, whole.last) if start and whole.first <= start <= whole.last else None


def calendar_quarter(n: int, at: Setting) -> str | None:
    """The quarter ``n`` of the year of publication, or of the year before where it had not begun and none is ahead."""
    day = at.published
    if day is None:
        return None
    year = unit_of(day, "year")
    found = counted_unit(n, "quarter", year) if year else None
    if found is not None and found.first > day and at.tense != "future":
        before = unit_of(day, "year", -1)
        found = counted_unit(n, "quarter", before) if before else None
    return written(*found) if found else None


def _at_time(form: AtTime, at: Setting) -> str | None:
    if form.base is not None:
        day = period(_value(form.base, at))
    else:
        day = period(at.told)
        at.carried = day is not None
    if day is None or day.first != day.last:
        return None
    on = day.first
    if form.hour == 24:
        on += timedelta(days=1)
    second = f":{form.second:02d}" if form.second is not None else ""
    return f"{on.isoformat()}T{form.hour % 24:02d}:{form.minute or 0:02d}{second}{form.zone}"


def _between(form: Between, at: Setting) -> str | None:
    first, last = form.first, form.last
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        first, last = _shared_year(first, last)
        if first.month is None and first.year is None and first.day is not None:
            first = replace(first, month=last.month)
    low = _value(first, at)
    start = period(low)
    if start is None or low is None:
        return None
    high = _value(last, at)
    end = period(high)
    if end is None or end.last < start.first or not _dated(last):
        # The end is the first such time from the start on: "from Friday to Monday", "from 28 December to 3 January".
        high = _value(last, Setting(start.first, "future"))
        end = period(high)
    if end is None or high is None or end.last < start.first:
        return None
    return f"{low.split('/')[0]}/{high.split('/')[-1]}" if low != high else low


def _dated(form: Form) -> bool:
    return not isinstance(form, Calendar | Weekday) or (isinstance(form, Calendar) and form.year is not None)


def _shared_year(first: Calendar, last: Calendar) -> tuple[Calendar, Calendar]:
    if first.year is None and last.year is not None and first.month is not None:
        later = (first.month, first.day or 1) > (last.month or 12, last.day or 31)
        return replace(first, year=last.year - later), last
    return first, last


def _bounded(form: Bounded, at: Setting) -> str | None:
    if form.side in (Side.BY, Side.UNTIL):
        at.tense = at.tense or "future"
    elif form.side is Side.SINCE:
        at.tense = "past"
    date_form = form.date
    if isinstance(date_form, Portion) and date_form.part == "end" and form.side is Side.BEFORE:
        # Before the end of a period is within it: on its last day at the latest.
        return _bounded(Bounded(Side.BY, date_form), at)
    value = _value(date_form, at)
    if value is None or ".." in value:
        return None
    held = period(value)
    if held is None:
        return None
    point = "/" not in value
    match form.side:
        case Side.BY | Side.UNTIL:
            return f"../{value if point else held.last.isoformat()}"
        case Side.SINCE | Side.FROM:
            return f"{value if point else held.first.isoformat()}/.."
        case Side.BEFORE:
            if "T" in value:
                return f"../{value}"
            return f"../{(held.first - timedelta(days=1)).isoformat()}" if held.first > date.min else None
        case _:
            if "T" in value:
                return f"{value}/.."
            return f"{(held.last + timedelta(days=1)).isoformat()}/.." if held.last < date.max else None


def _anchored(form: Anchored, at: Setting) -> str | None:
    if form.date is not None:
        held: Period | None = period(_value(form.date, at))
        origin = (held.last if form.sign > 0 else held.first) if held else None
    else:
        origin = {"signing": at.signing, "effect": at.effect}.get(form.anchor or "")
    day = moved(origin, form.length, form.sign) if origin else None
    if day is None:
        return None
    return f"../{day.isoformat()}" if form.within else day.isoformat()
