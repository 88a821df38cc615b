"""Writing what was read. One document is one transaction: it is in the record whole, or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from trucewatch.model.document import Document
from trucewatch.model.reading import Reading
from trucewatch.record import carry, copies, words
from trucewatch.record.codec import DatumRow, rows_of, squeeze
from trucewatch.record.session import Record
from trucewatch.record.tables import datum, document, intake, mention, participant, reading, sighting

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something handed in: where from (a path, ``path:line``), the digest of its bytes and of what was said of it."""

    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class Held:
    """What the record already holds of an arrival."""

    state: str
    reason: str | None


class Writer:
    """Adds to a record. ``on_wait`` is called when another process makes this one wait."""

    def __init__(self, record: Record, *, on_wait: Callable[[], None] | None = None) -> None:
        self._record = record
        self._on_wait = on_wait

    def held(self, arrival: Arrival) -> Held | None:
        """What became of the same bytes from the same source, if they were handed in before.

        Raises:
            RecordError: when the database does not answer.
        """
        asked = select(intake.c.state, intake.c.reason).where(
            and_(intake.c.source == arrival.source, intake.c.digest == arrival.digest, intake.c.until.is_(None))
        )
        with self._record.reading() as connection:
            row = connection.execute(asked).first()
        return None if row is None else Held(row.state, row.reason)

    def holds(self, text: Document) -> bool:
        """Whether the text is in the record with a reading.

        Raises:
            RecordError: when the database does not answer.
        """
        asked = (
            select(reading.c.n)
            .join(document, document.c.n == reading.c.document_n)
            .where(document.c.id == digits(text.id), reading.c.until.is_(None))
        )
        with self._record.reading() as connection:
            return connection.execute(asked).first() is not None

    def is_current(self, id_: str, reader: str, dossier_digest: str | None) -> bool:
        """Whether the reading that holds of a document is by this reader, with the dossier as it stands.

        Raises:
            RecordError: when the database does not answer.
        """
        asked = (
            select(reading.c.reader, reading.c.dossier_digest)
            .join(document, document.c.n == reading.c.document_n)
            .where(document.c.id == digits(id_), reading.c.until.is_(None))
        )
        with self._record.reading() as connection:
            row = connection.execute(asked).first()
        return row is not None and (row.reader, row.dossier_digest) == (reader, dossier_digest)

    def add(
        self,
        arrival: Arrival,
        read: Reading,
        *,
        dossier_digest: str | None,
        bands: Iterable[int] = (),
        alike: copies.Alike | None = None,
    ) -> str:
        """Keep a document and its reading; the state it came to: ``new``, ``version`` or ``duplicate``.

        A text that another process added meanwhile becomes a duplicate; its new source is kept all the same. ``bands``
        find candidates for wire copies, ``alike`` decides of each whether it is one.

        Raises:
            BusyError, RecordError: when the record cannot be written.
        """
        with self._record.writing("add", on_wait=self._on_wait) as (connection, tick):
            n = _document_n(connection, read.document)
            state = "duplicate"
            if n is None:
                state = "version" if _is_version(connection, read.document) else "new"
                n = _insert_document(connection, read.document, tick)
                if alike is not None:
                    copies.group(connection, n, bands, alike, tick)
                insert_reading(connection, n, read, dossier_digest, tick)
            self._arrived(connection, arrival, (state, n), read.document, tick)
        return state

    def add_sighting(self, arrival: Arrival, text: Document) -> None:
        """Keep that a text the record holds was met at another source.

        Raises:
            BusyError, RecordError: when the record cannot be written.
        """
        with self._record.writing("add", on_wait=self._on_wait) as (connection, tick):
            self._arrived(connection, arrival, ("duplicate", _document_n(connection, text)), text, tick)

    def quarantine(self, arrival: Arrival, reason: str, message: str) -> None:
        """Keep that something handed in was refused, and why; not where another process took the same in meanwhile.

        Raises:
            BusyError, RecordError: when the record cannot be written.
        """
        with self._record.writing("add", on_wait=self._on_wait) as (connection, tick):
            if not _supersede_intake(connection, arrival, tick):
                return
            row = {"state": "quarantined", "reason": reason, "message": message, "since": tick}
            connection.execute(insert(intake).values(source=arrival.source, digest=arrival.digest, **row))

    def replace(self, read: Reading, *, dossier_digest: str | None) -> None:
        """Put a new reading in the place of the one that holds; the old one is kept as superseded.

        Data that people judged keep their judgement and the values it gave them, found again by the new reader or not.

        Raises:
            BusyError, RecordError: when the record cannot be written.
            KeyError: when the record does not hold the document.
        """
        with self._record.writing("read", on_wait=self._on_wait) as (connection, tick):
            n = _document_n(connection, read.document)
            if n is None:
                raise KeyError(read.document.id)
            old = carry.kept(connection, n)
            behind = carry.referred(connection, old.values())
            for table in (reading, datum):
                connection.execute(
                    update(table).where(table.c.document_n == n, table.c.until.is_(None)).values(until=tick)
                )
            insert_reading(connection, n, read, dossier_digest, tick, rows=carry.carried(rows_of(read), old, behind))

    def _arrived(
        self, connection: Connection, arrival: Arrival, kept: tuple[str, int | None], text: Document, tick: int
    ) -> None:
        state, n = kept
        if not _supersede_intake(connection, arrival, tick):
            return
        connection.execute(
            insert(intake).values(source=arrival.source, digest=arrival.digest, state=state, document_n=n, since=tick)
        )
        seen = select(sighting.c.n).where(sighting.c.document_n == n, sighting.c.source == arrival.source)
        if connection.execute(seen).first() is None:
            connection.execute(insert(sighting).values(document_n=n, source=arrival.source, since=tick, **_told(text)))


