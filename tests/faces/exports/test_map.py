"""GeoJSON: points with their precision, none where the place is not known."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.faces.exports.written import export, raw, written
from trucewatch.faces.exports.export import Position
from trucewatch.record.view import View


def features(data: bytes) -> dict[str, Any]:
    """The features by id; the collection is checked on the way."""
    found = json.loads(data)
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    for each in found["features"]:
        assert each["type"] == "Feature"
        assert set(each) == {"type", "id", "geometry", "properties"}
    return {each["id"]: each for each in found["features"]}


def test_a_point_is_longitude_first_with_its_radius(view: View) -> None:
    harrow = features(written(view, "places", "geojson"))["harrow"]
    assert harrow["geometry"] == {"type": "Point", "coordinates": [-46.25, 39.5]}
    told = harrow["properties"]
    assert (told["radius_km"], told["radius_basis"], told["precision"]) == (2.0, "dossier", "near")


def test_an_event_lies_where_its_place_does(view: View) -> None:
    found = features(written(view, "events", "geojson")).values()
    placed = {each["properties"]["kind"]: each["geometry"] is not None for each in found}
    assert placed == {"shelling": True, "road-closure": False, "withdrawal": False}
    assert all("geometry" in each for each in found)


@pytest.mark.parametrize(
    ("latitude", "longitude", "precision", "radius"),
    [
        (40.0, 47.0, "district", 30.0),
        (40.0, 47.0, "near", 10.0),
        (40.0, 47.0, "country", None),
        (None, None, "unknown", None),
        (40.0, None, "exact", None),
        (95.0, 47.0, "exact", None),
        (float("nan"), 47.0, "exact", None),
    ],
)
def test_no_point_is_made_up(
    latitude: float | None, longitude: float | None, precision: str, radius: float | None, view: View
) -> None:
    made = export(view, "events", "geojson")
    place = Position("harrow", "Harrow", "settlement", latitude, longitude, precision)
    found = features(raw("geojson", replace(made, places={"harrow": place})))
    shelled = next(each for each in found.values() if each["properties"]["kind"] == "shelling")
    assert shelled["properties"]["radius_km"] == radius
    assert (shelled["geometry"] is None) == (radius is None)
    assert shelled["properties"]["precision"] == precision
