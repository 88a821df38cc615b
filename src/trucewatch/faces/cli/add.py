"""``trucewatch add`` and ``reread``: filling the record, and reading it anew after an upgrade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import PublishedOption, RecordOption, dossier_names, published_day, record_place
from trucewatch.faces.cli.output import deliver
from trucewatch.faces.cli.progress import Progress
from trucewatch.model.errors import RecordError

if TYPE_CHECKING:
    from datetime import date

    from trucewatch.model.dossier import Dossier
    from trucewatch.monitor import Monitor, Step
    from trucewatch.record.session import Record

_QUARANTINED = 3

DossierOption = Annotated[
    str | None,
    typer.Option(
        "--dossier",
        metavar="NAME|FILE",
        help="What is known beforehand: see 'trucewatch dossier list'.",
        autocompletion=dossier_names,
    ),
]


def add(
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...|-", help="Files, folders, NDJSON files; - reads standard input."),
    ],
    *,
    published: PublishedOption = None,
    dossier: DossierOption = None,
    record: RecordOption = None,
) -> None:
    """Read documents and keep them in the record. What it holds already is passed over, so a run can be repeated.

    A line of NDJSON holds "text" and, where known, "title", "publisher", "url" and "published".
    """
    messages = ctx.ensure_object(Messages)
    day = published_day(published, messages)
    known = _dossier(dossier)
    from trucewatch.record.session import open_record

    with open_record(record_place(record)) as kept:
        monitor = fill(messages, kept, paths, known, published=day)
        messages.detail(f"the record is {kept.shown}")
    _close(monitor)


def fill(
    messages: Messages, kept: Record, paths: list[str], known: Dossier | None, *, published: date | None = None
) -> Monitor:
    """Add what lies at ``paths`` to a record, with progress; the conductor, whose report tells what became of it.

    Raises:
        AccessError: when a path is not there.
        BusyError, RecordError: when the record cannot be written; what was added before stays.
    """
    from trucewatch.monitor import Monitor
    from trucewatch.sources import open_sources

    sources = open_sources(paths)
    monitor = Monitor(kept, known, published=published, on_wait=lambda: messages.warn(_waiting(kept)))
    try:
        with Progress(messages, sources.count()) as progress:
            for step in monitor.add(sources):
                _tell(step, messages, progress)
                progress.step(monitor.report.done)
    except (KeyboardInterrupt, RecordError):
        messages.warn(f"{monitor.report.closing()}. What was added stays: run the same again to go on.")
        raise
    return monitor


def reread(
    ctx: typer.Context,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Read all anew, even what this version has read.")] = False,
    dossier: DossierOption = None,
    record: RecordOption = None,
) -> None:
    """Read the record's documents anew where the product or a dossier has changed since; people's decisions stay."""
    messages = ctx.ensure_object(Messages)
    known = _dossier(dossier)
    from trucewatch.monitor import REREAD_STATES, Monitor
    from trucewatch.record.session import open_record

    with open_record(record_place(record), create=False) as kept:
        monitor = Monitor(kept, known, on_wait=lambda: messages.warn(_waiting(kept)))
        with Progress(messages, None) as progress:
            for step in monitor.reread(everything=everything):
                _tell(step, messages, progress)
                progress.step(monitor.report.done)
    deliver(monitor.report.closing(REREAD_STATES) + "\n", None)
    if monitor.report.counts["failed"]:
        raise typer.Exit(_QUARANTINED)


def _dossier(name: str | None) -> Dossier | None:
    if name is None:
        return None
    from trucewatch import dossiers

    return dossiers.load(name)


def _tell(step: Step, messages: Messages, progress: Progress) -> None:
    if step.state in ("quarantined", "failed"):
        progress.clear()
        became = "is quarantined" if step.state == "quarantined" else "keeps its old reading"
        messages.warn(f"{step.name} {became} ({step.reason}): {step.message}")
    else:
        messages.detail(f"{step.name}: {step.state}")


def _close(monitor: Monitor) -> None:
    deliver(monitor.report.closing() + "\n", None)
    if monitor.report.counts["quarantined"]:
        raise typer.Exit(_QUARANTINED)


def _waiting(kept: Record) -> str:
    return f"{kept.shown} is being written by another process: waiting up to ten seconds."
