"""Odd dates, and dates that are none."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.reading.times import odd_times, read_times

FRIDAY = date(2022, 8, 12)


def odd(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    found = odd_times(text, read_times(text, published), published)
    return [(span.of(text), message) for span, message in found]


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("It was due on 31 February 2022.", "31 February 2022", "no day of the calendar"),
        ("It was due on November 31.", "November 31", "no day of the calendar"),
        ("It was due by 29 February 2021.", "by 29 February 2021", "no day of the calendar"),
        ("Filed on 03/04/2026.", "03/04/2026", "two ways"),
        ("On Monday, August 12, 2022 they met.", "Monday, August 12, 2022", "is a Friday"),
        ("He was killed on August 15, 2022.", "August 15, 2022", "after publication"),
        ("They spoke twice in the past week—on August 2 and 8.", "August 2", "outside “the past week”"),
    ],
)
def test_odd_dates_are_told(text: str, words: str, part: str) -> None:
    ((found, message),) = odd(text)
    assert found == words
    assert part in message


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, August 12, 2022 they met.",
        "They are expected on August 15, 2022.",
        "It will be signed on August 15, 2022.",
        "They spoke twice in the past week—on August 8 and 9.",
        "They spoke in the past week. On August 2 it had rained.",
        "It was due on 29 February 2020.",
        "They met on 13/04/2022.",
    ],
)
def test_sound_dates_are_not(text: str) -> None:
    assert odd(text) == []


def test_the_publication_may_be_unknown() -> None:
    assert odd("He was killed on August 15, 2022.", None) == []
