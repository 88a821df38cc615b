"""What is added comes back as it was read, nothing is doubled, and nothing that was known is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.model.readings import full_reading
from tests.record.conftest import Clock
from tests.record.stories import add, arrival, bare, varied
from trucewatch.model.filters import Filter
from trucewatch.model.reading import Reading
from trucewatch.record.codec import unsqueeze
from trucewatch.record.session import Record
from trucewatch.record.tables import document, reading, sighting
from trucewatch.record.view import View
from trucewatch.record.writer import Writer


def _keys(record: Record) -> set[str]:
    view = View(record)
    rows = [*view.statements(), *view.events(), *view.commitments(), *view.disputes()]
    return {row.key for row in rows}


def _count(record: Record, table: Any) -> int:
    with record.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)


def test_a_reading_comes_back_as_it_was(record: Record) -> None:
    read = full_reading()
    assert add(record, read) == "new"
    view = View(record)
    said = {row.value.content: row for row in view.statements()}
    local = {row.key: each.id for each in read.statements for row in [said[each.content]]}
    for each in read.statements:
        value = said[each.content].value
        within = None if value.within is None else local[value.within]
        assert replace(value, id=each.id, within=within) == each
    for what, rows in (("events", view.events()), ("commitments", view.commitments())):
        before = {getattr(each, "anchor" if what == "events" else "action"): each for each in getattr(read, what)}
        assert len(rows) == len(before)
        for row in rows:
            each = before[row.value.anchor if what == "events" else row.value.action]
            statement = None if row.value.statement is None else local[row.value.statement]
            assert replace(row.value, id=each.id, statement=statement) == each
    (dispute,) = view.disputes()
    positions = tuple(replace(each, statement=local[each.statement or ""]) for each in dispute.value.positions)
    assert (dispute.value.about, positions) == (read.disputes[0].about, read.disputes[0].positions)


def test_what_is_shown_of_a_datum_are_words_of_its_text(record: Record) -> None:
    read = varied(1, more="Ուժերը հեռացան։ 🜂 Силы ушли.")
    add(record, read)
    view = View(record)
    rows = [*view.statements(), *view.events(), *view.commitments(), *view.disputes()]
    assert len(rows) == 9
    for row in rows:
        assert row.quote.text == row.quote.span.of(read.document.text)
        assert row.document.id == read.document.id
    for row in view.events():
        assert row.quote.span.holds(row.value.anchor)


def test_a_document_comes_back_whole(record: Record) -> None:
    read = varied(1, more="Ուժեր 🜂")
    add(record, read)
    view = View(record)
    assert view.whole(read.document.id) == read.document
    assert view.text(read.document.id) == read.document.text
    (row,) = view.documents()
    assert (row.characters, row.reader, row.dossier) == (len(read.document.text), read.reader, read.dossier)


def test_the_rest_of_a_reading_is_kept_too(record: Record) -> None:
    read = full_reading()
    add(record, read)
    with record.reading() as connection:
        body = connection.execute(select(reading.c.body)).scalar_one()
    whole = read.to_dict()
    kept = unsqueeze(body)
    assert {name: whole[name] for name in ("dates", "warnings", "places")} == {
        name: kept[name] for name in ("dates", "warnings", "places")
    }


def test_keys_outlive_reading_again(record: Record) -> None:
    read = varied(1)
    add(record, read)
    before = _keys(record)
    renamed = tuple(replace(each, id=f"n{n}") for n, each in enumerate(read.events))
    Writer(record).replace(replace(read, events=renamed, reader="trucewatch/later"), dossier_digest="d1")
    assert _keys(record) == before
    assert View(record).documents()[0].reader == "trucewatch/later"


def test_two_data_of_the_same_words_have_keys_of_their_own(record: Record) -> None:
    read = full_reading()
    twin = replace(read.events[2], id="e9")
    add(record, replace(read, events=(*read.events, twin)))
    assert len({row.key for row in View(record).events()}) == 4


def test_two_disputes_about_the_same_are_both_kept(record: Record) -> None:
    read = full_reading()
    add(record, replace(read, disputes=(*read.disputes, *read.disputes)))
    assert len(View(record).disputes()) == 2


def test_what_is_added_twice_changes_nothing_but_is_seen_twice(record: Record) -> None:
    read = varied(1)
    assert add(record, read, "first") == "new"
    before = _keys(record)
    assert add(record, read, "second") == "duplicate"
    assert add(record, read, "second") == "duplicate"
    assert _keys(record) == before
    assert [_count(record, each) for each in (document, reading, sighting)] == [1, 1, 2]
    assert sorted((each.source, each.state) for each in View(record).arrivals()) == [
        ("first", "new"),
        ("second", "duplicate"),
    ]


def test_another_text_of_the_same_page_is_a_version(record: Record) -> None:
    assert add(record, varied(1, url="https://example.org/page")) == "new"
    assert add(record, varied(2, url="https://example.org/page")) == "version"
    assert add(record, varied(3, url="https://example.org/other")) == "new"


def test_a_refusal_is_kept_with_its_reason_until_the_item_comes_through(record: Record) -> None:
    writer, came = Writer(record), arrival("broken.txt")
    assert writer.held(came) is None
    writer.quarantine(came, "empty", "broken.txt holds no text.")
    held = writer.held(came)
    assert held is not None
    assert (held.state, held.reason) == ("quarantined", "empty")
    (row,) = View(record).arrivals(["quarantined"])
    assert (row.source, row.reason, row.message, row.document) == (
        "broken.txt",
        "empty",
        "broken.txt holds no text.",
        None,
    )
    writer.add(came, varied(1), dossier_digest=None)
    assert View(record).arrivals(["quarantined"]) == []
    assert [each.state for each in View(record).arrivals()] == ["new"]


def test_a_new_reading_takes_the_old_ones_place_and_yesterday_stays(record: Record, clock: type[Clock]) -> None:
    read = varied(1)
    add(record, read)
    clock.today_is = datetime(2024, 3, 6, 9, tzinfo=UTC)
    Writer(record).replace(replace(read, events=read.events[:1], reader="trucewatch/later"), dossier_digest="d2")
    assert len(View(record).events()) == 1
    yesterday = View(record, as_known_on=date(2024, 3, 5))
    assert len(yesterday.events()) == 3
    assert {row.reader for row in yesterday.events()} == {read.reader}
    assert yesterday.documents()[0].reader == read.reader
    earlier = View(record, as_known_on=date(2024, 3, 4))
    assert (earlier.events(), earlier.documents(), earlier.arrivals()) == ([], [], [])
    assert earlier.count("event") == 0


def test_a_clock_set_back_does_not_turn_the_order(record: Record, clock: type[Clock]) -> None:
    add(record, varied(1))
    clock.today_is = datetime(2020, 1, 1, tzinfo=UTC)
    add(record, varied(2))
    latest, first = View(record).arrivals()
    assert latest.at > first.at


def test_only_what_the_record_holds_can_be_read_anew(record: Record) -> None:
    with pytest.raises(KeyError):
        Writer(record).replace(varied(1), dossier_digest=None)
    assert View(record).arrivals() == []


def test_whether_a_reading_is_current_depends_on_reader_and_dossier(record: Record) -> None:
    read: Reading = varied(1)
    add(record, read)
    writer = Writer(record)
    assert writer.is_current(read.document.id, read.reader, "d1")
    assert not writer.is_current(read.document.id, read.reader, "d2")
    assert not writer.is_current(read.document.id, "trucewatch/later", "d1")
    assert writer.holds(read.document)
    assert not writer.holds(varied(2).document)


def test_wire_copies_are_grouped_under_the_first_published_in_any_order(record: Record) -> None:
    early, late = varied(1, published=date(2024, 3, 1)), varied(2, published=date(2024, 3, 4))
    writer = Writer(record)
    for read in (late, early, bare("Nothing alike.")):
        bands = (7,) if read is not None else ()
        writer.add(
            arrival(read.document.id),
            read,
            dossier_digest=None,
            bands=bands,
            alike=lambda one, other: one[:40] == other[:40],
        )
    assert View(record).originals() == {early.document.id: early.document.id, late.document.id: early.document.id}
    assert len(View(record).documents(Filter())) == 3
