"""``trucewatch export``: the rows of a question under the same filter as on a screen, in one of the formats."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trucewatch.faces.cli.ask import NOTHING, asked, with_options
from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import OutputOption
from trucewatch.faces.cli.output import deliver
from trucewatch.faces.cli.questions import ENTRIES, Entry
from trucewatch.model.errors import InputError

if TYPE_CHECKING:
    from trucewatch.faces.exports import Format

_HELP = """Write exactly the rows that a question shows under the same filter, each with who says it and where.

QUESTION is one of the commands that ask the record: documents, statements, events, obligations ... WORDS is what that
command takes besides its filter, as the query of search. docs/exports.md tells what each format holds."""


class FormatName(StrEnum):
    """The formats, known without loading any; a test holds them to ``faces.exports``."""

    CSV = "csv"
    NDJSON = "ndjson"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    ICS = "ics"
    ATOM = "atom"
    ACLED = "acled"
    PLOVER = "plover"
    FTM = "ftm"
    PROV = "prov"


def _questions(incomplete: str) -> list[str]:
    return [entry.name for entry in ENTRIES if entry.name.startswith(incomplete)]


def _run(ctx: typer.Context, *, question: str, form: FormatName, output: Path | None, **given: Any) -> None:
    from trucewatch.faces.asking import QUESTIONS
    from trucewatch.faces.exports import FORMATS, gathered

    messages, entry, format_ = ctx.ensure_object(Messages), _entry(question, given), FORMATS[form.value]
    _fitting(entry, format_, output)
    with asked(messages, given, limit=given["limit"] or None, dossier_alone=entry.dossier_alone) as put:
        answer = QUESTIONS[entry.name].ask(put)
        deliver(format_.write(gathered(QUESTIONS[entry.name], put, answer, format_)), output)
    for note in answer.notes:
        messages.note(note)
    if not answer.rows:
        messages.note("nothing matched.")
        raise typer.Exit(NOTHING)
    if given["offset"] + len(answer.rows) < answer.total:
        messages.note(f"{len(answer.rows)} of {answer.total} written; --limit and --offset give the others.")


def _entry(question: str, given: dict[str, Any]) -> Entry:
    entry = next((each for each in ENTRIES if each.name == question), None)
    if entry is None:
        raise InputError(f"there is no question {question!r}: name one of {', '.join(each.name for each in ENTRIES)}.")
    if given.get("words") and entry.words is None:
        raise InputError(f"{question} takes no words besides its options, and {given['words']!r} was given.")
    if not given.get("words") and entry.words is not None and entry.needs_words:
        raise InputError(f"{question} needs its {entry.words}: trucewatch export {question} {entry.words} --format ...")
    return entry


def _fitting(entry: Entry, format_: Format, output: Path | None) -> None:
    if not format_.takes(entry.name):
        known = {each.name for each in ENTRIES}
        fits = ", ".join(sorted((format_.fits or known) & known))
        raise InputError(
            f"{format_.name} cannot hold {entry.name}: it is for {fits}. CSV and NDJSON hold every question."
        )
    if format_.binary and str(output or "-") == "-" and sys.stdout.isatty():
        raise InputError(f"{format_.name} is no text for a screen: name a file with -o FILE.{format_.ending}.")


def _command() -> Callable[..., None]:
    argument = typer.Argument(metavar="QUESTION", help="What to ask.", autocompletion=_questions)
    words = typer.Argument(metavar="WORDS", help="What the question takes besides its filter.")
    form = typer.Option("--format", help="The format; see docs/exports.md.")
    return with_options(
        _run,
        "export",
        _HELP,
        {
            "question": (Annotated[str, argument], inspect.Parameter.empty),
            "words": (Annotated[str | None, words], None),
            "form": (Annotated[FormatName, form], FormatName.CSV),
            "output": (OutputOption, None),
        },
    )


export = _command()
