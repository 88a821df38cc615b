"""The numbers by which a text is found among others: bands of a MinHash over shingles of words.

Written here in forty lines on numpy rather than taken from a library: the numbers lie in databases for years, so they
must be the same on every machine and in every release.

Two texts share a band with a chance that follows from how many of their shingles they share. What is cut off a copy is
its end, so some bands are of the opening alone. Measured on 566 news texts of 100 words and more, under another
headline of 14 words and with one word in twenty changed: every copy cut to a third was found, and 99.8 % of those cut
to a quarter. Of 1.8 million pairs of different texts 0.02 % were candidates.
"""

from __future__ import annotations

import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from trucewatch.documents.likeness.words import values

SHINGLE: Final = 3
"""Words in a shingle."""

WINDOWS: Final = ((None, 40), (100, 16), (50, 16))
"""How many bands there are of how many words from the start on: of the whole text, of a headline with two or three
sentences, and of a headline with the first one."""

ROWS: Final = 2
"""Rows in a band."""

_BLOCK: Final = 2048
_Codes = NDArray[np.uint64]


def _mixed(codes: _Codes) -> _Codes:
    """Well-spread numbers from any numbers (the finaliser of SplitMix64)."""
    codes = (codes ^ (codes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    codes = (codes ^ (codes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return codes ^ (codes >> np.uint64(31))


_SEEDS: Final = _mixed(np.arange(1, 1025, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def fingerprint(text: str) -> tuple[int, ...]:
    """Band hashes of ``text``, each from 0 to 2**63 - 1; empty for a text without words.

    Texts that have one number in common are candidates. The numbers depend on nothing but the text, and say of
    themselves which band they are of: they may lie together in one indexed column.
    """
    found = values(text)
    if not found:
        return ()
    codes = np.fromiter((zlib.crc32(word.encode("utf-8", "replace")) for word in found), np.uint64, len(found))
    shingles = _shingles(codes)
    numbers: list[int] = []
    for window, bands in WINDOWS:
        numbers += _bands(shingles[:window], bands, len(numbers) * ROWS)
    return tuple(numbers)


def _shingles(codes: _Codes) -> _Codes:
    """A number for each run of words; one for all of a text that is shorter than a run."""
    size = min(SHINGLE, len(codes))
    count = len(codes) - size + 1
    shingles = np.zeros(count, np.uint64)
    for place in range(size):
        shingles = _mixed(shingles + codes[place : place + count] + np.uint64(0x9E3779B97F4A7C15))
    return shingles


def _bands(shingles: _Codes, bands: int, first: int) -> list[int]:
    seeds = _SEEDS[first : first + bands * ROWS]
    least = np.full(len(seeds), np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(shingles), _BLOCK):
        # Multiply-shift: an odd factor, and the upper half of what it gives.
        spread = (
            shingles[start : start + _BLOCK, None] * (seeds | np.uint64(1)) + (seeds >> np.uint64(7))
        ) >> np.uint64(24)
        least = np.minimum(least, spread.min(axis=0))
    hashes = seeds[::ROWS].copy()
    for row in range(ROWS):
        hashes = _mixed(hashes + least[row::ROWS])
    return [int(number) for number in hashes >> np.uint64(1)]
