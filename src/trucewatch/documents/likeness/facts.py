"""Days, figures and names that stand at the same place of two texts: the same, or others?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from trucewatch.documents.likeness.figures import same_figure
from trucewatch.documents.likeness.narrative import Telling
from trucewatch.documents.likeness.words import Word, WordKind

_ALIKE: Final = 60.0  # two spellings of one name, of 100
_LONGEST: Final = 8  # words of a passage that one name or figure may be replaced by
_FLANK: Final = 3  # equal words in a row that tie a passage to its place
_FIRM: Final = 8  # equal words in a row that can meet by no chance
_OPENING: Final = 60  # words within which a bulletin says what day it is of
_NO_BULLETIN: Final = 150  # words with nothing but the day changed: no bulletin is as long and says as little
_NONE: Final = frozenset({"no", "none", "several", "some", "a", "an", "few", "many"})

_STAMPS: Final = frozenset({"published", "updated", "posted", "modified", "printed", "am", "pm", "gmt", "utc"})


@dataclass(slots=True)
class Facts:
    """What is the same in two texts and what is not, each thing once."""

    words_same: int = 0
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
    if not facts.days_same and _other_bulletin(one, other):
        return True
    if figures >= 2 and figures >= 0.6 * len(facts.figures_same):
        return True
    share = (figures + names) / max(1, len(facts.figures_same) + len(facts.names_same))
    if figures and names and figures >= len(facts.figures_same) and share >= 0.25:
        return True
    return figures + names >= 3 and share >= 0.5


def _corrected_day(facts: Facts) -> bool:
    """Whether one day is mended in a text that is otherwise the same: not where a bulletin says what day it is of."""
    if len(facts.days_other) > 1:
        return False
    if len(facts.days_same) >= 2:
        return True
    if facts.figures_other or facts.names_other:
        return False
    return len(facts.figures_same) >= 4 or facts.first_other_day >= _OPENING or facts.words_same >= _NO_BULLETIN


def _other_bulletin(one: Telling, other: Telling) -> bool:
    """Whether both bear the same heading or dateline but for its day."""
    headings = {tuple(word.mask for word in line): line for line in one.headings}
    for line in other.headings:
        same = headings.get(tuple(word.mask for word in line), line)
        plain = [word.value for word in line if word.kind in (WordKind.WORD, WordKind.NAME)]
        days = [word.value for word in line if word.kind is WordKind.DAY]
        if plain and not _STAMPS.intersection(plain) and days != [w.value for w in same if w.kind is WordKind.DAY]:
            return True
    return False


def compare(one: list[Word], other: list[Word]) -> Facts:
    """Lay two texts beside each other and compare what stands at the same place."""
    facts = Facts()
    here = there = 0
    for block in LCSseq.opcodes([word.mask for word in one], [word.mask for word in other]):
        length = block.src_end - block.src_start
        if block.tag != "equal" or length < _FLANK:
            continue
        left, right = one[here : block.src_start], other[there : block.dest_start]
        if length < _FIRM and abs(len(left) - len(right)) > _LONGEST:
            continue  # a few common words, met by chance somewhere else
        facts.words_same += length
        for step in range(length):
            _same_place(one, other, (block.src_start + step, block.dest_start + step), facts)
        if here and left and right and max(len(left), len(right)) <= _LONGEST:
            _replaced(left, right, facts)
        here, there = block.src_end, block.dest_end
    return facts


def _same_place(one: list[Word], other: list[Word], at: tuple[int, int], facts: Facts) -> None:
    here, there = one[at[0]], other[at[1]]
    if here.kind is WordKind.NAME:
        facts.names_same.add(here.value)
    elif here.kind is WordKind.NUMBER:
        if same_figure(here.value, there.value):
            facts.figures_same.add(at[0])
        else:
            facts.figures_other.add((here.value, there.value))
    elif here.kind is WordKind.DAY:
        if here.value != there.value:
            facts.days_other.add((here.value, there.value))
            facts.first_other_day = min(facts.first_other_day, *at)
        elif not _with_year(one, at[0]):
            facts.days_same.add(here.value)


def _replaced(here: list[Word], there: list[Word], facts: Facts) -> None:
    """What a passage of one text says where the other says something else; the kinds of fact one by one."""
    facts.names_other |= _different(_told(here, WordKind.NAME), _told(there, WordKind.NAME), _alike)
    left, right = _told(here, WordKind.NUMBER), _told(there, WordKind.NUMBER)
    if left or right:  # "no shots" for "two shots"
        left = left or [word.value for word in here if word.value in _NONE]
        right = right or [word.value for word in there if word.value in _NONE]
        facts.figures_other |= {pair for pair in _different(left, right, same_figure) if all(pair)}


def _told(words: list[Word], kind: WordKind) -> list[str]:
    return [word.value for word in words if word.kind is kind]


def _different(one: list[str], other: list[str], same: Callable[[str, str], bool]) -> set[tuple[str, str]]:
    """What each holds that the other does not, side by side; nothing where only one of them says something."""
    if not one or not other:
        return set()
    new = [word for word in one if not any(same(word, each) for each in other)]
    old = [word for word in other if not any(same(word, each) for each in one)]
    return set(zip_longest(new, old, fillvalue="")) if new and old else set()


def _alike(one: str, other: str) -> bool:
    """Whether two names are spellings of one."""
    return fuzz.ratio(one, other) >= _ALIKE


def _with_year(words: list[Word], at: int) -> bool:
    """Whether a date carries its year: then it is a day of the past that every text names alike."""
    after = words[at + 1 : at + 2]
    return bool(after) and after[0].kind is WordKind.NUMBER and len(after[0].value) == 4
