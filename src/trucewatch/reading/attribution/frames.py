"""What a verbal cue attributes, by its syntax, and how far the cue itself reaches."""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.attribution.clauses import read_appeal, read_clause, read_infinitive, read_request
from trucewatch.reading.attribution.content import Found
from trucewatch.reading.attribution.lexicon import Cue
from trucewatch.reading.attribution.objects import (
    read_beside,
    read_called,
    read_charge,
    read_count,
    read_judged,
    read_object,
    read_prepositional,
    read_told,
)
from trucewatch.reading.attribution.scene import Scene

_LONGEST_CUE = 4  # words from a verb to the last word of its cue
_MODIFIERS = frozenset(("aux", "auxpass", "neg", "advmod", "prt"))
_NOT_OF_CUE = frozenset(("however", "meanwhile", "instead", "yesterday"))


_READERS = (
    (("s",), read_clause),
    (("a",), read_appeal),
    (("c",), read_request),
    (("t",), read_infinitive),
    (("f",), read_charge),
    (("x", "xx"), read_called),
    (("j", "jj"), read_judged),
    (("n",), read_count),
    (("oo",), read_told),
    (("o",), read_object),
    (("p",), read_prepositional),
)


def find_content(scene: Scene, verb: int, cue: Cue, companion: int | None = None) -> Found | None:
    """The content of ``verb`` by the first of its frames that the syntax fills, ``None`` where none is.

    ``companion`` is a word that belongs to the cue ("question" of "call into question").
    """
    if companion is not None and (found := read_beside(scene, verb, cue, companion)) is not None:
        return found
    for frame, reader in _READERS:
        if cue.takes(*frame) and (found := reader(scene, verb, cue)) is not None:
            return found
    return None


def cue_span(scene: Scene, verb: int, lead: int | None) -> Span:
    """The cue with its auxiliaries, negation and adverbs, as far as they stand together: "has also said"."""
    words = scene.words
    first = last = verb
    while first > 0 and words[first - 1].head == verb and words[first - 1].dep in _MODIFIERS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].head == verb and words[last + 1].dep == "prt":
        last += 1
    if lead is not None and last < lead <= last + _LONGEST_CUE:
        last = lead
    if words[first].lower in _NOT_OF_CUE and first < verb:
        first += 1
    return scene.parse.span(first, last)
