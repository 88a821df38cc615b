"""Positions: the newest statement of a party on an issue, its words, and whether it moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.record.stories import add, varied
from trucewatch import dossiers
from trucewatch.assessment.positions import Basis, _Finder, issues_of, positions
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Issue
from trucewatch.model.filters import Filter
from trucewatch.model.reading import Reading
from trucewatch.model.statement import Act
from trucewatch.model.text import Span
from trucewatch.record.session import Record
from trucewatch.record.view import View

AS_OF = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("The road stays closed", Basis.WORDS),
        ("Roads are closed", Basis.WORDS),
        ("The line at Marrow\n bridge holds", Basis.WORDS),
        ("A broad answer", None),
        ("(a+)+$ road*", Basis.WORDS),
    ],
)
def test_terms_are_whole_words_unless_they_may_go_on(words: str, basis: Basis | None) -> None:
    assert _Finder(Issue("roads", "Roads", ("road*", "marrow bridge", "(a+)+$")), []).basis(words) is basis


def test_a_place_of_an_issue_speaks_for_it() -> None:
    known = dossiers.load("nagorno-karabakh")
    finder = _Finder(Issue("corridor", "The corridor", ("passage",), ("lachin",)), [known])
    assert finder.basis("Columns stand before Berdzor again") is Basis.PLACE


def test_a_dossier_s_issues_go_before_the_general_ones() -> None:
    own = dossiers.load("minsk-ii")
    found = {issue.id: issue for issue in issues_of([own])}
    assert {issue.id for issue in own.issues} <= set(found)
    assert {issue.id for issue in dossiers.world().issues} <= set(found)


def saying(number: int, act: Act, day: date) -> Reading:
    """A report in which Russia speaks of a road, with one act."""
    base = varied(number, published=day)
    start = base.document.text.index("the road stays closed")
    said = replace(
        base.statements[0],
        act=act,
        speaker=ActorRef("russia", "Russia", None),
        content=(Span(start, start + len("the road stays closed")),),
    )
    return replace(base, statements=(said,), events=(), commitments=(), disputes=())


def test_the_newest_statement_stands_and_a_change_of_stance_is_marked(record: Record) -> None:
    add(record, saying(1, Act.PROMISE, date(2024, 3, 1)))
    add(record, saying(2, Act.REJECT, date(2024, 3, 9)))
    add(record, saying(3, Act.DEMAND, date(2025, 3, 9)))  # after the day asked for
    found, total = positions(View(record), AS_OF)
    (cell,) = [each for each in found if each.issue.id == "roads"]
    assert (cell.party, cell.newest.stance, cell.moved, cell.number) == ("russia", "rejects", True, 2)
    assert [each.stance for each in cell.earlier] == ["promises"]
    assert "the road stays closed" in cell.newest.words
    assert total == len(found)
    assert positions(View(record), AS_OF, Filter(until=date(2024, 3, 2)))[0][0].newest.stance == "promises"


def test_speakers_nobody_knows_have_no_row(record: Record) -> None:
    add(record, varied(1))
    assert {each.party for each in positions(View(record), AS_OF)[0]} <= {"velda", "osteria", "ivo-marn"} - {"velda"}
