"""Copying a record while others use it, and bringing an older one to this version with a copy kept."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from trucewatch.model.errors import AccessError, DamageError, InputError, RecordError
from trucewatch.record import engine
from trucewatch.record.session import VERSION, Record, version_of


def backup(record: Record, target: Path) -> int:
    """Copy a record to a new file, whole or not at all, while others read and write; the size of the copy in bytes.

    The copy is checked before it gets its name.

    Raises:
        InputError: when the record is on PostgreSQL, which has its own tool.
        AccessError: when the file is there already or cannot be written.
        DamageError: when the copy does not pass its check, as the record then is damaged.
        RecordError: when the record cannot be read.
    """
    if not engine.is_sqlite(record.engine):
        raise InputError(
            f"{record.shown} is a database of PostgreSQL, which is backed up with its own tool: "
            f"pg_dump --format=custom --file={target} {record.shown}"
        )
    try:
        _check_new(target)
        handle, name = tempfile.mkstemp(prefix=".trucewatch-", dir=target.parent)
        os.close(handle)
        try:
            _copy(record, Path(name))
            _settle(Path(name), target, Path(record.where))
        finally:
            for each in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
                Path(each).unlink(missing_ok=True)
        return target.stat().st_size
    except OSError as error:
        raise AccessError(
            f"{target} cannot be written: {error.strerror or error}. Name a new file in a folder that is yours."
        ) from error


def migrate_kept(record: Record) -> tuple[str, str, Path | None]:
    """Bring an older record to this version: the version before and after, and the copy that was made first.

    No copy is made where there is nothing to do, nor on PostgreSQL, where one transaction does all or nothing.

    Raises:
        RecordError: when it is no record, is newer than this product, or cannot be written.
        AccessError: when the copy cannot be made beside the record; nothing was changed then.
        DamageError: when the record is damaged.
    """
    from trucewatch.record.migrate import migrate

    try:
        before = version_of(record)
        if before is None:
            raise RecordError(f"{record.shown} is no record. Name one with --record.")
        if before > VERSION:
            raise RecordError(
                f"{record.shown} was written by a newer trucewatch (tables {before}, this one knows {VERSION}). "
                "Upgrade trucewatch."
            )
        copy = None
        if before < VERSION and engine.is_sqlite(record.engine):
            copy = _free_name(Path(f"{record.where}.{before}.backup"))
            backup(record, copy)
        migrate(record)
    except DBAPIError as error:
        raise engine.translated(error, record.where) from error
    return before, VERSION, copy


def _check_new(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise AccessError(f"{target} is there already: a backup never overwrites. Name a new file.")
    if not target.parent.is_dir():
        raise AccessError(f"the folder {target.parent} is not there. Make it first.")


def _copy(record: Record, temporary: Path) -> None:
    raw = record.engine.raw_connection()
    try:
        copy = sqlite3.connect(temporary)
        try:
            source = raw.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(copy)  # in one step: a writer meanwhile goes on, and is not in the copy
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            copy.close()
    except sqlite3.Error as error:
        raise engine.translated(DBAPIError("backup", None, error), record.where) from error
    finally:
        raw.close()
    if found != "ok":
        raise DamageError(f"{record.shown} is damaged: {found}. No backup was made. Run 'trucewatch doctor'.")


def _settle(temporary: Path, target: Path, like: Path) -> None:
    """Give a finished copy its name, unless somebody took it meanwhile."""
    os.chmod(temporary, like.stat().st_mode & 0o777)
    with temporary.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise AccessError(f"{target} is there already: a backup never overwrites. Name a new file.") from None
    except OSError:  # a file system without links
        _check_new(target)
        os.replace(temporary, target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _free_name(path: Path) -> Path:
    """``path``, or with a number where that is taken."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}.{number}")
    return found
