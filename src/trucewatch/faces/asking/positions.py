"""Positions as rows: one cell of the table of parties and issues each."""

from __future__ import annotations

from trucewatch.assessment.positions import positions
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line
from trucewatch.faces.text.wording import edtf


def _positions(asked: Asked) -> Answer:
    found, total = positions(asked.view, asked.as_of, asked.filter, known=asked.dossiers)
    return Answer(tuple(each.to_dict() for each in found), total)


def _line(row: Plain) -> Line:
    newest = row["newest"]
    moved = f"was: {row['earlier'][0]['stance']}" if row["moved"] else ""
    cells = (
        row["party_name"],
        row["issue_label"],
        edtf(newest["day"]) if newest["day"] else "",
        newest["stance"],
        moved,
        str(row["number"]),
    )
    return Line(cells, f"{newest['speaker']}: {newest['words']}", source(row["evidence"][0]))


QUESTION = Question("positions", _positions, ("PARTY", "ISSUE", "DAY", "STANCE", "MOVED", "SAID"), _line)
