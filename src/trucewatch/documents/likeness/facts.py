"""Days, figures and names that stand at the same place of two texts: the same, or others?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from trucewatch.documents.likeness.narrative import Telling
from trucewatch.documents.likeness.words import Word, WordKind

_ALIKE: Final = 60.0  # two spellings of one name, of 100
_LONGEST: Final = 8  # words of a passage that one name or figure may be replaced by
_FLANK: Final = 3  # equal words in a row that tie a passage to its place
_OPENING: Final = 60  # words within which a bulletin says what day it is of
_NONE: Final = frozenset({"no", "none", "several", "some", "a", "an", "few", "many"})


@dataclass(slots=True)
class Facts:
    """What is the same in two texts and what is not, each thing once."""

    days_same: set[str] = field(default_factory=set)
    days_other: set[tuple[str, str]] = field(default_factory=set)
    first_other_day: int = sys.maxsize
    figures_same: set[int] = field(default_factory=set)
    figures_other: set[tuple[str, str]] = field(default_factory=set)
    names_same: set[str] = field(default_factory=set)
    names_other: set[tuple[str, str]] = field(default_factory=set)


def other_facts(one: Telling, other: Telling) -> bool:
    """Whether two texts in the same words tell of different things: another day, or other figures and places."""
    facts = compare(one.all, other.all)
    figures, names = len(facts.figures_other), len(facts.names_other)
    if facts.days_other and not _corrected_day(facts):
        return True
    if figures >= 2 and figures >= 0.6 * len(facts.figures_same):
        return True
    return figures + names >= 3 and figures + names >= 0.5 * (len(facts.figures_same) + len(facts.names_same))


def _corrected_day(facts: Facts) -> bool:
    """Whether one day is mended in a text that is otherwise the same: others stay, or many figures do."""
    if len(facts.days_other) < len(facts.days_same):
        return True
    if len(facts.days_other) > 1 or facts.figures_other:
        return False
    return len(facts.figures_same) >= 4 or facts.first_other_day >= _OPENING


def compare(one: list[Word], other: list[Word]) -> Facts:
    """Lay two texts beside each other and compare what stands at the same place."""
    facts = Facts()
    first, second = [word.mask for word in one], [word.mask for word in other]
    blocks = [each for each in LCSseq.opcodes(first, second) if each.tag == "equal"]
    blocks = [each for each in blocks if each.src_end - each.src_start >= _FLANK]
    before = None
    for block in blocks:
        pairs = range(block.src_end - block.src_start)
        for step in pairs:
            _same_place(one, other, (block.src_start + step, block.dest_start + step), facts)
        if before is not None:
            here = one[before.src_end : block.src_start]
            there = other[before.dest_end : block.dest_start]
            if here and there and len(here) <= _LONGEST and len(there) <= _LONGEST:
                _replaced(here, there, facts)
        before = block
    return facts


def _same_place(one: list[Word], other: list[Word], at: tuple[int, int], facts: Facts) -> None:
    here, there = one[at[0]], other[at[1]]
    if here.kind is WordKind.NAME:
        facts.names_same.add(here.value)
    if here.kind in (WordKind.WORD, WordKind.NAME):
        return
    if here.kind is WordKind.NUMBER and not _beside_month(one, at[0]):
        if here.value == there.value:
            facts.figures_same.add(at[0])
        else:
            facts.figures_other.add((here.value, there.value))
    elif here.value != there.value:
        facts.days_other.add((here.value, there.value))
        facts.first_other_day = min(facts.first_other_day, *at)
    elif not _with_year(one, at[0]):
        facts.days_same.add(here.value)


def _replaced(here: list[Word], there: list[Word], facts: Facts) -> None:
    for kind, other in ((WordKind.NUMBER, facts.figures_other), (WordKind.NAME, facts.names_other)):
        left = [word.value for word in here if word.kind is kind]
        right = [word.value for word in there if word.kind is kind]
        if kind is WordKind.NUMBER:
            left = left or [word.value for word in here if word.value in _NONE]
            right = right or [word.value for word in there if word.value in _NONE]
            if all(word in _NONE for word in left + right):
                continue
        new = [word for word in left if not any(_alike(word, each, kind) for each in right)]
        old = [word for word in right if not any(_alike(word, each, kind) for each in left)]
        if new and old:
            other.add((new[0], old[0]))


def _alike(one: str, other: str, kind: WordKind) -> bool:
    return one == other if kind is WordKind.NUMBER else fuzz.ratio(one, other) >= _ALIKE


def _beside_month(words: list[Word], at: int) -> bool:
    return any(word.kind is WordKind.MONTH for word in _near(words, at, 1))


def _with_year(words: list[Word], at: int) -> bool:
    """Whether a date carries its year: then it is a day of the past that every text names alike."""
    return any(word.kind is WordKind.NUMBER and len(word.value) == 4 for word in _near(words, at, 2))


def _near(words: list[Word], at: int, reach: int) -> Iterator[Word]:
    for place in range(max(0, at - reach), min(len(words), at + reach + 1)):
        if place != at:
            yield words[place]
