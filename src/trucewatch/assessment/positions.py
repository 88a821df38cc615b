"""Positions: what each party said last on each issue, in its own words, and how that moved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from trucewatch import dossiers
from trucewatch.assessment.parties import Parties
from trucewatch.model.dossier import Dossier, Issue
from trucewatch.model.evidence import Evidence
from trucewatch.model.filters import Filter
from trucewatch.model.rows import StatementRow
from trucewatch.model.statement import Act
from trucewatch.record.view import View

_EARLIER = 8  # statements of a cell shown beside the newest


class Basis(StrEnum):
    """Why a statement counts for an issue."""

    WORDS = "words"  # a term of the issue stands in what was said
    PLACE = "place"  # a place of the issue is named in it


_STANCE = {
    Act.ASSERT: "states",
    Act.ANNOUNCE: "announces",
    Act.ACCUSE: "accuses",
    Act.CRITICISE: "criticises",
    Act.DENY: "denies",
    Act.REJECT: "rejects",
    Act.DEMAND: "demands",
    Act.REQUEST: "asks for",
    Act.PROMISE: "promises",
    Act.THREATEN: "threatens",
    Act.PRAISE: "welcomes",
    Act.AGREE: "agrees",
    Act.DECLINE: "will not comment",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a cell: its key, day (EDTF), speaker, stance by its act, and words."""

    key: str
    day: str | None
    speaker: str
    stance: str
    words: str
    basis: Basis
    evidence: Evidence

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "statement": self.key,
            "day": self.day,
            "speaker": self.speaker,
            "stance": self.stance,
            "words": self.words,
            "basis": str(self.basis),
            "document": self.evidence.document,
        }


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party said on one issue: the newest statement, and those before it, the latest first.

    ``moved`` tells whether the newest takes another stance than the one before it; ``number`` counts all statements.
    """

    party: str
    party_name: str
    issue: Issue
    newest: Said
    earlier: tuple[Said, ...]
    number: int

    @property
    def key(self) -> str:
        """Party and issue."""
        return f"{self.party}/{self.issue.id}"

    @property
    def moved(self) -> bool:
        """Whether the stance changed with the newest statement."""
        return bool(self.earlier) and self.earlier[0].stance != self.newest.stance

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "key": self.key,
            "party": self.party,
            "party_name": self.party_name,
            "issue": self.issue.id,
            "issue_label": self.issue.label,
            "newest": self.newest.to_dict(),
            "moved": self.moved,
            "number": self.number,
            "earlier": [each.to_dict() for each in self.earlier],
            "evidence": [self.newest.evidence.to_dict(), *(each.evidence.to_dict() for each in self.earlier)],
        }


def positions(
    view: View, as_of: date, narrowed: Filter | None = None, *, known: Sequence[Dossier] = ()
) -> tuple[list[Cell], int]:
    """The cells a filter leaves, by party and then by the issues' order; and how many there are without its limit.

    Wire copies count once; statements published after ``as_of`` are left out. A statement may count for several issues.

    Raises:
        RecordError: when the database does not answer.
    """
    chosen = narrowed or Filter()
    until = min(chosen.until, as_of) if chosen.until else as_of
    rows = view.statements(replace(chosen, limit=None, offset=0, until=None))
    copies = view.originals()
    sides = [Parties(dossier) for dossier in known] or [Parties(dossiers.world())]
    issues = [_Finder(issue, known) for issue in issues_of(known)]
    cells: dict[tuple[str, int], list[Said]] = defaultdict(list)
    for row in rows:
        told = row.document.published or row.document.added.date()
        if told > until or copies.get(row.document.id, row.document.id) != row.document.id:
            continue
        party = _party(row, sides, told)
        if party is None:
            continue
        for number, basis in _issues(row, issues):
            cells[party, number].append(_said(row, told, basis))
    made = [_cell(party, issues[number].issue, said, sides) for (party, number), said in sorted(cells.items())]
    end = None if chosen.limit is None else chosen.offset + chosen.limit
    return made[chosen.offset : end], len(made)


def issues_of(known: Iterable[Dossier]) -> list[Issue]:
    """The issues of the dossiers, then the general ones that none of them has by that id."""
    found = {issue.id: issue for dossier in known for issue in dossier.issues}
    return list(({issue.id: issue for issue in dossiers.world().issues} | found).values())


class _Finder:
    """Finds one issue in what was said."""

    def __init__(self, issue: Issue, known: Iterable[Dossier]) -> None:
        self.issue = issue
        self._names = [
            form
            for dossier in known
            for place in dossier.places
            if place.id in issue.places
            for form in (place.name, *(each.text for each in place.names))
        ]

    @cached_property
    def _terms(self) -> re.Pattern[str]:
        return _pattern(self.issue.terms)

    @cached_property
    def _places(self) -> re.Pattern[str] | None:
        return _pattern(self._names) if self._names else None

    def basis(self, words: str) -> Basis | None:
        """Why the words are about the issue, ``None`` where they are not."""
        if self._terms.search(words):
            return Basis.WORDS
        return Basis.PLACE if self._places is not None and self._places.search(words) else None


def _pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Any of the terms as whole words; ``*`` lets a word go on. Terms are escaped: nothing in them is a pattern."""
    parts = (
        r"\s+".join(re.escape(word.rstrip("*")) + r"\w*" * word.endswith("*") for word in each.split())
        for each in terms
    )
    return re.compile(r"\b(?:" + "|".join(sorted(parts, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def _issues(row: StatementRow, finders: Sequence[_Finder]) -> Iterator[tuple[int, Basis]]:
    words = _words(row)
    for number, finder in enumerate(finders):
        basis = finder.basis(words)
        if basis is not None:
            yield number, basis


def _words(row: StatementRow) -> str:
    """What was said; of an act that is told without its words, the sentence that tells it."""
    spans = [span for span in row.value.content if row.quote.span.holds(span)]
    start = row.quote.span.start
    return " … ".join(row.quote.text[span.start - start : span.end - start] for span in spans) or row.quote.text


def _party(row: StatementRow, sides: Sequence[Parties], day: date) -> str | None:
    """The party the speaker speaks for; nobody's position is told for speakers no dossier knows."""
    actor = row.value.speaker.actor
    known = next((each for each in sides if actor is not None and each.known(actor)), None)
    return None if known is None or actor is None else known.side(actor, day)


def _said(row: StatementRow, told: date, basis: Basis) -> Said:
    speaker = row.value.speaker.name
    day = row.value.date.value or told.isoformat()
    return Said(row.key, day, speaker, _STANCE[row.value.act], _words(row), basis, row.evidence(speaker))


def _cell(party: str, issue: Issue, said: list[Said], sides: Sequence[Parties]) -> Cell:
    said.sort(key=lambda each: (each.evidence.published or date.min, each.day or "", each.key), reverse=True)
    name = next((each.name(party) for each in sides if each.known(party)), party)
    return Cell(party, name, issue, said[0], tuple(said[1 : 1 + _EARLIER]), len(said))
