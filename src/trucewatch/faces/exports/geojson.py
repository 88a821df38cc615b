"""GeoJSON (RFC 7946): rows that have a place, each with how precisely it is known. What has no position gets none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import GENERATOR, Export, Format, Need, Position, name
from trucewatch.faces.exports.gather import place_id
from trucewatch.faces.rows import flat, json_line

# How far off a point may lie where no dossier says so, in kilometres: of the order of what dossiers give for such
# places. A country has no radius and no point: its middle is not where something happened.
NOMINAL_KM: Mapping[str, float] = {"exact": 2.0, "near": 10.0, "district": 30.0, "region": 75.0}


def _geojson(export: Export) -> Iterator[bytes]:
    told = json_line({"generator": GENERATOR, **export.about}).strip()
    yield b'{"type":"FeatureCollection","trucewatch":' + told + b',"features":[\n'
    for number, row in enumerate(export.rows):
        yield (b"," if number else b"") + json_line(_feature(export, row))
    yield b"]}\n"


def _feature(export: Export, row: Plain) -> Plain:
    position = export.places.get(place_id(row) or "")
    sited = position is not None and located(position)
    return {
        "type": "Feature",
        "id": name(row),
        "geometry": _point(position) if sited and position is not None else None,
        "properties": {
            **flat(row),
            "precision": "unknown" if position is None else position.precision,
            **_radius(position if sited else None),
            "geonames": None if position is None else position.geonames,
            "evidence": row.get("evidence") or [],
        },
    }


def located(position: Position) -> bool:
    """Whether a point says something: it is on the globe, and of a smaller place than a country."""
    latitude, longitude = position.latitude, position.longitude
    if latitude is None or longitude is None or position.precision not in NOMINAL_KM:
        return False
    return abs(latitude) <= 90 and abs(longitude) <= 180


def _point(position: Position) -> Plain:
    return {"type": "Point", "coordinates": [position.longitude, position.latitude]}


def _radius(position: Position | None) -> Plain:
    if position is None:
        return {"radius_km": None, "radius_basis": None}
    if position.radius_km is not None:
        return {"radius_km": position.radius_km, "radius_basis": "dossier"}
    return {"radius_km": NOMINAL_KM[position.precision], "radius_basis": "precision"}


GEOJSON = Format(
    "geojson",
    "geojson",
    "application/geo+json",
    "Events and places on a map, with how precisely each is located.",
    _geojson,
    fits=frozenset({"events", "places", "incidents", "contacts"}),
    needs=frozenset({Need.PLACES}),
)
