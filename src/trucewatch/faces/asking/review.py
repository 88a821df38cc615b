"""What nobody has looked at yet, most doubtful first. No question of the list: the review has commands of its own."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.faces import rows
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.page import Page
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line
from trucewatch.faces.text.wording import edtf


def _review(asked: Asked) -> Answer:
    """Rows as of other questions, with ``what``, ``doubts`` in words, their ``points`` and the record's ``tick``."""
    seen, found = asked.view.tick, asked.view.doubtful(asked.filter)
    carried = {getattr(each.datum.value, "statement", None) for each in found} - {None}
    tellers = asked.view.speakers(str(each) for each in carried)
    made = []
    for each in found:
        if each.what == "statement":
            row = rows.statement(each.datum)
        else:
            make = rows.event if each.what == "event" else rows.commitment
            row = make(each.datum, tellers.get(each.datum.value.statement or ""))
        added = {"what": each.what, "doubts": list(each.doubts), "points": each.points, "tick": seen}
        made.append({"key": row["key"], **added, **row})
    return Answer(tuple(made), asked.view.total_doubtful(asked.filter))


def _line(row: Plain) -> Line:
    shown = row["evidence"][0]
    when = row["due"] if row["what"] == "commitment" else row["date"]
    value = (when or {}).get("value")
    day = "" if value is None else edtf(value)
    return Line((row["key"], day, _gist(row), "; ".join(row["doubts"])), shown["quote"], source(shown))


def _gist(row: Plain) -> str:
    if row["what"] == "statement":
        return " ".join(filter(None, (row["speaker"]["name"], row["act"], _names(row["targets"]))))
    if row["what"] == "event":
        who = _names(row["actors"])
        return " · ".join(filter(None, (row["kind"], who, row["place"]["name"], row["status"])))
    return " · ".join(filter(None, (row["instrument"], row["provision"], _names(row["obligors"]), row["status"])))


def _names(refs: list[Plain]) -> str:
    return ", ".join(each["name"] for each in refs)


def _listing(rows: Sequence[Plain], *, width: int, colour: bool) -> str:
    """A list to read and decide by: what each datum says, what is doubtful of it, and all the words it rests on."""
    page = Page(width, colour=colour)
    for row in rows:
        cells, shown = _line(row).cells, row["evidence"][0]
        page.line((cells[0], "anchor"), (f"  {cells[2]}", ""), (f"  {cells[1]}", "aside"), hang=2)
        if row["doubts"]:
            page.line(("; ".join(row["doubts"]), "warning"), indent=2, hang=2)
        page.line((shown["quote"], "quote"), indent=4, bar=True)
        page.line((source(shown), "aside"), indent=4)
    return page.text()


QUESTION = Question("review", _review, ("KEY", "DATE", "WHAT", "DOUBTS"), _line, listing=_listing)
