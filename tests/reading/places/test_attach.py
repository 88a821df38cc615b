"""Which place belongs to an event word."""

from __future__ import annotations

import pytest

from tests.reading.places.test_places import read
from trucewatch.model.place import NOWHERE
from trucewatch.reading.places.attach import place_for


@pytest.mark.parametrize(
    ("text", "anchor", "place"),
    [
        ("Two soldiers were killed in Goma on Tuesday.", "killed", "Goma"),
        ("Rebels seized Bunia after a night of fighting.", "seized", "Bunia"),
        ("The shelling of Bakhmut went on for hours.", "shelling", "Bakhmut"),
        ("Officials in Kinshasa said three people were shot in Bukavu.", "shot", "Bukavu"),
        ("A bomb exploded in Musa Qala in Helmand province.", "exploded", "Musa Qala"),
        ("In Kherson, a drone wounded two women.", "wounded", "Kherson"),
        ("The ministers met in Geneva, while shells killed four people in Donetsk.", "met", "Geneva"),
        ("The ministers met in Geneva, while shells killed four people in Donetsk.", "killed", "Donetsk"),
    ],
)
def test_the_nearest_place_in_the_tree(text: str, anchor: str, place: str) -> None:
    draft = read(text)
    word = next(word.i for word in draft.parse.words if word.text == anchor)
    ref = place_for(draft, word)
    assert ref.name == place
    assert ref.mention is not None
    assert place in ref.mention.of(text)


def test_no_place_in_the_sentence_is_nowhere() -> None:
    draft = read("Rebels entered Bunia. The minister resigned.")
    assert place_for(draft, next(word.i for word in draft.parse.words if word.text == "resigned")) == NOWHERE


def test_a_sentence_that_refers_back_takes_the_last_settlement() -> None:
    draft = read("Rebels entered Bunia at dawn. Four people died there.")
    assert place_for(draft, next(word.i for word in draft.parse.words if word.text == "died")).name == "Bunia"
