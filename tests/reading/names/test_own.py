"""Bodies that a text names by their common nouns alone, resolved by where it speaks from and whom it speaks of."""

from __future__ import annotations

import pytest

from tests.reading.names.test_names import meant, names
from trucewatch import dossiers
from trucewatch.model.dossier import Dossier


@pytest.fixture(scope="module")
def karabakh() -> Dossier:
    return dossiers.load("nagorno-karabakh")


@pytest.fixture(scope="module")
def lebanon() -> Dossier:
    return dossiers.load("lebanon-2024")


def test_a_body_of_the_home_country_goes_by_its_name_without_the_countrys(lebanon: Dossier) -> None:
    draft = names("JERUSALEM – The line will be kept, the Prime Minister's Office announced.", dossier=lebanon)
    assert meant(draft, "Prime Minister's Office") == ("israel-prime-ministers-office",)


def test_the_same_words_after_another_countrys_name_are_not_the_home_countrys(lebanon: Dossier) -> None:
    draft = names("JERUSALEM – The line will be kept, Norway's Prime Minister's Office announced.", dossier=lebanon)
    assert all("israel-prime-ministers-office" not in m.actors for m in draft.mentions)


def test_his_office_is_the_office_of_the_person_just_named() -> None:
    draft = names("Ivo Marn will travel to Oslo. The talks begin on Monday, his office said.")
    (actor,) = meant(draft, "office")
    assert draft.actors[actor].name == "office of Ivo Marn"


def test_an_officer_of_a_body_is_tied_to_it(karabakh: Dossier) -> None:
    draft = names("The road is open, an officer of the Russian peacekeeping contingent said.", dossier=karabakh)
    assert "russian-peacekeeping-contingent-officer" in draft.actors


def test_the_president_is_that_of_the_country_the_text_speaks_from(karabakh: Dossier) -> None:
    text = "BAKU – French President Emmanuel Macron called President Ilham Aliyev. They must go, the President said."
    assert meant(names(text, dossier=karabakh), "the President") == ("ilham-aliyev",)


def test_a_local_ministry_is_that_of_the_authority_there(karabakh: Dossier) -> None:
    text = "YEREVAN – Shots were heard in Nagorno-Karabakh. Two men were hurt, the local Defence Ministry said."
    assert meant(names(text, dossier=karabakh), "Defence Ministry") == ("artsakh-defence-ministry",)


def test_the_ministry_is_the_one_that_spoke_not_the_one_whose_bulletin_it_rejects(karabakh: Dossier) -> None:
    text = (
        "The Azerbaijani Foreign Ministry denied it on Thursday, rejecting a bulletin of the Russian Defence Ministry. "
        "The post was never left, the ministry said."
    )
    assert meant(names(text, dossier=karabakh), "the ministry") == ("azerbaijan-foreign-ministry",)


def test_a_spokesman_of_nobody_is_not_the_spokesman_met_elsewhere(karabakh: Dossier) -> None:
    draft = names("Maria Zakharova spoke in Moscow. A spokesman of the rebels denied it.", dossier=karabakh)
    assert all(m.actors != ("maria-zakharova",) for m in draft.mentions if "spokesman" in m.span.of(draft.text))


def test_the_diplomat_is_the_one_person_who_has_just_spoken() -> None:
    draft = names("Ivo Marn spoke in Oslo on Monday. The road stays open, the diplomat said.")
    assert meant(draft, "the diplomat") == meant(draft, "Ivo Marn")


def test_the_official_is_not_a_person_named_before_another_official() -> None:
    draft = names("Ivo Marn complained. One of the officials refused it. The road stays open, the official said.")
    assert all(m.actors != meant(draft, "Ivo Marn") for m in draft.mentions if m.span.of(draft.text) == "the official")
