"""However a figure or a date is written, the same one is the same."""

from __future__ import annotations

import pytest

from trucewatch.documents.likeness import figures
from trucewatch.documents.likeness.words import WordKind, words


def _read(text: str, kind: WordKind) -> list[str]:
    return [word.value for word in words(text, 0, len(text)) if word.kind is kind]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,500 men", "1500"),
        ("1\u00a0500 men", "1500"),
        ("twenty-two men", "22"),
        ("Forty five men", "45"),
        ("two hundred men", "200"),
        ("300 thousand men", "300000"),
        ("two dozen men", "24"),
        ("3.5 per cent", "3.5"),
        ("the 4th brigade", "4"),
    ],
)
def test_figures(written: str, value: str) -> None:
    assert _read(written, WordKind.NUMBER) == [value]


def test_two_figures_stay_two() -> None:
    assert _read("in 2020 300 men, and twenty three-man teams", WordKind.NUMBER) == ["2020", "300", "23"]
    assert _read("between ten five-ton lorries", WordKind.NUMBER) == ["10", "5"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on 3 August", "aug 3"),
        ("on August 3", "aug 3"),
        ("on Aug. 3rd", "aug 3"),
        ("on 03.08.2022", "aug 3"),
        ("on 2022-08-03", "aug 3"),
        ("on 8/3/2022", "8/3/2022"),
        ("on Tuesday", "tuesday"),
        ("in September", "sep"),
        ("on 4 May", "may 4"),
    ],
)
def test_days(written: str, value: str) -> None:
    assert _read(written, WordKind.DAY) == [value]


@pytest.mark.parametrize("written", ["he may march", "They May", "sun and sat", "99.99.2022 shots at 2022-13-45"])
def test_what_is_no_day_of_the_calendar(written: str) -> None:
    assert not any(word[:3] in figures.MONTHS for word in _read(written, WordKind.DAY))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("14:40", "2:40", True),
        ("14.40", "2:40", True),
        ("09:40", "9:40", True),
        ("12:05", "0:05", True),
        ("14:40", "2:41", False),
        ("14:40", "3:40", False),
        ("22", "10", False),
        ("7", "7", True),
    ],
)
def test_times_of_day(one: str, other: str, same: bool) -> None:
    assert figures.same_figure(one, other) is same
