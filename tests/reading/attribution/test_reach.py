"""How far a tag reaches, by the layout of its sentence."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import told


def _said(text: str, who: str) -> str:
    return " / ".join(part for one in told(text, {who: "speaker"}) if one.who == "speaker" for part in one.what)


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        (
            "The bridge at Orvan is shut and no car may pass, the Brimmond Ministry said.",
            "the Brimmond Ministry",
            "The bridge at Orvan is shut and no car may pass",
        ),
        (
            "The bridge is open, the Brimmond Ministry said, and no convoy has been held up.",
            "the Brimmond Ministry",
            "The bridge is open / and no convoy has been held up",
        ),
        (
            "The map was never signed, the Brimmond Ministry argued: the two sides had left the hall.",
            "the Brimmond Ministry",
            "The map was never signed / the two sides had left the hall",
        ),
    ],
)
def test_a_tag_holds_all_that_its_sentence_says(text: str, who: str, said: str) -> None:
    assert _said(text, who) == said


def test_the_pronoun_of_a_tag_goes_on_with_the_speaker_and_not_with_what_is_said() -> None:
    text = "The post was hit, the Brimmond Ministry said. The Kestan Army also used mortars near the ford, it said."
    actors = {"the Brimmond Ministry": "ministry", "The Kestan Army": "army"}
    assert [one.who for one in told(text, actors)] == ["ministry", "ministry"]


def test_a_witness_whom_nothing_names_goes_on_as_she() -> None:
    text = '"The road was promised to us," said a nurse. The bus does not know where to go, she said.'
    assert [one.who for one in told(text)] == ["a nurse", "a nurse"]
