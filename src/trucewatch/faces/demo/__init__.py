"""The bundled dispatch: our own words about the days of August 2022 in and around the Lachin corridor."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

TITLE = "Two dead as sides trade blame over shelling along the Lachin corridor"
PUBLISHED = date(2022, 8, 5)
DOSSIER = "nagorno-karabakh"


def dispatch() -> str:
    """The text of the dispatch, in paragraphs."""
    return files("trucewatch.faces.demo").joinpath("dispatch.txt").read_text(encoding="utf-8")
