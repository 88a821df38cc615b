"""The gazetteer of the world's actors."""

from __future__ import annotations

import time

import pytest

from trucewatch import dossiers
from trucewatch.dossiers import library
from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry


def find(words: str) -> set[str]:
    found = set()
    for entry in dossiers.world().actors:
        forms = {entry.name, *entry.demonyms, *entry.metonyms, *(form.text for form in entry.names)}
        if words in forms:
            found.add(entry.id)
    return found


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("US", "united-states"),
        ("U.S.", "united-states"),
        ("UK", "united-kingdom"),
        ("UAE", "united-arab-emirates"),
        ("DRC", "democratic-republic-of-the-congo"),
        ("EU", "european-union"),
        ("Côte d'Ivoire", "ivory-coast"),
        ("Burma", "myanmar"),
        ("Türkiye", "turkey"),
        ("Kosovo", "kosovo"),
        ("Taiwan", "taiwan"),
        ("Abkhazia", "abkhazia"),
        ("Western Sahara", "western-sahara"),
        ("Spaniards", "spain"),
        ("Dutch", "netherlands"),
        ("Kyiv", "ukraine"),
        ("Kiev", "ukraine"),
        ("Kremlin", "russia"),
        ("White House", "united-states"),
        ("Downing Street", "united-kingdom"),
        ("Pentagon", "united-states-defence-ministry"),
        ("State Department", "united-states-foreign-ministry"),
        ("Foggy Bottom", "united-states-foreign-ministry"),
        ("Brussels", "european-union"),
        ("UN Security Council", "un-security-council"),
        ("OSCE SMM", "osce-smm"),
        ("Red Cross", "icrc"),
        ("UNIFIL", "unifil"),
        ("Hizbullah", "hezbollah"),
        ("Ansar Allah", "houthis"),
        ("ISIS", "islamic-state"),
        ("RSF", "rapid-support-forces"),
        ("SAF", "sudan-armed-forces"),
        ("LNA", "lna"),
        ("GNA", "libya-gna"),
        ("M23", "m23"),
        ("ENDF", "ethiopia-armed-forces"),
        ("IDF", "israel-armed-forces"),
        ("LAF", "lebanon-armed-forces"),
        ("Niger", "niger"),
        ("Nigerien", "niger"),
        ("Nigerian", "nigeria"),
    ],
)
def test_a_well_known_form_means_one_actor(words: str, id_: str) -> None:
    assert find(words) == {id_}


def states() -> list[ActorEntry]:
    return [entry for entry in dossiers.world().actors if entry.kind is ActorKind.STATE]


def test_all_states_are_there_with_code_and_capital() -> None:
    assert len(states()) == 198  # 193 members, 2 observers, Kosovo, Taiwan, Western Sahara
    assert len({entry.country_code for entry in states()}) == 198
    # Brussels is left to the European Union; elsewhere the capital has the state's own name.
    assert {entry.id for entry in states() if not entry.metonyms} == {
        "belgium",
        "luxembourg",
        "monaco",
        "seychelles",
        "singapore",
        "western-sahara",
    }
    assert {entry.id for entry in states() if not entry.demonyms} == {"dominica"}


def test_ids_and_parents_hold_together() -> None:
    entries = dossiers.world().actors
    ids = {entry.id for entry in entries}
    assert len(ids) == len(entries)
    assert {entry.parent for entry in entries} - {None} <= ids


def test_forms_that_mean_several_are_few_and_meant() -> None:
    meant: dict[str, set[str]] = {}
    for entry in dossiers.world().actors:
        for words in {entry.name, *entry.demonyms, *entry.metonyms, *(form.text for form in entry.names)}:
            meant.setdefault(words, set()).add(entry.id)
    assert {words for words, ids in meant.items() if len(ids) > 1} == {
        "Foreign Office",
        "National Liberation Army",
    }


def test_a_dossiers_actor_gets_what_the_world_knows_of_it(example: str) -> None:
    more = (
        "  - id: norway\n    name: Norway\n    kind: state\n    names: [Mediator]\n    leader: prime-minister\nplaces:"
    )
    dossier = dossiers.read(example.replace("places:", more, 1).encode(), "our.yaml")
    norway = next(entry for entry in dossier.actors if entry.id == "norway")
    assert [form.text for form in norway.names] == ["Mediator", "Kingdom of Norway"]
    assert norway.metonyms == ("Oslo",)
    assert norway.country_code == "NOR"
    assert norway.leader == "prime-minister"


def test_the_world_is_read_once() -> None:
    assert dossiers.world() is dossiers.world()
    assert dossiers.load("nagorno-karabakh") is dossiers.load("nagorno-karabakh")


def test_reading_world_and_a_dossier_is_quick() -> None:
    best = 60.0
    for _ in range(5):
        began = time.perf_counter()
        library.world.__wrapped__()
        library._shipped.__wrapped__("nagorno-karabakh")
        best = min(best, time.perf_counter() - began)
    assert best < 0.3  # about 0.1 s on an idle core; the bound leaves room for a busy one
