"""Contacts as rows: who with whom, where it stands, each side's readout."""

from __future__ import annotations

from trucewatch.assessment.contacts import contacts
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line
from trucewatch.faces.text.wording import edtf


def _contacts(asked: Asked) -> Answer:
    found, total = contacts(asked.view, asked.as_of, asked.filter, known=asked.dossiers)
    return Answer(tuple(each.to_dict() for each in found), total)


def _line(row: Plain) -> Line:
    cells = (
        row["key"],
        edtf(row["date"]) if row["date"] else "",
        row["kind"],
        row["state"],
        ", ".join(row["participants"]),
        row["place"]["name"] or "",
        str(len(row["sources"])),
        ", ".join(dict.fromkeys(each["side"] for each in row["readouts"])),
    )
    return Line(cells, row["evidence"][0]["quote"], source(row["evidence"][0]))


HEADS = ("KEY", "DATE", "KIND", "STATE", "WHO", "WHERE", "SOURCES", "READOUTS OF")
QUESTION = Question("contacts", _contacts, HEADS, _line)
