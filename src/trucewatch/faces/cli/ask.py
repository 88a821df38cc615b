"""The questions as commands: each question of the list gets one, all with the same options."""

from __future__ import annotations

import inspect
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import OutputOption, RecordOption, dossier_names, record_place, screen
from trucewatch.faces.cli.output import deliver, to_json
from trucewatch.faces.cli.questions import Entry

if TYPE_CHECKING:
    from trucewatch.faces.asking import Answer, Asked, Question
    from trucewatch.faces.narrowing import Narrowing
    from trucewatch.record.session import Record

NOTHING = 4
_SHOWN = 50  # rows of a table where no limit is given: a screenful or two, and the rest is told


class RowFormat(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"


def _many(*flags: str, metavar: str, help_: str) -> Any:
    return Annotated[list[str] | None, typer.Option(*flags, metavar=metavar, help=help_, show_default=False)]


def _one(*flags: str, metavar: str, help_: str) -> Any:
    return Annotated[str | None, typer.Option(*flags, metavar=metavar, help=help_, show_default=False)]


AsKnownOption = Annotated[
    str | None,
    typer.Option(
        "--as-known-on", metavar="DATE", help="As the record stood at the end of this day (UTC).", show_default=False
    ),
]
_NAME = "a name in any spelling or script, or an id; may be repeated"
FILTERS: Mapping[str, Any] = {
    "actor": _many("--actor", metavar="NAME", help_=f"Who takes part in any role: {_NAME}."),
    "speaker": _many("--speaker", metavar="NAME", help_=f"Who says it: {_NAME}."),
    "about": _many("--about", metavar="NAME", help_=f"Who is spoken of or acted upon: {_NAME}."),
    "place": _many("--place", metavar="NAME", help_=f"Where: {_NAME}."),
    "kind": _many("--kind", metavar="KIND", help_="Kind or type of event, act of statement: see the codebook."),
    "status": _many("--status", metavar="STATUS", help_="Status of events (claimed, denied ...) and commitments."),
    "instrument": _many("--instrument", metavar="ID", help_="The agreement concerned, by the dossier's id."),
    "document": _many("--document", metavar="ID", help_="Of these documents only: the id or how it begins."),
    "dossier": Annotated[
        list[str] | None,
        typer.Option(
            "--dossier",
            metavar="NAME|FILE",
            help="Of documents read with this dossier only.",
            autocompletion=dossier_names,
            show_default=False,
        ),
    ],
    "since": _one("--since", metavar="DATE", help_="Not before this day, as YYYY-MM-DD."),
    "until": _one("--until", metavar="DATE", help_="Not after this day."),
    "rejected": Annotated[bool, typer.Option("--rejected", help="Show what reviewers rejected too.")],
    "as_known_on": AsKnownOption,
    "as_of": _one("--as-of", metavar="DATE", help_="The day to count from; today where none is given."),
    "limit": Annotated[
        int | None, typer.Option("--limit", min=0, metavar="N", help=f"At most N rows; a table shows {_SHOWN}, 0 all.")
    ],
    "offset": Annotated[int, typer.Option("--offset", min=0, metavar="N", help="Pass over the first N rows.")],
    "record": RecordOption,
}
"""The options every question takes, by parameter."""

_DEFAULTS: Mapping[str, Any] = {"rejected": False, "offset": 0}


def with_options(
    run: Callable[..., None], name: str, doc: str, own: Mapping[str, tuple[Any, Any]]
) -> Callable[..., None]:
    """``run`` as a command: its parameters are ``ctx``, those of ``own`` (type and default) and the filters'."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    made = [inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
    made += [
        inspect.Parameter(key, keyword, default=default, annotation=type_) for key, (type_, default) in own.items()
    ]
    made += [
        inspect.Parameter(key, keyword, default=_DEFAULTS.get(key), annotation=type_) for key, type_ in FILTERS.items()
    ]

    def command(ctx: typer.Context, **given: Any) -> None:
        run(ctx, **given)

    command.__name__, command.__doc__ = name, doc
    command.__signature__ = inspect.Signature(made)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in made}
    return command


@contextmanager
def asked(
    messages: Messages, given: Mapping[str, Any], *, limit: int | None, dossier_alone: bool = False
) -> Iterator[Asked]:
    """A question's circumstances from the options of the command line; the record is open meanwhile.

    ``dossier_alone`` lets a dossier that is named answer where there is no record and none was named.

    Raises:
        InputError, DateError: when a name or a day is none.
        RecordError: when there is no such record.
    """
    from trucewatch.faces.asking import Asked
    from trucewatch.faces.narrowing import known_dossiers, narrowed
    from trucewatch.model.time import parse_day
    from trucewatch.record.session import open_record
    from trucewatch.record.view import View

    typed = _typed(given, limit)
    known_on = None if given["as_known_on"] is None else parse_day(given["as_known_on"])
    as_of = date.today() if given["as_of"] is None else parse_day(given["as_of"])
    alone = dossier_alone and given["record"] is None and bool(typed.dossier)
    with _empty_or_own(messages) if alone else open_record(record_place(given["record"]), create=False) as kept:
        view = View(kept, as_known_on=known_on)
        known, notes = known_dossiers(view, typed.dossier)
        for note in notes:
            messages.warn(note)
        yield Asked(view, narrowed(view, typed, known), tuple(known), as_of, given.get("words") or "")


@contextmanager
def _empty_or_own(messages: Messages) -> Iterator[Record]:
    """The record of the settings, else an empty one that is gone afterwards."""
    from trucewatch.record.session import open_record

    place = record_place(None)
    if "://" in place or os.path.exists(place):
        with open_record(place, create=False) as kept:
            yield kept
        return
    messages.detail("there is no record: the dossier speaks alone.")
    with tempfile.TemporaryDirectory(prefix="trucewatch-") as folder, open_record(f"{folder}/empty.db") as kept:
        yield kept


def _typed(given: Mapping[str, Any], limit: int | None) -> Narrowing:
    from trucewatch.faces.narrowing import TYPED, Narrowing

    plain = {name: given[name] for name in TYPED if given.get(name) is not None}
    return replace(Narrowing(**plain), limit=limit)


def _argument(entry: Entry) -> tuple[Any, Any]:
    """The type and default of a question's own argument, or of the option it takes instead."""
    if entry.option is not None:
        flag = typer.Option(entry.option, metavar=entry.words, help=entry.about_words, show_default=False)
        return Annotated[str | None, flag], None
    argument = typer.Argument(metavar=entry.words)
    return Annotated[str, argument], inspect.Parameter.empty


def question_command(entry: Entry) -> Callable[..., None]:
    """The command of one question."""

    def run(ctx: typer.Context, *, form: RowFormat, output: Any, **given: Any) -> None:
        from trucewatch.faces.asking import QUESTIONS

        question, alone = QUESTIONS[entry.name], entry.dossier_alone
        show_rows(ctx.ensure_object(Messages), question, given, form=form, output=output, dossier_alone=alone)

    words: dict[str, tuple[Any, Any]] = {}
    if entry.words is not None:
        words = {"words": _argument(entry)}
    own = words | {
        "form": (
            Annotated[RowFormat, typer.Option("--format", help="A table for people, or rows for programs.")],
            RowFormat.TABLE,
        ),
        "output": (OutputOption, None),
    }
    return with_options(run, entry.name, entry.about or entry.help, own)


def show_rows(  # noqa: PLR0913 - what a command line gives
    messages: Messages,
    question: Question,
    given: Mapping[str, Any],
    *,
    form: RowFormat,
    output: Any,
    dossier_alone: bool = False,
) -> None:
    """Ask a question with the options of the command line, and write its rows.

    Raises:
        InputError, DateError, RecordError: as :func:`asked`.
        typer.Exit: with status 4 when nothing matched.
    """
    limit = given["limit"]
    if limit is None and form is RowFormat.TABLE:
        limit = _SHOWN
    width, colour = screen() if output is None else (120, False)
    with asked(messages, given, limit=limit or None, dossier_alone=dossier_alone) as put:
        answer = question.ask(put)
        if form is RowFormat.TABLE and question.page is not None:
            data = question.page(put, width=width, colour=colour)
        else:
            data = written(question, answer, form, width=width, colour=colour)
    deliver(data, output)
    _tell(messages, answer, given["offset"])


def written(question: Question, answer: Answer, form: RowFormat, *, width: int, colour: bool) -> str:
    """Rows in one of the formats."""
    from trucewatch.faces.rows import json_line, to_csv
    from trucewatch.faces.text.table import render_table

    if form is RowFormat.JSON:
        return to_json(list(answer.rows))
    if form is RowFormat.NDJSON:
        return b"".join(map(json_line, answer.rows)).decode()
    if form is RowFormat.CSV:
        return to_csv(answer.rows)
    if not answer.rows:
        return ""
    if question.listing is not None:
        return question.listing(answer.rows, width=width, colour=colour)
    return render_table(question.heads, [question.line(row) for row in answer.rows], width=width, colour=colour)


def _tell(messages: Messages, answer: Answer, offset: int) -> None:
    for note in answer.notes:
        messages.note(note)
    if not answer.rows:
        messages.note("nothing matched.")
        raise typer.Exit(NOTHING)
    if offset + len(answer.rows) < answer.total:
        messages.note(f"{len(answer.rows)} of {answer.total} shown; --limit and --offset give the others.")
