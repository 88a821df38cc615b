"""Filters: what a question is narrowed to. All conditions hold together; values of one condition are alternatives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows a question is about. Empty means all.

    ``actors`` take part in any role, ``speakers`` say it, ``about`` are spoken of (targets, or actors and recipients of
    what is told); all three hold ids of actors. ``places`` hold ids of places, ``kinds`` words of the codebook (kinds
    and types of events, acts of statements), ``statuses`` of events and commitments. ``since`` and ``until`` are days,
    ends included: of the datum where it has one, of publication for documents; data without a date then fall out.
    ``rejected`` lets in what reviewers rejected. ``limit`` and ``offset`` count rows.
    """

    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    rejected: bool = False
    limit: int | None = None
    offset: int = 0
