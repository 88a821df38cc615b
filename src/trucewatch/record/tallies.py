"""Counts of the record by day, outlet, kind and place: aggregates that no question should load rows for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import and_, func, select

from trucewatch.model.filters import Filter
from trucewatch.record.conditions import datum_conditions, document_conditions, holds
from trucewatch.record.session import Record
from trucewatch.record.tables import datum, document, reading


class Tallies:
    """Counts of one state of a record, each in a transaction of its own."""

    def __init__(self, record: Record, at: int | None) -> None:
        self._record = record
        self._at = at

    def documents_by_day(self, chosen: Filter) -> list[tuple[date, str | None, int]]:
        """Day of publication, outlet and number of documents, in order; documents without a day are left out."""
        read = document.join(reading, and_(reading.c.document_n == document.c.n, holds(reading, self._at)))
        asked = (
            select(document.c.published, document.c.publisher, func.count())
            .select_from(read)
            .where(document.c.published.is_not(None), *document_conditions(chosen))
            .group_by(document.c.published, document.c.publisher)
            .order_by(document.c.published, document.c.publisher)
        )
        with self._record.reading() as connection:
            return [(date.fromisoformat(day), outlet, int(number)) for day, outlet, number in connection.execute(asked)]

    def events_by_day_told(self, chosen: Filter) -> dict[date, int]:
        """How many events the documents of each day tell; the filter's days are those of publication."""
        asked = self._data(select(document.c.published, func.count()), "event", replace(chosen, since=None, until=None))
        asked = asked.where(document.c.published.is_not(None)).group_by(document.c.published)
        if chosen.since is not None:
            asked = asked.where(document.c.published >= chosen.since.isoformat())
        if chosen.until is not None:
            asked = asked.where(document.c.published <= chosen.until.isoformat())
        with self._record.reading() as connection:
            return {date.fromisoformat(day): int(number) for day, number in connection.execute(asked)}

    def by(self, what: str, column: str, chosen: Filter) -> dict[str, int]:
        """How many data of a kind (``event``, ``statement`` ...) by ``label``, ``type``, ``place`` or ``status``."""
        named = _COLUMNS[column]
        asked = self._data(select(named, func.count()), what, chosen).where(named.is_not(None)).group_by(named)
        with self._record.reading() as connection:
            return {str(name): int(number) for name, number in connection.execute(asked)}

    def _data(self, asked: Any, what: str, chosen: Filter) -> Any:
        return (
            asked.select_from(datum)
            .join(document, document.c.n == datum.c.document_n)
            .join(reading, reading.c.n == datum.c.reading_n)
            .where(datum.c.what == what, holds(datum, self._at), *datum_conditions(chosen))
        )


_COLUMNS = {"label": datum.c.label, "type": datum.c.type, "place": datum.c.place, "status": datum.c.status}
