"""Places read from sentences of our own: found or left alone, told apart, located, with the right precision."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch import dossiers
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.place import Place, Precision
from trucewatch.reading.draft import Draft
from trucewatch.reading.gazetteer import distance_km
from trucewatch.reading.readers import READERS, begin


def read(text: str, dossier: Dossier | None = None) -> Draft:
    draft = begin(Document(text), dossier)
    for reader in READERS:
        reader.run(draft)
        if reader.name == "places":
            break
    return draft


def at(draft: Draft, words: str) -> Place:
    """The place with a mention of just these words."""
    for place in draft.places:
        if any(span.of(draft.text) == words for span in place.mentions):
            return place
    raise AssertionError(f"{words!r} is not among {shown(draft)}")


def shown(draft: Draft) -> list[str]:
    return [span.of(draft.text) for place in draft.places for span in place.mentions]


def is_near(place: Place, point: tuple[float, float], km: float = 20) -> bool:
    assert place.latitude is not None
    assert place.longitude is not None
    return distance_km((place.latitude, place.longitude), point) < km


@pytest.fixture(scope="module")
def karabakh() -> Dossier:
    return dossiers.load("nagorno-karabakh")


class TestFinding:
    def test_a_settlement_by_preposition(self) -> None:
        place = at(read("Two soldiers were killed in Goma on Tuesday."), "Goma")
        assert (place.kind, place.known, place.precision) == ("settlement", True, Precision.EXACT)
        assert is_near(place, (-1.67, 29.22))

    def test_a_name_is_carried_through_the_document(self) -> None:
        draft = read("Rebels entered Bunia at dawn. By noon Bunia was quiet.")
        assert len(at(draft, "Bunia").mentions) == 2

    @pytest.mark.parametrize(
        "text",
        [
            "The Moscow Times and the Washington Post ran the story.",
            "The Geneva Conventions forbid it, and the Tehran Declaration says so too.",
            "President Paris Hilton smiled. Mr. London agreed with her.",
            "Russian and Armenian officials spoke by phone.",
            "In March, Parliament met and said nothing.",
        ],
    )
    def test_names_of_papers_treaties_persons_and_nations_are_no_places(self, text: str) -> None:
        assert shown(read(text)) == []

    def test_a_country_is_a_place_where_something_happens_in_it(self) -> None:
        place = at(read("Floods killed dozens in Rwanda."), "Rwanda")
        assert (place.kind, place.precision, place.name) == ("country", Precision.COUNTRY, "Rwanda")

    def test_a_country_that_acts_is_no_place(self) -> None:
        assert shown(read("Rwanda rejected the proposal on Monday.")) == []

    def test_a_capital_that_speaks_is_no_place_and_one_where_people_meet_is(self) -> None:
        assert "Moscow" not in shown(read("Moscow denied the report."))
        assert "Moscow" in shown(read("The ministers met in Moscow."))

    def test_an_unknown_village_stays_unknown_and_is_warned_of(self) -> None:
        draft = read("Shells hit the village of Qolqotan on Sunday.")
        place = at(draft, "village of Qolqotan")
        assert (place.known, place.latitude, place.longitude) == (False, None, None)
        assert place.precision is Precision.UNKNOWN
        assert any("Qolqotan" in warning.message for warning in draft.warnings)


class TestTypeWords:
    def test_town_and_region_of_one_name(self) -> None:
        town = at(read("A drone struck the town of Donetsk."), "town of Donetsk")
        region = at(read("A drone struck a depot in the Donetsk region."), "Donetsk region")
        assert (town.kind, town.precision) == ("settlement", Precision.EXACT)
        assert (region.kind, region.precision) == ("region", Precision.REGION)

    def test_village_after_the_name(self, karabakh: Dossier) -> None:
        place = at(read("Troops entered the Parukh village.", karabakh), "Parukh village")
        assert (place.id, place.name, place.kind) == ("parukh", "Parukh", "settlement")

    def test_a_type_word_chooses_among_the_dossiers_places(self, karabakh: Dossier) -> None:
        draft = read("Cars stood in Lachin, in the Lachin district and on the Lachin corridor.", karabakh)
        assert [place.kind for place in draft.places] == ["settlement", "district", "corridor"]

    def test_a_road_named_after_a_town_lies_near_it(self) -> None:
        place = at(read("Shells hit the Kharkiv airport on Monday."), "Kharkiv airport")
        assert (place.kind, place.precision) == ("facility", Precision.NEAR)
        assert is_near(place, (49.98, 36.25))

    def test_a_height_is_not_placed_at_a_villages_position(self) -> None:
        place = at(read("Gunmen held Mount Goris."), "Mount Goris")
        assert (place.kind, place.latitude, place.precision) == ("height", None, Precision.UNKNOWN)


class TestHomonyms:
    def test_the_region_after_the_name_decides(self) -> None:
        draft = read("The monitors have an office in Martuni, Gegharkunik.")
        assert at(draft, "Martuni").geonames == 616438

    def test_the_dossier_decides(self, karabakh: Dossier) -> None:
        assert at(read("Shots were heard in Martuni.", karabakh), "Martuni").id.startswith("martuni")
        assert is_near(at(read("Shots were heard in Martuni.", karabakh), "Martuni"), (39.795, 47.112))

    @pytest.mark.parametrize(
        ("text", "words", "point"),
        [
            ("A convoy left Tripoli for Misrata, in western Libya.", "Tripoli", (32.89, 13.18)),
            (
                "The army set up posts in Tripoli, in northern Lebanon.",
                "Tripoli",
                (34.43, 35.85),
            ),
            ("Talks were held in Paris on Friday.", "Paris", (48.85, 2.35)),
            ("A storm hit Paris, Texas, and nearby Dallas.", "Paris", (33.66, -95.55)),
        ],
    )
    def test_context_decides(self, text: str, words: str, point: tuple[float, float]) -> None:
        assert is_near(at(read(text), words), point, 40)


class TestOffsets:
    def test_near_a_town(self) -> None:
        place = at(read("A patrol was hit near Bakhmut."), "Bakhmut")
        assert (place.precision, place.name) == (Precision.NEAR, "Bakhmut")

    def test_in_and_near_are_two_places(self) -> None:
        draft = read("Fighting went on in Bakhmut. A patrol was hit near Bakhmut.")
        assert [place.precision for place in draft.places] == [Precision.EXACT, Precision.NEAR]

    def test_distance_and_bearing_shift_the_point(self) -> None:
        place = at(read("A mine went off 30 km north of Goma."), "30 km north of Goma")
        assert place.precision is Precision.NEAR
        assert is_near(place, (-1.40, 29.22), 5)

    def test_an_unknown_place_is_located_by_the_distance_given(self) -> None:
        place = at(read("Shells hit the village of Qolqotan, 12 km east of Goma."), "village of Qolqotan")
        assert (place.known, place.precision) == (False, Precision.NEAR)
        assert is_near(place, (-1.67, 29.33), 3)

    def test_between_two_towns(self) -> None:
        draft = read("Two civilians died on the way between Avdiivka and Donetsk.")
        assert [place.precision for place in draft.places] == [Precision.NEAR, Precision.NEAR]

    def test_around_a_region_is_still_the_region(self) -> None:
        assert (
            at(read("They discussed the situation around the Donetsk region."), "Donetsk region").precision == "region"
        )


class TestMentionLayer:
    def test_a_place_that_the_model_calls_a_person_is_no_actor(self) -> None:
        draft = read("Fighting continued in Kostyantynivka and Chasiv Yar.")
        assert "Chasiv Yar" in shown(draft)
        assert not any("Chasiv" in record.name for record in draft.actors.values())

    def test_a_person_of_a_places_name_stays_a_person(self, karabakh: Dossier) -> None:
        assert shown(read("Lachin Mammadov spoke to reporters.", karabakh)) == []


PIECES = [
    "in Goma",
    "near Bakhmut",
    "the",
    "Lachin",
    "district",
    "10 km north of",
    "and",
    ",",
    "Mount",
    "Paris",
    "\n\n",
    "village of",
    "“",
    "Rebels entered",
    "the Donetsk region",
    ".",
    "ÇŞ",
    "\u200f",
    "U.S.",
    "al-Bab",
    "'s",
    "KYIV, Ukraine —",
    "between",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=25,
    )
)
def test_every_mention_is_sound_and_reading_is_deterministic(parts: list[str]) -> None:
    text = " ".join(parts)
    if not text.strip():
        return
    first, second = read(text), read(text)
    assert first.places == second.places
    assert len({place.id for place in first.places}) == len(first.places)
    for place in first.places:
        assert (place.latitude is None) == (place.precision is Precision.UNKNOWN)
        for span in place.mentions:
            assert span.of(text).strip() == span.of(text)
            assert span.end <= len(text)
