"""From rows of the tables to rows of the model: the selects that fetch them and the objects made of them."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, func, select

from trucewatch.model.document import Document
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.model.rows import Datum, DocumentRow
from trucewatch.model.text import Quote, Span
from trucewatch.record.codec import unpacked
from trucewatch.record.conditions import holds
from trucewatch.record.tables import datum, decision, document, reading, tick

_DATUM = (datum.c.key, datum.c.what, datum.c.start, datum.c.end, datum.c.body, datum.c.judgement)
_DOCUMENT = (
    document.c.n,
    document.c.id,
    document.c.title,
    document.c.publisher,
    document.c.url,
    document.c.published,
    document.c.language,
    func.length(document.c.text).label("characters"),
    tick.c.at,
    reading.c.dossier,
    reading.c.reader,
)


def data() -> Select[Any]:
    """Data with their documents and quotes; what holds is for the caller to say."""
    quote = func.substr(document.c.text, datum.c.start + 1, datum.c.end - datum.c.start).label("quote")
    return (
        select(*_DATUM, decision.c.id.label("decision"), quote, *_DOCUMENT)
        .join(document, document.c.n == datum.c.document_n)
        .join(reading, reading.c.n == datum.c.reading_n)
        .join(tick, tick.c.n == document.c.since)
        .join(decision, decision.c.n == datum.c.decision_n, isouter=True)
    )


def documents(at: int | None) -> Select[Any]:
    """Documents with the reading that holds at a tick (``None``: now)."""
    return (
        select(*_DOCUMENT)
        .join(tick, tick.c.n == document.c.since)
        .join(reading, and_(reading.c.document_n == document.c.n, holds(reading, at)))
    )


def sliced(asked: Any, chosen: Filter) -> Any:
    """``asked`` with the filter's limit and offset."""
    if chosen.limit is not None:
        asked = asked.limit(chosen.limit)
    return asked.offset(chosen.offset) if chosen.offset else asked


def document_row(row: Any) -> DocumentRow:
    """The document of a row of :func:`data` or :func:`documents`."""
    return DocumentRow(
        n=row["n"],
        id=f"sha256:{row['id']}",
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        published=None if row["published"] is None else date.fromisoformat(row["published"]),
        language=row["language"],
        characters=row["characters"],
        added=datetime.fromisoformat(row["at"]),
        dossier=row["dossier"],
        reader=row["reader"],
    )


def datum_row(row: Any) -> Datum[Any]:
    """The datum of a row of :func:`data`."""
    return Datum(
        key=row["key"],
        document=document_row(row),
        value=unpacked(row["what"], row["key"], row["body"]),
        quote=Quote(Span(row["start"], row["end"]), row["quote"]),
        judgement=Judgement(row["judgement"]),
        decision=row["decision"],
        reader=row["reader"] or "",
    )


def whole(row: Any) -> Document:
    """The document of a row of the table, with its text."""
    return Document(
        text=row["text"],
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        published=None if row["published"] is None else date.fromisoformat(row["published"]),
        language=row["language"],
        encoding=row["encoding"],
        notes=tuple(json.loads(row["notes"])),
    )
