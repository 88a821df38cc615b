"""One verb with several objects and days: "returns the valley by 5 May and the ridge by 9 June"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from trucewatch.model.text import Span
from trucewatch.model.time import TimeMention
from trucewatch.reading.commitments.duty import Duty
from trucewatch.reading.draft import Draft

_LEADS = frozenset({"by", "before", "until", "on", "till"})
_JOINTS = frozenset({"and", ","})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP"})


def by_terms(draft: Draft, duty: Duty) -> Iterator[Duty]:
    """``duty`` cut into one for each day that an object of its own precedes; ``duty`` alone where there is one day."""
    times = _terms(draft, duty.action)
    cuts = [(one, other, rest) for one, other in pairwise(times) if (rest := _rest(draft, one, other))]
    if not cuts:
        yield duty
        return
    first = cuts[0][0]
    yield replace(duty, action=Span(duty.action.start, first.span.end), term=first.span)
    for _, other, (start, noun, end) in cuts:
        action = Span(start, end)
        yield replace(duty, verb=noun, top=noun, action=action, term=other.span)


def _terms(draft: Draft, action: Span) -> list[TimeMention]:
    """The days of ``action`` that a preposition of terms leads."""
    parse = draft.parse
    first = bisect_left(draft.times, action.start, key=lambda time: time.span.start)
    found = []
    for time in islice(draft.times, first, None):
        if time.span.start >= action.end:
            break
        words = parse.within(time.span)
        if len(words) and (words[0] == 0 or {parse.words[words[0]].lower, parse.words[words[0] - 1].lower} & _LEADS):
            found.append(time)
    return found


def _rest(draft: Draft, one: TimeMention, other: TimeMention) -> tuple[int, int, int] | None:
    """The object between two days: its start, its noun (a word), its end; ``None`` where more stands there."""
    words = draft.parse.words
    between = list(draft.parse.within(Span(one.span.end, other.span.start))) if other.span.start > one.span.end else []
    if len(between) < 2 or words[between[0]].lower not in _JOINTS:
        return None
    inner = between[1:]
    if words[inner[0]].lower == "and":
        inner = inner[1:]
    while inner and words[inner[-1]].lower in _LEADS:
        inner = inner[:-1]
    nouns = [i for i in inner if words[i].pos in ("NOUN", "PROPN")]
    if not nouns or any(words[i].pos not in _INSIDE for i in inner):
        return None
    return words[inner[0]].start, nouns[-1], words[inner[-1]].end
