"""Odd dates, to be warned of and left as they stand: impossible, ambiguous, at odds with weekday or story."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from trucewatch.model.text import Span
from trucewatch.model.time import TimeKind, TimeMention
from trucewatch.reading.times.dispatch import expression
from trucewatch.reading.times.forms import Bounded, Calendar
from trucewatch.reading.times.lexicon import ALL_WEEKDAYS
from trucewatch.reading.times.periods import Period, period
from trucewatch.reading.times.tense import tense_around
from trucewatch.reading.times.tokens import Tokens

_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEFORE = 160  # code points read before a date to tell its tense
_GAP = 24  # code points between a stretch and the days that are to lie in it
_WINDOW_WORDS = frozenset({"past", "last", "previous"})


def odd_times(
    text: str, mentions: Sequence[TimeMention], published: date | None
) -> tuple[tuple[Span, str], ...]:  # fmt: skip
    """What looks odd in the time expressions of ``text``: spans with a message each, in text order.

    Told are a day that no calendar has, a numeric date that can be read two ways, a weekday that is not its date's, a
    day after ``published`` told in the past, and a day outside the stretch that the text puts it in.
    """
    found: list[tuple[Span, str]] = []
    for i, mention in enumerate(mentions):
        found.extend((mention.span, message) for message in _alone(text, mention))
        message = _told_too_early(text, mention, published)
        if message is not None:
            found.append((mention.span, message))
        found.extend(_outside(text, mention, mentions[i + 1 : i + 4]))
    return tuple(sorted(found))


def _alone(text: str, mention: TimeMention) -> Iterator[str]:
    words = mention.span.of(text)
    if mention.kind is not TimeKind.DATE and mention.value is not None:
        return
    weekday = _first_word(words) in ALL_WEEKDAYS
    if mention.value is not None and not weekday:
        return
    form = _form(words)
    if form is None:
        return
    if not form.sure:
        yield f"“{words}” can be read two ways, day or month first; its date is left open."
    elif form.month and form.day and form.day > _days_of(form.year, form.month):
        yield f"“{words}” is no day of the calendar."
    elif weekday and form.weekday is not None and mention.value is not None:
        held = period(mention.value)
        if held and held.first == held.last and held.first.weekday() != form.weekday:
            yield f"{held.first.isoformat()} is a {_WEEKDAY_NAMES[held.first.weekday()]}, not as “{words}” has it."


def _first_word(words: str) -> str:
    return words.split(None, 1)[0].strip(".,").lower() if words.strip() else ""


def _form(words: str) -> Calendar | None:
    """The calendar date that the words hold, a bound before it or not."""
    found = expression(Tokens(words), 0)
    form = found[0].form if found else None
    if isinstance(form, Bounded):
        form = form.date
    return form if isinstance(form, Calendar) else None


def _days_of(year: int | None, month: int) -> int:
    return calendar.monthrange(year or 2000, month)[1]


def _told_too_early(text: str, mention: TimeMention, published: date | None) -> str | None:
    held = period(mention.value) if mention.kind is TimeKind.DATE and not mention.deadline else None
    if published is None or held is None or held.first != held.last or held.first <= published:
        return None
    start = max(0, mention.span.start - _BEFORE)
    t = Tokens(text[start : mention.span.end])
    first = t.at(mention.span.start - start)
    sentence = t.sentence_start(first)
    led = t.low[first - 1] in ("on", "in") and first - 1 > sentence
    verb = first - 2 if led else first - 1
    if tense_around(t, first, t.count) != "past" or not _past_verb(t, verb, sentence):
        return None
    return f"“{mention.span.of(text)}” ({mention.value}) lies after publication ({published}), yet is told in the past."


def _past_verb(t: Tokens, k: int, start: int) -> bool:
    """Whether a finished verb form stands right before: "was killed on", "signed on"; not "is expected on"."""
    if k < start or not t.low[k].endswith("ed") or t.low[k] in ("scheduled", "expected", "planned", "slated", "dated"):
        return False
    return t.low[k - 1] not in ("be", "is", "are", "to", "will", "being", "get") and "will" not in t.low[start:k]


def _outside(text: str, stretch: TimeMention, following: Sequence[TimeMention]) -> Iterator[tuple[Span, str]]:
    """Days told in apposition to a stretch ("in the past week, on August 2") that lie outside it."""
    if stretch.kind is not TimeKind.INTERVAL or ".." in (stretch.value or ""):
        return
    words = stretch.span.of(text)
    held = period(stretch.value)
    if held is None or not _WINDOW_WORDS.intersection(words.lower().split()):
        return
    end = stretch.span.end
    for mention in following:
        between = text[end : mention.span.start]
        if not _apposed(between, first=end == stretch.span.end):
            return
        day = period(mention.value) if mention.kind is TimeKind.DATE else None
        if day is None or day.first != day.last:
            return
        if not _within(day, held):
            yield mention.span, f"“{mention.span.of(text)}” ({mention.value}) lies outside “{words}” ({stretch.value})."
        end = mention.span.end


def _apposed(between: str, *, first: bool) -> bool:
    if len(between) > _GAP or "." in between:
        return False
    words = between.lower().replace("and", " ").split()
    bare = all(word.strip("—–-,:(") in ("", "on", "the") for word in words)
    return bare and (not first or any(sign in between for sign in "—–-,:("))


def _within(day: Period, held: Period) -> bool:
    return held.first <= day.first and day.last <= held.last
