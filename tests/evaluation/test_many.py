"""The maker of large records: the same documents for the same seed, spans on their words, no two texts one dispatch."""

from __future__ import annotations

from itertools import combinations

import pytest

from evaluation import many
from evaluation.edits import Edits
from trucewatch.documents.likeness import is_copy
from trucewatch.model.reading import Reading


@pytest.fixture(scope="module")
def read() -> list[Reading]:
    """The first documents of a seed."""
    return [reading for _, reading in many.made(25, seed=7)]


def test_a_seed_gives_the_same_documents(read: list[Reading]) -> None:
    assert [each for _, each in many.made(5, seed=7)] == read[:5]
    assert [each for _, each in many.made(5, seed=8)] != read[:5]


def test_texts_are_distinct(read: list[Reading]) -> None:
    texts = [each.document.text for each in read]
    assert not [pair for pair in combinations(texts, 2) if is_copy(*pair)]


def test_spans_stand_on_whole_words(read: list[Reading]) -> None:
    data = [(reading.document.text, event.anchor) for reading in read for event in reading.events]
    data += [(reading.document.text, span) for reading in read for each in reading.statements for span in each.content]
    assert len(data) > 100
    for text, span in data:
        assert span.of(text).strip() == span.of(text)
        assert not (text[span.start - 1 : span.start].isalnum() and text[span.start].isalnum())


def test_spans_move_with_replacements() -> None:
    edits = Edits("two men hurt near Arden")
    edits.add(0, 3, "seventeen")
    edits.add(18, 23, "Bree")
    edits.add(4, 7, "people")
    edits.add(5, 9, "never: it touches another")
    whole = edits.words(0, 23)
    assert whole == "seventeen people hurt near Bree"
    low, high = edits.moved(8, 12)
    assert whole[low:high] == edits.words(8, 12) == "hurt"
    low, high = edits.moved(18, 23)
    assert whole[low:high] == "Bree"
