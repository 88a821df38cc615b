"""``trucewatch demo``: a record filled from the bundled dispatches and its overview, to see what the product does."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch.faces.cli.add import fill
from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import Format, FormatOption, OutputOption, RecordOption, screen
from trucewatch.faces.cli.output import deliver, to_json
from trucewatch.faces.cli.reader import read_as


def demo(
    ctx: typer.Context,
    *,
    dispatch: Annotated[
        bool, typer.Option("--dispatch", help="Read one bundled dispatch instead, and print it with its reading.")
    ] = False,
    record: RecordOption = None,
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
) -> None:
    """Fill a record with the sixty bundled dispatches of August 2022 and print its overview.

    The record is demo.db in your data folder unless --record names another; a second run adds nothing.
    """
    messages = ctx.ensure_object(Messages)
    deliver(_dispatch(messages, form) if dispatch else _overview(messages, record, form), output)


def _dispatch(messages: Messages, form: Format) -> str:
    from trucewatch import documents, dossiers
    from trucewatch.faces.demo import DOSSIER, PUBLISHED, TITLE, dispatch

    document = documents.from_text(dispatch(), published=PUBLISHED, title=TITLE)
    shown = read_as(document, dossiers.load(DOSSIER), form, messages)
    if form is Format.TEXT:
        from trucewatch.faces.text import text_of

        shown = text_of(document.text, width=screen()[0]) + shown
    return shown


def _overview(messages: Messages, record: str | None, form: Format) -> str:
    from trucewatch import dossiers
    from trucewatch.faces.asking import Asked
    from trucewatch.faces.asking.overview import overview
    from trucewatch.faces.demo import AS_OF, DOSSIER, dispatches
    from trucewatch.faces.text.overview import render_overview
    from trucewatch.model.filters import Filter
    from trucewatch.monitor import Monitor
    from trucewatch.record.session import open_record
    from trucewatch.record.view import View
    from trucewatch.settings import demo_record

    known, place = dossiers.load(DOSSIER), record or demo_record()
    if record is None:
        _bring_up(place)
    with dispatches() as path, open_record(place) as kept:
        messages.note(fill(messages, kept, [str(path)], known).report.closing())
        for _ in Monitor(kept).reread():  # what an older product had read
            pass
        told = overview(Asked(View(kept), Filter(), (known,), AS_OF))
    if form is Format.JSON:
        return to_json(told.to_dict())
    width, colour = screen()
    return render_overview(told, more=f" --record {place}", width=width, colour=colour)


def _bring_up(place: str) -> None:
    """Bring the demonstration's own record to this version's tables; it holds nothing that is not bundled."""
    import os

    from trucewatch.record.migrate import migrate
    from trucewatch.record.session import VERSION, open_as_it_is, version_of

    if os.path.exists(place):
        with open_as_it_is(place) as kept:
            if (version_of(kept) or VERSION) < VERSION:
                migrate(kept)
