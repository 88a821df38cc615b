"""Looking after a record: checking it, copying it, bringing it to this version, telling what it holds as one digest."""

from __future__ import annotations

from trucewatch.record.backup import backup, migrate_kept
from trucewatch.record.check import check
from trucewatch.record.content import content_hash
from trucewatch.record.findings import Finding, Level
from trucewatch.record.session import Record, open_as_it_is
from trucewatch.record.words import rebuild

__all__ = ["Finding", "Level", "backup", "check", "content_hash", "mend", "migrate_kept", "open_as_it_is"]


def mend(record: Record) -> None:
    """Make the index of words anew from the documents; nothing that came in or was decided is touched.

    Raises:
        BusyError, RecordError: when the record cannot be written.
    """
    with record.writing("derive") as (connection, _):
        rebuild(connection)
