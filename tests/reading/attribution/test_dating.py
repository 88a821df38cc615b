"""When it was said: stated beside the cue, carried on, or unknown."""

from __future__ import annotations

from tests.reading.attribution.told import only, told

OLSEN = {"Olsen": "olsen", "Petrov": "petrov"}


def test_the_day_beside_the_cue() -> None:
    one = only("Olsen said on Monday that the road was shut.", OLSEN, {"Monday": "2031-03-03"})
    assert one.date == ("2031-03-03", "stated")


def test_the_day_at_the_head_of_the_sentence() -> None:
    one = only("Last week, Olsen criticised the mission.", OLSEN, {"Last week": "2031-02-24/2031-03-02"})
    assert one.date == ("2031-02-24/2031-03-02", "stated")


def test_a_day_inside_the_content_dates_nothing() -> None:
    one = only("Olsen said that the road was shut on Monday.", OLSEN, {"Monday": "2031-03-03"})
    assert one.date == (None, "unknown")


def test_a_participle_carries_the_day_on() -> None:
    _, second = told(
        "Olsen said on Monday that the road was shut, adding that the bridge was down.", OLSEN, {"Monday": "2031-03-03"}
    )
    assert second.date == ("2031-03-03", "carried")


def test_the_same_speaker_carries_the_day_on_and_another_does_not() -> None:
    found = told(
        "Olsen said at a briefing on Monday that the road was shut.\nPetrov said it was open.\n“Shut,” Olsen said.",
        OLSEN,
        {"Monday": "2031-03-03"},
    )
    assert [one.date for one in found] == [("2031-03-03", "stated"), (None, "unknown"), ("2031-03-03", "carried")]


def test_a_participle_that_sets_the_scene_dates_the_cue() -> None:
    one = only("Speaking to reporters on Monday, Olsen said the road was shut.", OLSEN, {"Monday": "2031-03-03"})
    assert one.date == ("2031-03-03", "stated")


def test_the_day_of_the_paper_dates_the_cue() -> None:
    one = only("In a letter sent on Monday, Olsen said the road was shut.", OLSEN, {"Monday": "2031-03-03"})
    assert one.date == ("2031-03-03", "stated")


def test_a_report_inside_another_carries_no_date() -> None:
    text = "Petrov said that Olsen had promised on Monday to leave. The road was shut, Olsen said."
    assert told(text, OLSEN, {"Monday": "2031-03-03"})[-1].date == (None, "unknown")
