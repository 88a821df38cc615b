"""The tree of commands. Each command imports what it needs when it runs, so that help and completion stay quick."""

from __future__ import annotations

from typing import Annotated

import typer

from trucewatch import __version__
from trucewatch.faces.cli.add import add, reread
from trucewatch.faces.cli.ask import question_command
from trucewatch.faces.cli.config import config_app
from trucewatch.faces.cli.demo import demo
from trucewatch.faces.cli.dossier import dossier_app
from trucewatch.faces.cli.export import export
from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.output import deliver
from trucewatch.faces.cli.questions import ENTRIES
from trucewatch.faces.cli.read import read
from trucewatch.faces.cli.review import history, review_app, undo
from trucewatch.faces.cli.show import show
from trucewatch.faces.cli.upkeep import backup, doctor, migrate

app = typer.Typer(
    name="trucewatch",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        deliver(f"trucewatch {__version__}\n", None)
        raise typer.Exit


@app.callback(
    epilog="Exit status: 0 done, 1 a bug, 2 usage, 3 document refused or quarantined, 4 nothing matched, 5 record busy "
    "or missing, 6 file not readable, 7 broken dossier or setting, 8 record damaged."
)
def top(
    ctx: typer.Context,
    *,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but data and errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what was read and how.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a failure.")] = False,
    version: Annotated[  # noqa: ARG001 - acted on by its callback
        bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Read what is written about a ceasefire: who said what, what happened according to whom, what is owed by when.

    --quiet, --verbose and --debug may stand anywhere on the line.
    """
    messages = ctx.ensure_object(Messages)
    messages.quiet, messages.verbose, messages.debug = quiet, verbose, debug


app.command(short_help="Read one document and print its reading.")(read)
app.command(short_help="Read documents and keep them in the record.")(add)
app.command(short_help="Read the record's documents anew.")(reread)
for _entry in ENTRIES:
    app.command(_entry.name, short_help=_entry.help)(question_command(_entry))
app.command(short_help="Show one thing of the record whole.")(show)
app.command(short_help="Write the rows of a question in one of the formats.")(export)
app.add_typer(review_app, name="review", short_help="List what nobody has looked at, and decide about it.")
app.command(short_help="Take a decision back.")(undo)
app.command(short_help="Show what readings and people made of one datum.")(history)
app.add_typer(dossier_app, name="dossier", short_help="List, show, check and begin dossiers.")
app.command(short_help="Copy the record to a new file.")(backup)
app.command(short_help="Check the record, and say what to do.")(doctor)
app.command(short_help="Bring an older record to this version.")(migrate)
app.add_typer(config_app, name="config", short_help="Show the settings.")
app.command(short_help="Fill a record with bundled dispatches, and show its overview.")(demo)
