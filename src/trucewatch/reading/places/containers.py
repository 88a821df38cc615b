"""Which names say where another one lies: "Martuni, Gegharkunik", "Kupiansk in the Kharkiv region", "Syria's Idlib"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trucewatch.reading.parse import Word
from trucewatch.reading.places import typewords
from trucewatch.reading.places.evidence import word_set
from trucewatch.reading.places.toponym import Toponym

_LINKS = frozenset({",", "(", "in", "of", "the", "'s", "’s", "-"})
_FARTHEST = 5  # words between the two names


def link(words: list[Word], toponyms: Sequence[Toponym]) -> None:
    """Set the ``container`` of each toponym whose neighbour in the text says where it lies; they come in text order."""
    for here, after in pairwise(toponyms):
        if words[here.last].sent != words[after.first].sent or after.first - here.last > _FARTHEST + 11:
            continue
        if after.offset is not None and after.offset.km is not None and _apposed(words, here, after):
            here.located_by, here.container = after, here.container or after.key
            continue
        between = [word.lower for word in words[here.last + 1 : after.first]]
        if between == ["and"] and here.offset is not None and words[here.first - 1].lower == "between":
            after.offset = here.offset
            continue
        if len(between) > _FARTHEST or not all(_is_link(word) for word in between):
            continue
        if any(word in (",", "(", "in", "of") for word in between):
            here.container = here.container or after.key
            after.contains = True
        elif between and between[0] in ("'s", "’s"):
            after.container = here.key
            here.contains = True


def _apposed(words: list[Word], here: Toponym, after: Toponym) -> bool:
    """Whether the distance follows the first name at once, after a comma, a bracket or "some"."""
    assert after.offset is not None
    gap = [word.lower for word in words[here.last + 1 : after.first] if word.start < after.offset.span.start]
    return len(gap) <= 4 and all(
        word in (",", "(", "about", "some", "around", "roughly", "which", "is", "located", "a")
        or typewords.type_kind(word)
        for word in gap
    )


def _is_link(word: str) -> bool:
    return word in _LINKS or word in word_set("directions") or typewords.type_kind(word) is not None
