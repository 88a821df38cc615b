"""Obligations as rows: every duty of the chosen dossiers as of a day, in the order of the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trucewatch.assessment.from_record import decisions, testimony
from trucewatch.assessment.obligations import ObligationRow, board
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.text.obligations import render_board
from trucewatch.faces.text.rows import source
from trucewatch.faces.text.table import Line
from trucewatch.model.dossier import Dossier


def boards(asked: Asked) -> Iterator[tuple[Dossier, tuple[ObligationRow, ...]]]:
    """The board of each dossier as of the day, narrowed by the filter's instruments, statuses and actors (obligors)."""
    decided = decisions(asked.view)
    for dossier in asked.dossiers:
        rows = board(dossier, asked.as_of, testimony(asked.view, dossier), decided)
        yield dossier, tuple(row for row in rows if _wanted(row, asked))


def _wanted(row: ObligationRow, asked: Asked) -> bool:
    chosen = asked.filter
    obligors = {id_ for id_, _ in row.obligors}
    people = {*chosen.actors, *chosen.about}
    due = row.derived.last
    return (
        (not chosen.instruments or row.instrument in chosen.instruments)
        and (not chosen.statuses or str(row.status) in chosen.statuses)
        and (not chosen.kinds or row.obligation.kind in chosen.kinds)
        and (not people or bool(obligors & people))
        and (not chosen.speakers or bool({each.party for each in row.accounts} & set(chosen.speakers)))
        and (chosen.since is None or (due is not None and due >= chosen.since))
        and (chosen.until is None or (due is not None and due <= chosen.until))
    )


def _obligations(asked: Asked) -> Answer:
    rows = [_row(dossier, row) for dossier, each in boards(asked) for row in each]
    end = None if asked.filter.limit is None else asked.filter.offset + asked.filter.limit
    notes = () if asked.dossiers else ("no dossier is chosen, and no document was read with one: --dossier names it.",)
    return Answer(tuple(rows[asked.filter.offset : end]), len(rows), notes)


def _row(dossier: Dossier, row: ObligationRow) -> Plain:
    plain = row.to_dict()
    bearings = (*row.evidence_for, *row.evidence_against)
    shown = [account.latest.evidence for account in row.accounts] + [each.evidence for each in bearings]
    evidence = {(each.document, each.quote.span, each.datum): each.to_dict() for each in shown}
    return {
        "id": f"{dossier.id}/{row.instrument or 'undertaking'}/{row.key}",
        "dossier": dossier.id,
        **plain,
        "evidence": list(evidence.values()),
    }


def line(row: Plain) -> Line:
    """One obligation on a screen."""
    due = " or ".join(row["due"]["days"])
    cells = (row["id"], due, row["due"]["words"] or "", row["status"], row["action"])
    latest: dict[str, Any] = max(row["accounts"], key=lambda each: each["known"], default={})
    if not latest:
        return Line(cells)
    return Line(cells, f"{latest['name']}: {latest['evidence']['quote']}", source(latest["evidence"]))


def _page(asked: Asked, *, width: int, colour: bool) -> str:
    pages = [
        render_board(dossier, asked.as_of, rows, width=width, colour=colour) for dossier, rows in boards(asked) if rows
    ]
    return "\n".join(pages)


QUESTION = Question("obligations", _obligations, ("ID", "DUE", "LEFT", "STATUS", "ACTION"), line, page=_page)
