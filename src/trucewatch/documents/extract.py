"""What a format gives up: its text, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Extract:
    """A text taken out of its format, with the title, publisher, address and day of publication stated beside it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    notes: tuple[str, ...] = ()
