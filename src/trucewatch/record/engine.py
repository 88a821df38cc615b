"""How SQLite and PostgreSQL differ; nothing else in the room asks which of the two it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, NoSuchModuleError, OperationalError

from trucewatch.model.errors import BusyError, DamageError, InstallationError, LostError, RecordError

WAIT = 10.0  # seconds a writer waits for another
_LOCK = 0x7472_7563  # the number under which writers of one PostgreSQL database queue
_OLDEST_SQLITE = (3, 38, 0)


def is_address(where: str) -> bool:
    """Whether ``where`` is a database's address and not a path."""
    return where.startswith(("postgresql:", "postgresql+", "postgres:"))


def shown(where: str | URL) -> str:
    """An address or a path as it may be shown: a password is left out."""
    if isinstance(where, str) and not is_address(where):
        return where
    return make_url(where).render_as_string(hide_password=True)


def connect(where: str) -> Engine:
    """An engine for a path (SQLite) or an address (PostgreSQL).

    Raises:
        RecordError: when the address is none.
        InstallationError: when the driver is missing.
    """
    if not is_address(where):
        return _sqlite(Path(where))
    try:
        url = make_url(where.replace("postgres:", "postgresql:", 1))
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise RecordError(
            "the record's address is none: write postgresql://USER@HOST/DATABASE, with the password in PGPASSWORD."
        ) from error
    except ModuleNotFoundError as error:
        raise InstallationError(
            "a record on PostgreSQL needs the driver: install trucewatch with its extra 'pg'."
        ) from error


def _sqlite(path: Path) -> Engine:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise InstallationError(
            f"SQLite {sqlite3.sqlite_version} is too old for the record: 3.38 or later is needed, with FTS5."
        )
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": 0.25, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(raw: Any, _: Any) -> None:
        raw.isolation_level = None  # transactions begin where this room says, not where the driver guesses
        cursor = raw.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")  # what a person was told is kept survives a power cut
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def is_sqlite(engine: Engine | Connection) -> bool:
    """Whether it is the one-file record."""
    return engine.dialect.name == "sqlite"


def is_locked(error: DBAPIError) -> bool:
    """Whether an error says that another process is writing."""
    said = str(error.orig).lower()
    return "database is locked" in said or "lock timeout" in said or "database is busy" in said


def queue(connection: Connection, on_wait: Callable[[], None] | None = None) -> None:
    """Take the writers' turn, held to the end of the transaction. SQLite took it on BEGIN IMMEDIATE."""
    if is_sqlite(connection):
        return
    if connection.execute(text("SELECT pg_try_advisory_xact_lock(:n)"), {"n": _LOCK}).scalar():
        return
    if on_wait is not None:
        on_wait()
    connection.execute(text(f"SET LOCAL lock_timeout = '{int(WAIT * 1000)}ms'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})


def prepare_file(engine: Engine) -> None:
    """Once, on a new file: write-ahead logging lets readers go on while one writes.

    Raises:
        sqlalchemy.exc.DBAPIError: when the file cannot be written, or another process keeps it.
    """
    if not is_sqlite(engine):
        return
    raw, until = engine.raw_connection(), monotonic() + WAIT
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.Error as error:  # another process may be making the same record; SQLite does not wait here
                if "locked" not in str(error) or monotonic() > until:
                    raise OperationalError("PRAGMA journal_mode", None, error) from error
                sleep(0.02)
    finally:
        raw.close()


def _is_lost(error: DBAPIError) -> bool:
    """Whether the server is not there, went away or is just starting, by the classes of SQLSTATE; none: no answer."""
    state = getattr(error.orig, "sqlstate", None) or ""
    unreached = isinstance(error, OperationalError) and (not state or state.startswith(("08", "57P")))
    return bool(error.connection_invalidated or unreached)


def translated(error: DBAPIError, where: str) -> RecordError:
    """A database's error as one of ours, saying what to do."""
    said = " ".join(str(error.orig).split())
    low = said.lower()
    name = shown(where)
    if is_locked(error):
        return BusyError(f"{name} is held by another process that writes. Wait for it to end, then run this again.")
    if "full" in low or "no space" in low or "disk i/o" in low or "file too large" in low:
        return RecordError(
            f"{name} cannot grow: {said}. Make room on the disk, then run this again: it goes on where it was."
        )
    if "malformed" in low or "not a database" in low or "corrupt" in low:
        return DamageError(
            f"{name} is damaged or no record: {said}. Run 'trucewatch doctor', and restore the last backup."
        )
    if isinstance(error, (IntegrityError, DataError)):
        return RecordError(f"{name} refuses what was to be kept: {said}. Nothing was changed. Please report it.")
    if any(words in low for words in ("readonly", "read-only", "unable to open", "permission denied")):
        return RecordError(f"{name} cannot be opened for this: {said}. Check the folder and your rights to it.")
    if is_address(where) and _is_lost(error):
        return LostError(f"{name} does not answer: {said}. Check that the database runs and that the address is right.")
    return RecordError(f"{name} does not do what was asked: {said}. Nothing was changed. Please report it.")
