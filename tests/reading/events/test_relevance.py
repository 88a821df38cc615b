"""Texts about something else hold no events of a conflict."""

from pathlib import Path

import pytest

from tests.reading.events.happened import events
from trucewatch.model.document import Document
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.readers import READERS, begin

FOLDER = Path(__file__).parent / "irrelevant"
TEXTS = sorted(FOLDER.glob("*.txt"))


def test_there_are_enough_of_them():
    assert len(TEXTS) >= 30


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_happened(path):
    draft = begin(Document(path.read_text(encoding="utf-8")))
    for reader in READERS:
        reader.run(draft)
        if reader.name == "events":
            break
    assert [event for event in draft.events if kinds()[event.kind].conflict] == []


def test_a_report_of_war_in_the_same_words_holds_some():
    text = (
        "Rebel artillery bombarded the town overnight. Troops launched an attack on the hill at dawn, and the army "
        "said that a truce was out of reach."
    )
    assert {"shelling", "attack"} <= {event.kind for event in events(text)}
