"""``trucewatch backup``, ``doctor`` and ``migrate``: looking after a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import Format, FormatOption, RecordOption, record_place
from trucewatch.faces.cli.output import deliver, to_json

_DAMAGED = 8


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; nothing is overwritten.")],
    *,
    record: RecordOption = None,
) -> None:
    """Copy the record to a new file, whole or not at all, while others read and write it.

    The copy is a record itself: to restore it, put it in the record's place. A record on PostgreSQL is backed up with
    pg_dump.
    """
    from trucewatch.record.session import open_record
    from trucewatch.record.upkeep import backup as copied

    with open_record(record_place(record), create=False) as kept:
        size = copied(kept, file)
    deliver(f"{file}: {size / 2**20:,.1f} MiB, checked.\n", None)


def doctor(
    ctx: typer.Context,
    *,
    mend: Annotated[
        bool, typer.Option("--mend", help="First make anew what is derived: the index of words, incidents, answers.")
    ] = False,
    record: RecordOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Check the record: pages, references, texts, spans, rows, index, what is derived, versions, dossiers, space.

    Each line says ok, warn or fault, and what to do. The status is 8 where the record is damaged.
    """
    from trucewatch import dossiers
    from trucewatch.faces.safe import visible
    from trucewatch.reading import READER
    from trucewatch.record.upkeep import Level, check, open_as_it_is
    from trucewatch.record.upkeep import mend as mended

    with open_as_it_is(record_place(record)) as kept:
        if mend:
            from trucewatch.monitor import Monitor

            mended(kept)
            Monitor(kept).settle()
        found = check(kept, reader=READER, dossiers=dossiers.names())
        ctx.ensure_object(Messages).detail(f"the record is {kept.shown}")
    if form is Format.JSON:
        deliver(to_json([each.to_dict() for each in found]), None)
    else:
        told = [f"{each.level:<5}  {each.name:<10}  {' '.join((each.message, each.mend)).strip()}" for each in found]
        deliver("".join(f"{visible(line)}\n" for line in told), None)
    if any(each.level is Level.FAULT for each in found):
        raise typer.Exit(_DAMAGED)


def migrate(*, record: RecordOption = None) -> None:
    """Bring an older record to this version. A file is backed up beside itself first; a database changes whole or not.

    Nothing else changes a record of another version.
    """
    from trucewatch.record.upkeep import migrate_kept, open_as_it_is

    with open_as_it_is(record_place(record)) as kept:
        before, after, copy = migrate_kept(kept)
    if before == after:
        deliver(f"tables {after}: nothing to do.\n", None)
        return
    kept_as = f" The record as it was is {copy}." if copy is not None else ""
    deliver(f"tables {before} → {after}.{kept_as}\n", None)
