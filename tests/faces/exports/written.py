"""Exports read back by parsers that are not ours: the keys of their rows, in order."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pyarrow.parquet
from lxml import etree

from tests.faces.exports.truce import TRUCE
from trucewatch.faces.asking import QUESTIONS, Asked
from trucewatch.faces.exports import FORMATS, Export, gathered
from trucewatch.model.filters import Filter
from trucewatch.record.view import View

ATOM = "{http://www.w3.org/2005/Atom}"
TW = "{urn:x-trucewatch:export:1}"
AS_OF = date(2024, 3, 10)
WORDS = {"search": "guns"}


def asked(view: View, question: str, narrowed: Filter | None = None) -> Asked:
    """A question put to the record under a filter, with the dossier of its truce."""
    return Asked(view, narrowed or Filter(), (TRUCE,), AS_OF, WORDS.get(question, ""))


def export(view: View, question: str, form: str, narrowed: Filter | None = None) -> Export:
    """What a format is given."""
    put = asked(view, question, narrowed)
    return gathered(QUESTIONS[question], put, QUESTIONS[question].ask(put), FORMATS[form])


def raw(form: str, made: Export) -> bytes:
    """The file."""
    return b"".join(FORMATS[form].write(made))


def written(view: View, question: str, form: str, narrowed: Filter | None = None) -> bytes:
    """The file of a question in a format."""
    return raw(form, export(view, question, form, narrowed))


def table(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def lines(data: bytes) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


def columns(data: bytes) -> Any:
    """The table of a Parquet file."""
    return pyarrow.parquet.read_table(io.BytesIO(data))


def entries(data: bytes) -> list[Any]:
    """The entries of a feed."""
    return etree.fromstring(data).findall(f"{ATOM}entry")


def components(data: bytes) -> list[Any]:
    """The components of a calendar."""
    return list(icalendar.Calendar.from_ical(data).subcomponents)


def with_rows(made: Export, change: Callable[[Any], Any]) -> Export:
    """An export whose texts are changed."""
    return replace(made, rows=tuple(change(row) for row in made.rows))


def _either(row: Mapping[str, Any]) -> str:
    return str(row.get("id") or row["key"])


def _told(entity: Mapping[str, Any]) -> str | None:
    """The key that an entity's description begins with, where it is a row."""
    described = entity["properties"].get("description")
    if entity["schema"] == "Article":
        return "sha256:" + str(entity["id"]).removeprefix("doc.sha256.")
    return None if not described else str(described[0]).split(": ", 1)[0]


def _ftm(data: bytes) -> list[str]:
    found = lines(data)
    if all(each["schema"] == "Article" for each in found):
        return [str(_told(each)) for each in found]
    keys = (_told(each) for each in found if each["schema"] != "Article")
    return [each for each in keys if each is not None]


KEYS: Mapping[str, Callable[[bytes], list[str]]] = {
    "csv": lambda data: [_either(row) for row in table(data)],
    "ndjson": lambda data: [_either(row) for row in lines(data)],
    "parquet": lambda data: [_either(row) for row in columns(data).to_pylist()],
    "geojson": lambda data: [each["id"] for each in json.loads(data)["features"]],
    "ics": lambda data: list(dict.fromkeys(str(each["X-TRUCEWATCH-ID"]) for each in components(data))),
    "atom": lambda data: [str(each.findtext(f"{TW}key")) for each in entries(data)],
    "acled": lambda data: [row["event_id_cnty"] for row in table(data)],
    "plover": lambda data: [row["id"] for row in lines(data)],
    "ftm": _ftm,
    "prov": lambda data: [each["tw:key"] for each in json.loads(data)["@graph"] if "tw:key" in each],
}
