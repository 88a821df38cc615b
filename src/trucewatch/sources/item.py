"""What a source gives: raw items, and refusals with a named reason."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

REASONS: Final = (
    "missing",
    "link",
    "hidden",
    "unknown_kind",
    "not_a_file",
    "unreadable",
    "too_large",
    "empty",
    "not_json",
    "no_text",
    "bad_field",
    "bad_date",
    "bad_url",
)
"""Every reason of a :class:`Refused`; docs/sources.md says what each means."""

PathLike = str | os.PathLike[str]

# How Python keeps a byte of a file name that is not UTF-8 (PEP 383).
_BYTE: Final = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in at once, in bytes: one file or one stream read whole, and one line of NDJSON."""

    file_bytes: int = 50 * 1024 * 1024
    line_bytes: int = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One item as it was found: bytes still to be decoded (``data``) or a text (``text``), never both.

    ``origin`` says where it was found: a path, ``path#line``, or ``-``. ``name`` is what the item is called, its origin
    where it says nothing else. Both are data, to be escaped where they are shown; they can always be encoded in UTF-8.
    ``digest`` is the hexadecimal SHA-256 of the bytes it came as: the file, or the line with its metadata. ``notes``
    say what was left aside.
    """

    name: str
    origin: str
    digest: str
    data: bytes | None = None
    text: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    media: str | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.data is None) == (self.text is None):
            raise ValueError("A raw item holds either bytes or a text.")


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that was not taken: ``name`` is its origin, ``reason`` one of :data:`REASONS`.

    ``message`` says what is wrong, where, and what to do; it can be printed as it is.
    """

    name: str
    reason: str
    message: str


class Source(Protocol):
    """Something to run through, as often as the medium allows: a file many times, standard input once."""

    def __iter__(self) -> Iterator[Raw | Refused]: ...

    def count(self) -> int | None:
        """How many items a run will give, refusals too; ``None`` where only the run itself can tell."""
        ...


def raw_of(data: bytes, name: str) -> Raw:
    """The raw item of a whole file or stream."""
    return Raw(name=name, origin=name, digest=digest_of(data), data=data)


def digest_of(data: bytes) -> str:
    """The hexadecimal SHA-256 of ``data``."""
    return hashlib.sha256(data).hexdigest()


def name_of(path: str) -> str:
    r"""``path`` as a name any store can hold: NUL and bytes of a file name that are not UTF-8 become ``\xNN``."""
    path = path.replace("\0", r"\x00")
    if path.isascii():
        return path
    kept = _BYTE.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", path)
    return kept.encode("utf-8", "backslashreplace").decode("utf-8")


def shown(name: str) -> str:
    """``name`` for a message: quoted, with what cannot be printed escaped."""
    return "Standard input" if name == "-" else repr(name)


def refused_os(name: str, error: OSError | ValueError) -> Refused:
    """The refusal of what the system would not open or read."""
    if isinstance(error, FileNotFoundError):
        return Refused(name, "missing", f"There is nothing at {shown(name)}. Check the path.")
    if isinstance(error, PermissionError):
        return Refused(name, "unreadable", f"{shown(name)} may not be read. Change its permissions, or copy it.")
    why = getattr(error, "strerror", None) or str(error)
    return Refused(name, "unreadable", f"{shown(name)} cannot be read: {why}. Check its name and its disk.")


def empty(name: str, what: str) -> Refused:
    """The refusal of a folder or a file of many items that holds none."""
    return Refused(name, "empty", f"The {what} {shown(name)} holds nothing. Check that it is the one meant.")


def too_large(name: str, limit: int) -> Refused:
    """The refusal of what has more bytes than are read at once."""
    message = f"{shown(name)} has more than the {limit:,} bytes that are read at once. Split it, one report a part."
    return Refused(name, "too_large", message)
