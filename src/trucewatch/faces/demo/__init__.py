"""What ships for a first look: our own words about the days of August 2022 in and around the Lachin corridor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

TITLE = "Two dead as sides trade blame over shelling along the Lachin corridor"
PUBLISHED = date(2022, 8, 5)
DOSSIER = "nagorno-karabakh"
AS_OF = date(2022, 8, 31)


def dispatch() -> str:
    """The text of the dispatch, in paragraphs."""
    return files("trucewatch.faces.demo").joinpath("dispatch.txt").read_text(encoding="utf-8")


@contextmanager
def dispatches() -> Iterator[Path]:
    """The file of the bundled corpus, sixty dispatches of "August 2022", one JSON object a line."""
    with as_file(files("trucewatch.faces.demo").joinpath("august-2022.ndjson")) as path:
        yield path
