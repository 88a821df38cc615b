"""The layout of ``gazetteer.bin``, shared by what reads it and what builds it.

The file is: the magic bytes, the length of the directory (unsigned 32-bit, little-endian), the directory (JSON,
zlib), then the blocks, each a chain of zlib streams. Two kinds of block, each sorted by key over the whole file:

*Entry blocks* hold up to :data:`ROWS` entries: a stream of keys (``\\n`` between), a stream of names (empty where the
name is the key in title case), then one stream a column of :data:`COLUMNS`: unsigned integers stored as byte planes,
lowest first, which compress better. Latitude and longitude are in thousandths of a degree, offset by 90 and 180
degrees; population has three significant digits; a GeoNames id of 0 is none; region and kind are numbers in their
lists.

*Alternate blocks* hold up to :data:`ROWS` further keys in one stream, and a column of entry numbers in another.

The directory holds ``first`` (first key) and ``size`` (bytes) of each block of ``entries`` and ``alternates``,
``rows``, the list of ``regions`` ("AM.04": country and GeoNames first-order code; "AM" alone when there is none) and
of ``countries`` (alpha-2, alpha-3, entry number, name), and the GeoNames ids of the ``capitals``.
"""

from __future__ import annotations

from collections.abc import Sequence

MAGIC = b"TWGAZ1\n"
ROWS = 1024
KINDS = ("settlement", "region", "district", "country", "area", "water", "height", "line")
SCALE = 1000
COLUMNS = (("latitude", 3), ("longitude", 3), ("population", 4), ("geonames", 4), ("region", 2), ("kind", 1))


def pack(values: Sequence[int], width: int) -> bytes:
    """``values`` as ``width`` byte planes, lowest bytes first.

    Raises:
        OverflowError: when a value does not fit.
    """
    whole = b"".join(value.to_bytes(width, "little") for value in values)
    return b"".join(whole[plane::width] for plane in range(width))


def cell(column: bytes, width: int, row: int) -> int:
    """The value in ``row`` of a packed column."""
    rows = len(column) // width
    value = 0
    for plane in range(width - 1, -1, -1):
        value = value << 8 | column[plane * rows + row]
    return value
