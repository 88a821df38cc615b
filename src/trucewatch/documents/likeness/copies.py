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
_NEARLY_ALL: Final = 0.9
_SENTENCE: Final = 0.6  # of the words of a sentence that stands in both


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
    known, whole = _runs(large.own), _covered(small.all, _runs(large.all))
    own, found = _covered(small.own, known), [_covered(words, known) >= _SENTENCE for words in small.full]
    if len(small.own) >= _SHORT:
        opens = found[:1] == [True] and sum(found) >= 2
        return own >= _MOST or (opens and own >= _HALF) or (any(found[:2]) and whole >= _NEARLY_ALL)
    if whole < _MOST:
        return False
    if found:
        return any(found[:2])
    # Hardly a word of its own: then the other may tell no story around what both cite.
    cited = _runs(small.all)
    return len(large.own) < _SHORT or any(_covered(words, cited) >= _SENTENCE for words in large.full[:2])


def _covered(words: Sequence[Word], known: set[tuple[str, ...]]) -> float:
    """The share of ``words`` that lie in runs which are ``known``; a text shorter than a run must be one itself."""
    masks = [word.mask for word in words]
    hit = [False] * len(masks)
    for start, run in enumerate(_in_runs(masks)):
        if run in known:
            hit[start : start + len(run)] = [True] * len(run)
    return sum(hit) / max(1, len(hit))


def _runs(words: Sequence[Word]) -> set[tuple[str, ...]]:
    """The runs of four words in ``words``, any figure being like any other."""
    return set(_in_runs([word.mask for word in words]))


def _in_runs(masks: Sequence[str]) -> Iterable[tuple[str, ...]]:
    if len(masks) < _RUN:
        return (tuple(masks),)
    return zip(*(masks[start:] for start in range(_RUN)), strict=False)
