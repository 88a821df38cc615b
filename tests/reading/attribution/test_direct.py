"""Direct speech: cues before, after and between, speech over paragraphs, speech without a cue."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import only, told
from trucewatch.model.statement import Form


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("“The truce is holding,” Olsen said.", "Olsen", "said"),
        ("“The truce is holding,” said Olsen.", "Olsen", "said"),
        ("“The truce is holding,” added Olsen", "Olsen", "added"),
        ("“The truce is holding,” the mission's spokeswoman told reporters.", "the mission's spokeswoman", "told"),
        ("“The truce is holding,” he also said.", "he", "also said"),
        ("Olsen said: “The truce is holding,”", "Olsen", "said"),
        ("Olsen said, “The truce is holding,”", "Olsen", "said"),
        ("Speaking in Osten on Monday, Olsen told the council: “The truce is holding,”", "Olsen", "told"),
        ("“The truce is holding,” according to the mission.", "the mission", "according to"),
        ("“The truce is holding,” fumed Olsen.", "Olsen", "fumed"),
        ("“The truce is holding,” Olsen, who heads the mission, said on Monday.", "Olsen", "said"),
    ],
)
def test_the_cue_beside_a_quotation(text: str, who: str, cue: str) -> None:
    one = only(text)
    assert (one.who, one.cue, one.what, one.form) == (who, cue, ("The truce is holding,",), Form.DIRECT)


def test_one_speech_split_around_its_cue_is_one_statement() -> None:
    one = only("“The truce,” Olsen said, “is holding.”")
    assert one.what == ("The truce,", "is holding.")


def test_sentences_after_the_cue_belong_to_the_speech() -> None:
    one = only("“The truce is holding,” Olsen said. “We count few breaches. The nights are calm.”")
    assert one.what == ("The truce is holding,", "We count few breaches. The nights are calm.")


def test_the_next_paragraph_goes_on_without_a_cue() -> None:
    one = only("“The truce is holding,” Olsen said.\n“We count few breaches.”")
    assert one.what == ("The truce is holding,", "We count few breaches.")


def test_a_speech_left_open_goes_on_in_the_next_paragraph() -> None:
    one = only("Olsen said: “The truce is holding.\n“We count few breaches.”")
    assert one.what == ("The truce is holding.", "We count few breaches.")


def test_a_new_cue_makes_a_new_statement() -> None:
    found = told("“The truce is holding,” Olsen said. “It is not,” Petrov replied.")
    assert [(one.who, one.what) for one in found] == [
        ("Olsen", ("The truce is holding,",)),
        ("Petrov", ("It is not,",)),
    ]


def test_narrative_between_quotations_breaks_the_chain_but_keeps_the_speaker() -> None:
    found = told(
        "“The truce is holding,” Olsen said.\nShe had come by road. “We count few breaches so far.”", {"She": "olsen"}
    )
    assert [(one.who, one.cue) for one in found] == [("Olsen", "said"), ("olsen", None)]


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next() -> None:
    one = only("Olsen wrote to the council:\n“The truce is holding. We count few breaches.”")
    assert (one.who, one.what) == ("Olsen", ("The truce is holding. We count few breaches.",))


def test_a_quotation_inside_speech_is_within_it() -> None:
    outer, inner = told("“The governor told us: ‘You must leave the town.’ So we left,” Olsen said.")
    assert (outer.who, inner.who, inner.within) == ("Olsen", "The governor", "s1")
    assert inner.what == ("You must leave the town.",)


def test_a_speaker_whom_the_parser_lost_stands_before_the_cue() -> None:
    text = "In reply to questions from the press, the spokesman, Mr Daven Holt, noted: “Our men are ready to go.”"
    assert only(text, {"Daven Holt": "holt"}).who == "holt"


def test_scare_quotes_attribute_nothing() -> None:
    assert told("A “contact” between the leaders is near.") == []


def test_a_tag_of_one_word_is_speech() -> None:
    assert only("“Never,” Olsen said.").what == ("Never,",)


def test_words_of_a_first_person_inside_speech_make_no_statement_of_their_own() -> None:
    one = only("“We believe the truce is holding and we demand nothing more,” Olsen said.")
    assert one.who == "Olsen"
