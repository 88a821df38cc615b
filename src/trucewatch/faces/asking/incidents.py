"""Incidents as rows: every version side by side, tolls by claimant, who claims, denies, confirms, is silent."""

from __future__ import annotations

from typing import Any

from trucewatch.assessment.incidents import incidents
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line
from trucewatch.faces.text.wording import edtf


def _incidents(asked: Asked) -> Answer:
    found, total = incidents(asked.view, asked.filter, known=asked.dossiers)
    return Answer(tuple(each.to_dict() for each in found), total)


def _line(row: Plain) -> Line:
    cells = (
        row["key"],
        edtf(row["date"]) if row["date"] else "",
        row["kind"],
        row["place"]["name"] or "",
        "; ".join(f"{each['claimant']}: {_toll(each)}" for each in row["tolls"]),
        str(len(row["sources"])),
        ", ".join((*row["claims"], *row["confirms"])),
        ", ".join(row["denies"]),
    )
    return Line(cells, row["evidence"][0]["quote"], source(row["evidence"][0]))


def _toll(toll: dict[str, Any]) -> str:
    told = (f"{_range(toll[name])} {name}" for name in ("killed", "wounded") if toll[name] is not None)
    return ", ".join(told)


def _range(count: dict[str, int | None]) -> str:
    low, high = count["low"], count["high"]
    return str(low) if low == high else f"{low}+" if high is None else f"{low}-{high}"


HEADS = ("KEY", "DATE", "KIND", "WHERE", "TOLL", "SOURCES", "CLAIMED BY", "DENIED BY")
QUESTION = Question("incidents", _incidents, HEADS, _line)
