"""The question about disputes: what is kept in the record answers as what is drawn anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.record.stories import add, varied
from trucewatch.assessment.disputes import RULE, Dispute, State, disputes, draw, gathered
from trucewatch.model.filters import Filter
from trucewatch.record import links
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import Record, open_record
from trucewatch.record.view import View


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Two documents: guns fired on Harrow, says Velda; not a shell was fired, answers Osteria's army chief."""
    with open_record(tmp_path / "record.db") as made:
        add(made, varied(1))
        add(made, varied(2, published=date(2024, 3, 9)))
        yield made


def keep(record: Record) -> None:
    """Keep what the rule draws."""
    view = View(record)
    links.replace_all(record, RULE, draw(gathered(view), ()).pairs, view.tick)


@pytest.mark.parametrize(
    "narrowed",
    [
        Filter(),
        Filter(limit=1),
        Filter(limit=1, offset=1),
        Filter(speakers=("ivo-marn",)),
        Filter(statuses=("unanswered",)),
        Filter(since=date(2024, 3, 6)),
        Filter(actors=("nobody",)),
    ],
)
def test_kept_links_answer_as_those_drawn_anew(record: Record, narrowed: Filter) -> None:
    anew = disputes(View(record), narrowed)
    keep(record)
    assert View(record).links(RULE) is not None
    assert disputes(View(record), narrowed) == anew


def test_a_dispute_tells_both_words_with_their_evidence(record: Record) -> None:
    found, total = disputes(View(record))
    assert total == len(found) == 2
    first = found[0]
    assert first.state is State.ANSWERED
    assert "Osterian guns fired" in first.claim.words
    assert all("not fired a single shell" in each.words for each in first.answers)
    assert [each.days for each in first.answers] == [-4, 0]
    assert first.days == 0
    assert [each.datum for each in first.evidence] == [first.key, *(each.key for each in first.answers)]
    told = first.to_dict()
    assert told["key"] == told["claim"]["key"] == first.key
    assert told["evidence"][0]["quote"] == first.claim.evidence.quote.text


def test_what_was_printed_later_is_no_part_of_an_earlier_day(record: Record) -> None:
    keep(record)
    found, total = disputes(View(record), as_of=date(2024, 3, 6))
    assert total == 1
    assert found[0].claim.day == date(2024, 3, 5)


def test_a_claim_whose_answers_were_rejected_since_is_open(record: Record) -> None:
    keep(record)
    before: Dispute = disputes(View(record))[0][0]
    for each in before.answers:
        Resolver(record, "Mara").reject(each.key, reason="misread")
    after = disputes(View(record))[0][0]
    assert (after.key, after.answers, after.state) == (before.key, (), State.UNANSWERED)
