"""Days that words name, against the day they were printed."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.assessment.disputes.days import Stretch, named

PRINTED = date(2031, 3, 13)  # a Thursday


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("late on Monday", "2031-03-10", "2031-03-10"),
        ("on Thursday", "2031-03-13", "2031-03-13"),
        ("yesterday", "2031-03-12", "2031-03-12"),
        ("on 3 March", "2031-03-03", "2031-03-03"),
        ("on December 30", "2030-12-30", "2030-12-30"),
        ("from 3 to 5 March 2029", "2029-03-05", "2029-03-05"),
        ("on Monday, near the place of Sunday's incident", "2031-03-10", "2031-03-10"),
        ("Tuesday's attack", "2031-03-11", "2031-03-11"),
        ("in November", "2030-11-01", "2030-11-30"),
    ],
)
def test_days_are_found(words: str, first: str, last: str) -> None:
    expected = Stretch(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    assert named(words, PRINTED) == expected


@pytest.mark.parametrize("words", ["the statement of 9 November", "they may fire", "on 31 June", "nobody was hurt"])
def test_what_names_no_day_of_what_happened(words: str) -> None:
    assert named(words, PRINTED) is None
