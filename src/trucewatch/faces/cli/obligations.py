"""``trucewatch obligations``: who owes what by when as of a day, what each side says of it, where it stands."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
    dossier_names,
    record_place,
    screen,
)
from trucewatch.faces.cli.output import deliver, to_json

if TYPE_CHECKING:
    from trucewatch.assessment.gather import Testimony
    from trucewatch.model.dossier import Dossier


def obligations(  # noqa: PLR0913 - the signature is the command line
    ctx: typer.Context,
    *,
    dossier: Annotated[
        str,
        typer.Option("--dossier", metavar="NAME|FILE", help="Whose obligations.", autocompletion=dossier_names),
    ],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The day, as YYYY-MM-DD; today where none is given.")
    ] = None,
    record: RecordOption = None,
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
) -> None:
    """Show every obligation of a dossier with its due day as of a day, what is said of it, and where it seems to stand.

    A dossier is enough; a record that is there adds what its documents say.
    """
    messages = ctx.ensure_object(Messages)
    from trucewatch import dossiers
    from trucewatch.assessment.obligations import board
    from trucewatch.model.time import parse_day

    known = dossiers.load(dossier)
    day = date.today() if as_of is None else parse_day(as_of)
    rows = board(known, day, _testimony(known, record, messages))
    if form is Format.JSON:
        deliver(to_json([row.to_dict() for row in rows]), output)
        return
    from trucewatch.faces.text.obligations import render_board

    width, colour = screen() if output is None else (100, False)
    deliver(render_board(known, day, rows, width=width, colour=colour), output)


def _testimony(known: Dossier, record: str | None, messages: Messages) -> Testimony | None:
    """What the record says; ``None`` where there is none and none was named."""
    place = record_place(record)
    if record is None and "://" not in place and not os.path.exists(place):
        messages.detail("there is no record: the dossier speaks alone.")
        return None
    from trucewatch.assessment.from_record import testimony
    from trucewatch.record.session import open_record
    from trucewatch.record.view import View

    with open_record(place, create=False) as kept:
        return testimony(View(kept), known)
