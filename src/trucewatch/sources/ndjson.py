"""NDJSON: one JSON object a line, each one report with what is known of it.

``text`` is required; ``title``, ``publisher``, ``url``, ``published`` (``YYYY-MM-DD``, or a time of RFC 3339, whose day
in its own time zone is kept) and ``name`` may stand beside it, or be null or empty. A key this format does not know is
left aside, and noted. A bad line is refused with its number, and the run goes on.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO, Final
from urllib.parse import urlsplit

from trucewatch.sources.files import open_regular
from trucewatch.sources.item import Limits, Raw, Refused, digest_of, empty, name_of, refused_os, shown

NDJSON_SUFFIXES: Final = frozenset({".ndjson", ".jsonl"})
"""Endings of files that hold one item a line."""

BOM: Final = b"\xef\xbb\xbf"
_STRINGS: Final = ("text", "title", "publisher", "url", "published", "name")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_UNFIT: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\"<>\\]")
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ](.+))?")
_EARLIEST: Final = 1900
_URL: Final = 8192
_CHUNK: Final = 1 << 20
_WANTED: Final = 'Write one JSON object a line, such as {"text": "...", "published": "2024-05-31"}.'


class NdjsonSource:
    """The lines of a file, read one at a time: the file may be of any size."""

    def __init__(self, path: str, limits: Limits | None = None) -> None:
        self._path = path
        self._limit = (limits or Limits()).line_bytes

    def __iter__(self) -> Iterator[Raw | Refused]:
        file = open_regular(self._path)
        if isinstance(file, Refused):
            yield file
            return
        nothing = True
        with file:
            for item in read_lines(file, name_of(self._path), self._limit):
                nothing = False
                yield item
        if nothing:
            yield empty(name_of(self._path), "file")

    def count(self) -> int:
        """The lines that are not blank: the file is run through once, about a second a gigabyte, nothing is parsed."""
        file = open_regular(self._path)
        if isinstance(file, Refused):
            return 1
        with file:
            try:
                return _count(file) or 1
            except OSError:
                return 1


def read_lines(
    stream: BinaryIO, name: str, limit: int, *, head: bytes = b"", first: int = 1
) -> Iterator[Raw | Refused]:
    """The items of ``stream``, whose line number ``first`` was already read as ``head`` (with its line end)."""
    number = first
    line = head
    try:
        line = line or stream.readline(limit + 1)
        while line:
            whole = line.endswith(b"\n") or len(line) <= limit
            if not whole:
                _skip(stream)
            line = line.removeprefix(BOM) if number == 1 else line
            if not whole or line.strip():
                yield read_line(line, f"{name}#{number}") if whole else _too_long(f"{name}#{number}", limit)
            line = stream.readline(limit + 1)
            number += 1
    except OSError as error:
        yield refused_os(name, error)


def read_line(line: bytes, origin: str) -> Raw | Refused:
    """The item of one line; ``origin`` names the line."""
    content = line.strip()
    try:
        found = _parse(content.decode("utf-8"))
        fields = _fields(found)
        return Raw(
            name=fields.get("name") or origin,
            origin=origin,
            digest=digest_of(content),
            text=fields["text"],
            title=fields.get("title"),
            publisher=fields.get("publisher"),
            url=_address(fields.get("url")),
            published=_day(fields.get("published")),
            notes=_notes(found),
        )
    except _Bad as bad:
        return Refused(origin, bad.reason, f"{shown(origin)}: {bad}")
    except UnicodeDecodeError:
        return Refused(origin, "not_json", f"{shown(origin)} is not in UTF-8. Save the file as UTF-8.")


class _Bad(Exception):
    """What is wrong with a line."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def _parse(line: str) -> dict[str, object]:
    try:
        found = json.loads(line, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise _Bad("not_json", f"not JSON at character {error.pos + 1} ({error.msg}). {_WANTED}") from None
    except RecursionError:
        raise _Bad("not_json", f"nested too deep to be read. {_WANTED}") from None
    except ValueError:  # an integer of thousands of digits
        raise _Bad("not_json", f"a number too long to be read. {_WANTED}") from None
    if not isinstance(found, dict):
        raise _Bad("not_json", f"JSON, but no object. {_WANTED}")
    return found


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Bad("not_json", f"the key {_short(key)} stands twice in one object. Keep one of them.")
            seen.add(key)
    return found


def _no_constant(value: str) -> float:
    raise _Bad("not_json", f"{value} is no number of JSON. Write null.")


def _finite(value: str) -> float:
    number = float(value)
    if math.isfinite(number):
        return number
    raise _Bad("not_json", f"the number {_short(value)} is too large to be held. Write null.")


def _fields(found: dict[str, object]) -> dict[str, str]:
    """The known keys that hold something, each a string that can be stored."""
    fields = {}
    for key in _STRINGS:
        value = found.get(key)
        if value is None or (value == "" and key != "text"):
            continue
        if not isinstance(value, str):
            reason = "no_text" if key == "text" else "bad_field"
            raise _Bad(reason, f"{key!r} is no string. Put it in quotation marks, or leave it out.")
        if _SURROGATE.search(value):
            raise _Bad("bad_field", f"{key!r} holds half a surrogate pair. Write the file anew from its source.")
        fields[key] = value
    if "text" not in fields:
        raise _Bad("no_text", f"no 'text'. {_WANTED}")
    return fields


def _day(stated: str | None) -> date | None:
    if stated is None:
        return None
    found = _DAY.fullmatch(stated.strip())
    try:
        if found is None:
            raise ValueError
        day = date.fromisoformat(found[1])
        if found[2]:
            datetime.fromisoformat(f"{found[1]}T{found[2].strip()}")
        if day.year < _EARLIEST:
            raise ValueError
    except ValueError:
        wanted = f"a day since {_EARLIEST} as YYYY-MM-DD"
        raise _Bad("bad_date", f"'published' is {_short(stated)}. Write {wanted}, or leave it out.") from None
    return day


def _address(stated: str | None) -> str | None:
    if stated is None:
        return None
    try:
        if len(stated) > _URL or _UNFIT.search(stated):
            raise ValueError
        parts = urlsplit(stated)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        secret = parts.username is not None or parts.password is not None
    except ValueError:
        fit, secret = False, False
    if secret:  # not repeated in the message: it may hold a password
        raise _Bad("bad_url", "'url' carries a name or password of a user. Leave them out.")
    if not fit:
        raise _Bad("bad_url", f"'url' is {_short(stated)}. Write an address with http or https, or leave it out.")
    return stated


def _notes(found: dict[str, object]) -> tuple[str, ...]:
    unknown = [key for key in found if key not in _STRINGS]
    if not unknown:
        return ()
    more = f" and {len(unknown) - 8} more" if len(unknown) > 8 else ""
    return (f"keys left aside: {', '.join(map(_short, unknown[:8]))}{more}",)


def _short(value: str) -> str:
    return repr(value if len(value) <= 60 else value[:57] + "...")


def _too_long(origin: str, limit: int) -> Refused:
    message = (
        f"{shown(origin)} is longer than the {limit:,} bytes a line may have. Split its text into several reports."
    )
    return Refused(origin, "too_large", message)


def _skip(stream: BinaryIO) -> None:
    """Run to the end of a line that is too long, without holding it."""
    while (part := stream.readline(_CHUNK)) and not part.endswith(b"\n"):
        pass


def _count(stream: BinaryIO) -> int:
    total, blank, start = 0, True, True
    while part := stream.readline(_CHUNK):
        content = part.removeprefix(BOM) if start else part
        blank, start = blank and not content.strip(), False
        if part.endswith(b"\n"):
            total, blank = total + (not blank), True
    return total + (not blank)


def is_object(line: bytes) -> bool:
    """Whether ``line`` is a JSON object, however odd: a bad one is refused later, with its reason."""
    try:
        return isinstance(json.loads(line.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False
