"""Links kept in a record: good until something new is read, narrowed and paged by claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.record.stories import add, varied
from trucewatch.model.filters import Filter
from trucewatch.record import links
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import Record, open_record
from trucewatch.record.view import View

RULE = "rule/1"


@pytest.fixture
def record(where: str) -> Iterator[Record]:
    """A record of two documents with four statements each."""
    with open_record(where) as made:
        add(made, varied(1))
        add(made, varied(2, published=date(2024, 3, 9)))
        yield made


def keys(record: Record, number: int, act: str) -> str:
    """The key of the first statement of that act in one of the documents."""
    id_ = varied(number, published=date(2024, 3, 5 if number == 1 else 9)).document.id
    found = View(record).statements(Filter(documents=(id_,), kinds=(act,)))
    return found[0].key


def kept(record: Record) -> tuple[str, str, str]:
    """Keep that the later document's denial answers both claims, and that the other claim was left open."""
    first, second, denial = keys(record, 1, "assert"), keys(record, 2, "assert"), keys(record, 2, "deny")
    pairs = [(first, denial), (second, denial), (first, links.OPEN)]
    links.replace_all(record, RULE, pairs, View(record).tick)
    return first, second, denial


def test_there_are_none_until_they_are_drawn(record: Record) -> None:
    assert View(record).links(RULE) is None
    assert links.stale(record, RULE)


def test_they_are_given_claim_by_claim_the_last_printed_first(record: Record) -> None:
    first, second, denial = kept(record)
    found = View(record).links(RULE)
    assert found == ([(second, denial), (first, ""), (first, denial)], 2)
    assert View(record).links(RULE, Filter(limit=1, offset=1)) == ([(first, ""), (first, denial)], 2)


def test_they_are_good_until_something_is_read(record: Record) -> None:
    kept(record)
    assert not links.stale(record, RULE)
    assert links.stale(record, "rule/2")
    assert View(record).links("rule/2") is None
    add(record, varied(3))
    assert View(record).links(RULE) is None
    assert links.stale(record, RULE)


def test_they_are_of_today_alone(record: Record) -> None:
    kept(record)
    assert View(record, as_known_on=date(2100, 1, 1)).links(RULE) is None


def test_a_claim_stays_when_it_or_its_answer_meets_the_filter(record: Record) -> None:
    first, second, denial = kept(record)

    def claims(narrowed: Filter) -> set[str]:
        found = View(record).links(RULE, narrowed)
        assert found is not None
        assert found[1] == len({claim for claim, _ in found[0]})
        return {claim for claim, _ in found[0]}

    speaker = View(record).data([denial])[denial].value.speaker.actor
    assert claims(Filter(speakers=(speaker,))) == {first, second}
    assert claims(Filter(speakers=("nobody",))) == set()
    assert claims(Filter(statuses=("unanswered",))) == {first}
    assert claims(Filter(statuses=("answered",))) == {second}
    assert claims(Filter(statuses=("answered", "unanswered"))) == {first, second}
    assert claims(Filter(statuses=("planned",))) == set()


def test_a_rejected_claim_is_left_out_at_once(record: Record) -> None:
    first, second, denial = kept(record)
    Resolver(record, "Mara").reject(first, reason="misread")
    found = View(record).links(RULE)
    assert found == ([(second, denial)], 1)
    assert set(View(record).data([first, second])) == {second}
    assert links.stale(record, RULE)


def test_new_ones_take_the_place_of_the_old(record: Record) -> None:
    _, second, denial = kept(record)
    links.replace_all(record, "rule/2", [(second, denial)], View(record).tick)
    assert View(record).links("rule/2") == ([(second, denial)], 1)
    assert View(record).links("rule/2", Filter(limit=0)) == ([], 1)
