"""Which one is meant: the year of "August 2", the week of "Thursday", the year of "last summer"."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from trucewatch.reading.times.forms import Calendar, Season, Weekday, Which
from trucewatch.reading.times.periods import Period, months, unit_of, written
from trucewatch.reading.times.tense import Tense

_LONG_AGO = 300  # days: a day without its year lies rarely that far back ...
_SOON = 60  # ... when the same day is that near ahead
_FAR_AHEAD = 240  # days: a yearless day told of the future is not taken that far ahead ...
_JUST_PAST = 75  # ... when the same day has passed that lately
_PAST_WEIGHT = 3  # without a cue, the past is preferred up to so many times the distance of the future


def calendar_value(form: Calendar, published: date | None, tense: Tense | None) -> str | None:
    """EDTF of a calendar date; a missing year is that of the nearest such date, by tense."""
    if not form.sure:
        return None
    if form.year_offset is not None and published is not None:
        form = replace(form, year=published.year + form.year_offset)
    if form.year is not None:
        return _complete(form)
    if published is None or (form.month is None and form.day is None):
        return None
    options = list(_options(form, published))
    if form.weekday is not None and form.day is not None:
        options = [each for each in options if each.first.weekday() == form.weekday] or options
    chosen = _chosen(options, published, tense, form.which)
    return written(*chosen) if chosen else None


def _complete(form: Calendar) -> str | None:
    if not 1 <= (form.year or 0) <= 9999:
        return None
    year = f"{form.year:04d}"
    if form.month is None:
        return year if form.day is None else None
    if form.day is None:
        return f"{year}-{form.month:02d}"
    found = _day(form.year or 0, form.month, form.day)
    return found.isoformat() if found else None


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _options(form: Calendar, published: date) -> Iterable[Period]:
    """The dates of this form around ``published``, oldest first."""
    if form.month is None:
        for offset in range(-12, 13):
            month = unit_of(published, "month", offset)
            day = _day(month.first.year, month.first.month, form.day or 0) if month else None
            if day and (form.weekday is not None or abs(offset) <= 1):
                yield Period(day, day)
        return
    reach = 4 if (form.month, form.day) == (2, 29) or form.weekday is not None else 1
    for year in range(published.year - reach, published.year + reach + 1):
        if form.day is not None:
            day = _day(year, form.month, form.day)
            if day:
                yield Period(day, day)
        elif 1 <= year <= 9998:
            yield months(date(year, form.month, 1), 1)


def _chosen(options: list[Period], published: date, tense: Tense | None, which: Which | None) -> Period | None:
    past = [each for each in options if each.first <= published]
    ahead = [each for each in options if each.last >= published]
    if which is Which.LAST:
        past = [each for each in past if each.last < published]
        return past[-1] if past else None
    if which is Which.NEXT:
        ahead = [each for each in ahead if each.first > published]
        return ahead[0] if ahead else None
    if not past or not ahead:
        return past[-1] if past else ahead[0] if ahead else None
    back, forth = (published - past[-1].last).days, (ahead[0].first - published).days
    if back <= 0:  # the publication lies within it
        return past[-1]
    if tense == "future":
        # A deadline told of as future from long ago reads as one just past: "were to leave by January 7", on the 17th.
        return past[-1] if forth > _FAR_AHEAD and back <= _JUST_PAST else ahead[0]
    if tense == "past":
        return ahead[0] if back > _LONG_AGO and forth <= _SOON else past[-1]
    return ahead[0] if back > _PAST_WEIGHT * forth else past[-1]


def weekday_value(form: Weekday, published: date | None, tense: Tense | None) -> str | None:
    """The day a weekday means: the latest not after publication, or the first from it on where the future is told.

    "last" and "next" count by ISO weeks: that day of the week before, or after, the publication's.
    """
    if published is None:
        return None
    back = (published.weekday() - form.weekday) % 7
    week = form.week if form.week is not None else {Which.LAST: -1, Which.NEXT: 1}.get(form.which or Which.THIS)
    try:
        if week is not None:
            day = published - timedelta(days=published.weekday() - form.weekday - 7 * week)
        elif form.which is Which.THIS or tense == "future":
            day = published + timedelta(days=-back % 7)
        else:
            day = published - timedelta(days=back)
    except OverflowError:
        return None
    return day.isoformat()


def season_value(form: Season, published: date | None, tense: Tense | None) -> str | None:
    """The three months of a season (northern, meteorological); a winter is named by the year of its December."""
    if form.year is not None:
        return _season(form.year, form.month) if 1 <= form.year <= 9998 else None
    if published is None or not 3 <= published.year <= 9996:
        return None
    options = [months(date(published.year + n, form.month, 1), 3) for n in (-2, -1, 0, 1)]
    past = [each for each in options if each.last < published]
    ahead = [each for each in options if each.first > published]
    now = [each for each in options if each.first <= published <= each.last]
    if form.which is Which.LAST:
        chosen = past[-1]
    elif form.which is Which.NEXT:
        chosen = ahead[0]
    elif form.which is Which.THIS:
        chosen = now[0] if now else options[2]
    else:
        chosen = now[0] if now else ahead[0] if tense == "future" else past[-1]
    return written(*chosen)


def _season(year: int, month: int) -> str:
    return written(*months(date(year, month, 1), 3))
