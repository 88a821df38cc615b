"""``trucewatch demo``: the bundled dispatch and its reading, to see what the product does."""

from __future__ import annotations

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import Format, FormatOption, OutputOption, screen
from trucewatch.faces.cli.output import deliver
from trucewatch.faces.cli.reader import read_as


def demo(ctx: typer.Context, *, form: FormatOption = Format.TEXT, output: OutputOption = None) -> None:
    """Read the bundled dispatch with the dossier of its conflict, and print both."""
    from trucewatch import documents, dossiers
    from trucewatch.faces.demo import DOSSIER, PUBLISHED, TITLE, dispatch

    document = documents.from_text(dispatch(), published=PUBLISHED, title=TITLE)
    shown = read_as(document, dossiers.load(DOSSIER), form, ctx.ensure_object(Messages))
    if form is Format.TEXT:
        from trucewatch.faces.text import text_of

        shown = text_of(document.text, width=screen()[0]) + shown
    deliver(shown, output)
