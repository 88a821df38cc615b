"""Contacts, timeline, comparison and coverage of a record: what each row says and what it never says."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.stories import add, bare, varied
from trucewatch import dossiers
from trucewatch.assessment.compare import Measure, compare, length
from trucewatch.assessment.contacts import KINDS, contacts
from trucewatch.assessment.coverage import Seen, coverage
from trucewatch.assessment.timeline import timeline
from trucewatch.model.errors import InputError
from trucewatch.model.filters import Filter
from trucewatch.record.session import Record
from trucewatch.record.view import View

AS_OF = date(2024, 3, 31)


def test_days_without_documents_are_not_days_without_events(record: Record) -> None:
    add(record, varied(1, published=date(2024, 3, 5)))
    add(record, bare("A quiet day at the mill.", published=date(2024, 3, 6)))
    add(record, varied(2, published=date(2024, 3, 10)))
    found = [(run.first.day, run.last.day, run.seen) for run in coverage(View(record))]
    assert found == [
        (10, 10, Seen.REPORTED),
        (7, 9, Seen.NO_DOCUMENTS),
        (6, 6, Seen.NONE_REPORTED),
        (5, 5, Seen.REPORTED),
    ]


def test_coverage_reaches_over_the_days_asked_for(record: Record) -> None:
    add(record, varied(1, published=date(2024, 3, 5)))
    runs = coverage(View(record), Filter(since=date(2024, 3, 1), until=date(2024, 3, 7)))
    assert [run.days for run in runs] == [2, 1, 4]
    assert sum(run.documents for run in runs) == 1


def test_coverage_of_nothing_is_nothing(record: Record) -> None:
    assert coverage(View(record)) == []


@pytest.mark.parametrize(
    ("period", "days"), [("daily", 1), ("weekly", 7), ("", 7), ("monthly", 30), ("14", 14), ("3 days", 3)]
)
def test_periods(period: str, days: int) -> None:
    assert length(period) == days


@pytest.mark.parametrize("period", ["yearly", "0", "-3", "1.5", "99999"])
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(InputError, match="period"):
        length(period)


def test_a_period_stands_beside_the_one_before(record: Record) -> None:
    for number in range(3):
        add(record, varied(number, published=date(2024, 3, 5)))
    told = compare(View(record), date(2024, 3, 10), "weekly")
    assert told.now == (date(2024, 3, 4), date(2024, 3, 10))
    assert told.before == (date(2024, 2, 26), date(2024, 3, 3))
    rows = {(row.measure, row.of): row for row in told.rows}
    assert (rows[Measure.DOCUMENTS, ""].now, rows[Measure.DOCUMENTS, ""].before) == (3, 0)
    assert rows[Measure.DOCUMENTS, ""].share is None  # nothing to take a share of
    assert rows[Measure.EVENTS, ""].now == sum(row.now for (m, of), row in rows.items() if m is Measure.EVENTS and of)
    assert any("no documents" in note for note in told.notes)
    killed = [row for (measure, _), row in rows.items() if measure is Measure.KILLED]
    assert killed
    assert all(row.of for row in killed)  # never without its claimant


def test_contacts_are_of_kinds_of_talking(record: Record) -> None:
    add(record, varied(1))
    found, total = contacts(View(record), AS_OF)
    assert total == len(found)
    assert all(each.incident.kind in KINDS for each in found)
    assert all(each.to_dict()["evidence"] for each in found)


def test_the_timeline_is_in_order_and_every_line_has_its_source(record: Record) -> None:
    add(record, varied(1))
    add(record, varied(2, published=date(2024, 3, 9)))
    known = [dossiers.load("lebanon-2024")]
    entries, total = timeline(View(record), date(2025, 1, 1), known=known)
    assert total == len(entries)
    days = [each.day for each in entries if each.day]
    assert days
    assert [each.day is None for each in entries] == sorted(each.day is None for each in entries)
    assert {each.what for each in entries} == {"incident", "statement", "deadline"}
    assert all(each.evidence or each.ground for each in entries)
    assert all(each.according_to for each in entries)
    part, same = timeline(View(record), date(2025, 1, 1), Filter(limit=2, offset=1), known=known)
    assert [each.key for each in part] == [each.key for each in entries[1:3]]
    assert same == total
