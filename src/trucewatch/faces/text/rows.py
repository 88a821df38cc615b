"""Which columns of the record's rows a screen shows, and what stands below each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from trucewatch.faces.text.table import Line, render_table
from trucewatch.faces.text.wording import edtf

Plain = Mapping[str, Any]


def render_rows(what: str, rows: Sequence[Plain], *, width: int = 80, colour: bool = False) -> str:
    """Rows of :mod:`trucewatch.faces.rows` of one kind (``documents``, ``statements`` ...) as a table.

    Raises:
        KeyError: when there is no such kind.
    """
    heads, line = TABLES[what]
    return render_table(heads, [line(row) for row in rows], width=width, colour=colour)


def source(evidence: Plain) -> str:
    """Where words stand: publisher, day, the document's short id."""
    parts = (evidence["publisher"], evidence["published"], "d:" + evidence["document"].removeprefix("sha256:")[:12])
    return ", ".join(filter(None, parts))


def _document(row: Plain) -> Line:
    title = row["title"] or ""
    return Line((row["short"], row["published"] or "", row["language"], row["publisher"] or "", title))


def _hit(row: Plain) -> Line:
    shown = row["evidence"][0]
    cells = (row["short"], row["published"] or "", row["publisher"] or "", row["title"] or "")
    return Line(cells, shown["quote"])


def _statement(row: Plain) -> Line:
    shown = row["evidence"][0]
    cells = (row["key"], _day(row), row["speaker"]["name"], row["act"], _names(row["targets"]))
    return Line(cells, shown["quote"], source(shown))


def _event(row: Plain) -> Line:
    shown = row["evidence"][0]
    doers, done_to = _names(row["actors"]), _names(row["recipients"])
    who = f"{doers} → {done_to}" if done_to else doers
    cells = (row["key"], _day(row), row["kind"], who, row["place"]["name"] or "", row["status"], shown["speaker"] or "")
    return Line(cells, shown["quote"], source(shown))


def _actor(row: Plain) -> Line:
    tallies = (str(row["documents"]), str(row["statements"]), str(row["events"]))
    return Line((row["id"], row["name"], row["kind"] or "", *tallies, _seen(row)))


def _place(row: Plain) -> Line:
    degrees = "" if row["latitude"] is None else f"{row['latitude']:.3f} {row['longitude']:.3f}"
    tallies = (str(row["documents"]), str(row["events"]))
    return Line((row["id"], row["name"], row["kind"] or "", degrees, row["precision"], *tallies, _seen(row)))


def _seen(row: Plain) -> str:
    return source(row["evidence"][0]) if row["evidence"] else ""


def _day(row: Plain) -> str:
    value = row["date"]["value"]
    return "" if value is None else edtf(value)


def _names(refs: Sequence[Plain]) -> str:
    return ", ".join(each["name"] for each in refs)


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Plain], Line]]] = {
    "documents": (("ID", "PUBLISHED", "IN", "PUBLISHER", "TITLE"), _document),
    "hits": (("ID", "PUBLISHED", "PUBLISHER", "TITLE"), _hit),
    "statements": (("KEY", "DATE", "SPEAKER", "ACT", "TOWARDS"), _statement),
    "events": (("KEY", "DATE", "KIND", "WHO", "WHERE", "STATUS", "ACCORDING TO"), _event),
    "actors": (("ID", "NAME", "KIND", "DOCS", "SAYS", "EVENTS", "LAST SEEN IN"), _actor),
    "places": (("ID", "NAME", "KIND", "DEGREES", "PRECISION", "DOCS", "EVENTS", "LAST SEEN IN"), _place),
}
