"""EDTF as TIMEX3 writes it, so that readings can be held against corpora annotated in TimeML.

TIMEX3 keeps a week as ``2004-W47``, a quarter as ``2009-Q3``, a weekend as ``2010-W04-WE``, a season as ``2009-SP``, a
decade as ``199``, a part of a day as ``2006-01-26TNI``; "early 2009" and "the end of August" have the value of the
whole period, with the part told elsewhere (``mod``); "by", "until" and "since" stay outside the expression, so that an
open interval is its one end; a stretch counted from now ("the past nine days") is the duration, and so is a length
counted from an event without a day ("two weeks after the attack"); "recently" is ``PAST_REF``; vague amounts
are ``PXY``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from trucewatch.model.time import PartialDate, TimeKind, TimeMention
from trucewatch.reading.times.lexicon import ALL_UNITS, DAY_PARTS, DESIGNATORS
from trucewatch.reading.times.numbers import duration
from trucewatch.reading.times.quantities import iso_duration
from trucewatch.reading.times.tokens import Tokens

_VAGUE = {"recently": "PAST_REF", "lately": "PAST_REF", "recent": "PAST_REF"}
_PORTION = frozenset({"early", "mid", "late", "beginning", "start", "end", "middle"})
_ORDINAL = frozenset({"first", "second", "third", "fourth", "final", "quarter", "half"})
_STRETCH = frozenset({"past", "last", "next", "coming", "previous", "following"})
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_WORD = re.compile(r"[a-z]+")


def timex3(mention: TimeMention, text: str) -> str:
    """The TIMEX3 value of a mention in ``text``."""
    words = _WORD.findall(mention.span.of(text).lower())
    value = mention.value
    if mention.kind is TimeKind.DURATION or mention.kind is TimeKind.SET:
        return value or _vague_length(words)
    if value is None:
        if mention.rule and mention.rule.startswith("P"):
            return mention.rule.split()[0]
        return next((_VAGUE[word] for word in words if word in _VAGUE), _vague_length(words))
    portion = bool(_PORTION.intersection(words) or _ORDINAL.intersection(words))
    if _STRETCH.intersection(words) and not portion and "/" in value and (length := _length(mention.span.of(text))):
        return length
    if ".." in value:
        if value.endswith("/.."):
            return value.removesuffix("/..")
        value = value.removeprefix("../")
        return _whole(value) if _PORTION.intersection(words) else value
    part = next((DAY_PARTS[word] for word in words if word in DAY_PARTS), None)
    if part and len(value) == 10:
        return f"{value}T{part}"
    return _period(value, words) if "/" in value else value


def _vague_length(words: list[str]) -> str:
    unit = next((ALL_UNITS[word] for word in reversed(words) if word in ALL_UNITS), None)
    if unit is None:
        return "XXXX-XX-XX"
    prefix, letter, factor = DESIGNATORS[unit]
    return f"{prefix}X{letter}" if factor == 1 else f"{prefix}X{'E' if unit == 'decade' else letter}"


def _length(words: str) -> str | None:
    """The duration in a stretch: "the past nine days", "the past decade" (one of it)."""
    t = Tokens(words)
    for i in range(t.count):
        found = duration(t, i)
        if found is not None:
            return iso_duration(found[0])
    last = Tokens(f"one {t.low[t.count - 2]}")
    single = duration(last, 0) if t.low[0] == "the" else None
    return iso_duration(single[0]) if single else None


def _whole(value: str) -> str:
    """The month or year that a part of it belongs to: TIMEX3 tells the part apart from the value."""
    day = PartialDate(value).latest
    if day is None:
        return value
    return f"{day.year:04d}" if (day.month, day.day) == (12, 31) else value[:7] if len(value) == 10 else value


def _period(value: str, words: list[str]) -> str:
    known = PartialDate(value)
    first, last = known.earliest, known.latest
    if first is None or last is None or "T" in value:
        return value
    days = (last - first).days + 1
    season = next((_SEASONS[word] for word in words if word in _SEASONS), None)
    if season and 89 <= days <= 92:
        return f"{first.year:04d}-{season}"
    if _PORTION.intersection(words) or words[:1] in (["earlier"], ["later"]):
        return _common(first, last)
    if days == 7 and first.weekday() == 0:
        return _week(first)
    if days == 2 and first.weekday() == 5:
        return f"{_week(first)}-WE"
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 3 and first.month % 3 == 1:
            return f"{first.year:04d}-Q{first.month // 3 + 1}"
        if months == 6 and first.month % 6 == 1:
            return f"{first.year:04d}-H{first.month // 6 + 1}"
        if months == 120 and first.year % 10 == 0 and first.month == 1:
            return f"{first.year // 10:03d}"
        if months == 1200:
            return f"{first.year // 100:02d}"
    return value


def _week(first: date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _common(first: date, last: date) -> str:
    """The smallest of week, month and year that holds both days."""
    if first.isocalendar()[:2] == last.isocalendar()[:2] and first.month == last.month and (last - first).days < 7:
        return f"{first.year:04d}-{first.month:02d}" if first.month == last.month else _week(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.year:04d}"