def digits(id_: str) -> str:
    """A document's id as the tables hold it: the digits alone."""
    return id_.removeprefix("sha256:")


def insert_reading(  # noqa: PLR0913 - one row's makings
    connection: Connection,
    n: int,
    read: Reading,
    dossier_digest: str | None,
    tick: int,
    *,
    rows: Iterable[DatumRow] | None = None,
) -> None:
    """Insert a reading with its data and mentions; ``rows`` are its data with what people decided, where they did."""
    row = {"document_n": n, "reader": read.reader, "dossier": read.dossier, "dossier_digest": dossier_digest}
    made = connection.execute(insert(reading).values(**row, body=squeeze(read), since=tick)).inserted_primary_key
    assert made is not None
    for each in carry.carried(rows_of(read), {}) if rows is None else rows:
        until = None if each.columns.get("until") is None else tick
        insert_datum(
            connection, each, {**each.columns, "document_n": n, "reading_n": made[0], "since": tick, "until": until}
        )
    mentions = [{**each, "reading_n": made[0]} for each in _mentions(read)]
    if mentions:
        connection.execute(insert(mention), mentions)


def insert_datum(connection: Connection, row: DatumRow, columns: Json) -> None:
    """Insert one row of data with its participants."""
    made = connection.execute(insert(datum).values(**columns)).inserted_primary_key
    assert made is not None
    if row.participants:
        connection.execute(
            insert(participant),
            [{"datum_n": made[0], "role": role, "actor": actor} for role, actor in row.participants],
        )


def _document_n(connection: Connection, text: Document) -> int | None:
    found = connection.execute(select(document.c.n).where(document.c.id == digits(text.id))).scalar()
    return None if found is None else int(found)


def _is_version(connection: Connection, text: Document) -> bool:
    if text.url is None:
        return False
    return connection.execute(select(sighting.c.n).where(sighting.c.url == text.url).limit(1)).first() is not None


def _told(text: Document) -> Json:
    published = None if text.published is None else text.published.isoformat()
    return {"title": text.title, "publisher": text.publisher, "url": text.url, "published": published}


def _insert_document(connection: Connection, text: Document, tick: int) -> int:
    made = connection.execute(
        insert(document).values(
            id=digits(text.id),
            language=text.language,
            encoding=text.encoding,
            notes=json.dumps(text.notes, ensure_ascii=False),
            text=text.text,
            since=tick,
            **_told(text),
        )
    ).inserted_primary_key
    assert made is not None
    words.index(connection, made[0], text.title, text.text)
    return int(made[0])


def _supersede_intake(connection: Connection, arrival: Arrival, tick: int) -> bool:
    """End a refusal of the same arrival. False where it was taken in already: by a process that was quicker."""
    same = and_(intake.c.source == arrival.source, intake.c.digest == arrival.digest, intake.c.until.is_(None))
    if connection.execute(select(intake.c.n).where(same, intake.c.state != "quarantined")).first() is not None:
        return False
    connection.execute(update(intake).where(same).values(until=tick))
    return True


def _mentions(read: Reading) -> list[Json]:
    rows: dict[tuple[str, str], Json] = {}
    empty: Json = {"kind": None, "known": 1, "latitude": None, "longitude": None, "precision": None}
    for actor in read.actors:
        rows["actor", actor.id] = {**empty, "kind": str(actor.kind), "known": int(actor.known), "name": actor.name}
    for place in read.places:
        rows["place", place.id] = {
            **empty,
            "kind": place.kind,
            "known": int(place.known),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision": str(place.precision),
            "name": place.name,
        }
    for instrument in read.instruments:
        rows["instrument", instrument.id] = {**empty, "name": instrument.name}
    spans = {("actor", each.id): each.mentions for each in read.actors}
    spans |= {("place", each.id): each.mentions for each in read.places}
    spans |= {("instrument", each.id): each.mentions for each in read.instruments}
    for name, row in rows.items():
        first = spans[name][0] if spans[name] else None
        row |= {
            "what": name[0],
            "id": name[1],
            "start": None if first is None else first.start,
            "end": None if first is None else first.end,
        }
    return list(rows.values())
