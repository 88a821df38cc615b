"""Each field of a filter narrows, and only as it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import update

from tests.record.stories import add, bare, varied
from trucewatch.model.filters import Filter
from trucewatch.record.session import Record, open_record
from trucewatch.record.tables import datum
from trucewatch.record.view import View


@pytest.fixture
def record(where: str) -> Iterator[Record]:
    """A record of three documents: two with the full reading (the second later, in another dossier), one without."""
    with open_record(where) as made:
        add(made, varied(1))
        add(made, replace(varied(2, published=date(2024, 3, 9)), dossier="other"))
        add(made, bare("A calm day.", published=date(2024, 4, 1)))
        yield made


FIRST = varied(1).document.id
CASES: list[tuple[str, Filter, int]] = [
    ("statement", Filter(), 8),
    ("statement", Filter(speakers=("ivo-marn",)), 4),
    ("statement", Filter(speakers=("velda", "ivo-marn")), 8),
    ("statement", Filter(about=("osteria",)), 2),
    ("statement", Filter(actors=("nobody",)), 0),
    ("statement", Filter(kinds=("deny", "reject")), 4),
    ("statement", Filter(documents=(FIRST,)), 4),
    ("statement", Filter(dossiers=("other",)), 4),
    ("statement", Filter(since=date(2024, 3, 5), until=date(2024, 3, 5)), 2),
    ("event", Filter(), 6),
    ("event", Filter(actors=("osteria",)), 2),
    ("event", Filter(speakers=("velda",)), 2),
    ("event", Filter(about=("velda",)), 2),
    ("event", Filter(about=("ivo-marn",)), 0),
    ("event", Filter(places=("harrow",)), 2),
    ("event", Filter(kinds=("shelling",)), 2),
    ("event", Filter(kinds=("ASSAULT", "RETREAT")), 4),
    ("event", Filter(statuses=("planned",)), 2),
    ("event", Filter(since=date(2024, 3, 4)), 2),
    ("event", Filter(since=date(2024, 3, 5)), 0),
    ("event", Filter(until=date(2024, 3, 3)), 0),
    ("event", Filter(actors=("osteria",), documents=(FIRST,)), 1),
    ("commitment", Filter(instruments=("harrow-protocol",)), 2),
    ("commitment", Filter(instruments=("other",)), 0),
    ("commitment", Filter(since=date(1990, 1, 1), until=date(1990, 1, 2)), 2),
    ("commitment", Filter(since=date(2024, 4, 4)), 0),
    ("dispute", Filter(actors=("velda",)), 2),
]


def test_every_filter_of_the_table(record: Record) -> None:
    view = View(record)
    ask: dict[str, Any] = {
        "statement": view.statements,
        "event": view.events,
        "commitment": view.commitments,
        "dispute": view.disputes,
    }
    got = [(what, chosen, len(ask[what](chosen))) for what, chosen, _ in CASES]
    assert got == CASES
    assert [(what, chosen, view.count(what, chosen)) for what, chosen, _ in CASES if what != "dispute"] == [
        each for each in CASES if each[0] != "dispute"
    ]


def test_documents_are_narrowed_by_publication_dossier_and_what_they_name(record: Record) -> None:
    view = View(record)

    def left(chosen: Filter) -> int:
        return len(view.documents(chosen))

    assert left(Filter()) == 3
    assert left(Filter(since=date(2024, 3, 9))) == 2
    assert left(Filter(until=date(2024, 3, 9))) == 2
    assert left(Filter(dossiers=("other",))) == 1
    assert left(Filter(actors=("velda",))) == 2
    assert left(Filter(places=("osteria",))) == 2
    assert left(Filter(instruments=("harrow-protocol",), documents=(FIRST,))) == 1
    assert [row.published for row in view.documents(Filter(limit=1, offset=1))] == [date(2024, 3, 9)]


def test_the_latest_comes_first_and_pages_do_not_overlap(record: Record) -> None:
    view = View(record)
    whole = [row.key for row in view.events()]
    pages = [row.key for start in range(0, 6, 2) for row in view.events(Filter(limit=2, offset=start))]
    assert pages == whole
    assert [row.value.kind for row in view.events(Filter(limit=2))] == ["shelling", "shelling"]
    assert view.statements()[0].document.published == date(2024, 3, 9)


def test_what_was_rejected_is_hidden_unless_asked_for(record: Record) -> None:
    view = View(record)
    key = view.events(Filter(kinds=("shelling",)))[0].key
    with record.writing("decide") as (connection, _):
        connection.execute(update(datum).where(datum.c.key == key).values(judgement="rejected"))
    assert len(view.events(Filter(kinds=("shelling",)))) == 1
    assert len(view.events(Filter(kinds=("shelling",), rejected=True))) == 2
    assert view.datum(key) is not None
    assert view.places(Filter(places=("harrow",)))[0].events == 1


def test_actors_and_places_are_counted_over_documents(record: Record) -> None:
    view = View(record)
    (velda,) = view.actors(Filter(actors=("velda",)))
    assert (velda.documents, velda.statements, velda.events, velda.kind) == (2, 4, 2, "state")
    assert velda.evidence[0].quote.text == "the Velda government"
    (harrow,) = view.places(Filter(places=("harrow",)))
    assert (harrow.latitude, harrow.longitude, harrow.documents, harrow.events) == (39.5, -46.25, 2, 2)


def test_ids_can_be_found_by_their_beginning(record: Record) -> None:
    view = View(record)
    digits = FIRST.removeprefix("sha256:")
    assert view.matching("document", digits[:8]) == [digits]
    assert view.matching("document", "%") == []
    key = view.events()[0].key
    assert key in view.matching("datum", key[:5])


def test_totals_are_those_of_the_rows_without_limit(record: Record) -> None:
    view = View(record)
    chosen = [each for _, each, _ in CASES]
    asks: dict[str, Any] = {"document": view.documents, "actor": view.actors, "place": view.places}
    for what, ask in asks.items():
        assert [view.total(what, each) for each in chosen] == [len(ask(each)) for each in chosen], what
        assert view.total(what, Filter(limit=1, offset=1)) == view.total(what)
    assert [view.total_found("guns", each) for each in chosen] == [len(view.search("guns", each)) for each in chosen]
    assert view.total_found("guns") == 2


def test_names_dossiers_and_speakers_of_a_record(record: Record) -> None:
    view = View(record)
    assert view.names("actor") == [("ivo-marn", "Ivo Marn"), ("velda", "Velda")]
    assert view.names("place") == [("harrow", "Harrow"), ("osteria", "Osteria")]
    assert view.dossiers() == ["harrow", "other"]
    said = {row.key for row in view.statements()}
    assert view.speakers([*said, "s:absent", view.events()[0].key]).keys() == said


def test_a_question_may_name_more_than_a_database_takes_at_once(record: Record) -> None:
    view = View(record)
    keys = [row.key for row in view.statements()]
    assert len(view.speakers([*keys, *(f"s:{n:012}" for n in range(1200))])) == len(keys)
    many = tuple(f"nobody-{n}" for n in range(2000))
    assert len(view.statements(Filter(speakers=(*many, "velda")))) == 4
    assert len(view.documents(Filter(documents=(*many, FIRST)))) == 1
