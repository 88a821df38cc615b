"""ACLED-style CSV and PLOVER: the codes of the field, nothing guessed, no figure summed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.faces.exports.written import export, lines, raw, table, written
from trucewatch.faces.exports.plover import QUADS
from trucewatch.model.event import EventType
from trucewatch.reading.events.codebook import kinds
from trucewatch.record.view import View


def acled(view: View, **changed: Any) -> dict[str, str]:
    """The shelling as ACLED has it, with some fields of its row changed."""
    made = export(view, "events", "acled")
    row = next(row for row in made.rows if row["kind"] == "shelling")
    return table(raw("acled", replace(made, rows=({**row, **changed},))))[0]


def test_an_event_has_aclesd_codes(view: View) -> None:
    row = acled(view)
    told = {name: row[name] for name in ("event_date", "year", "time_precision", "event_type", "sub_event_type")}
    assert told == {
        "event_date": "2024-03-04",
        "year": "2024",
        "time_precision": "1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
    }
    assert row["disorder_type"] == "Political violence"
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == ("Osteria", "1", "Velda", "1")
    assert row["interaction"] == "11"
    assert (row["location"], row["geo_precision"], row["latitude"]) == ("Harrow", "2", "39.5")
    assert (row["source"], row["source_scale"]) == ("The Velda Post", "")


def test_figures_stand_with_their_claimant(view: View) -> None:
    row = acled(view)
    assert (row["fatalities_low"], row["fatalities_high"]) == ("2", "2")
    assert (row["wounded_low"], row["wounded_high"]) == ("3", "")
    assert row["fatalities_claimant"] == "Velda"
    assert "fatalities" not in row
    none = acled(view, killed=None, wounded=None)
    assert (none["fatalities_low"], none["fatalities_claimant"]) == ("", "")


def test_each_claimant_of_an_incident_has_columns(view: View) -> None:
    made = export(view, "incidents", "acled")
    row = {
        **made.rows[0],
        "tolls": [
            {"claimant": "Velda", "killed": {"low": 2, "high": 2}, "wounded": None},
            {"claimant": "Osteria", "killed": {"low": 0, "high": 0}, "wounded": {"low": 1, "high": None}},
        ],
    }
    first, *others = table(raw("acled", replace(made, rows=(row, *made.rows[1:]))))
    assert (first["fatalities_1_claimant"], first["fatalities_1_high"]) == ("Velda", "2")
    assert (first["fatalities_2_claimant"], first["fatalities_2_high"], first["wounded_2_low"]) == ("Osteria", "0", "1")
    assert all(other["fatalities_2_claimant"] == "" for other in others)


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2024-03-04T21:00", "2024-03-04", "1"),
        ("2024-03-02/2024-03-08", "2024-03-05", "2"),
        ("2024-03", "2024-03-16", "3"),
        ("2024-03-04/..", "2024-03-04", "1"),
        ("../2024-03-04", "", ""),
        ("2024", "", ""),
        (None, "", ""),
    ],
)
def test_dates_have_their_precision(value: str | None, day: str, precision: str, view: View) -> None:
    row = acled(view, date={"value": value, "basis": "stated"})
    assert (row["event_date"], row["time_precision"]) == (day, precision)
    assert row["event_date_edtf"] == (value or "")


def test_who_is_not_known_has_no_code(view: View) -> None:
    row = acled(view, actors=[{"actor": None, "name": "gunmen"}], recipients=[])
    assert (row["actor1"], row["inter1"], row["actor2"], row["interaction"]) == ("gunmen", "", "", "")
    alone = acled(view, recipients=[])
    assert alone["interaction"] == "10"


def test_every_type_has_its_quad_class() -> None:
    assert set(QUADS) == {str(each) for each in EventType}
    assert {each.type for each in kinds().values()} <= set(EventType)


def test_an_event_is_a_plover_record(view: View) -> None:
    record = next(each for each in lines(written(view, "events", "plover")) if each["tw_kind"] == "shelling")
    assert (record["event"], record["mode"], record["quad_code"]) == (["ASSAULT"], ["heavy-weapons"], 4)
    assert (record["date"], record["enddate"]) == ("2024-03-04", None)
    assert [each["identifier_id"] for each in record["source"]] == ["osteria"]
    assert record["source"][0]["sector"] == "GOV"
    assert record["event_loc"]["latitude"] == 39.5
    assert record["tw_dead"] == {"low": 2, "high": 2}
    assert record["cite_info"]["publication"] == "The Velda Post"
    assert record["cite_info"]["coder"] == "trucewatch/test"


def test_what_is_not_known_is_null_in_plover(view: View) -> None:
    planned = next(each for each in lines(written(view, "events", "plover")) if each["tw_kind"] == "withdrawal")
    assert planned["date"] is None
    assert planned["event_loc"] is None
    assert planned["tw_auxiliary"] == ["future"]
    assert planned["source"] == []
