"""A small run that meets every state of an item, with readings made by hand so that no language model is loaded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.model.readings import TEXT, full_reading
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.reading import Reading
from trucewatch.monitor import Monitor
from trucewatch.record.session import Record, open_record
from trucewatch.sources import Raw, Refused
from trucewatch.sources.item import digest_of

COMMITS = 9  # of an uninterrupted run over ITEMS: one makes the tables, one keeps each item, two what is derived


def item(number: int, text: str, *, url: str | None = None, day: int = 5) -> Raw:
    """One line of a file of reports."""
    return Raw(
        name=f"reports.ndjson#{number}",
        origin=f"reports.ndjson#{number}",
        digest=digest_of(f"{number} {text}".encode()),
        text=text,
        title=f"Report {number}",
        publisher=f"Paper {number % 3}",
        url=url or f"https://example.org/{number}",
        published=date(2024, 3, day),
    )


def report(number: int) -> Raw:
    """A report of its own text, which goes on differently for every number."""
    more = f"Our correspondent {number} writes that {number * 7} houses were empty on the road to post {number}."
    return item(number, f"{TEXT} {more}", day=1 + number % 28)


ITEMS: list[Raw | Refused] = [
    report(1),
    Refused("reports.ndjson#2", "not_json", "'reports.ndjson#2': not JSON."),
    report(3),
    item(4, report(3).text or "", day=9),  # the text of 3, printed elsewhere
    item(5, f"{TEXT} This page was mended.", url="https://example.org/1"),  # a later version of 1
    item(6, "12 345"),  # nothing to read
]
STATES = ["new", "quarantined", "new", "duplicate", "version", "quarantined"]


def read(document: Document, dossier: Dossier | None = None) -> Reading:
    """The reading of a text that begins as the one made by hand; of any other, one without data."""
    if document.text.startswith(TEXT):
        return replace(full_reading(), document=document, dossier=None)
    return Reading(document, dossier=None, reader="trucewatch/test")


def filled(where: str, items: list[Raw | Refused] = ITEMS) -> list[str]:
    """Add items to the record at a place, made where there is none; the states they came to."""
    with open_record(where) as record:
        return [step.state for step in Monitor(record).add(items)]


def fill(record: Record, items: list[Raw | Refused] = ITEMS) -> list[str]:
    """Add items to an open record."""
    return [step.state for step in Monitor(record).add(items)]
