"""``trucewatch show``: one thing of the record, told whole."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch.faces.cli.ask import AsKnownOption, asked
from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import Format, FormatOption, OutputOption, RecordOption, screen
from trucewatch.faces.cli.output import deliver, to_json


def show(  # noqa: PLR0913 - the signature is the command line
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A key (s:..., e:..., i:...), a document's id, an actor's or place's id or name."
        ),
    ],
    *,
    as_known_on: AsKnownOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
) -> None:
    """Show one thing of the record: a datum with the words around it and its history, a document, an actor, a place.

    Ids may be cut short as long as they name one thing.
    """
    from trucewatch.faces.asking.shown import shown
    from trucewatch.faces.text.shown import render_shown

    messages = ctx.ensure_object(Messages)
    given = {"as_known_on": as_known_on, "as_of": None, "record": record, "words": id_}
    with asked(messages, given, limit=None) as put:
        told = shown(put).to_dict()
    if form is Format.JSON:
        deliver(to_json(told), output)
        return
    width, colour = screen() if output is None else (100, False)
    deliver(render_shown(told, width=width, colour=colour), output)
