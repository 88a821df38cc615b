"""The codebook of kinds: what each kind means and where it stands in PLOVER and ACLED.

Types and modes follow the PLOVER manual (Open Event Data Alliance, 2024), events and sub-events the ACLED codebook.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trucewatch.model.event import EventType


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. ``conflict`` says whether it belongs to the conduct of an armed conflict."""

    name: str
    type: EventType
    mode: str | None
    acled_event: str | None
    acled_sub_event: str | None
    conflict: bool
    definition: str


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of the codebook by name, in its order."""
    rows = (files("trucewatch.reading.lexicon") / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: dict[str, Kind] = {}
    for row in rows:
        name, type_, mode, event, sub_event, conflict, definition = row.split("\t")
        found[name] = Kind(
            name, EventType(type_), mode or None, event or None, sub_event or None, conflict == "y", definition
        )
    return found
