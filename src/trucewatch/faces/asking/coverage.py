"""Coverage as rows: days without documents told apart from days on which none reported anything."""

from __future__ import annotations

from trucewatch.assessment.coverage import coverage
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.table import Line


def _coverage(asked: Asked) -> Answer:
    runs = coverage(asked.view, asked.filter)
    end = None if asked.filter.limit is None else asked.filter.offset + asked.filter.limit
    rows = tuple({**run.to_dict(), "evidence": []} for run in runs[asked.filter.offset : end])
    return Answer(rows, len(runs))


def _line(row: Plain) -> Line:
    outlets = ", ".join(f"{each['publisher']} {each['documents']}" for each in row["outlets"])
    days = row["first"] if row["days"] == 1 else f"{row['first']} to {row['last']}"
    return Line((days, str(row["days"]), row["seen"], str(row["documents"]), str(row["events"]), outlets))


QUESTION = Question("coverage", _coverage, ("DAYS", "NUMBER", "SEEN", "DOCUMENTS", "EVENTS", "OUTLETS"), _line)
