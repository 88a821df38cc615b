"""Actors and places of a record: how often they are named, what they say and do, where they were last met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

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
    rows = connection.execute(sliced(asked, chosen)).mappings().all()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        tallies, shown = _tallies(connection, what, [row["id"] for row in some], at), _shown(connection, what, some, at)
        for row in some:
            yield row, (tallies[row["id"], "statement"], tallies[row["id"], "event"]), shown.get(row["id"], ())


def _tallies(connection: Connection, what: str, ids: Sequence[str], at: int | None) -> Counter[tuple[str, str]]:
    """How many statements each actor makes and events it takes part in, or events there are at each place."""
    named: ColumnElement[str] = datum.c.place if what == "place" else participant.c.actor
    asked = select(named, datum.c.what, func.count(datum.c.n.distinct())).group_by(named, datum.c.what)
    asked = asked.where(named.in_(ids), holds(datum, at), datum.c.judgement != Judgement.REJECTED.value)
    if what == "place":
        asked = asked.where(datum.c.what == "event")
    else:
        counted = (datum.c.what == "event") | ((datum.c.what == "statement") & (participant.c.role == "speaker"))
        asked = asked.join(participant, participant.c.datum_n == datum.c.n).where(counted)
    return Counter({(id_, kind): number for id_, kind, number in connection.execute(asked)})


def _shown(connection: Connection, what: str, rows: Sequence[Any], at: int | None) -> dict[str, tuple[Evidence, ...]]:
    """Where each actor or place of ``rows`` is named in the newest document that names it."""
    newest = {row["id"]: row["newest"] for row in rows}
    quoted = func.substr(document.c.text, mention.c.start + 1, mention.c.end - mention.c.start)
    asked = (
        select(mention.c.id.label("named"), mention.c.start, mention.c.end, quoted.label("words"), document.c.n)
        .add_columns(document.c.id, document.c.publisher, document.c.published)
        .join(reading, reading.c.n == mention.c.reading_n)
        .join(document, document.c.n == reading.c.document_n)
        .where(document.c.n.in_(set(newest.values())), mention.c.what == what, mention.c.id.in_(list(newest)))
        .where(holds(reading, at), mention.c.start.is_not(None))
    )
    found: dict[str, tuple[Evidence, ...]] = {}
    for row in connection.execute(asked):
        if newest[row.named] == row.n:
            published = None if row.published is None else date.fromisoformat(row.published)
            quote = Quote(Span(row.start, row.end), row.words)
            found[row.named] = (Evidence(f"sha256:{row.id}", quote, row.publisher, published),)
    return found


_AT_ONCE = 400  # values in one list of a query: two of them below what every database takes
