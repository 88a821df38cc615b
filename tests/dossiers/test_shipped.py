"""The dossiers that ship: whole, with every reference resolved; and the facts that readings of the regime rest on."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch import dossiers
from trucewatch.model.dossier import ActorEntry, Dossier, PlaceEntry
from trucewatch.model.instrument import Bound, Certainty, Deadline, Instrument, Obligation
from trucewatch.model.place import Precision
from trucewatch.model.time import PartialDate


@pytest.fixture(scope="module")
def karabakh() -> Dossier:
    return dossiers.load("nagorno-karabakh")


def instrument(dossier: Dossier, id_: str) -> Instrument:
    found = dossier.instrument(id_)
    assert found is not None
    return found


def obligation(dossier: Dossier, id_: str, key: str) -> Obligation:
    return next(o for p in instrument(dossier, id_).provisions for o in p.obligations if o.key == key)


def actor(dossier: Dossier, id_: str) -> ActorEntry:
    return next(entry for entry in dossier.actors if entry.id == id_)


def place(dossier: Dossier, id_: str) -> PlaceEntry:
    return next(entry for entry in dossier.places if entry.id == id_)


def holders(dossier: Dossier, office: str, of: str, day: str) -> set[str]:
    when = date.fromisoformat(day)
    return {
        entry.id
        for entry in dossier.actors
        for role in entry.roles
        if role.office == office and role.of == of and role.held_on(when)
    }


@pytest.mark.parametrize("name", dossiers.names())
def test_shipped_dossier_loads_under_its_own_name(name: str) -> None:
    assert dossiers.load(name).id == name


@pytest.mark.parametrize("name", dossiers.names())
def test_every_reference_of_a_shipped_dossier_resolves(name: str) -> None:
    dossier = dossiers.load(name)
    actors = {entry.id for entry in (*dossiers.world().actors, *dossier.actors)}
    places = {entry.id for entry in dossier.places}
    sources = {key for key, _ in dossier.sources}
    for entry in dossier.actors:
        assert {form.party for form in (*entry.names, *entry.labels)} - {None} <= actors
        assert {role.of for role in entry.roles} | ({entry.parent} - {None}) <= actors
    for spot in dossier.places:
        assert {spot.parent, spot.parent_de_facto} - {None} <= actors | places
        assert {form.party for form in spot.names} - {None} <= actors
    for each in dossier.instruments:
        assert {*each.signatories, *each.parties} <= actors
        for duty in (o for p in each.provisions for o in p.obligations):
            assert {*duty.obligors, *duty.beneficiaries, *(a.by for a in duty.amendments)} <= actors
            assert set(duty.sources) <= sources


@pytest.mark.parametrize("name", dossiers.names())
def test_every_date_of_a_shipped_dossier_is_one(name: str) -> None:
    dossier = dossiers.load(name)
    PartialDate(dossier.period)
    for entry in dossier.actors:
        for role in entry.roles:
            for bound in (role.start, role.end):
                assert bound is None or PartialDate(bound).earliest


@pytest.mark.parametrize("name", dossiers.names())
def test_no_unsure_place_has_coordinates_and_likely_ones_a_radius(name: str) -> None:
    for spot in dossiers.load(name).places:
        if spot.certainty is Certainty.UNSURE:
            assert spot.latitude is None
            assert spot.precision is Precision.UNKNOWN
        elif spot.certainty is Certainty.LIKELY:
            assert spot.radius_km


@pytest.mark.parametrize("name", dossiers.names())
def test_loading_twice_gives_the_same(name: str) -> None:
    first = dossiers.load(name)
    from trucewatch.dossiers import library

    raw = (library._REGIMES / f"{name}.yaml").read_bytes()
    assert dossiers.read(raw, "again.yaml") == first


POINTS = {
    "2020-11-09": "1 2 3 4a 4b 5 6a 6b 6c 6d 7 8 9a 9b 9c",
    "2021-01-11": "1 2 3 4",
    "2021-11-26": "a b c d e f",
    "2022-10-31": "a b c d e f g",
    "2022-10-06-prague": "a b c1 c2 c3",
}


@pytest.mark.parametrize("id_", POINTS)
def test_every_point_is_there(karabakh: Dossier, id_: str) -> None:
    keys = [o.key for p in instrument(karabakh, id_).provisions for o in p.obligations]
    assert keys == POINTS[id_].split()


def test_no_instrument_is_left_out(karabakh: Dossier) -> None:
    assert {each.id for each in karabakh.instruments} == set(POINTS)


def test_provisions_carry_the_numbers_of_the_text(karabakh: Dossier) -> None:
    numbers = [p.number for p in instrument(karabakh, "2020-11-09").provisions]
    assert numbers == [str(n) for n in range(1, 10)]
    assert not instrument(karabakh, "2021-11-26").numbered


def test_one_statement_goes_by_two_days(karabakh: Dossier) -> None:
    statement = instrument(karabakh, "2020-11-09")
    assert statement.date_names == (date(2020, 11, 9), date(2020, 11, 10))
    assert statement.effective == "2020-11-10T00:00+03:00"
    assert {"statement", "agreement", "declaration", "ceasefire"} <= set(statement.nouns)


def test_the_parties_differ_by_instrument(karabakh: Dossier) -> None:
    assert set(instrument(karabakh, "2020-11-09").parties) == {"armenia", "azerbaijan"}
    assert set(instrument(karabakh, "2021-01-11").parties) == {"armenia", "azerbaijan", "russia"}


def test_the_plan_for_the_route_is_due_three_years_from_signing(karabakh: Dossier) -> None:
    assert obligation(karabakh, "2020-11-09", "6c").deadline == Deadline(
        bound=Bound.BY,
        anchor="signing",
        duration="P3Y",
        alternatives=(Deadline(bound=Bound.BY, anchor="effect", duration="P3Y"),),
        words="within the next three years",
    )


def test_kelbajar_was_put_off_by_ten_days(karabakh: Dossier) -> None:
    duty = obligation(karabakh, "2020-11-09", "6a")
    assert duty.deadline is not None
    assert duty.deadline.day == date(2020, 11, 15)
    (change,) = duty.amendments
    assert change.deadline.day == date(2020, 11, 25)
    assert change.by == "hikmet-hajiyev"


def test_the_contingent_stays_five_years_unless_ended(karabakh: Dossier) -> None:
    term = obligation(karabakh, "2020-11-09", "4b").term
    assert term is not None
    assert (term.start, term.duration, term.prolongation, term.notice) == ("effect", "P5Y", "P5Y", "P6M")


def test_subgroups_count_from_the_meeting(karabakh: Dossier) -> None:
    deadline = obligation(karabakh, "2021-01-11", "3").deadline
    assert deadline is not None
    assert (deadline.anchor, deadline.duration) == ("obligation:2", "P1M")


def test_soft_dates_stand_apart(karabakh: Dossier) -> None:
    assert {duty.key for duty in karabakh.undertakings} == {
        "brussels-2022-04-06",
        "grigoryan-2022-07-19",
        "aliyev-2022-07-15",
        "nk-evac-2022-08-25",
        "nechaev-2022-08-11",
        "brussels-2022-08-31",
        "armenia-road-2022-08-04",
        "gonchar-2022-09-14",
    }
    assert all(duty.deadline and duty.deadline.soft for duty in karabakh.undertakings)


@pytest.mark.parametrize(
    ("office", "of", "day", "who"),
    [
        ("foreign-minister", "armenia", "2022-08-12", "ararat-mirzoyan"),
        ("foreign-minister", "armenia", "2020-11-10", "zohrab-mnatsakanyan"),
        ("foreign-minister", "armenia", "2021-03-01", "ara-aivazian"),
        ("foreign-minister", "azerbaijan", "2022-08-12", "jeyhun-bayramov"),
        ("foreign-minister", "russia", "2022-08-12", "sergey-lavrov"),
        ("defence-minister", "armenia", "2022-08-12", "suren-papikyan"),
        ("defence-minister", "armenia", "2020-11-10", "davit-tonoyan"),
        ("defence-minister", "armenia", "2021-05-01", "vagharshak-harutiunyan"),
        ("defence-minister", "armenia", "2021-10-01", "arshak-karapetyan"),
        ("defence-minister", "azerbaijan", "2022-08-12", "zakir-hasanov"),
        ("defence-minister", "russia", "2022-08-12", "sergei-shoigu"),
        ("prime-minister", "armenia", "2020-11-09", "nikol-pashinyan"),
        ("president", "azerbaijan", "2020-11-09", "ilham-aliyev"),
        ("president", "russia", "2020-11-09", "vladimir-putin"),
        ("president", "artsakh", "2022-08-02", "arayik-harutyunyan"),
        ("president", "artsakh", "2023-09-20", "samvel-shahramanyan"),
        ("president", "european-council", "2022-08-31", "charles-michel"),
        ("president", "france", "2022-10-06", "emmanuel-macron"),
        ("commander", "russian-peacekeeping-contingent", "2020-12-01", "rustam-muradov"),
        ("commander", "russian-peacekeeping-contingent", "2021-09-15", "mikhail-kosobokov"),
        ("commander", "russian-peacekeeping-contingent", "2021-12-01", "gennady-anashkin"),
        ("commander", "russian-peacekeeping-contingent", "2022-08-12", "andrei-volkov"),
        ("commander", "russian-peacekeeping-contingent", "2023-06-01", "alexander-lentsov"),
        ("commander", "russian-peacekeeping-contingent", "2024-01-01", "kirill-kulakov"),
        ("security-council-secretary", "armenia", "2022-08-12", "armen-grigoryan"),
        ("deputy-prime-minister", "armenia", "2022-08-12", "mher-grigoryan"),
        ("human-rights-defender", "artsakh", "2022-08-12", "gegham-stepanyan"),
        ("state-minister", "artsakh", "2022-12-12", "ruben-vardanyan"),
    ],
)
def test_who_held_the_office_on_the_day(karabakh: Dossier, office: str, of: str, day: str, who: str) -> None:
    assert holders(karabakh, office, of, day) == {who}


def test_nobody_holds_an_office_between_two_terms(karabakh: Dossier) -> None:
    assert holders(karabakh, "foreign-minister", "armenia", "2020-11-17") == set()
    assert holders(karabakh, "president", "artsakh", "2023-09-05") == set()


def test_every_leader_a_state_names_is_held_by_someone(karabakh: Dossier) -> None:
    for id_ in ("armenia", "azerbaijan", "russia"):
        leader = actor(karabakh, id_).leader
        assert leader is not None
        assert len(holders(karabakh, leader, id_, "2022-08-12")) == 1


def test_spellings_of_a_name_are_one_person_and_slips_are_marked(karabakh: Dossier) -> None:
    forms = {form.text: form.slip for form in actor(karabakh, "ivan-nechaev").names}
    assert forms["Nechayev"] is False
    assert forms["Nachaev"] is True
    assert forms["Ivan Nachaev"] is True
    assert "Иван Нечаев" in forms


def test_one_force_under_three_parties_names(karabakh: Dossier) -> None:
    army = actor(karabakh, "nk-defence-army")
    assert {label.party for label in army.labels} == {"russia", "azerbaijan"}
    names = {form.text for form in army.names}
    assert {"Artsakh Defense Army", "Artsakh Defence Army", "Defence Army", "Defense Army"} <= names


def test_the_contingent_goes_by_its_common_names(karabakh: Dossier) -> None:
    contingent = actor(karabakh, "russian-peacekeeping-contingent")
    names = {form.text for form in contingent.names}
    assert {"Russian peacekeepers", "Russian peacekeeping forces", "RPC", "Russian peacekeeping mission"} <= names
    assert contingent.parent == "russia"


@pytest.mark.parametrize("id_", ["armenia-defence-ministry", "azerbaijan-defence-ministry", "russia-defence-ministry"])
def test_ministries_are_known_in_both_spellings(karabakh: Dossier, id_: str) -> None:
    joined = " | ".join(form.text for form in actor(karabakh, id_).names)
    assert "Defence Ministry" in joined
    assert "Defense Ministry" in joined
    assert "Ministry of Defence" in joined


def test_capitals_speak_for_their_governments(karabakh: Dossier) -> None:
    assert "Yerevan" in actor(karabakh, "armenia").metonyms
    assert {"Baku", "official Baku"} <= set(actor(karabakh, "azerbaijan").metonyms)
    assert {"Moscow", "Kremlin"} <= set(actor(karabakh, "russia").metonyms)


def test_places_carry_every_sides_names(karabakh: Dossier) -> None:
    village = place(karabakh, "parukh")
    by_party = {(form.party, form.language) for form in village.names}
    assert {("armenia", "hy"), ("azerbaijan", "az"), ("azerbaijan", "en"), (None, "ru")} <= by_party
    assert (village.latitude, village.longitude) == (40.019, 46.801)
    assert village.precision is Precision.EXACT
    assert place(karabakh, "stepanakert").geonames == 146970
    assert place(karabakh, "buzdukh").elevation_m == 2374
    assert place(karabakh, "lachin-corridor").kind == "corridor"


def test_the_new_road_is_told_by_source(karabakh: Dossier) -> None:
    lengths = [heading for heading, _ in karabakh.facts if heading.startswith("New Lachin road, length")]
    assert len(lengths) == 5
    assert place(karabakh, "new-lachin-road").kind == "road"


def test_geonames_is_credited(karabakh: Dossier) -> None:
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in karabakh.attribution)


# --- the regimes of Lebanon, Ethiopia and Sudan

VENUES = {"south-africa", "kenya", "saudi-arabia", "egypt"}
"""States in which only talks were held."""

BOXES = {"lebanon-2024": (32, 34.9, 34.5, 37), "ethiopia-coha": (9, 36.5, 15.5, 42), "sudan-jeddah": (9, 21.5, 22, 38)}
"""South, west, north and east of each regime, in degrees."""

NUMBERED = {
    ("lebanon-2024", "2024-11-27"): "1 2a 2b 3 4 5 6 7a 7b 7c 8 9a 9b 10 11 12a 12b 12c 13",
    ("ethiopia-coha", "2022-11-02"): ("1 2 3a 3b 3c 4 5a 5b 6a 6b 6c 6d 6e 7a 7b 7c 8a 8b 8c 9 10a 10b 10c 11a 11b"),
    ("ethiopia-coha", "2022-11-12"): "a1 a2 b c1 c2 d e f1 f2",
    ("sudan-jeddah", "2023-05-11"): "a1 a2 a3 b c1 c2 d e",
    ("sudan-jeddah", "2023-05-20"): "a b1 b2 c1 c2 d e",
}


@pytest.mark.parametrize(("name", "id_"), NUMBERED)
def test_every_point_of_the_other_regimes_is_there(name: str, id_: str) -> None:
    keys = [o.key for p in instrument(dossiers.load(name), id_).provisions for o in p.obligations]
    assert keys == NUMBERED[name, id_].split()


@pytest.mark.parametrize("name", ["lebanon-2024", "ethiopia-coha", "sudan-jeddah"])
def test_regimes_know_enough_actors_and_located_places(name: str) -> None:
    dossier = dossiers.load(name)
    assert len(dossier.actors) >= 30
    assert sum(spot.latitude is not None for spot in dossier.places) >= 30
    assert {each.id for each in dossier.instruments} == {id_ for regime, id_ in NUMBERED if regime == name}
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in dossier.attribution)


@pytest.mark.parametrize("name", ["lebanon-2024", "ethiopia-coha", "sudan-jeddah"])
def test_positions_of_one_region_lie_in_it(name: str) -> None:
    """A slip of sign or of order would put a place on another continent; venues abroad are left out."""
    south, west, north, east = BOXES[name]
    for spot in dossiers.load(name).places:
        if spot.latitude is None or spot.longitude is None or spot.parent in VENUES:
            continue
        assert south <= spot.latitude <= north, spot.id
        assert west <= spot.longitude <= east, spot.id


@pytest.mark.parametrize(
    ("name", "office", "of", "day", "who"),
    [
        ("lebanon-2024", "commander", "lebanon-armed-forces", "2024-12-01", "joseph-aoun"),
        ("lebanon-2024", "president", "lebanon", "2025-02-01", "joseph-aoun"),
        ("lebanon-2024", "commander", "lebanon-armed-forces", "2025-04-01", "rodolphe-haykal"),
        ("lebanon-2024", "prime-minister", "lebanon", "2024-11-27", "najib-mikati"),
        ("lebanon-2024", "prime-minister", "lebanon", "2025-02-18", "nawaf-salam"),
        ("lebanon-2024", "secretary-general", "hezbollah", "2024-11-27", "naim-qassem"),
        ("lebanon-2024", "defence-minister", "israel", "2024-11-27", "israel-katz"),
        ("lebanon-2024", "chief-of-staff", "israel-armed-forces", "2025-01-26", "herzi-halevi"),
        ("lebanon-2024", "president", "united-states", "2024-11-26", "joe-biden"),
        ("lebanon-2024", "president", "united-states", "2025-01-26", "donald-trump"),
        ("lebanon-2024", "commander", "unifil", "2025-07-01", "diodato-abagnara"),
        ("ethiopia-coha", "prime-minister", "ethiopia", "2022-11-02", "abiy-ahmed"),
        ("ethiopia-coha", "president", "tigray-regional-government", "2022-11-02", "debretsion-gebremichael"),
        ("ethiopia-coha", "president", "tigray-regional-government", "2023-04-05", "getachew-reda"),
        ("ethiopia-coha", "president", "tigray-regional-government", "2025-05-01", "tadesse-werede"),
        ("ethiopia-coha", "chief-of-staff", "ethiopia-armed-forces", "2022-11-12", "birhanu-jula"),
        ("ethiopia-coha", "commander", "tigray-defence-forces", "2022-11-12", "tadesse-werede"),
        ("sudan-jeddah", "commander", "sudan-armed-forces", "2023-05-20", "abdel-fattah-al-burhan"),
        ("sudan-jeddah", "commander", "rapid-support-forces", "2023-05-20", "mohamed-hamdan-dagalo"),
        ("sudan-jeddah", "foreign-minister", "saudi-arabia", "2023-05-20", "faisal-bin-farhan"),
        ("sudan-jeddah", "foreign-minister", "united-states", "2023-05-20", "antony-blinken"),
        ("sudan-jeddah", "head-of-mission", "unitams", "2023-05-20", "volker-perthes"),
    ],
)
def test_who_held_the_office_in_other_regimes(name: str, office: str, of: str, day: str, who: str) -> None:
    assert holders(dossiers.load(name), office, of, day) == {who}


def test_israels_withdrawal_was_put_off_and_is_partial() -> None:
    duty = obligation(dossiers.load("lebanon-2024"), "2024-11-27", "12a")
    assert duty.deadline is not None
    assert (duty.deadline.anchor, duty.deadline.duration) == ("effect", "P60D")
    (change,) = duty.amendments
    assert (change.announced, change.by) == (date(2025, 1, 26), "united-states")
    assert change.deadline.day == date(2025, 2, 18)
    assert duty.outcome is not None
    assert duty.outcome.state == "partial"


def test_hezbollah_is_no_party() -> None:
    assert set(instrument(dossiers.load("lebanon-2024"), "2024-11-27").parties) == {"israel", "lebanon"}


def test_nairobi_moves_pretorias_clock() -> None:
    dossier = dossiers.load("ethiopia-coha")
    heavy = obligation(dossier, "2022-11-02", "6d")
    (change,) = heavy.amendments
    assert change.deadline.anchor == "obligation:2022-11-12/f1"
    assert obligation(dossier, "2022-11-12", "f1").deadline is None
    assert instrument(dossier, "2022-11-12").implements == "2022-11-02"


def test_the_interim_administration_waits_for_the_delisting() -> None:
    dossier = dossiers.load("ethiopia-coha")
    deadline = obligation(dossier, "2022-11-02", "10a").deadline
    assert deadline is not None
    assert (deadline.anchor, deadline.duration) == ("obligation:7a", "P7D")
    outcome = obligation(dossier, "2022-11-02", "7a").outcome
    assert outcome is not None
    assert outcome.date == "2023-03-22"


def test_the_short_ceasefire_was_prolonged_by_its_facilitators() -> None:
    dossier = dossiers.load("sudan-jeddah")
    assert instrument(dossier, "2023-05-20").effective == "2023-05-22T21:45+02:00"
    duty = obligation(dossier, "2023-05-20", "b1")
    assert duty.deadline is not None
    assert (duty.deadline.bound, duty.deadline.duration) == (Bound.UNTIL, "P7D")
    assert [(each.by, each.deadline.duration) for each in duty.amendments] == [("jeddah-facilitators", "P12D")]


@pytest.mark.parametrize(
    ("name", "id_", "party", "label"),
    [
        ("lebanon-2024", "israel", "hezbollah", "Zionist entity"),
        ("ethiopia-coha", "tplf", "ethiopia", "TPLF terrorist group"),
        ("sudan-jeddah", "rapid-support-forces", "sudan", "rebel militia"),
    ],
)
def test_labels_stay_under_their_party(name: str, id_: str, party: str, label: str) -> None:
    entry = actor(dossiers.load(name), id_)
    assert (party, label) in {(form.party, form.text) for form in entry.labels}
    assert label not in {form.text for form in entry.names}
