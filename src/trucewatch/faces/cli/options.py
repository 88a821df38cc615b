"""Options that several commands share, and how their values are checked."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.model.time import parse_day


class Format(StrEnum):
    """How data is written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="How to write it: for people, or the JSON contract.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all, instead of the screen."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="The day the text was published, as YYYY-MM-DD: what 'yesterday' is counted from.",
    ),
]
RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="PATH|ADDRESS",
        help="The record: a file, or postgresql://HOST/DATABASE. Else TRUCEWATCH_RECORD, else your data folder's.",
    ),
]


def record_place(given: str | None) -> str:
    """Where the record is: what the command line gives, else by the settings.

    Raises:
        SettingError: when a file of settings is broken.
    """
    from trucewatch.settings import settled

    return settled("record", given=given).value


def dossier_names(incomplete: str) -> list[str]:
    """The dossiers that ship with the product whose names begin so; for shell completion."""
    from trucewatch import dossiers

    return [name for name in dossiers.names() if name.startswith(incomplete)]


_FIRST_PRESS = date(1605, 1, 1)  # the first newspaper, Relation of Strasbourg


def published_day(value: str | None, messages: Messages) -> date | None:
    """The day of ``--published``; a day that is to come is kept and warned of.

    Raises:
        DateError: when it is no day of the calendar.
    """
    if value is None:
        return None
    day = parse_day(value)
    if day < _FIRST_PRESS:
        messages.warn(f"--published {value} lies before there was a press: dates are counted from it all the same.")
    # A day of grace: the text may come from a place where it is tomorrow already.
    if day > date.today() + timedelta(days=1):
        messages.warn(f"--published {value} is yet to come: dates are counted from it all the same.")
    return day


def screen() -> tuple[int, bool]:
    """Width of the screen in cells, and whether to colour: only a terminal is, and NO_COLOR is honoured."""
    width = shutil.get_terminal_size((80, 24)).columns
    if os.environ.get("NO_COLOR"):
        return width, False
    if os.environ.get("FORCE_COLOR"):
        return width, True
    return width, sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
