"""Content found in the syntax: what the readers of frames return, and how far a content reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.model.statement import Form
from trucewatch.reading.attribution.lexicon import Kind, verbs
from trucewatch.reading.attribution.scene import Scene


@dataclass(frozen=True, slots=True)
class Found:
    """Content found: word ranges, the form, the head of its clause, the heads of those it is aimed at."""

    ranges: tuple[tuple[int, int], ...]
    form: Form
    clause: int | None = None
    targets: tuple[int, ...] = ()
    lead: int | None = None  # the preposition that leads the content in, part of the cue


def extent(scene: Scene, verb: int, *heads: int) -> tuple[int, int] | None:
    """The words of some subtrees, on the first one's side of ``verb``, up to a participle that goes on."""
    edges = [scene.parse.edges(head) for head in heads]
    first, last = min(e[0] for e in edges), max(e[1] for e in edges)
    if heads[0] > verb:
        first = max(first, verb + 1)
    else:
        last = min(last, verb - 1)
    if last < first:
        return None
    for i in continuations(scene, verb, first, last):
        return (first, i - 1) if i > first else None
    return first, last


def continuations(scene: Scene, verb: int, first: int, last: int) -> Iterator[int]:
    """Participles within the content of ``verb`` that go on with its speech ("said that ..., adding that ...")."""
    words = scene.words
    for i in range(max(first, 1), last + 1):
        word = words[i]
        if word.tag == "VBG" and words[i - 1].text in (",", "—", "–") and governing_cue(scene, i) == verb:
            yield i


def governing_cue(scene: Scene, participle: int) -> int | None:
    """The cue that a participle after a comma goes on from, though it hangs on a word of that cue's content."""
    words, known = scene.words, verbs()
    word = words[participle]
    if (
        word.tag != "VBG"
        or word.lemma not in known
        or word.dep not in ("advcl", "acl", "prep", "conj", "xcomp", "ccomp")
    ):
        return None
    if known[word.lemma].kind is not Kind.SAY and known[word.lemma].kind is not Kind.JUDGE:
        return None
    current = word.head
    for _ in range(8):
        here = words[current]
        if here.dep != "ccomp" and here.pos == "VERB" and here.lemma in known:
            return None  # it goes on from a cue of its own sentence: the plain case
        if here.head == current or scene.level[current] != scene.level[participle]:
            return None
        if here.dep == "ccomp":
            above = words[here.head]
            return here.head if above.lemma in known and above.pos == "VERB" else None
        current = here.head
    return None


def is_infinitive(scene: Scene, i: int) -> bool:
    return any(scene.words[c].tag == "TO" for c in scene.children(i, "aux"))
