"""Actors and places of a record: how often they are named, what they say and do, where they were last met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, true

from trucewatch.model.evidence import Evidence
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.model.place import Precision
from trucewatch.model.rows import ActorRow, PlaceRow
from trucewatch.model.text import Quote, Span
from trucewatch.record.conditions import current, holds
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
            func.max(mention.c.reading_n).label("newest"),
        )
        .where(mention.c.what == what, mention.c.reading_n.in_(current(chosen, at)))
        .group_by(mention.c.id)
        .order_by(func.count().desc(), mention.c.id)
    )
    if ids:
        asked = asked.where(mention.c.id.in_(ids))
    rows = connection.execute(sliced(asked, chosen)).mappings().all()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        tallies, shown = _tallies(connection, what, [row["id"] for row in some], at), _shown(connection, what, some)
        for row in some:
            yield row, (tallies[row["id"], "statement"], tallies[row["id"], "event"]), shown.get(row["id"], ())


def _tallies(connection: Connection, what: str, ids: Sequence[str], at: int | None) -> Counter[tuple[str, str]]:
    """How many statements each actor makes and events it takes part in, or events there are at each place."""
    tallies: Counter[tuple[str, str]] = Counter()
    if what == "place":
        asked = select(datum.c.place, func.count()).where(datum.c.place.in_(ids), *_standing("event", at))
        return Counter({(id_, "event"): number for id_, number in connection.execute(asked.group_by(datum.c.place))})
    # One query for each: for both in one a database looks at every datum.
    for kind, part in (("event", true()), ("statement", participant.c.role == "speaker")):
        asked = select(participant.c.actor, func.count(datum.c.n.distinct())).group_by(participant.c.actor)
        asked = asked.join(datum, datum.c.n == participant.c.datum_n).where(part, *_standing(kind, at))
        for id_, number in connection.execute(asked.where(participant.c.actor.in_(ids))):
            tallies[id_, kind] = number
    return tallies


def _standing(kind: str, at: int | None) -> tuple[ColumnElement[bool], ...]:
    return datum.c.what == kind, holds(datum, at), datum.c.judgement != Judgement.REJECTED.value


def _shown(connection: Connection, what: str, rows: Sequence[Any]) -> dict[str, tuple[Evidence, ...]]:
    """Where each actor or place of ``rows`` is named in the newest reading that names it."""
    newest = {row["id"]: row["newest"] for row in rows}
    quoted = func.substr(document.c.text, mention.c.start + 1, mention.c.end - mention.c.start)
    asked = (
        select(mention.c.id.label("named"), mention.c.start, mention.c.end, quoted.label("words"), mention.c.reading_n)
        .add_columns(document.c.id, document.c.publisher, document.c.published)
        .join(reading, reading.c.n == mention.c.reading_n)
        .join(document, document.c.n == reading.c.document_n)
        .where(mention.c.reading_n.in_(set(newest.values())), mention.c.what == what, mention.c.id.in_(list(newest)))
        .where(mention.c.start.is_not(None))
    )
    found: dict[str, tuple[Evidence, ...]] = {}
    for row in connection.execute(asked):
        if newest[row.named] == row.reading_n:
            published = None if row.published is None else date.fromisoformat(row.published)
            quote = Quote(Span(row.start, row.end), row.words)
            found[row.named] = (Evidence(f"sha256:{row.id}", quote, row.publisher, published),)
    return found


_AT_ONCE = 400  # values in one list of a query: two of them below what every database takes
