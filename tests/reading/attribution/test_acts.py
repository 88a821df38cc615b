"""Acts of speech: what is done by saying it, to whom; acts reported without their words."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import only, told
from trucewatch.model.statement import Act, Form

SIDES = {"Kestria": "kestria", "Ruvia": "ruvia", "Ruvian troops": "ruvia-army"}


@pytest.mark.parametrize(
    ("text", "act", "what", "targets"),
    [
        ("Kestria criticised Ruvia.", Act.CRITICISE, "Ruvia", ("ruvia",)),
        ("Kestria criticised the mission over its silence.", Act.CRITICISE, "the mission over its silence", ()),
        ("Kestria condemned the raid as a crime.", Act.CRITICISE, "the raid as a crime", ()),
        ("Kestria rejected Ruvia's criticism.", Act.REJECT, "Ruvia's criticism", ("ruvia",)),
        ("Kestria ruled out any talks.", Act.REJECT, "any talks", ()),
        ("Kestria denied the allegations.", Act.DENY, "the allegations", ()),
        ("Kestria praised the mediators.", Act.PRAISE, "the mediators", ()),
        ("Kestria called into question the mission of Ruvia.", Act.CRITICISE, "the mission of Ruvia", ("ruvia",)),
        ("Kestria cast doubt on the report.", Act.DENY, "the report", ()),
        ("Ruvia was condemned by Kestria.", Act.CRITICISE, "Ruvia", ("ruvia",)),
    ],
)
def test_acts_without_words(text: str, act: Act, what: str, targets: tuple[str, ...]) -> None:
    one = only(text, SIDES)
    assert (one.who, one.form, one.act, one.what, one.targets) == ("kestria", Form.ACT, act, (what,), targets)


@pytest.mark.parametrize(
    ("text", "act", "what"),
    [
        ("Kestria blamed Ruvia for refusing to sign the map.", Act.ACCUSE, "refusing to sign the map"),
        ("Kestria accused Ruvia of shelling the town.", Act.ACCUSE, "shelling the town"),
        ("Kestria said Ruvia violated the truce.", Act.ACCUSE, "Ruvia violated the truce"),
        ("Kestria urged Ruvia to withdraw.", Act.DEMAND, "to withdraw"),
        ("Kestria called on Ruvia to withdraw.", Act.DEMAND, "to withdraw"),
        ("Kestria said that Ruvia must withdraw.", Act.DEMAND, "Ruvia must withdraw"),
        ("Kestria asked Ruvia to withdraw.", Act.REQUEST, "to withdraw"),
    ],
)
def test_acts_aimed_at_someone(text: str, act: Act, what: str) -> None:
    one = only(text, SIDES)
    assert (one.who, one.act, one.what, one.targets) == ("kestria", act, (what,), ("ruvia",))


@pytest.mark.parametrize(
    ("text", "act", "what"),
    [
        ("Kestria demanded an end to the siege.", Act.DEMAND, "an end to the siege"),
        ("Kestria promised to free the prisoners.", Act.PROMISE, "to free the prisoners"),
        ("Kestria threatened to close the road.", Act.THREATEN, "to close the road"),
        ("Kestria agreed to extend the truce.", Act.AGREE, "to extend the truce"),
        ("Kestria announced that the road was open.", Act.ANNOUNCE, "the road was open"),
        ("Kestria denied that its troops had fired.", Act.DENY, "its troops had fired"),
        ("Kestria said the criticism cannot be justified.", Act.REJECT, "the criticism cannot be justified"),
        ("Kestria said the report was not true.", Act.DENY, "the report was not true"),
    ],
)
def test_acts_with_their_words(text: str, act: Act, what: str) -> None:
    one = only(text, SIDES)
    assert (one.who, one.act, one.what) == ("kestria", act, (what,))


@pytest.mark.parametrize(
    "text",
    [
        "The minister refused to comment on the raid.",
        "The minister declined to comment on the raid.",
        "The minister has yet to comment on the raid.",
        "The minister would not say whether troops had crossed.",
        "The minister did not confirm the raid.",
    ],
)
def test_what_is_not_said(text: str) -> None:
    one = only(text)
    assert (one.who, one.act) == ("The minister", Act.DECLINE)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The minister declined to comment on the raid.", "the raid"),
        ("The minister has yet to comment on the raid.", "the raid"),
        ("Asked whether troops had crossed, the minister declined to answer.", "whether troops had crossed"),
        ("The minister refused to say who had fired.", "who had fired"),
        ("The minister refused to comment.", "to comment"),
    ],
)
def test_what_is_passed_over_in_silence(text: str, what: str) -> None:
    assert only(text).what == (what,)


def test_refusing_a_thing_rejects_it() -> None:
    one = only("Kestria refused the offer.", SIDES)
    assert (one.act, one.what) == (Act.REJECT, ("the offer",))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kestria called the claim false.", Act.DENY),
        ("Kestria called the remark a lie.", Act.DENY),
        ("Kestria called the report about Tarn baseless.", Act.DENY),
        ("Kestria called the raid “a crime”.", Act.CRITICISE),
        ("Kestria described the talks as productive.", Act.PRAISE),
        ("Kestria described the area as a plain.", Act.ASSERT),
    ],
)
def test_what_something_is_called(text: str, act: Act) -> None:
    assert only(text, SIDES).act is act


def test_a_warning_of_what_the_speaker_would_do_is_a_threat() -> None:
    assert only("Kestria warned that it would retaliate.", SIDES | {"it": "kestria"}).act is Act.THREATEN
    assert only("Kestria warned that the talks would fail.", SIDES).act is Act.ASSERT


def test_a_number_that_someone_gives() -> None:
    one = only("Kestria put the number of wounded at 14.", SIDES)
    assert (one.who, one.what) == ("kestria", ("the number of wounded at 14",))


def test_putting_troops_somewhere_is_no_statement() -> None:
    assert told("Kestria put its troops at the border.", SIDES) == []


def test_nobody_confirming_is_declining() -> None:
    assert only("Neither side has confirmed the report.").act is Act.DECLINE


def test_a_charge_and_a_criticism_are_two_acts() -> None:
    first, second = told("Kestria also called into question the mission and blamed Ruvia for blocking it.", SIDES)
    assert (first.act, first.what) == (Act.CRITICISE, ("the mission",))
    assert (second.act, second.what, second.targets) == (Act.ACCUSE, ("blocking it",), ("ruvia",))


def test_in_doing_one_act_another() -> None:
    first, second = told("In rejecting Ruvia's criticism, the envoy said that both sides valued the mission.", SIDES)
    assert (first.who, first.act, first.what) == ("the envoy", Act.REJECT, ("Ruvia's criticism",))
    assert (second.who, second.act) == ("the envoy", Act.ASSERT)
