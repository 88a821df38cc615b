"""A period beside the one before it, as rows."""

from __future__ import annotations

from trucewatch.assessment.compare import compare
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.table import Line


def _compare(asked: Asked) -> Answer:
    told = compare(asked.view, asked.as_of, asked.words, asked.filter, known=asked.dossiers)
    end = None if asked.filter.limit is None else asked.filter.offset + asked.filter.limit
    rows = tuple({**row.to_dict(), "evidence": []} for row in told.rows[asked.filter.offset : end])
    return Answer(rows, len(told.rows), told.notes)


def _line(row: Plain) -> Line:
    share = "" if row["share"] is None else f"{row['share']:+.0%}"
    now, before = (_range(row[name], row[f"{name}_high"]) for name in ("now", "before"))
    return Line((f"{row['measure']} {row['of']}".strip(), now, before, f"{row['change']:+d}", share))


def _range(low: int, high: int | None) -> str:
    return f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"


QUESTION = Question("compare", _compare, ("WHAT", "NOW", "BEFORE", "CHANGE", "SHARE"), _line)
