"""From the paths a user names to one source."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from trucewatch.sources.files import SUFFIXES, FileSource, FolderSource, suffix_of
from trucewatch.sources.item import Limits, PathLike, Raw, Refused, Source
from trucewatch.sources.ndjson import NDJSON_SUFFIXES, NdjsonSource
from trucewatch.sources.stream import StreamSource


class Sources:
    """Several sources, one after the other."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = tuple(sources)

    def __iter__(self) -> Iterator[Raw | Refused]:
        for source in self._sources:
            yield from source

    def count(self) -> int | None:
        """The items of all of them; ``None`` where one cannot tell."""
        counts = [source.count() for source in self._sources]
        return None if None in counts else sum(number for number in counts if number is not None)


def open_sources(paths: Iterable[PathLike], *, limits: Limits | None = None, stdin: BinaryIO | None = None) -> Sources:
    """One source of all that ``paths`` name, in their order: files, folders, and ``-`` for ``stdin``.

    A file named by itself is taken whatever its ending; ``.ndjson`` and ``.jsonl`` hold one item a line. A folder may
    be a link when it is named by itself. Nothing is opened before the run; what is not there is refused in it.
    """
    return Sources(_source(os.fspath(path), limits or Limits(), stdin) for path in paths)


def _source(path: str, limits: Limits, stdin: BinaryIO | None) -> Source:
    if path == "-":
        return StreamSource(stdin or sys.stdin.buffer, limits)
    try:
        folder = os.path.isdir(path)
    except ValueError:  # a NUL in the path
        folder = False
    if folder:
        return FolderSource(path, lambda inner: _by_suffix(inner, limits))
    return NdjsonSource(path, limits) if suffix_of(path) in NDJSON_SUFFIXES else FileSource(path, limits)


def _by_suffix(path: str, limits: Limits) -> Source | None:
    suffix = suffix_of(path)
    if suffix in NDJSON_SUFFIXES:
        return NdjsonSource(path, limits)
    return FileSource(path, limits) if suffix in SUFFIXES else None
