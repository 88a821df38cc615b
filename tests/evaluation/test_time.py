"""The comparison of EDTF with TIMEX3, and the agreement of readings with cases."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.time import Phrase, in_scope, right
from evaluation.timex3 import timex3
from trucewatch.reading.times import read_times

FRIDAY = date(2022, 8, 12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It came last week.", "2022-W31"),
        ("It came last weekend.", "2022-W31-WE"),
        ("It came in the third quarter of 2021.", "2021-Q3"),
        ("It came in the summer of 2021.", "2021-SU"),
        ("It came in the 1990s.", "199"),
        ("It came on Thursday night.", "2022-08-11TNI"),
        ("It came in early 2021.", "2021"),
        ("It came at the end of July.", "2022-07"),
        ("It came by Thursday.", "2022-08-18"),
        ("It came in the past nine days.", "P9D"),
        ("It came two weeks after the attack.", "P2W"),
        ("It took several years.", "PXY"),
        ("It came recently.", "PAST_REF"),
        ("It came on August 2.", "2022-08-02"),
    ],
)
def test_edtf_as_timex3(text: str, value: str) -> None:
    (mention,) = read_times(text, FRIDAY)
    assert timex3(mention, text) == value


def _phrase(text: str, words: str, kind: str, **value: str) -> Phrase:
    start = text.index(words)
    result = {
        "Text": words,
        "Start": start,
        "End": start + len(words) - 1,
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": [value]},
    }
    return Phrase(text, FRIDAY, (result,))


def test_a_case_is_right_by_span_and_value() -> None:
    assert right(_phrase("We met yesterday.", "yesterday", "date", timex="2022-08-11", value="2022-08-11"))
    assert not right(_phrase("We met yesterday.", "yesterday", "date", timex="2022-08-10", value="2022-08-10"))
    assert not right(_phrase("We met; yesterday.", "We met", "date", timex="2022-08-11", value="2022-08-11"))


def test_ranges_end_before_their_last_day() -> None:
    def week(end: str) -> Phrase:
        return _phrase("We met last week.", "last week", "daterange", timex="2022-W31", start="2022-08-01", end=end)

    assert right(week("2022-08-08"))
    assert not right(week("2022-08-12"))


def test_nothing_expected_is_right_when_nothing_is_found() -> None:
    assert right(Phrase("They may march on.", FRIDAY, ()))
    assert not right(Phrase("We met yesterday.", FRIDAY, ()))


def test_scope_leaves_out_bare_clock_times() -> None:
    assert not in_scope(_phrase("Come at 5 p.m.", "5 p.m.", "time", timex="T17", value="17:00:00"))
    assert in_scope(_phrase("We met yesterday.", "yesterday", "date", timex="2022-08-11", value="2022-08-11"))
