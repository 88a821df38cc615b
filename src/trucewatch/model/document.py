"""A document: one immutable text with an identity by content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, with what is known of where it came from.

    ``id`` is ``sha256:`` and the digest of the text in UTF-8, so the same text has the same identity wherever it was
    found. ``encoding`` is the one the bytes were decoded with; ``notes`` say what decoding had to mend.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    language: str = "und"
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """``sha256:`` and the hexadecimal digest of the text."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
