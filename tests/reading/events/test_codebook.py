"""The codebook is whole, and its page is up to date."""

import importlib.util
from pathlib import Path

import pytest

from trucewatch.model.event import EventType
from trucewatch.reading.events.codebook import kinds

ROOT = Path(__file__).resolve().parents[3]
# PLOVER modes by type, from its manual of 2024.
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
ACLED = {
    "Battles": "Armed clash|Government regains territory|Non-state actor overtakes territory",
    "Explosions/Remote violence": "Chemical weapon|Air/drone strike|Suicide bomb|Shelling/artillery/missile attack|"
    "Remote explosive/landmine/IED|Grenade",
    "Violence against civilians": "Sexual violence|Attack|Abduction/forced disappearance",
    "Protests": "Peaceful protest|Protest with intervention|Excessive force against protesters",
    "Riots": "Violent demonstration|Mob violence",
    "Strategic developments": "Agreement|Arrests|Change to group/activity|Disrupted weapons use|"
    "Headquarters or base established|Looting/property destruction|Non-violent transfer of territory|Other",
}


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_kinds_use_the_schemes_own_terms(kind):
    assert kind.mode is None or kind.mode in MODES[kind.type].split()
    assert (kind.acled_event is None) is (kind.acled_sub_event is None)
    if kind.acled_event is not None:
        assert kind.acled_sub_event in ACLED[kind.acled_event].split("|")
    assert kind.definition.endswith(".")


def test_every_type_has_a_kind():
    assert {kind.type for kind in kinds().values()} == set(EventType)


def test_armed_acts_are_conflict():
    assert all(kind.conflict for kind in kinds().values() if kind.type in ("ASSAULT", "MOBILIZE", "COERCE"))


def test_the_page_is_up_to_date():
    spec = importlib.util.spec_from_file_location("build_codebook", ROOT / "scripts" / "build_codebook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.page()
