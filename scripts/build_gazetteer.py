"""Build ``src/trucewatch/reading/gazetteer/gazetteer.bin`` from packages that carry GeoNames; see docs/gazetteer.md.

usage: build_gazetteer.py SITE_PACKAGES

SITE_PACKAGES is the folder of a throw-away environment that holds the packages of the versions in docs/gazetteer.md.
Needs nothing else but the product itself. Prints the number of rows, the size and the SHA-256 of the file.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from gazetteer_sources import Row, areas, continents, countries, country_table, settlements, subdivisions
from rapidfuzz.fuzz import ratio

from trucewatch.reading.gazetteer.fold import ARTICLE, fold, squeeze
from trucewatch.reading.gazetteer.layout import COLUMNS, KINDS, MAGIC, ROWS, SCALE, pack

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/trucewatch/reading/gazetteer/gazetteer.bin"

_LATIN = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff' .\-’ʼʻ`()]{2,33}$")
_TYPE_WORD = re.compile(
    r"^(?:State of |Province of |Republic of |Region of |Governorate of |City of |Department of )|"
    r" (?:Oblast|Raion|Rayon|Rayonu|Region|Province|Governorate|District|State|Prefecture|Krai|Department|Division|"
    r"Voivodeship|Republic|Municipality|Subdistrict|Sub-District|Emirate|Canton|Woreda|Zone|Atoll|Hromada|"
    r"Urban District)$"
)
_KEPT_NAMES = ((1_000, 2), (3_000, 5))  # a place of fewer people keeps so many alternate names only
_CAPITAL = 50_000  # people: a capital found by an alternate name is at least so large
_SQUEEZED = 5_000  # people: from here on a name of several words is also found written as one ("Deir Ezzor")
_WESTERN = frozenset({"en", "es", "fr", "de", "it", "pt", "nl", "da", "sv", "no", "nb", "fi", "is", "ca"})
"""Languages whose names English leaves as they are."""
_WESTERN_KEPT = 20_000  # people: a smaller place of such a country keeps one


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
    table = country_table(packages)
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
