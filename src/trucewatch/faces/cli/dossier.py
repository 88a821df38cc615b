"""``trucewatch dossier``: the dossiers there are, one shown, one checked, one begun."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.faces.cli.options import Format, FormatOption, OutputOption, dossier_names, screen
from trucewatch.faces.cli.output import deliver, to_json
from trucewatch.model.errors import AccessError, DossierError

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
def new(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id: small letters, digits and hyphens.")] = "my-dossier",
    *,
    title: Annotated[str, typer.Option("--title", help="Its title, for people.")] = "Title of the ceasefire",
    output: OutputOption = None,
) -> None:
    """Print a dossier file to begin with, commented, every part of it optional or explained."""
    from trucewatch import dossiers

    deliver(dossiers.skeleton(id_, title), output)
