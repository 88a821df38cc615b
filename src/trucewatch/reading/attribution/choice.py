"""The choice among candidates: one for each cue, sources that can speak, contents that do not swallow their own cue."""

from __future__ import annotations

from trucewatch.model.statement import Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.lexicon import Kind
from trucewatch.reading.attribution.scene import NOWHERE, QUOTE_MARKS, Candidate, Scene
from trucewatch.reading.attribution.speakers import is_someone

_LONGEST = 3000  # code points


def choose(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that become statements, in text order, their forms settled."""
    kept: list[Candidate] = []
    cues: set[tuple[int, int, int]] = set()
    for candidate in candidates:
        if candidate.speaker is None or _is_boundless(candidate) or not _may_hold(scene, candidate):
            continue
        candidate.content = _balance(scene, candidate)
        candidate.content = _tidy(candidate)
        if not candidate.content:
            continue
        if candidate.cue is not None:
            key = (candidate.cue.start, candidate.cue.end, candidate.content[0].start)
            if key in cues:
                continue
            cues.add(key)
        kept.append(candidate)
    starts = sorted((q.parts[0].start, q.parts[-1].end) for q in scene.quotations)
    for candidate in kept:
        candidate.form = _form(candidate, starts)
    kept.sort(key=lambda c: (c.start, c.content[0].start, c.content[-1].end))
    return kept


def _is_boundless(candidate: Candidate) -> bool:
    """Whether a reported clause is longer than sentences are: what the parser makes of a text without any."""
    return candidate.form is not Form.DIRECT and sum(map(len, candidate.content)) > _LONGEST


def _may_hold(scene: Scene, candidate: Candidate) -> bool:
    """Whether the source can have a stance: findings and people speak, things only say."""
    if candidate.entry is None or candidate.entry.kind not in (Kind.STANCE, Kind.DECLINE):
        return True
    speaker = candidate.speaker
    return speaker is not None and speaker.head is not None and is_someone(scene, speaker.head)


def _balance(scene: Scene, candidate: Candidate) -> list[Span]:
    """The content with a quotation that it breaks off taken in to its end."""
    if candidate.form is Form.DIRECT:
        return candidate.content
    spans = []
    for span in candidate.content:
        if (end := scene.opened_at(span.start)) is not None and end < span.end - 1:
            span = Span(span.start - 1, span.end)
        span = Span(scene.past_dateline(span), scene.closed_at(span))
        last = scene.parse.at(span.end - 1)
        number = NOWHERE if last is None else scene.level[last]
        if number not in (NOWHERE, candidate.level):
            for part in scene.quotations[number].parts:
                if span.start < part.start < span.end < part.end:
                    closed = scene.text[part.end : part.end + 1] in QUOTE_MARKS
                    span = Span(span.start, part.end + closed)
        spans.append(span)
    return spans


def _tidy(candidate: Candidate) -> list[Span]:
    """The content in text order, without what overlaps the cue or a fragment before it."""
    spans: list[Span] = []
    for span in sorted(candidate.content):
        if candidate.cue is not None and span.meets(candidate.cue):
            if candidate.cue.end < span.end and candidate.cue.start <= span.start:
                span = Span(candidate.cue.end, span.end)
            elif span.start < candidate.cue.start:
                span = Span(span.start, candidate.cue.start)
            else:
                continue
        if spans and span.start < spans[-1].end:
            if span.end > spans[-1].end:
                spans[-1] = Span(spans[-1].start, span.end)
            continue
        spans.append(span)
    return spans


def _form(candidate: Candidate, quotations: list[tuple[int, int]]) -> Form:
    if candidate.form is not Form.INDIRECT:
        return candidate.form
    for span in candidate.content:
        low, high = 0, len(quotations)
        while low < high:
            middle = (low + high) // 2
            if quotations[middle][0] < span.start:
                low = middle + 1
            else:
                high = middle
        if low < len(quotations) and quotations[low][1] <= span.end:
            return Form.MIXED
    return Form.INDIRECT
