"""The dossier of the Libyan ceasefire of October 2020: every point, the three months, and who held which office."""

from __future__ import annotations

from datetime import date

import pytest

from tests.dossiers.test_shipped import actor, holders, instrument, obligation, place
from trucewatch import dossiers
from trucewatch.model.dossier import Dossier
from trucewatch.model.instrument import Bound

CEASEFIRE = "2020-10-23"
POINTS = {
    CEASEFIRE: "a b c d1 d2 e f g h i1 i2 j1 j2 k l1 l2",
    "2020-11-15": "a b c d e",
    "2021-10-08": "a b",
}


@pytest.fixture(scope="module")
def libya() -> Dossier:
    return dossiers.load("libya-2020")


def test_every_point_is_there(libya: Dossier) -> None:
    assert {
        each.id: " ".join(o.key for p in each.provisions for o in p.obligations) for each in libya.instruments
    } == POINTS


def test_the_parties_are_the_two_armies_sides(libya: Dossier) -> None:
    ceasefire = instrument(libya, CEASEFIRE)
    assert set(ceasefire.parties) == {"libya-gna", "lna"}
    assert not ceasefire.numbered
    assert ceasefire.effective == "2020-10-23T11:15+02:00"


@pytest.mark.parametrize("key", ["b", "c"])
def test_front_lines_and_foreign_fighters_have_three_months_from_signing(libya: Dossier, key: str) -> None:
    duty = obligation(libya, CEASEFIRE, key)
    assert duty.deadline is not None
    assert (duty.deadline.bound, duty.deadline.anchor, duty.deadline.duration) == (Bound.BY, "signing", "P3M")
    assert duty.outcome is not None
    assert duty.outcome.state == "missed"


def test_training_is_suspended_until_a_new_government_is_in_office(libya: Dossier) -> None:
    deadline = obligation(libya, CEASEFIRE, "d1").deadline
    assert deadline is not None
    assert (deadline.bound, deadline.anchor, deadline.duration) == (Bound.UNTIL, "obligation:2020-11-15/d", "P0D")
    assert deadline.condition
    taken_up = obligation(libya, "2020-11-15", "d").outcome
    assert taken_up is not None
    assert taken_up.date == "2021-03-15"


def test_the_coastal_road_opened_nine_months_later(libya: Dossier) -> None:
    outcome = obligation(libya, CEASEFIRE, "i1").outcome
    assert outcome is not None
    assert (outcome.state, outcome.date) == ("late", "2021-07-30")


def test_elections_were_set_for_a_day(libya: Dossier) -> None:
    deadline = obligation(libya, "2020-11-15", "e").deadline
    assert deadline is not None
    assert deadline.day == date(2021, 12, 24)


@pytest.mark.parametrize(
    ("office", "of", "day", "who"),
    [
        ("prime-minister", "libya", "2020-10-23", "fayez-al-sarraj"),
        ("prime-minister", "libya", "2021-07-30", "abdul-hamid-dbeibah"),
        ("prime-minister", "libya-gns", "2022-08-27", "fathi-bashagha"),
        ("foreign-minister", "libya", "2020-10-23", "mohamed-siala"),
        ("foreign-minister", "libya", "2021-07-30", "najla-mangoush"),
        ("commander", "lna", "2020-10-23", "khalifa-haftar"),
        ("spokesperson", "lna", "2020-10-23", "ahmed-al-mismari"),
        ("speaker", "libya-house-of-representatives", "2020-10-23", "aguila-saleh"),
        ("head-of-mission", "unsmil", "2020-10-23", "stephanie-williams"),
        ("head-of-mission", "unsmil", "2021-07-30", "jan-kubis"),
        ("head-of-mission", "unsmil", "2023-01-01", "abdoulaye-bathily"),
        ("defence-minister", "turkey", "2020-10-23", "hulusi-akar"),
        ("foreign-minister", "egypt", "2020-10-23", "sameh-shoukry"),
    ],
)
def test_who_held_the_office_on_the_day(libya: Dossier, office: str, of: str, day: str, who: str) -> None:
    assert holders(libya, office, of, day) == {who}


def test_each_sides_name_for_the_other_is_a_label_of_that_side(libya: Dossier) -> None:
    labels = {(form.text, form.party) for form in actor(libya, "lna").labels}
    assert ("Haftar's militias", "libya-gna") in labels
    own = {(form.text, form.party) for form in actor(libya, "lna").names}
    assert ("General Command", "lna") in own
    assert ("LAAF", None) in own  # from the world's gazetteer


def test_base_and_district_of_one_name_are_two_places(libya: Dossier) -> None:
    assert place(libya, "al-jufra").kind == "district"
    base = place(libya, "jufra-airbase")
    assert (base.kind, base.parent) == ("facility", "al-jufra")
    assert place(libya, "sirte-jufra-line").latitude is None
