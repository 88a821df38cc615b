"""Disputes as rows: each claim with what was said against it, answered or not."""

from __future__ import annotations

from trucewatch.assessment.disputes import disputes
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line


def _disputes(asked: Asked) -> Answer:
    found, total = disputes(asked.view, asked.filter, dossiers=asked.dossiers, as_of=asked.as_of)
    return Answer(tuple(each.to_dict() for each in found), total)


def _line(row: Plain) -> Line:
    claim, answers = row["claim"], row["answers"]
    denied = ", ".join(dict.fromkeys(each["speaker"]["name"] for each in answers))
    cells = (
        row["key"],
        claim["day"],
        row["state"],
        claim["speaker"]["name"],
        ", ".join(row["against"]),
        denied or "nobody",
        "" if row["days"] is None else str(row["days"]),
    )
    words = f"“{claim['words']}”" + "".join(f" – “{each['words']}”" for each in answers[:1])
    return Line(cells, words, source(row["evidence"][0]))


HEADS = ("KEY", "DATE", "STATE", "CLAIMED BY", "AGAINST", "DENIED BY", "DAYS")
QUESTION = Question("disputes", _disputes, HEADS, _line)
