"""Subjects that the parser missed, found by where they stand: before a cue, after an inverted one."""

from __future__ import annotations

from trucewatch.reading.attribution.scene import QUOTE_MARKS, TERMINATORS, Scene

_FARTHEST = 45  # words searched before a cue


def speaker_nearby(scene: Scene, verb: int) -> int | None:
    """The head word of the speaker of a quotation's cue whose subject the parser did not find."""
    for find in (preceding_subject, inverted_subject, _noun_before):
        head = find(scene, verb)
        if head is not None:
            return head
    return None


def preceding_subject(scene: Scene, verb: int) -> int | None:
    """The head of the noun phrase that opens the words between a quotation and its cue."""
    words = scene.words
    i = verb
    while i > 0 and verb - i < _FARTHEST and scene.level[i - 1] == scene.level[verb]:
        if words[i - 1].text in QUOTE_MARKS or words[i - 1].text in TERMINATORS:
            break
        i -= 1
    while i < verb and words[i].pos in ("DET", "ADJ", "PUNCT"):
        i += 1
    if i >= verb or words[i].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    while words[i].dep in ("compound", "poss", "nmod") and i < words[i].head < verb:
        i = words[i].head
    return i


def noun_after(scene: Scene, verb: int, outer: int) -> int | None:
    """The head of the noun phrase right after an inverted verb, where the parser found no subject."""
    words = scene.words
    for i in range(verb + 1, min(verb + 12, len(words))):
        if words[i].pos in ("NOUN", "PROPN", "PRON") and scene.level[i] == outer:
            current = i
            while words[current].head in range(i, verb + 14) and words[current].dep in (
                "compound",
                "poss",
                "nmod",
                "amod",
            ):
                current = words[current].head
            return current
        if words[i].text in TERMINATORS:
            return None
    return None


def inverted_subject(scene: Scene, verb: int) -> int | None:
    """The noun after a verb that follows its quotation and has no subject: "added Olsen"."""
    return noun_after(scene, verb, scene.level[verb])


def _noun_before(scene: Scene, verb: int) -> int | None:
    """The noun right before a verb, an adverb or comma between them at most."""
    words = scene.words
    i = verb - 1
    while i > 0 and (words[i].pos in ("ADV", "AUX") or words[i].text in (",", ")", "(")) and verb - i < 5:
        i -= 1
    if i < 0 or words[i].pos not in ("NOUN", "PROPN", "PRON") or scene.level[i] != scene.level[verb]:
        return None
    return i
