"""Checking a record: its pages and references, its documents, spans and rows, what is derived, what is at hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Iterator
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from trucewatch.model.errors import DamageError
from trucewatch.record import engine, intact, soundness
from trucewatch.record.findings import Finding, counted, fault, fine, some, warned
from trucewatch.record.session import VERSION, Record, version_of
from trucewatch.record.tables import derived, reading, tick

_Look = Callable[[Connection], Iterator[Finding]]
_LEAST_FREE = 100 * 2**20  # bytes below which a run may soon stop
_CHANGING = ("add", "read", "decide")  # ticks after which what is derived is out of date


def check(record: Record, *, reader: str | None = None, dossiers: Container[str] | None = None) -> list[Finding]:
    """Look a record over; nothing in it is changed. The findings come in a fixed order, one or more for each look.

    ``reader`` is the reader of this product, ``dossiers`` the names of those at hand; without them those looks are left
    out. Reading a large record whole takes a while.

    Raises:
        RecordError: when the database does not answer at all.
    """
    try:
        version = version_of(record)
    except DBAPIError as error:
        return [_broken("tables", error, record)]
    findings = [_version(version), *_looked(record, "pages", _pages)]
    if version == VERSION:
        looks: list[tuple[str, _Look]] = [
            ("references", _references),
            ("documents", intact.documents),
            ("data", intact.data),
            ("rows", soundness.rows),
            ("decisions", soundness.decisions),
            ("words", soundness.words),
            ("derived", _derived),
            ("readers", lambda connection: _readers(connection, reader)),
            ("dossiers", lambda connection: _dossiers(connection, dossiers)),
        ]
        for name, look in looks:
            findings += _looked(record, name, look)
    return findings + list(_space(record))


def _looked(record: Record, name: str, look: _Look) -> list[Finding]:
    try:
        with record.engine.connect() as connection, connection.begin():
            return list(look(connection))
    except DBAPIError as error:
        return [_broken(name, error, record)]


def _broken(name: str, error: DBAPIError, record: Record) -> Finding:
    """A look that the database could not answer: damage, unless it does not answer at all."""
    told = engine.translated(error, record.where)
    if isinstance(told, DamageError) or engine.is_sqlite(record.engine):
        return fault(name, f"cannot be read: {' '.join(str(error.orig).split())}.")
    raise told from error


def _version(version: str | None) -> Finding:
    if version == VERSION:
        return fine("tables", f"version {version}, the newest this trucewatch knows.")
    if version is None:
        return fault("tables", "this is no record: it has no tables of one.", "Name the record with --record.")
    if version > VERSION:
        return warned("tables", f"version {version}, newer than {VERSION}, which this knows.", "Upgrade trucewatch.")
    return warned("tables", f"version {version}; this trucewatch needs {VERSION}.", "Run 'trucewatch migrate'.")


def _pages(connection: Connection) -> Iterator[Finding]:
    if not engine.is_sqlite(connection):
        sums = connection.execute(text("SHOW data_checksums")).scalar()
        yield fine("pages", f"the server keeps them (checksums of pages {sums}); pg_amcheck looks deeper.")
        return
    found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check(20)"))]
    if found == ["ok"]:
        yield fine("pages", "whole.")
    else:
        yield fault("pages", f"damaged: {some(found)}.")


def _references(connection: Connection) -> Iterator[Finding]:
    if not engine.is_sqlite(connection):
        yield fine("references", "the server holds them.")
        return
    found = [f"{row[0]} to {row[2]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
    if found:
        yield fault("references", f"{counted(len(found), 'row points', 'rows point')} nowhere: {some(found)}.")
    else:
        yield fine("references", "all lead somewhere.")


def _derived(connection: Connection) -> Iterator[Finding]:
    last = connection.execute(select(func.max(tick.c.n)).where(tick.c.what.in_(_CHANGING))).scalar() or 0
    behind = []
    for row in connection.execute(select(derived).order_by(derived.c.what)):
        if row.tick < last:
            behind.append(f"{row.what} (rule {row.rule})")
        else:
            yield fine("derived", f"{row.what} by rule {row.rule}, up to date.")
    if behind:
        yield warned("derived", f"out of date: {some(behind)}.", "Run 'trucewatch doctor --mend', or add or reread.")


def _readers(connection: Connection, current: str | None) -> Iterator[Finding]:
    asked = select(reading.c.reader, func.count().label("number")).where(reading.c.until.is_(None))
    rows = connection.execute(asked.group_by(reading.c.reader).order_by(reading.c.reader)).all()
    if current is None:
        return
    older = [f"{row.reader} ({row.number:,})" for row in rows if row.reader != current]
    if older:
        yield warned("readers", f"documents read by other versions: {some(older)}.", "Run 'trucewatch reread'.")
    else:
        yield fine("readers", f"all is read by {current}.")


def _dossiers(connection: Connection, known: Container[str] | None) -> Iterator[Finding]:
    asked = select(reading.c.dossier).where(reading.c.until.is_(None), reading.c.dossier.is_not(None)).distinct()
    names = sorted(str(each) for each in connection.execute(asked).scalars())
    if known is None:
        return
    missing = [each for each in names if each not in known]
    if missing:
        mend = "Questions and 'reread' need the file: name it with --dossier FILE."
        yield warned("dossiers", f"not at hand: {some(missing)}.", mend)
    else:
        yield fine("dossiers", f"at hand: {', '.join(names)}." if names else "none was used.")


def _space(record: Record) -> Iterator[Finding]:
    if engine.is_address(record.where):
        return
    path = Path(record.where)
    free, size = shutil.disk_usage(path.resolve().parent).free, path.stat().st_size
    told = f"{free / 2**20:,.0f} MiB free, the record has {size / 2**20:,.1f} MiB"
    if free < max(_LEAST_FREE, size):
        yield warned("space", f"{told}.", "Make room: a backup and a migration need as much again as the record.")
    else:
        yield fine("space", f"{told}.")
