"""Content found in the syntax: what the readers of frames return, and how far a content reaches."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model.statement import Form
from trucewatch.reading.attribution.lexicon import Kind, verbs
from trucewatch.reading.attribution.scene import Scene

FINITE = frozenset(("VBD", "VBZ", "VBP"))


@dataclass(frozen=True, slots=True)
class Found:
    """Content found: word ranges, the form, the head of its clause, the heads of those it is aimed at."""

    ranges: tuple[tuple[int, int], ...]
    form: Form
    clause: int | None = None
    targets: tuple[int, ...] = ()
    lead: int | None = None  # the preposition that leads the content in, part of the cue
    more: tuple[tuple[tuple[int, int], int], ...] = ()  # further clauses with a "that" of their own, and their heads


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
    if heads[0] < verb and any(scene.words[i].text == ";" for i in range(last, verb)):
        return None
    stop = stop_of(scene, verb, first, last)
    return (first, stop - 1) if stop > first else None


def stop_of(scene: Scene, verb: int, first: int, last: int) -> int:
    """The first word of ``first`` to ``last`` that is no longer content of ``verb``, ``last + 1`` where all is.

    Content stops at a semicolon, at a participle that goes on with the speech and at a verb that the parser joined to
    the content's verb though its tense joins it to the cue ("denied that they had fired and accused ...").
    """
    words = scene.words
    level = scene.level[verb]
    for i in range(first, last + 1):
        word = words[i]
        if word.text == ";" and scene.level[i] == level and verb < i:
            return i
        if word.tag == "VBG" and i and words[i - 1].text in (",", "—", "–") and governing_cue(scene, i) == verb:
            return i
        if word.tag in FINITE and word.dep == "conj" and rejoined(scene, i) == verb:
            return next((c for c in range(i - 1, max(first, i - 6), -1) if words[c].dep == "cc"), i)
    return last + 1


def rejoined(scene: Scene, i: int) -> int | None:
    """The cue that a coordinated finite verb goes on from, where the parser joined it to the cue's content instead."""
    words = scene.words
    word = words[i]
    if (
        word.lemma not in verbs()
        or words[word.head].tag in FINITE
        or any(words[c].dep in ("nsubj", "nsubjpass", "aux") for c in word.children)
    ):
        return None
    known = verbs()
    for above in scene.parse.up(i):
        if words[above].tag == word.tag and words[above].lemma in known and scene.level[above] == scene.level[i]:
            return above if above != word.head else None
    return None


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
            return None if current == word.head else current  # right below its cue is the plain case
        if here.head == current or scene.level[current] != scene.level[participle]:
            return None
        if here.dep == "ccomp":
            above = words[here.head]
            return here.head if above.lemma in known and above.pos == "VERB" else None
        current = here.head
    return None


def is_infinitive(scene: Scene, i: int) -> bool:
    return any(scene.words[c].tag == "TO" for c in scene.children(i, "aux"))
