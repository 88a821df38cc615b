"""Actors and places of a record: how often they are named, what they say and do, where they were last met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, select

from trucewatch.model.evidence import Evidence
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.model.place import Precision
from trucewatch.model.rows import ActorRow, PlaceRow
from trucewatch.model.text import Quote, Span
from trucewatch.record.conditions import document_conditions, holds
from trucewatch.record.rows import sliced
from trucewatch.record.tables import datum, document, mention, participant, reading


def actors(connection: Connection, chosen: Filter, at: int | None) -> list[ActorRow]:
    """Actors of the state at a tick (``None``: now), those named in most documents first."""
    return [
        ActorRow(row["id"], row["name"], row["kind"], bool(row["known"]), row["documents"], *counts, evidence)
        for row, counts, evidence in _mentions(connection, "actor", chosen, at)
    ]


def places(connection: Connection, chosen: Filter, at: int | None) -> list[PlaceRow]:
    """Places of the state at a tick (``None``: now), those named in most documents first."""
    return [
        PlaceRow(
            row["id"],
            row["name"],
            row["kind"],
            bool(row["known"]),
            row["latitude"],
            row["longitude"],
            Precision(row["precision"]),
            row["documents"],
            counts[1],
            evidence,
        )
        for row, counts, evidence in _mentions(connection, "place", chosen, at)
    ]


def _mentions(
    connection: Connection, what: str, chosen: Filter, at: int | None
) -> Iterator[tuple[Any, tuple[int, int], tuple[Evidence, ...]]]:
    ids = chosen.actors if what == "actor" else chosen.places
    asked = (
        select(
            mention.c.id,
            func.max(mention.c.name).label("name"),
            func.max(mention.c.kind).label("kind"),
            func.max(mention.c.known).label("known"),
            func.max(mention.c.latitude).label("latitude"),
            func.max(mention.c.longitude).label("longitude"),
            func.min(mention.c.precision).label("precision"),
            func.count().label("documents"),
            func.max(document.c.n).label("newest"),
        )
        .join(reading, reading.c.n == mention.c.reading_n)
        .join(document, document.c.n == reading.c.document_n)
        .where(mention.c.what == what, holds(reading, at), *document_conditions(chosen))
        .group_by(mention.c.id)
        .order_by(func.count().desc(), mention.c.id)
    )
    if ids:
        asked = asked.where(mention.c.id.in_(ids))
    for row in connection.execute(sliced(asked, chosen)).mappings().all():
        yield row, _tallies(connection, what, row["id"], at), _shown(connection, what, row, at)


def _tallies(connection: Connection, what: str, id_: str, at: int | None) -> tuple[int, int]:
    def tally(kind: str, condition: ColumnElement[bool]) -> int:
        asked = select(func.count()).where(datum.c.what == kind, holds(datum, at), condition)
        return int(connection.execute(asked.where(datum.c.judgement != Judgement.REJECTED.value)).scalar() or 0)

    if what == "place":
        return 0, tally("event", datum.c.place == id_)
    takes_part = exists().where(participant.c.datum_n == datum.c.n, participant.c.actor == id_)
    says = exists().where(
        participant.c.datum_n == datum.c.n, participant.c.actor == id_, participant.c.role == "speaker"
    )
    return tally("statement", says), tally("event", takes_part)


def _shown(connection: Connection, what: str, row: Any, at: int | None) -> tuple[Evidence, ...]:
    asked = (
        select(mention.c.start, mention.c.end, document.c.text, document.c.id, document.c.publisher)
        .add_columns(document.c.published)
        .join(reading, reading.c.n == mention.c.reading_n)
        .join(document, document.c.n == reading.c.document_n)
        .where(mention.c.what == what, mention.c.id == row["id"], document.c.n == row["newest"])
        .where(holds(reading, at), mention.c.start.is_not(None))
    )
    found = connection.execute(asked).first()
    if found is None:
        return ()
    published = None if found.published is None else date.fromisoformat(found.published)
    quote = Quote.cut(found.text, Span(found.start, found.end))
    return (Evidence(f"sha256:{found.id}", quote, found.publisher, published),)
