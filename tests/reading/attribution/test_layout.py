"""Speech shown by layout: headlines and transcripts."""

from __future__ import annotations

from tests.reading.attribution.told import only, told
from trucewatch.model.statement import Form


def test_a_headline_with_a_source_and_a_colon() -> None:
    one = only("Kestria: army fired first", {"Kestria": "kestria"})
    assert (one.who, one.cue, one.what, one.form) == ("kestria", ":", ("army fired first",), Form.INDIRECT)


def test_a_transcript() -> None:
    found = told(
        "Olsen: Is the truce holding?\nPetrov: It is, for now.\nOlsen: For how long?\nPetrov: Nobody knows that."
    )
    assert [one.who for one in found] == ["Olsen", "Petrov", "Olsen", "Petrov"]
    assert found[1].what == ("It is, for now.",)
    assert found[1].form is Form.DIRECT


def test_a_label_that_names_nobody_is_no_source() -> None:
    assert told("Correction: the road was shut on Monday.") == []


def test_an_answer_is_given_by_who_spoke_before_and_a_question_claims_nothing() -> None:
    found = told("“We are ready,” Olsen said.\nQ: Will the talks go ahead?\nA: Nobody knows that.", {"Olsen": "olsen"})
    assert [(one.who, one.what) for one in found] == [("olsen", ("We are ready,",)), ("olsen", ("Nobody knows that.",))]
