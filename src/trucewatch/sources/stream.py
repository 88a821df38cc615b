"""A stream, which can be read once: standard input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from trucewatch.sources.files import read_limited
from trucewatch.sources.item import Limits, Raw, Refused, raw_of, refused_os
from trucewatch.sources.ndjson import BOM, is_object, read_lines


class StreamSource:
    """NDJSON where the first line that is not blank is a JSON object, else one document."""

    def __init__(self, stream: BinaryIO, limits: Limits | None = None, *, name: str = "-") -> None:
        self._stream = stream
        self._limits = limits or Limits()
        self._name = name

    def __iter__(self) -> Iterator[Raw | Refused]:
        limits, before, line, number = self._limits, bytearray(), b"", 0
        try:
            while not line.removeprefix(BOM).strip() and len(before) <= limits.file_bytes:
                before += line
                line = self._stream.readline(limits.line_bytes + 1)
                number += 1
                if not line:
                    break
        except OSError as error:
            yield refused_os(self._name, error)
            return
        opening = line.removeprefix(BOM).lstrip()
        if opening.startswith(b"{") and len(line) <= limits.line_bytes and is_object(opening):
            yield from read_lines(self._stream, self._name, limits.line_bytes, head=line, first=number)
            return
        data = read_limited(self._stream, self._name, limits.file_bytes, bytes(before + line))
        yield data if isinstance(data, Refused) else raw_of(data, self._name)

    def count(self) -> None:
        """Unknown until the stream has ended."""
        return
