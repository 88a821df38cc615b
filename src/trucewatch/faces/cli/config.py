"""``trucewatch config``: the settings as they are, and where each comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch.faces.cli.options import Format, FormatOption
from trucewatch.faces.cli.output import deliver, to_json

config_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@config_app.callback()
def config() -> None:
    """The settings. Each comes from the first that has it: the command line, the environment, files, the default."""


@config_app.command()
def show(
    *,
    origin: Annotated[bool, typer.Option("--origin", help="Say where each comes from.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show every setting as it holds here. Passwords in addresses are left out."""
    from trucewatch.faces.safe import visible
    from trucewatch.settings import SETTINGS, settled

    found = [settled(each.name) for each in SETTINGS]
    if form is Format.JSON:
        rows = [{"name": each.setting.name, "value": each.shown, "origin": each.origin} for each in found]
        deliver(to_json(rows), None)
        return
    told = [f"{each.setting.name} = {each.shown}" + (f"  ({each.origin})" if origin else "") for each in found]
    deliver("".join(f"{visible(line)}\n" for line in told), None)
