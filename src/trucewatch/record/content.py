"""What a record holds, as one digest: the same for two records that say the same, however they came to it."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from trucewatch.record.session import Record
from trucewatch.record.tables import (
    copy,
    datum,
    decision,
    document,
    intake,
    mention,
    participant,
    reading,
    sighting,
)

_AT_ONCE = 1000  # rows fetched at a time
_SIZE = 2**256


def content_hash(record: Record) -> str:
    """A digest (64 hexadecimal digits) of all rows that hold.

    It is over documents, sightings, what was handed in and taken or refused, readings with their mentions, data with
    their judgements and participants, standing decisions and groups of copies; superseded rows are left out. It does
    not depend on row numbers, ticks, times or the order in which things came in, so a run that was cut off and resumed
    comes to the digest of one that was not. Clusters and links are derived and may be rebuilt at any time: they do not
    count.

    Raises:
        RecordError: when the database does not answer.
    """
    total = 0
    with record.reading() as connection:
        for row in _rows(connection):
            written = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
            total = (total + int.from_bytes(hashlib.sha256(written).digest())) % _SIZE  # a sum: no order to keep
    return f"{total:064x}"


def _rows(connection: Connection) -> Iterator[list[Any]]:
    for name, asked in _questions().items():
        streamed = connection.execution_options(yield_per=_AT_ONCE).execute(asked)
        for row in streamed:
            yield [name, *(_plain(value) for value in row)]


def _plain(value: Any) -> Any:
    """Bytes are compressed JSON; what counts is what they say."""
    return zlib.decompress(value).decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _questions() -> dict[str, Any]:
    """For each table the columns that say something, numbers of rows turned into ids."""
    of_reading, reads = reading.join(document, document.c.n == reading.c.document_n), reading.c.until.is_(None)
    of_datum = datum.join(document, document.c.n == datum.c.document_n)
    of_arrival = intake.join(document, document.c.n == intake.c.document_n, isouter=True)
    refused = intake.c.state == "quarantined"  # which of two versions was new rests on the order they came in
    said = [each for each in document.c if each.name not in ("n", "since")]
    seen = [each for each in sighting.c if each.name not in ("n", "document_n", "since")]
    read = [datum.c[name] for name in _DATUM]
    named = [each for each in mention.c if each.name != "reading_n"]
    return {
        "document": select(*said),
        "sighting": select(document.c.id, *seen).join(sighting, sighting.c.document_n == document.c.n),
        "intake": select(intake.c.source, intake.c.digest, refused, intake.c.reason, intake.c.message, document.c.id)
        .select_from(of_arrival)
        .where(intake.c.until.is_(None)),
        "reading": select(document.c.id, reading.c.reader, reading.c.dossier, reading.c.dossier_digest, reading.c.body)
        .select_from(of_reading)
        .where(reads),
        "mention": select(document.c.id, *named)
        .select_from(of_reading.join(mention, mention.c.reading_n == reading.c.n))
        .where(reads),
        "datum": select(document.c.id, *read).select_from(of_datum).where(datum.c.until.is_(None)),
        "participant": select(datum.c.key, participant.c.role, participant.c.actor)
        .join(participant, participant.c.datum_n == datum.c.n)
        .where(datum.c.until.is_(None)),
        "decision": select(
            decision.c.reviewer, decision.c.action, decision.c.targets, decision.c.fields, decision.c.reason
        ).where(decision.c.until.is_(None)),
        "copy": select(document.c.id, copy.c.original)
        .join(copy, copy.c.document_n == document.c.n)
        .where(copy.c.until.is_(None)),
    }


_DATUM = (
    "key",
    "what",
    "label",
    "type",
    "status",
    "place",
    "instrument",
    "first_day",
    "last_day",
    "start",
    "end",
    "body",
    "judgement",
)
