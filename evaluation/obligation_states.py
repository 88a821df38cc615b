"""The board of obligations over our own corpora: proposed statuses and due days, against the gold's.

A row of the gold names an obligation and a day; what counts is what the board proposes of it as of that day from the
documents published by then and the dossier. ``status``: rows whose proposed status is the gold's. ``due``: rows whose
due day by the preferred rule, or having none, is the gold's. ``items`` are the rows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evaluation.record_corpus import Corpus, corpus, names
from trucewatch.assessment.from_record import testimony
from trucewatch.assessment.obligations import ObligationRow, board
from trucewatch.model.time import PartialDate


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the gold beside what the board proposes. ``row`` is ``None`` where the board does not have it."""

    instrument: str | None
    key: str
    as_of: str
    status: str
    due: str | None
    row: ObligationRow | None

    @property
    def status_right(self) -> bool:
        """Whether the proposed status is the gold's."""
        return self.row is not None and str(self.row.proposal.status) == self.status

    @property
    def due_right(self) -> bool:
        """Whether the due day by the preferred rule is the gold's."""
        return self.row is not None and due_day(self.row) == self.due


def due_day(row: ObligationRow) -> str | None:
    """The last due day of an obligation by the preferred rule, ISO; ``None`` where it has none or it is open."""
    due = row.derived.dues[0] if row.derived.dues else None
    if due is None or due.value is None or due.bound == "from":
        return None
    latest = PartialDate(due.value).latest
    return None if latest is None else latest.isoformat()


def judged(whole: Corpus) -> Iterator[Judged]:
    """Every row of a corpus's gold beside the board's."""
    told = testimony(whole.view, whole.dossier)
    boards: dict[str, dict[tuple[str | None, str], ObligationRow]] = {}
    for wanted in whole.gold["obligations"]:
        day, id_ = wanted["as_of"], (wanted["instrument"], wanted["key"])
        if day not in boards:
            rows = board(whole.dossier, date.fromisoformat(day), told)
            boards[day] = {(row.instrument, row.key): row for row in rows}
        yield Judged(*id_, day, wanted["status"], wanted["due"], boards[day].get(id_))


def score_obligation_states() -> dict[str, float]:
    """The measures over all own corpora."""
    rows = [row for name in names() for row in judged(corpus(name))]
    return {
        "status": sum(row.status_right for row in rows) / max(len(rows), 1),
        "due": sum(row.due_right for row in rows) / max(len(rows), 1),
        "items": float(len(rows)),
    }


def main() -> None:
    """Print each row that differs, with the rule that gave it, then the measures."""
    for name in sys.argv[1:] or names():
        for each in judged(corpus(name)):
            if each.row is None:
                print(name, each.instrument, each.key, each.as_of, "NOT ON THE BOARD")
                continue
            if not each.status_right:
                given = each.row.proposal
                print(
                    name,
                    each.instrument,
                    each.key,
                    each.as_of,
                    f"{each.status}: {given.status} ({given.rule}: {given.why})",
                )
            if not each.due_right:
                print(name, each.instrument, each.key, each.as_of, f"due {each.due}: {due_day(each.row)}")
    print(score_obligation_states())


if __name__ == "__main__":
    main()
