"""Quotations without a cue of their own: they go on with the speech before them, or take the speaker in view."""

from __future__ import annotations

from bisect import bisect_right

from trucewatch.model.statement import Act, Form
from trucewatch.reading.attribution.direct import begins_sentence, bounds
from trucewatch.reading.attribution.scene import NOWHERE, QUOTE_MARKS, TERMINATORS, Candidate, Scene, Speaker
from trucewatch.reading.attribution.speakers import is_someone, speaker_at

_SHORTEST = 3  # words of a quotation that stands alone
_FARTHEST = 2  # paragraphs that a speaker stays in view without speaking


def chain_quotations(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Give each untied quotation to the speech it continues; return new candidates for those that stand alone."""
    holder = {number: candidate for candidate in candidates for number in candidate.heard}
    covered = _Cover(candidates)
    alone: list[Candidate] = []
    speaking = sorted((c for c in candidates if c.level == NOWHERE and c.cue is not None), key=lambda c: c.start)
    last: tuple[int, Candidate] | None = None
    for number in sorted(scene.speech):
        if scene.outer[number] != NOWHERE:
            continue
        if number not in holder:
            before = last
            last = None
            edges = bounds(scene, number)
            if edges is None or not begins_sentence(scene, edges[0]) or covered.holds(scene.words[edges[0]].start):
                last = before
                continue
            if before is not None and _continues(scene, before[0], edges[0]):
                before[1].content.extend(scene.quotations[number].parts)
                before[1].heard.append(number)
                holder[number] = before[1]
            else:
                new = _alone(scene, number, edges, speaking, before)
                if new is None:
                    last = before
                    continue
                alone.append(new)
                holder[number] = new
        last = (number, holder[number])
    return alone


class _Cover:
    """Which code points lie in the content of a candidate already."""

    def __init__(self, candidates: list[Candidate]) -> None:
        spans = sorted(span for c in candidates for span in c.content)
        self.starts: list[int] = []
        self.ends: list[int] = []
        reach = 0
        for span in spans:
            reach = max(reach, span.end)
            self.starts.append(span.start)
            self.ends.append(reach)

    def holds(self, offset: int) -> bool:
        i = bisect_right(self.starts, offset) - 1
        return i >= 0 and offset < self.ends[i]


def _continues(scene: Scene, before: int, first: int) -> bool:
    """Whether nothing but the tag of quotation ``before`` stands between it and word ``first``."""
    edges = bounds(scene, before)
    if edges is None or scene.paragraph(first) - scene.paragraph(edges[1]) > 1:
        return False
    gap = [i for i in range(edges[1] + 1, first) if scene.words[i].text not in QUOTE_MARKS]
    ended = [i for i in gap if scene.words[i].text in TERMINATORS]
    return len(gap) <= 40 and (not ended or ended[0] == gap[-1])


def _alone(
    scene: Scene,
    number: int,
    edges: tuple[int, int],
    speaking: list[Candidate],
    before: tuple[int, Candidate] | None,
) -> Candidate | None:
    if edges[1] - edges[0] + 1 < _SHORTEST:
        return None
    speaker = _in_view(scene, edges[0], speaking, before)
    if speaker is None:
        return None
    parts = list(scene.quotations[number].parts)
    return Candidate(None, None, None, speaker, parts, Form.DIRECT, Act.ASSERT, heard=[number])


def _in_view(
    scene: Scene, first: int, speaking: list[Candidate], before: tuple[int, Candidate] | None
) -> Speaker | None:
    """The speaker just before in the paragraph, the subject of the sentence before, or the last speaker."""
    sentence = scene.words[first].sent
    paragraph = scene.paragraph(first)
    start = scene.words[first].start
    i = bisect_right(speaking, start, key=lambda c: c.start) - 1
    recent = speaking[i] if i >= 0 else None
    if recent is not None and recent.head is not None and scene.paragraph(recent.head) == paragraph:
        return recent.speaker
    if sentence > 0 and scene.parse.sentences[sentence - 1].paragraph == paragraph:
        root = scene.parse.sentences[sentence - 1].root
        subject = scene.parse.child(root, "nsubj", "nsubjpass")
        if subject is not None and is_someone(scene, subject):
            return speaker_at(scene, subject)
    if before is not None:
        edges = bounds(scene, before[0])
        if edges is not None and paragraph - scene.paragraph(edges[1]) <= _FARTHEST:
            return before[1].speaker
    if recent is not None and recent.head is not None and paragraph - scene.paragraph(recent.head) <= 1:
        return recent.speaker
    return None
