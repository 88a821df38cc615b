"""The dossier of the Minsk package of measures: every point, its three clocks, and both sides' names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.dossiers.test_shipped import actor, holders, instrument, obligation, place
from trucewatch import dossiers
from trucewatch.model.dossier import Dossier
from trucewatch.model.instrument import Bound, Deadline
from trucewatch.model.place import Precision

PACKAGE = "2015-02-12"
POINTS = {
    PACKAGE: "1 2a 2b 2c 3 4a 4b 5 6 7 8a 8b 9a 9b 10a 10b 11a 11b 12a 12b 13",
    "2014-09-05": "1 2 3 4 5 6 7 8 9 10 11 12",
    "2014-09-19": "1 2 3 4 5 6 7 8 9",
    "2015-09-29": "a1 a2 a3",
    "2016-09-21": "a1 a2 a3 a4",
    "2020-07-22": "a b c d e f",
}


@pytest.fixture(scope="module")
def minsk() -> Dossier:
    return dossiers.load("minsk-ii")


def rule(dossier: Dossier, key: str) -> Deadline:
    found = obligation(dossier, PACKAGE, key).deadline
    assert found is not None
    return found


def test_every_point_is_there(minsk: Dossier) -> None:
    assert {
        each.id: " ".join(o.key for p in each.provisions for o in p.obligations) for each in minsk.instruments
    } == POINTS


def test_the_package_has_thirteen_numbered_points(minsk: Dossier) -> None:
    package = instrument(minsk, PACKAGE)
    assert [p.number for p in package.provisions] == [str(n) for n in range(1, 14)]
    assert package.effective == "2015-02-15T00:00+02:00"
    assert len(package.signatories) == 5
    assert package.implements == "2014-09-05"


def test_the_withdrawal_has_two_ends(minsk: Dossier) -> None:
    first = rule(minsk, "2b")
    assert (first.bound, first.anchor, first.duration) == (Bound.BY, "effect", "P14D")
    assert [(other.anchor, other.duration) for other in first.alternatives] == [("effect", "P15D")]


@pytest.mark.parametrize(
    ("key", "bound", "anchor", "duration"),
    [
        ("2a", "by", "effect", "P1D"),
        ("3", "from", "obligation:2a", "P0D"),
        ("4a", "from", "obligation:2b", "P1D"),
        ("4b", "by", "signing", "P30D"),
        ("6", "by", "obligation:2b", "P5D"),
        ("9a", "from", "obligation:12b", "P1D"),
    ],
)
def test_days_count_from_the_step_that_the_text_names(
    minsk: Dossier, key: str, bound: str, anchor: str, duration: str
) -> None:
    found = rule(minsk, key)
    assert (str(found.bound), found.anchor, found.duration) == (bound, anchor, duration)


@pytest.mark.parametrize("key", ["9b", "11a"])
def test_border_and_constitution_are_due_by_the_end_of_2015_on_condition(minsk: Dossier, key: str) -> None:
    found = rule(minsk, key)
    assert found.day == date(2015, 12, 31)
    assert found.condition


def test_widths_of_the_zone(minsk: Dossier) -> None:
    quantities = obligation(minsk, PACKAGE, "2b").quantities
    assert [(value, unit) for value, unit, _ in quantities] == [(50, "km"), (70, "km"), (140, "km")]


def test_both_areas_stand_on_one_side(minsk: Dossier) -> None:
    assert set(instrument(minsk, PACKAGE).parties) == {"ukraine", "certain-areas"}
    for id_ in ("donetsk-peoples-republic", "luhansk-peoples-republic", "dpr-forces"):
        assert actor(minsk, id_).parent == "certain-areas"


@pytest.mark.parametrize(
    ("office", "of", "day", "who"),
    [
        ("president", "ukraine", "2015-02-12", "petro-poroshenko"),
        ("president", "ukraine", "2020-07-22", "volodymyr-zelensky"),
        ("president", "france", "2015-02-12", "francois-hollande"),
        ("president", "france", "2019-12-09", "emmanuel-macron"),
        ("chancellor", "germany", "2015-02-12", "angela-merkel"),
        ("foreign-minister", "ukraine", "2015-02-12", "pavlo-klimkin"),
        ("foreign-minister", "germany", "2015-02-12", "frank-walter-steinmeier"),
        ("defence-minister", "ukraine", "2015-02-12", "stepan-poltorak"),
        ("special-representative", "osce", "2015-02-12", "heidi-tagliavini"),
        ("special-representative", "osce", "2016-09-21", "martin-sajdik"),
        ("head-of-mission", "osce-smm", "2015-02-12", "ertugrul-apakan"),
        ("head-of-mission", "osce-smm", "2020-07-22", "yasar-halit-cevik"),
        ("leader", "donetsk-peoples-republic", "2015-02-12", "alexander-zakharchenko"),
        ("leader", "donetsk-peoples-republic", "2018-12-01", "denis-pushilin"),
        ("leader", "luhansk-peoples-republic", "2015-02-12", "igor-plotnitsky"),
        ("leader", "luhansk-peoples-republic", "2018-12-01", "leonid-pasechnik"),
    ],
)
def test_who_held_the_office_on_the_day(minsk: Dossier, office: str, of: str, day: str, who: str) -> None:
    assert holders(minsk, office, of, day) == {who}


def test_the_mission_keeps_what_the_world_knows_of_it(minsk: Dossier) -> None:
    mission = actor(minsk, "osce-smm")
    assert {"OSCE SMM", "SMM monitors"} <= {form.text for form in mission.names}
    assert mission.period == "2014-03-21/2022-03-31"


def test_places_carry_old_names_and_both_sides(minsk: Dossier) -> None:
    bakhmut = {(form.text, form.party) for form in place(minsk, "bakhmut").names}
    assert {("Artemivsk", None), ("Artyomovsk", "certain-areas"), ("Бахмут", "ukraine")} <= bakhmut
    town = place(minsk, "debaltseve")
    assert (town.latitude, town.longitude, town.precision) == (48.336, 38.403, Precision.EXACT)
    assert (town.parent, town.parent_de_facto) == ("donetsk-oblast", "donetsk-peoples-republic")
    assert place(minsk, "line-of-contact").latitude is None
