"""Opening a record: made on first use, checked for its version, never touched by an older or newer product unasked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType

from sqlalchemy import Connection, Engine, RootTransaction, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from trucewatch.model.errors import AccessError, BusyError, RecordError
from trucewatch.record import engine as dialect
from trucewatch.record.tables import tick

VERSION = "0006"  # the newest revision in migrations/versions; a test holds the two together
_MICROSECOND = timedelta(microseconds=1)


class Record:
    """One record. Use as a context manager, or call :meth:`close`."""

    def __init__(self, where: str, engine: Engine) -> None:
        self.where = where
        self.engine = engine

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @property
    def shown(self) -> str:
        """Path or address as it may be shown."""
        return dialect.shown(self.where)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record throughout.

        Raises:
            RecordError: when the database does not answer.
        """
        try:
            with self.engine.connect() as connection:
                if not dialect.is_sqlite(connection):
                    connection = connection.execution_options(
                        isolation_level="REPEATABLE READ", postgresql_readonly=True
                    )
                with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise dialect.translated(error, self.where) from error

    @contextmanager
    def writing(self, what: str, *, on_wait: Callable[[], None] | None = None) -> Iterator[tuple[Connection, int]]:
        """A transaction with its tick: all of it is kept, or nothing. Writers take turns.

        ``on_wait`` is called once when another process holds the record.

        Raises:
            BusyError: when the turn does not come within ten seconds.
            RecordError: when the database does not answer or cannot grow.
        """
        try:
            with self.turn(on_wait) as connection:
                yield connection, _tick(connection, what)
        except DBAPIError as error:
            raise dialect.translated(error, self.where) from error

    @contextmanager
    def turn(self, on_wait: Callable[[], None] | None = None) -> Iterator[Connection]:
        """A transaction that writes, without a tick: for the tables themselves.

        Raises:
            BusyError: when the turn does not come within ten seconds.
            sqlalchemy.exc.DBAPIError: when the database does not answer.
        """
        with self.engine.connect().execution_options(writes=True) as connection:
            transaction = self._begin(connection, on_wait)
            with transaction:
                dialect.queue(connection, on_wait)
                yield connection

    def _begin(self, connection: Connection, on_wait: Callable[[], None] | None) -> RootTransaction:
        until = monotonic() + dialect.WAIT
        while True:
            try:
                return connection.begin()
            except DBAPIError as error:
                if not dialect.is_locked(error):
                    raise
                if monotonic() > until:
                    raise BusyError(str(dialect.translated(error, self.where))) from error
                if on_wait is not None:
                    on_wait()
                    on_wait = None
                sleep(0.02)


def open_record(where: str | os.PathLike[str], *, create: bool = True) -> Record:
    """The record at a path or an address.

    A new path (its folder too) or an empty database is made into a record, unless ``create`` is false.

    Raises:
        AccessError: when the folder cannot be made.
        RecordError: when there is none and none may be made, when it is of another version, or does not answer.
        DamageError: when the file is no record.
    """
    name = os.fspath(where)
    if not dialect.is_address(name):
        _check_path(Path(name), create)
    record = Record(name, dialect.connect(name))
    try:
        version = version_of(record)
        if version is None:
            if not create:
                raise RecordError(f"{record.shown} holds no record yet. Fill one with 'trucewatch add PATH'.")
            from trucewatch.record.migrate import make

            make(record)
        elif version != VERSION:
            raise RecordError(_other_version(record, version))
    except DBAPIError as error:
        record.close()
        raise dialect.translated(error, name) from error
    except BaseException:
        record.close()
        raise
    return record


def open_as_it_is(where: str | os.PathLike[str]) -> Record:
    """A record that is there, whatever its version and state: for looking after it. Nothing is read or made.

    Raises:
        AccessError, RecordError: when there is none at that path; an address is not asked yet.
    """
    name = os.fspath(where)
    if not dialect.is_address(name):
        _check_path(Path(name), create=False)
    return Record(name, dialect.connect(name))


def version_of(record: Record) -> str | None:
    """The revision of the record's tables, or ``None`` where there are none."""
    with record.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _other_version(record: Record, version: str) -> str:
    if len(version) != len(VERSION) or not version.isdecimal():
        return (
            f"{record.shown} holds another program's tables ({version}) and is no record. Name another with --record."
        )
    if version > VERSION:
        return (
            f"{record.shown} was written by a newer trucewatch (tables {version}, this one knows {VERSION}). Upgrade "
            "trucewatch, or name another record with --record."
        )
    return (
        f"{record.shown} has tables {version}, this trucewatch needs {VERSION}. Run 'trucewatch migrate'; it backs up "
        "first."
    )


def _check_path(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise AccessError(f"{path} is a folder. Name a file for the record, as {path / 'record.db'}.")
        if path.exists():
            return
    except OSError as error:  # a folder on the way that may not be entered, a name too long
        raise AccessError(f"{path} cannot be reached: {error.strerror}. Name another place with --record.") from error
    if not create:
        raise RecordError(
            f"{path} is not there. Fill a record with 'trucewatch add PATH', or name another with --record."
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AccessError(
            f"the folder {path.parent} cannot be made: {error.strerror}. Name another place with --record."
        ) from error


def _tick(connection: Connection, what: str) -> int:
    """A new tick. Its time is never before the last one's, whatever the clock does."""
    last = connection.execute(select(tick.c.at).order_by(tick.c.n.desc()).limit(1)).scalar()
    now = datetime.now(UTC)
    if last is not None:
        now = max(now, datetime.fromisoformat(last) + _MICROSECOND)
    written = connection.execute(insert(tick).values(at=now.isoformat(timespec="microseconds"), what=what))
    numbered = written.inserted_primary_key
    assert numbered is not None
    return int(numbered[0])
