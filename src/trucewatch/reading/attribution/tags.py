"""Tags that close a sentence and that the parser does not see as such: "..., local chiefs report.", "..., X wrote"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.statement import Act, Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.content import FINITE
from trucewatch.reading.attribution.lexicon import Cue, Kind, forms, verbs
from trucewatch.reading.attribution.scene import NOWHERE, Candidate, Scene, Speaker
from trucewatch.reading.attribution.speakers import phrase

_LONGEST_TAIL = 10  # words that may follow the cue
_MOST_COMMAS = 3  # within the speaker's phrase, appositions included


def read_tags(scene: Scene, found: list[Candidate]) -> Iterator[Candidate]:
    """Candidates of sentences that end in a speaker and a verb of speech behind a comma, where ``found`` has none.

    Where ``found`` has one of the same cue, with words of the content for its speaker, that one is put right.
    """
    cued = {c.head: c for c in found if c.head is not None and c.entry is not None}
    for sentence in scene.parse.sentences:
        if scene.level[sentence.first] != NOWHERE:
            continue
        for i in range(sentence.last - 1, max(sentence.first + 3, sentence.last - 2 - _LONGEST_TAIL), -1):
            entry = _entry(scene, i, sentence.last)
            if entry is not None:
                tag = _tag(scene, i, sentence.first, entry)
                if tag is not None and i in cued:
                    _put_right(scene, cued[i], tag)
                elif tag is not None:
                    yield tag
                break


def _put_right(scene: Scene, found: Candidate, tag: Candidate) -> None:
    """Take the speaker and the content by the layout where the parse took a word of the content for the speaker."""
    if found.heard or tag.speaker is None or tag.speaker.phrase is None:
        return
    head = None if found.speaker is None else found.speaker.head
    if head is None or scene.words[head].end <= tag.content[-1].end or found.content[0].start > scene.words[head].start:
        found.speaker, found.content, found.clause = tag.speaker, tag.content, None


def _entry(scene: Scene, i: int, last: int) -> Cue | None:
    word = scene.words[i]
    known = verbs()
    if word.pos == "VERB" and word.tag in FINITE:
        entry = known.get(word.lemma)
    elif word.pos == "NOUN" and word.dep == "ROOT" and i >= last - 2 and word.lower in _plural_forms():
        entry = known[_plural_forms()[word.lower]]
    else:
        return None
    return entry if entry is not None and entry.kind is Kind.SAY and entry.takes("q") and entry.takes("s") else None


def _plural_forms() -> dict[str, str]:
    """Forms that a tagger takes for nouns, plain ones included ("chiefs report")."""
    return {**forms(), **{lemma: lemma for lemma in ("report", "claim", "state", "note")}}


def _tag(scene: Scene, verb: int, first: int, entry: Cue) -> Candidate | None:
    """The candidate of a tag whose cue is ``verb``, its speaker behind the last comma or before an apposition."""
    words = scene.words
    behind = [words[c].dep for c in words[verb].children if c > verb]
    if "ccomp" in behind or "xcomp" in behind or ("dobj" in behind and not entry.takes("r")):
        return None
    commas = [i for i in range(max(first + 2, verb - 30), verb) if words[i].text == ","][-_MOST_COMMAS:]
    if not commas or any(scene.level[i] != NOWHERE for i in range(first, verb + 1)):
        return None
    start = commas[-1] + 1
    if start >= verb:  # "X, a spokesman for Y, wrote"
        if len(commas) < 2:
            return None
        start = commas[-2] + 1
    for comma in reversed(commas):
        if comma + 1 < start and words[comma + 1].ent == "PERSON" and words[comma + 1].ent_start:
            start = comma + 1
            break
    else:
        if commas[-1] + 1 >= verb:
            return None
    head = _head(scene, start, verb)
    span = scene.span(first, start - 1)
    if head is None or span is None or not any(words[i].tag in FINITE for i in range(first, start)):
        return None
    low = phrase(scene, head)
    named = (
        Span(max(low.start, words[start].start), max(low.end, words[head].end))
        if low.end > words[start].start
        else None
    )
    cue = scene.parse.span(verb, verb)
    speaker = Speaker(head, named or scene.parse.span(head, head))
    return Candidate(cue, verb, entry, speaker, [span], Form.INDIRECT, Act.ASSERT, NOWHERE, None)


def _head(scene: Scene, start: int, verb: int) -> int | None:
    """The last noun of the phrase that opens at ``start``."""
    words = scene.words
    head = None
    for i in range(start, verb):
        if words[i].pos in ("NOUN", "PROPN"):
            head = i
        elif words[i].pos not in ("DET", "ADJ", "NUM", "PART") and words[i].text != "-":
            break
    return head
