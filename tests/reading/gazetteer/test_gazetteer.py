"""The shipped gazetteer: look-up by folded name, countries, capitals, size; and the file's layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model.errors import InstallationError
from trucewatch.reading.gazetteer import Gazetteer, distance_km, fold
from trucewatch.reading.gazetteer.fold import squeeze
from trucewatch.reading.gazetteer.layout import cell, pack


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.shipped()


@pytest.mark.parametrize(
    ("name", "country", "point"),
    [
        ("Yerevan", "AM", (40.18, 44.51)),
        ("Erevan", "AM", (40.18, 44.51)),
        ("Bakhmut", "UA", (48.59, 38.0)),
        ("Artemivsk", "UA", (48.59, 38.0)),
        ("Kramators’k", "UA", (48.73, 37.56)),
        ("Deir ez-Zor", "SY", (35.34, 40.14)),
        ("Deir Ezzor", "SY", (35.34, 40.14)),
        ("Hodeidah", "YE", (14.8, 42.95)),
        ("Goma", "CD", (-1.67, 29.22)),
        ("Лачин", "AZ", (39.64, 46.55)),
        ("GENEVA", "CH", (46.2, 6.15)),
    ],
)
def test_a_place_is_found_by_any_of_its_names(
    world: Gazetteer, name: str, country: str, point: tuple[float, float]
) -> None:
    found = [entry for entry in world.find(name) if entry.country == country and entry.kind == "settlement"]
    assert any(distance_km(entry.point, point) < 15 for entry in found)


def test_homonyms_come_with_most_people_first(world: Gazetteer) -> None:
    found = world.find("Springfield")
    assert len(found) > 5
    assert [entry.population for entry in found] == sorted((entry.population for entry in found), reverse=True)


def test_a_region_is_apart_from_its_seat(world: Gazetteer) -> None:
    kinds = {entry.kind for entry in world.find("Donetsk") if entry.country == "UA"}
    assert {"settlement", "region"} <= kinds


def test_an_entry_carries_its_region_and_id(world: Gazetteer) -> None:
    martuni = next(entry for entry in world.find("Martuni") if entry.geonames == 616438)
    region = next(entry for entry in world.find("Gegharkunik") if entry.kind == "region")
    assert martuni.admin1 == region.admin1 == "AM.04"


@pytest.mark.parametrize("name", ["", "!!!", "Xyzzyburg upon Nowhere", "\x00", "\n"])
def test_what_is_no_name_is_not_found(world: Gazetteer, name: str) -> None:
    assert world.find(name) == ()


def test_countries_by_both_codes(world: Gazetteer) -> None:
    armenia = world.country("AM")
    assert armenia is not None
    assert armenia.kind == "country"
    assert world.country("ARM") == armenia
    assert world.country("ZZ") is None
    assert world.alpha2["SDN"] == "SD"


def test_capitals_are_marked(world: Gazetteer) -> None:
    capitals = {(entry.name, entry.country) for entry in world.find("Washington") if entry.geonames in world.capitals}
    assert capitals == {("Washington", "US")}
    assert len(world.capitals) > 200


def test_areas_that_no_list_of_settlements_holds(world: Gazetteer) -> None:
    assert any(entry.kind == "area" for entry in world.find("Donbas"))
    assert any(entry.kind == "water" for entry in world.find("Black Sea"))


def test_it_is_a_few_megabytes() -> None:
    import trucewatch.reading.gazetteer as room

    size = (Path(str(room.__file__)).parent / "gazetteer.bin").stat().st_size
    assert size < 6.5e6
    assert len(Gazetteer.shipped()) > 250_000


def test_a_missing_file_and_a_file_that_is_none_are_told(tmp_path: Path) -> None:
    with pytest.raises(InstallationError, match="cannot be opened"):
        Gazetteer(tmp_path / "none.bin")
    (tmp_path / "other.bin").write_bytes(b"something else altogether")
    with pytest.raises(InstallationError, match="not a gazetteer"):
        Gazetteer(tmp_path / "other.bin")


def test_spellings_share_a_key() -> None:
    assert fold("St. Petersburg") == fold("Saint Petersburg")
    assert fold("Deir ez-Zor") == fold("Deir al Zor")
    assert fold("Şuşa") == "susa"
    assert squeeze("Deir ez-Zor") == "deirezzor"


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_every_entry_found_is_sound(text: str) -> None:
    for entry in Gazetteer.shipped().find(text):
        assert -90 <= entry.latitude <= 90
        assert -180 <= entry.longitude <= 180
        assert entry.name


@given(st.lists(st.integers(0, 2**24 - 1), min_size=1, max_size=50))
def test_a_packed_column_gives_its_values_back(values: list[int]) -> None:
    column = pack(values, 3)
    assert [cell(column, 3, row) for row in range(len(values))] == values


def test_distance_of_a_degree_of_latitude() -> None:
    assert distance_km((10.0, 20.0), (11.0, 20.0)) == pytest.approx(111.195, abs=0.01)
    assert distance_km((5.0, 5.0), (5.0, 5.0)) == 0
