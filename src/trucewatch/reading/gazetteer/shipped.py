"""Look-up in the gazetteer file: bisection over blocks, of which only those asked for are unpacked."""

from __future__ import annotations

import json
import mmap
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from trucewatch.model.errors import InstallationError
from trucewatch.reading.gazetteer.entry import GazetteerEntry
from trucewatch.reading.gazetteer.fold import ARTICLE, fold, squeeze
from trucewatch.reading.gazetteer.layout import COLUMNS, KINDS, MAGIC, ROWS, SCALE, cell

_FILE = Path(__file__).with_name("gazetteer.bin")


@dataclass(frozen=True, slots=True)
class _Section:
    """The blocks of one kind: the first key of each, and where each lies in the file."""

    first: list[str]
    at: list[int]
    size: list[int]

    def around(self, key: str) -> range:
        """The blocks that may hold ``key``, the first of which may end just before it."""
        return range(max(0, bisect_left(self.first, key) - 1), bisect_right(self.first, key))


def _lines(keys: str, key: str) -> range:
    """The lines of ``keys`` (sorted, ``\\n`` between) that are ``key``."""
    text = f"\n{keys}\n"
    at = text.find(f"\n{key}\n")
    if at < 0:
        return range(0)
    first = text.count("\n", 0, at)
    last, step = first, f"{key}\n"
    at += 1
    while text.startswith(step, at):
        last += 1
        at += len(step)
    return range(first, last)


class Gazetteer:
    """The world's places by name. Get the one that ships with :meth:`shipped`; a file is mapped, not read whole."""

    def __init__(self, path: Path) -> None:
        """Open a gazetteer file.

        Raises:
            InstallationError: when the file is missing or is none.
        """
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise InstallationError(
                f"the gazetteer {path.name} cannot be opened ({error}); install the product anew."
            ) from error
        if self._data[: len(MAGIC)] != MAGIC:
            raise InstallationError(f"{path.name} is not a gazetteer of this version; install the product anew.")
        start = len(MAGIC) + 4
        head = start + int.from_bytes(self._data[len(MAGIC) : start], "little")
        directory = json.loads(zlib.decompress(self._data[start:head]))
        self._regions: list[str] = directory["regions"]
        sizes = directory["entries"]["size"] + directory["alternates"]["size"]
        at = list(accumulate(sizes, initial=head))
        count = len(directory["entries"]["size"])
        self._entries = _Section(directory["entries"]["first"], at[:count], sizes[:count])
        self._alternates = _Section(directory["alternates"]["first"], at[count:-1], sizes[count:])
        self._rows: int = directory["rows"]
        self._countries = {code: row for two, three, row, _ in directory["countries"] for code in (two, three)}
        self.alpha2: dict[str, str] = {three: two for two, three, *_ in directory["countries"]}
        self.capitals: frozenset[int] = frozenset(directory["capitals"])
        self.country_names: dict[str, str] = {name: two for two, _, _, name in directory["countries"]}
        self.find = lru_cache(maxsize=8192)(self._find)
        self._keys = lru_cache(maxsize=48)(self._unpack_keys)
        self._block = lru_cache(maxsize=32)(self._unpack)
        self._others = lru_cache(maxsize=48)(self._unpack_others)
        self._entry = lru_cache(maxsize=4096)(self._make)

    @staticmethod
    @lru_cache(maxsize=1)
    def shipped() -> Gazetteer:
        """The gazetteer that ships with the product.

        Raises:
            InstallationError: when its file is missing.
        """
        return Gazetteer(_FILE)

    def __len__(self) -> int:
        return self._rows

    def country(self, code: str) -> GazetteerEntry | None:
        """The country of an ISO 3166-1 alpha-2 or alpha-3 code, or ``None``."""
        row = self._countries.get(code)
        return None if row is None else self._entry(row)

    def _find(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Every place that goes by ``name``, most people first; none for a name that folds to nothing.

        A name of several words that is not found is looked for without its article and as one word, too ("Deir Ezzor"
        for "Deir ez-Zor").
        """
        key = fold(name)
        if not key:
            return ()
        rows = dict.fromkeys([*self._own(key), *self._other(key)])
        if not rows and " " in key:
            bare = ARTICLE.sub("", key)
            rows = dict.fromkeys([*self._own(bare), *self._other(bare), *self._other(squeeze(name))])
        found = [self._entry(row) for row in rows]
        return tuple(sorted(found, key=lambda entry: (-entry.population, entry.geonames or 0)))

    def _own(self, key: str) -> Iterator[int]:
        """The entries whose main name has ``key``."""
        for block in self._entries.around(key):
            for line in _lines(self._keys(block), key):
                yield block * ROWS + line

    def _other(self, key: str) -> Iterator[int]:
        """The entries that have ``key`` among their further names."""
        for block in self._alternates.around(key):
            keys, targets = self._others(block)
            for line in _lines(keys, key):
                yield cell(targets, 3, line)

    def _streams(self, section: _Section, block: int) -> Iterator[bytes]:
        rest = self._data[section.at[block] : section.at[block] + section.size[block]]
        while rest:
            stream = zlib.decompressobj()
            yield stream.decompress(rest)
            rest = stream.unused_data

    def _unpack_keys(self, block: int) -> str:
        return next(self._streams(self._entries, block)).decode()

    def _unpack(self, block: int) -> tuple[list[str], list[str], list[bytes]]:
        keys, names, *columns = self._streams(self._entries, block)
        return keys.decode().split("\n"), names.decode().split("\n"), columns

    def _unpack_others(self, block: int) -> tuple[str, bytes]:
        keys, targets = self._streams(self._alternates, block)
        return keys.decode(), targets

    def _make(self, number: int) -> GazetteerEntry:
        keys, names, columns = self._block(number // ROWS)
        row = number % ROWS
        lat, lon, population, geonames, region, kind = (
            cell(column, width, row) for column, (_, width) in zip(columns, COLUMNS, strict=True)
        )
        code = self._regions[region]
        return GazetteerEntry(
            name=names[row] or keys[row].title(),
            kind=KINDS[kind],
            latitude=round(lat / SCALE - 90, 3),
            longitude=round(lon / SCALE - 180, 3),
            country=code[:2],
            admin1=code if "." in code else "",
            population=population,
            geonames=geonames or None,
            key=keys[row],
        )
