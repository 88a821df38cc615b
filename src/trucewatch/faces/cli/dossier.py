"""``trucewatch dossier``: the dossiers there are, one shown, one checked, one begun."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    PublishedOption,
    dossier_names,
    published_day,
    screen,
)
from trucewatch.faces.cli.output import deliver, to_json
from trucewatch.model.errors import AccessError, DossierError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_MARKS = re.compile(r"[^a-z0-9]+")

dossier_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@dossier_app.callback()
def dossier() -> None:
    """What is known beforehand of one ceasefire: its actors, places, agreements and deadlines."""


@dossier_app.command("list")
def list_(*, form: FormatOption = Format.TEXT) -> None:
    """List the dossiers that come with the product."""
    from trucewatch import dossiers

    known = [dossiers.load(name) for name in dossiers.names()]
    if form is Format.JSON:
        deliver(to_json([{"id": each.id, "title": each.title, "period": each.period} for each in known]), None)
        return
    from trucewatch.faces.text.dossier import render_list

    width, colour = screen()
    deliver(render_list(known, width=width, colour=colour), None)


@dossier_app.command(short_help="Show one dossier whole.")
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE", help="A dossier of the list, or a dossier file.", autocompletion=dossier_names
        ),
    ],
    *,
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
) -> None:
    """Show one dossier whole: agreements with their deadlines, actors with their offices, places with every name."""
    from trucewatch import dossiers

    known = dossiers.load(name)
    if form is Format.JSON:
        deliver(to_json(asdict(known)), output)
        return
    from trucewatch.faces.text.dossier import render_dossier

    width, colour = screen()
    deliver(render_dossier(known, width=width, colour=colour), output)


@dossier_app.command(short_help="Check a dossier file, every fault with its mend.")
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The dossier file to check.")],
) -> None:
    """Check a dossier file and name every fault with its line and its mend (status 7 where there is one)."""
    from trucewatch import dossiers

    try:
        faults = dossiers.check(file)
    except OSError as error:
        raise AccessError(f"{file} cannot be read: {error.strerror or error}.") from error
    if faults:
        raise DossierError(faults)
    deliver(f"{file}: no fault found.\n", None)


@dossier_app.command(short_help="Print a dossier file to begin with.")
def new(  # noqa: PLR0913 - the signature is the command line
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="ID|FILE|-", help="An id for an empty one, or an agreement's own text to draft from; - reads input."
        ),
    ] = "my-dossier",
    *,
    id_: Annotated[
        str | None, typer.Option("--id", help="Its id, where it is drafted: small letters, digits, hyphens.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its title, for people.")] = None,
    published: PublishedOption = None,
    output: OutputOption = None,
) -> None:
    """Print a dossier file to begin with.

    With an id alone it is an empty one, commented, every part of it optional or explained. With the text of an
    agreement its provisions and obligations are drafted, each marked unsure and with the words it came from.
    """
    from trucewatch import dossiers

    if _ID.fullmatch(source) and not Path(source).is_file():
        deliver(dossiers.skeleton(id_ or source, title or "Title of the ceasefire"), output)
        return
    from trucewatch.faces.cli.reader import open_path
    from trucewatch.reading import read_document

    messages = ctx.ensure_object(Messages)
    document = open_path(source, published_day(published, messages), messages)
    name = id_ or _ID_MARKS.sub("-", Path(source).stem.lower()).strip("-") or "my-dossier"
    deliver(dossiers.draft(read_document(document), name, title), output)
