"""Whether a record's rows fit together: readings with documents, data with readings, decisions with their data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Integer, column, exists, func, not_, select, table

from trucewatch.record.engine import is_sqlite
from trucewatch.record.findings import Finding, counted, fault, fine, some, warned
from trucewatch.record.tables import copy, datum, decision, document, intake, reading, target


def rows(connection: Connection) -> Iterator[Finding]:
    """Whether each document has one reading that holds, and what holds belongs to it."""
    faults = [
        (
            "document without a reading that holds",
            "documents without a reading that holds",
            select(document.c.id).where(
                not_(exists().where(reading.c.document_n == document.c.n, reading.c.until.is_(None)))
            ),
        ),
        (
            "document with several readings that hold",
            "documents with several readings that hold",
            select(document.c.id)
            .join(reading, reading.c.document_n == document.c.n)
            .where(reading.c.until.is_(None))
            .group_by(document.c.id)
            .having(func.count() > 1),
        ),
        (
            "datum of a reading that no longer holds",
            "data of readings that no longer hold",
            select(datum.c.key)
            .join(reading, reading.c.n == datum.c.reading_n)
            .where(datum.c.until.is_(None), reading.c.until.is_not(None)),
        ),
        (
            "arrival without the document it brought",
            "arrivals without the document they brought",
            select(intake.c.source).where(intake.c.state != "quarantined", intake.c.document_n.is_(None)),
        ),
        (
            "wire copy of a document that is not there",
            "wire copies of documents that are not there",
            select(copy.c.original).where(not_(exists().where(document.c.id == copy.c.original))),
        ),
    ]
    sound = True
    for one, many, asked in faults:
        found = _names(connection, asked)
        if found:
            sound = False
            yield fault("rows", f"{counted(len(found), one, many)}: {some(found)}.")
    if sound:
        yield fine("rows", "none is orphaned.")


def decisions(connection: Connection) -> Iterator[Finding]:
    """Whether every judgement has its decision, and every decision that stands what it is about."""
    taken_back = (
        select(datum.c.key)
        .join(decision, decision.c.n == datum.c.decision_n)
        .where(datum.c.until.is_(None), decision.c.until.is_not(None))
    )
    judged = select(datum.c.key).where(
        datum.c.until.is_(None), datum.c.judgement != "open", datum.c.decision_n.is_(None)
    )
    found = [*_names(connection, taken_back), *_names(connection, judged)]
    if found:
        yield fault("decisions", f"{counted(len(found), 'judgement', 'judgements')} without a decision: {some(found)}.")
    gone = (
        select(decision.c.id)
        .join(target, target.c.decision_n == decision.c.n)
        .where(decision.c.until.is_(None), not_(target.c.target.startswith("o:")))
        .where(not_(exists().where(datum.c.key == target.c.target, datum.c.until.is_(None))))
        .distinct()
    )
    lost = _names(connection, gone)
    if lost:
        mend = "See 'trucewatch review decisions', and undo those that are void."
        yield warned("decisions", f"{counted(len(lost), 'is', 'are')} about data that are gone: {some(lost)}.", mend)
    if not found and not lost:
        number = connection.execute(select(func.count()).where(decision.c.until.is_(None))).scalar() or 0
        yield fine("decisions", f"{counted(number, 'stands', 'stand')}, each with what it is about.")


def words(connection: Connection) -> Iterator[Finding]:
    """Whether the index of words has every document."""
    if is_sqlite(connection):
        index = table("document_words_docsize", column("id", Integer)).c.id
    else:
        index = table("document_words", column("document_n", Integer)).c.document_n
    lacking = _names(connection, select(document.c.id).where(document.c.n.not_in(select(index))))
    over = _names(connection, select(index).where(index.not_in(select(document.c.n))))
    if lacking or over:
        number = len(lacking) + len(over)
        mend = "Run 'trucewatch doctor --mend': it makes the index anew."
        yield warned("words", f"the index of words is off by {counted(number, 'document', 'documents')}.", mend)
    else:
        yield fine("words", "every document is in the index.")


def _names(connection: Connection, asked: Any) -> list[str]:
    return [str(each)[:24] for each in connection.execute(asked).scalars()]
