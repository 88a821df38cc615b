"""Names, roles and what refers back, on sentences of our own; knowledge is the shipped world."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch import dossiers
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.names import read_names
from trucewatch.reading.readers import begin

DAY = date(2022, 8, 12)


def names(text: str, *, dossier: Dossier | None = None, day: date | None = DAY) -> Draft:
    draft = begin(Document(text, published=day), dossier)
    read_names(draft)
    return draft


def meant(draft: Draft, words: str, nth: int = 0) -> tuple[str, ...]:
    """The actors of the nth mention whose shown words are ``words``."""
    found = [m for m in draft.mentions if m.span.of(draft.text) == words]
    assert found, f"{words!r} is not among {[m.span.of(draft.text) for m in draft.mentions]}"
    return found[nth].actors


@pytest.fixture(scope="module")
def karabakh() -> Dossier:
    return dossiers.load("nagorno-karabakh")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Kyiv rejected the proposal.", "Kyiv", "ukraine"),
        ("The talks were held in Kyiv on Monday. Khartoum condemned the raid.", "Khartoum", "sudan"),
        ("Colombian officials said the talks had failed.", "Colombian officials", "colombia"),
        ("The Ethiopian government signed.", "Ethiopian government", "ethiopia"),
        ("The U.S. urged restraint.", "U.S.", "united-states"),
        ("Sudan’s foreign ministry protested.", "Sudan’s foreign ministry", "sudan-foreign-ministry"),
        ("The Ministry of Defence of Georgia denied it.", "Ministry of Defence of Georgia", "georgia-defence-ministry"),
    ],
)
def test_states_and_their_organs(text: str, words: str, actor: str) -> None:
    assert meant(names(text), words) == (actor,)


def test_a_capital_named_as_a_place_is_no_government() -> None:
    draft = names("The delegations met in Geneva and Cairo. They flew to Cairo on Friday.")
    assert all(m.span.of(draft.text) != "Cairo" for m in draft.mentions)


def test_a_newspaper_is_not_its_city() -> None:
    draft = names("The Moscow Times reported the clash.")
    assert all(m.actors != ("russia",) for m in draft.mentions)


def test_a_pronoun_in_capitals_is_no_organisation() -> None:
    draft = names("He asked who fired. The WHO answered.")
    assert [
        m.span.of(draft.text) for m in draft.mentions if m.actors == ("who",) or "World Health" in str(m.actors)
    ] != []
    assert all(m.span.of(draft.text) != "who" or m.kind is MentionKind.PRONOUN for m in draft.mentions)


def test_two_spellings_of_a_surname_are_one_person() -> None:
    draft = names("Colonel Marek Dovrenko spoke on Monday. Dovrenko said the post was empty. Dovrienko said no more.")
    assert meant(draft, "Marek Dovrenko") == meant(draft, "Dovrenko") == meant(draft, "Dovrienko")


def test_near_names_with_different_given_names_are_two_persons() -> None:
    draft = names("Ivan Nikolaev met Peter Nikolaev. Ivan Nikolaev left.")
    assert meant(draft, "Ivan Nikolaev") != meant(draft, "Peter Nikolaev")


def test_a_shared_surname_stays_unresolved_and_is_warned_of(karabakh: Dossier) -> None:
    draft = names("Grigoryan said the road was open.", dossier=karabakh)
    assert meant(draft, "Grigoryan") == ()
    assert any("Left unresolved" in warning.message for warning in draft.warnings)


def test_a_full_name_decides_a_shared_surname(karabakh: Dossier) -> None:
    draft = names("Mher Grigoryan chaired the meeting. Grigoryan said the road was open.", dossier=karabakh)
    assert meant(draft, "Grigoryan") == meant(draft, "Mher Grigoryan") == ("mher-grigoryan",)


def test_a_role_resolves_on_the_documents_day(karabakh: Dossier) -> None:
    text = "The foreign minister of Armenia called for calm."
    late, early = names(text, dossier=karabakh), names(text, dossier=karabakh, day=date(2020, 11, 12))
    assert meant(late, "The foreign minister of Armenia") == ("ararat-mirzoyan",)
    assert meant(early, "The foreign minister of Armenia") != ("ararat-mirzoyan",)


def test_coordinated_offices_and_their_counterparts(karabakh: Dossier) -> None:
    draft = names(
        "The foreign and defence ministers of Russia spoke with their Armenian and Azerbaijani counterparts.",
        dossier=karabakh,
    )
    assert meant(draft, "The foreign and defence ministers of Russia") == ("sergey-lavrov", "sergei-shoigu")
    assert set(meant(draft, "their Armenian and Azerbaijani counterparts")) == {
        "ararat-mirzoyan",
        "suren-papikyan",
        "jeyhun-bayramov",
        "zakir-hasanov",
    }


def test_leaders_of_states(karabakh: Dossier) -> None:
    draft = names("The leaders of Armenia and Azerbaijan will meet.", dossier=karabakh)
    assert meant(draft, "The leaders of Armenia and Azerbaijan") == ("nikol-pashinyan", "ilham-aliyev")


def test_a_role_nobody_is_known_to_hold_is_named_by_the_role() -> None:
    draft = names("The defence minister of Chad resigned.")
    assert meant(draft, "The defence minister of Chad") == ("chad-defence-minister",)
    assert draft.actors["chad-defence-minister"].known is False


def test_an_apposition_names_the_office_of_a_person() -> None:
    draft = names("Leila Harbi, the spokeswoman of the Sudanese army, spoke. She said the bridge was open.")
    (person,) = meant(draft, "Leila Harbi")
    assert ("spokesperson", "sudan-armed-forces") in draft.affiliations[person]
    assert meant(draft, "She") == (person,)


def test_he_is_the_last_main_subject_not_the_nearest_name() -> None:
    draft = names("Omar Kassar told Peter Lind that the convoy had left. He said the road was safe.")
    assert meant(draft, "He") == meant(draft, "Omar Kassar")


def test_the_object_of_a_clause_is_not_its_subject() -> None:
    draft = names("Tomas Reck said that Ilse Varga had written to him.")
    assert meant(draft, "him") == meant(draft, "Tomas Reck")


def test_its_belongs_to_the_nearest_subject() -> None:
    draft = names("Chad opened the road, while Sudan said that its part was ready.")
    assert meant(draft, "its") == ("sudan",)


def test_the_ministry_is_the_last_ministry() -> None:
    draft = names("The Turkish Foreign Ministry was not invited. The ministry said so on Monday.")
    assert meant(draft, "The ministry") == ("turkey-foreign-ministry",) or meant(draft, "The ministry") == (
        "turkiye-foreign-ministry",
    )


def test_both_sides_are_the_only_two_parties() -> None:
    draft = names("India and Pakistan stopped firing. Both sides kept the line quiet.")
    assert meant(draft, "Both sides") == ("india", "pakistan")


def test_the_sides_among_three_stay_unresolved_and_are_warned_of() -> None:
    draft = names("Greece, Cyprus and Egypt met. Norway was absent. The sides agreed on nothing.")
    assert meant(draft, "The sides") == ()
    assert any("not plain whom" in warning.message for warning in draft.warnings)


def test_parties_defined_by_the_text_itself() -> None:
    draft = names(
        "The Government of Velmar and the Osterian People's Front, hereinafter the Parties, agree.\n\n"
        "The Parties shall stop."
    )
    assert "velmar" in meant(draft, "The Parties")
    assert len(meant(draft, "The Parties")) == 2


def test_a_place_after_near_is_no_person() -> None:
    draft = names("Shells fell near Agulae on Monday.")
    assert all(m.span.of(draft.text) != "Agulae" for m in draft.mentions)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("Baku Moscow said he the sides “”’ \n.,;:‮é中MOD"), max_size=200))
def test_spans_lie_in_the_text_and_reading_is_deterministic(text: str) -> None:
    if not any(c.isalpha() for c in text):
        return
    one, two = names(text), names(text)
    assert [(m.span, m.actors, m.kind) for m in one.mentions] == [(m.span, m.actors, m.kind) for m in two.mentions]
    for mention in one.mentions:
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
        assert mention.phrase.holds(mention.span) or mention.kind is MentionKind.ROLE
        assert all(actor in one.actors for actor in mention.actors)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "BAKU, 4 August - The Defence Ministry said that two posts had come under fire.",
            "Defence Ministry",
            "azerbaijan-defence-ministry",
        ),
        ("The Defence Ministry in Yerevan denied it on Monday.", "Defence Ministry", "armenia-defence-ministry"),
        (
            "Armenia's Defence Ministry named two posts. A spokesman said more would follow.",
            "spokesman",
            "armenia-defence-ministry",
        ),
        (
            "Armenia's Defence Ministry named two posts. The statement said more would follow.",
            "statement",
            "armenia-defence-ministry",
        ),
        ("Officials in Baku said the road was open.", "Officials", "azerbaijan"),
    ],
)
def test_a_body_speaks_through_its_seat_its_papers_and_its_spokesmen(
    text: str, words: str, actor: str, karabakh: Dossier
) -> None:
    assert meant(names(text, dossier=karabakh), words) == (actor,)


def test_a_named_spokesman_speaks_for_himself(karabakh: Dossier) -> None:
    draft = names("A spokesman for the Armenian army, Ivo Marn, said the road was open.", dossier=karabakh)
    assert not any(
        m.span.of(draft.text) == "spokesman" and m.actors == ("armenia-armed-forces",) for m in draft.mentions
    )


def test_an_outlet_says_whose_ministry_is_meant(karabakh: Dossier) -> None:
    text = "The Ministry of Defence reports that two posts came under fire. The ministry names no place."
    draft = begin(Document(text, publisher="Azerbaijani Defence Ministry bulletin", published=DAY), karabakh)
    read_names(draft)
    assert meant(draft, "Ministry of Defence") == ("azerbaijan-defence-ministry",)
    assert meant(draft, "The ministry") == ("azerbaijan-defence-ministry",)
