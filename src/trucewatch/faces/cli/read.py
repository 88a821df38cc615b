"""``trucewatch read``: one document in, its reading out."""

from __future__ import annotations

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
)
from trucewatch.faces.cli.output import deliver
from trucewatch.faces.cli.reader import open_path, read_as


def read(  # noqa: PLR0913 - the signature is the command line
    ctx: typer.Context,
    path: Annotated[
        str | None, typer.Argument(metavar="PATH|-", help="The file to read; - reads standard input.")
    ] = None,
    *,
    published: PublishedOption = None,
    dossier: Annotated[
        str | None,
        typer.Option(
            "--dossier",
            metavar="NAME|FILE",
            help="What is known beforehand: see 'trucewatch dossier list'.",
            autocompletion=dossier_names,
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    output: OutputOption = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a reading and end.")] = False,
) -> None:
    """Read one document (plain text, Markdown or HTML) and print its reading."""
    messages = ctx.ensure_object(Messages)
    if schema:
        from trucewatch.model.schema import reading_schema_text

        deliver(reading_schema_text(), output)
        return
    if path is None:
        raise typer.BadParameter("name the file to read, or - for standard input.", param_hint="PATH")
    day = published_day(published, messages)
    known = None
    if dossier is not None:
        from trucewatch import dossiers

        known = dossiers.load(dossier)
    document = open_path(path, day, messages)
    deliver(read_as(document, known, form, messages), output)
