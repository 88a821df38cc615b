"""Readings for the record's tests, made without the language model: one by hand, and variations of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from tests.model.readings import full_reading
from trucewatch.model.document import Document
from trucewatch.model.reading import Reading
from trucewatch.record.session import Record
from trucewatch.record.writer import Arrival, Writer


def varied(number: int, *, url: str | None = None, published: date | None = None, more: str = "") -> Reading:
    """The full reading over a text that goes on differently for every number, so that all spans stay good."""
    base = full_reading()
    text = f"{base.document.text} Report {number} ends here. {more}".strip()
    told = replace(
        base.document,
        text=text,
        title=f"Guns near Harrow, {number}",
        url=url or f"https://example.org/{number}",
        published=published or date(2024, 3, 5),
    )
    return replace(base, document=told)


def bare(text: str, title: str | None = None, published: date | None = None) -> Reading:
    """A reading of any text that found nothing in it."""
    return Reading(Document(text, title, published=published), dossier=None, reader="trucewatch/test")


def arrival(source: str) -> Arrival:
    """Something handed in from a source."""
    return Arrival(source, hashlib.sha256(source.encode()).hexdigest())


def add(record: Record, read: Reading, source: str | None = None) -> str:
    """Add a reading, from a source of its own where none is named; the state it came to."""
    return Writer(record).add(arrival(source or read.document.id), read, dossier_digest="d1")
