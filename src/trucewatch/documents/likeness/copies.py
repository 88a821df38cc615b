"""The exact check: whether one text is a wire copy of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from trucewatch.documents.likeness.facts import other_facts
from trucewatch.documents.likeness.narrative import Telling, telling
from trucewatch.documents.likeness.words import Word

_RUN: Final = 4  # words in a row that stand in both texts
_SHORT: Final = 25  # fewer own words than these tell no story of their own
_MOST: Final = 0.8
_HALF: Final = 0.5
_LEAD: Final = 0.6
_NEARLY_ALL: Final = 0.9


def is_copy(one: str, other: str) -> bool:
    """Whether one of two texts is the same dispatch as the other, taken over by another outlet.

    What a text tells in its own words decides, not what it cites; the shorter must lie in the longer, and its days,
    figures and places must be the same but for a correction. Symmetric; a text is a copy of itself if it has words.
    """
    first, second = telling(one), telling(other)
    if not first.all or not second.all:
        return False
    small, large = sorted((first, second), key=lambda each: (len(each.own), len(each.all)))
    return _lies_in(small, large) and not other_facts(small, large)


def _lies_in(small: Telling, large: Telling) -> bool:
    """Whether what one text tells lies in another: nearly all of it, or much of it with the same opening."""
    own, whole = _covered(small.own, large.own), _covered(small.all, large.all)
    openings = [_covered(words, large.own) >= _LEAD for words in small.leads]
    if len(small.own) >= _SHORT:
        return own >= _MOST or (openings[:1] == [True] and own >= _HALF) or (any(openings) and whole >= _NEARLY_ALL)
    if whole < _MOST:
        return False
    if openings:
        return any(openings)
    # Hardly a word of its own: then the other may tell no story around what both cite.
    return len(large.own) < _SHORT or any(_covered(words, small.all) >= _LEAD for words in large.leads)


def _covered(words: Sequence[Word], by: Iterable[Word]) -> float:
    """The share of ``words`` that lie in a run of four which stands in ``by`` too, any figure being like any other."""
    masks, others = [word.mask for word in words], [word.mask for word in by]
    size = min(_RUN, len(masks), len(others))
    if not size:
        return 0.0
    known = set(_runs(others, size))
    hit = [False] * len(masks)
    for start, run in enumerate(_runs(masks, size)):
        if run in known:
            hit[start : start + size] = [True] * size
    return sum(hit) / len(hit)


def _runs(masks: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    return zip(*(masks[start:] for start in range(size)), strict=False)
