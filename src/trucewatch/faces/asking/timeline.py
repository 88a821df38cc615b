"""The timeline as rows, the latest first."""

from __future__ import annotations

from trucewatch.assessment.timeline import timeline
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line
from trucewatch.faces.text.wording import edtf


def _timeline(asked: Asked) -> Answer:
    found, total = timeline(asked.view, asked.as_of, asked.filter, known=asked.dossiers)
    return Answer(tuple(each.to_dict() for each in found), total)


def _line(row: Plain) -> Line:
    cells = (
        edtf(row["day"]) if row["day"] else "no day",
        row["key"],
        row["what"],
        row["kind"],
        str(row["sources"] or ""),
        ", ".join(row["according_to"]),
    )
    return Line(cells, row["words"], source(row["evidence"][0]) if row["evidence"] else row["ground"]["dossier"])


QUESTION = Question("timeline", _timeline, ("DAY", "KEY", "WHAT", "KIND", "SOURCES", "ACCORDING TO"), _line)
