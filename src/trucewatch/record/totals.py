"""How many rows a question has in all, and the names a record knows: selects for the view."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from trucewatch.model.filters import Filter
from trucewatch.record import words
from trucewatch.record.conditions import current, document_conditions, holds
from trucewatch.record.tables import document, mention, reading


def documents(chosen: Filter, at: int | None) -> Select[Any]:
    """The number of documents."""
    return _over(select(func.count()).select_from(_read(at)), chosen)


def hits(connection: Connection, written: str, chosen: Filter, at: int | None) -> Select[Any]:
    """The number of documents that a query finds.

    Raises:
        InputError: when the query is none.
    """
    part = words.found(connection, words.parse_query(written))[0].subquery()
    both = _read(at).join(part, part.c.n == document.c.n)
    return _over(select(func.count()).select_from(both), chosen)


def mentioned(what: str, chosen: Filter, at: int | None) -> Select[Any]:
    """The number of actors or places (``actor``, ``place``) that are named."""
    asked = select(func.count(mention.c.id.distinct())).where(mention.c.what == what)
    ids = chosen.actors if what == "actor" else chosen.places
    asked = asked.where(mention.c.id.in_(ids)) if ids else asked
    return asked.where(mention.c.reading_n.in_(current(chosen, at)))


def names(what: str, at: int | None) -> Select[Any]:
    """Every id of actors or places with every name it goes by."""
    asked = select(mention.c.id, mention.c.name)
    asked = asked.where(mention.c.what == what, mention.c.reading_n.in_(current(Filter(), at)))
    return asked.distinct().order_by(mention.c.id, mention.c.name)


def _read(at: int | None) -> Any:
    return document.join(reading, and_(reading.c.document_n == document.c.n, holds(reading, at)))


def _over(asked: Select[Any], chosen: Filter) -> Select[Any]:
    return asked.where(*document_conditions(chosen))
