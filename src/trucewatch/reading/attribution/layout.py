"""Speech shown by the layout alone: "Baku: army fired first" in a headline, "NAME: words" in a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from trucewatch.model.statement import Act, Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.scene import Candidate, Scene, Speaker
from trucewatch.reading.attribution.speakers import is_someone

_LABEL = re.compile(r"[^\W\d_][^\n:“”\"(),;]{0,48}(?:\([^()\n]{1,40}\))?:(?=\s)")
_LONGEST_LABEL = 7  # words
_ASKS = frozenset(("Q", "Question"))
_ANSWERS = frozenset(("A", "Answer"))
_HEADLINE = 30  # words


def read_layout(scene: Scene) -> Iterator[Candidate]:
    """Candidates of paragraphs that begin with a speaker's name and a colon."""
    labelled = list(_labelled(scene))
    counts = Counter(scene.text[start:colon] for start, colon, _ in labelled)
    for start, colon, end in labelled:
        name = scene.text[start:colon]
        words = scene.parse.within(Span(start, colon))
        if not words or len(words) > _LONGEST_LABEL or any(scene.words[i].pos in ("VERB", "AUX") for i in words):
            continue
        head = _head(scene, words)
        if name in _ASKS:
            continue  # a question claims nothing
        transcript = (counts[name] > 1 and not name.islower()) or name in _ANSWERS
        if not transcript and not _is_headline(scene, head, end):
            continue
        content = scene.parse.within(Span(colon + 1, end))
        kept = scene.trim(content.start, content.stop - 1) if content else None
        if kept is None or len(content) < 2:
            continue
        last = content.stop - 1 if transcript else kept[1]
        form = Form.DIRECT if transcript else Form.INDIRECT
        yield Candidate(
            Span(colon, colon + 1), None, None, Speaker(head, Span(start, colon)),
            [scene.parse.span(kept[0], last)], form, Act.ASSERT,
        )  # fmt: skip


def _labelled(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """Start, colon and end of each paragraph with a label."""
    last: dict[int, int] = {}
    first: dict[int, int] = {}
    for sentence in scene.parse.sentences:
        first.setdefault(sentence.paragraph, sentence.span.start)
        last[sentence.paragraph] = sentence.span.end
    for paragraph, start in first.items():
        match = _LABEL.match(scene.text, start, last[paragraph])
        if match is not None:
            yield start, match.end() - 1, last[paragraph]


def _head(scene: Scene, words: range) -> int:
    return next((i for i in reversed(words) if scene.words[i].pos in ("PROPN", "NOUN")), words[-1])


def _is_headline(scene: Scene, head: int, end: int) -> bool:
    """Whether a label names someone and what follows is one short line, as in a headline."""
    if not is_someone(scene, head):
        return False
    sentence = scene.parse.sentences[scene.words[head].sent]
    rest = scene.parse.within(Span(scene.words[head].end, end))
    return len(rest) <= _HEADLINE and any(scene.words[i].pos in ("VERB", "AUX") for i in rest) and bool(sentence)
