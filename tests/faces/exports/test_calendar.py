"""iCalendar: lasting ids, all-day entries, both days of a disputed deadline, no day where none is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.faces.exports.truce import SIGNED, TRUCE
from tests.faces.exports.written import asked, components, export, raw, written
from tests.record.stories import add, varied
from trucewatch.faces.asking import QUESTIONS
from trucewatch.faces.exports import FORMATS, gathered
from trucewatch.model.filters import Filter
from trucewatch.record.session import open_record
from trucewatch.record.view import View


@pytest.fixture(scope="module")
def duties(view: View) -> dict[str, list[Any]]:
    """The components of the calendar of obligations by the obligation's key."""
    found: dict[str, list[Any]] = {}
    for each in components(written(view, "obligations", "ics")):
        found.setdefault(str(each["X-TRUCEWATCH-ID"]).rpartition("/")[2], []).append(each)
    return found


def test_a_deadline_is_an_all_day_entry(duties: dict[str, list[Any]]) -> None:
    (due,) = duties["3a"]
    assert due.name == "VEVENT"
    assert (due["DTSTART"].dt, due["DTEND"].dt) == (date(2024, 4, 3), date(2024, 4, 4))
    assert not isinstance(due["DTSTART"].dt, datetime)
    assert str(due["SUMMARY"]) == "Due by: Velda, Osteria: pull back all guns 20 km"
    assert str(due["STATUS"]) == "CONFIRMED"


def test_a_disputed_anchor_gives_both_days(duties: dict[str, list[Any]]) -> None:
    one, other = sorted(duties["4a"], key=lambda each: each["DTSTART"].dt)
    assert (one["DTSTART"].dt, other["DTSTART"].dt) == (date(2024, 6, 2), date(2024, 6, 3))
    assert "disputed: by another reading 2024-06-03" in str(one["SUMMARY"])
    assert "disputed: by another reading 2024-06-02" in str(other["SUMMARY"])
    assert {str(each["STATUS"]) for each in (one, other)} == {"TENTATIVE"}
    assert one["UID"] != other["UID"]


def test_the_end_of_a_term_and_its_notice_are_marked(duties: dict[str, list[Any]]) -> None:
    said = {str(each["SUMMARY"]).split(":")[0]: each["DTSTART"].dt for each in duties["3b"]}
    assert said == {"Term ends": date(2025, 3, 5), "Last day for notice": date(2025, 2, 5)}


def test_an_open_day_is_a_task_without_one(duties: dict[str, list[Any]]) -> None:
    (open_,) = duties["4b"]
    assert open_.name == "VTODO"
    assert "DUE" not in open_
    assert "DTSTART" not in open_
    assert str(open_["SUMMARY"]).startswith("No day set: ")


def test_an_amended_deadline_keeps_its_id_and_moves(view: View) -> None:
    def first(as_of: date) -> Any:
        put = replace(asked(view, "obligations"), as_of=as_of)
        made = gathered(QUESTIONS["obligations"], put, QUESTIONS["obligations"].ask(put), FORMATS["ics"])
        return next(each for each in components(raw("ics", made)) if str(each["X-TRUCEWATCH-ID"]).endswith("/3a"))

    before, after = first(date(2024, 3, 10)), first(date(2024, 4, 2))
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTART"].dt == date(2024, 4, 10)
    assert "political" in str(after["SUMMARY"])


def test_a_dossier_alone_is_stamped_by_its_signing(duties: dict[str, list[Any]]) -> None:
    (quiet,) = duties["4b"]
    assert quiet["DTSTAMP"].dt.date() == SIGNED
    assert TRUCE.instruments[0].signed == SIGNED.isoformat()


def test_ids_outlive_the_record(view: View, tmp_path: Path) -> None:
    with open_record(str(tmp_path / "other.db")) as kept:
        add(kept, varied(2, published=date(2024, 3, 9)))
        fresh = components(written(View(kept), "events", "ics"))
    here = {str(each["UID"]) for each in components(written(view, "events", "ics", Filter(rejected=True)))}
    assert len(fresh) == 3
    assert {str(each["UID"]) for each in fresh} <= here


def test_what_is_not_dated_is_put_on_no_day(view: View) -> None:
    found = components(written(view, "events", "ics"))
    dated = [each for each in found if each.name == "VEVENT"]
    assert {each["DTSTART"].dt for each in dated} == {date(2024, 3, 4)}
    undated = [each for each in found if each.name == "VJOURNAL"]
    assert undated
    assert all("DTSTART" not in each and "(day unknown)" in str(each["SUMMARY"]) for each in undated)


@pytest.mark.parametrize(
    ("value", "first", "end", "told"),
    [
        ("2024-03", date(2024, 3, 1), date(2024, 4, 1), "(uncertain: 2024-03)"),
        ("2024-03-04/2024-03-06", date(2024, 3, 4), date(2024, 3, 7), "(uncertain: 2024-03-04/2024-03-06)"),
        ("2024-03-04/..", date(2024, 3, 4), date(2024, 3, 5), "(from 2024-03-04 on)"),
        ("2024", None, None, "(uncertain: 2024)"),
        ("../2024-03-04", None, None, "(uncertain: ../2024-03-04)"),
        (None, None, None, "(day unknown)"),
    ],
)
def test_uncertain_days_are_told(
    value: str | None, first: date | None, end: date | None, told: str, view: View
) -> None:
    made = export(view, "events", "ics", Filter(kinds=("shelling",), limit=1))
    row = {**made.rows[0], "date": {"value": value, "basis": "stated"}}
    (found,) = components(raw("ics", replace(made, rows=(row,))))
    assert str(found["SUMMARY"]).endswith(told)
    assert ("DTSTART" in found) == (first is not None)
    if first is not None:
        assert (found["DTSTART"].dt, found["DTEND"].dt) == (first, end)
        assert str(found["STATUS"]) == "TENTATIVE"


def test_what_a_reviewer_rejected_is_cancelled(view: View) -> None:
    found = {
        str(each["X-TRUCEWATCH-ID"]): each for each in components(written(view, "events", "ics", Filter(rejected=True)))
    }
    rejected = [row["key"] for row in export(view, "events", "ics", Filter(rejected=True)).rows]
    states = {key: str(found[key].get("STATUS")) for key in rejected}
    assert list(states.values()).count("CANCELLED") == 1
    (cancelled,) = (key for key, state in states.items() if state == "CANCELLED")
    assert found[cancelled]["SEQUENCE"] == 1
