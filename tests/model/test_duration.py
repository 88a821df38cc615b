"""Lengths added by the calendar: ends of months, hours, offsets, the edge of the calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from trucewatch.model.duration import Duration
from trucewatch.model.errors import DateError


@pytest.mark.parametrize(
    ("day", "length", "later"),
    [
        ("2021-01-30", "P1M", "2021-02-28"),
        ("2024-01-30", "P1M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2020-11-09", "P3Y", "2023-11-09"),
        ("2022-12-31", "P2M", "2023-02-28"),
        ("2023-03-01", "P1W", "2023-03-08"),
        ("2023-12-20", "P14D", "2024-01-03"),
        ("2022-11-02", "PT24H", "2022-11-03"),
        ("2022-11-02", "PT36H", "2022-11-04"),
        ("2023-01-31", "P1M1D", "2023-03-01"),
    ],
)
def test_days_move_by_the_calendar(day: str, length: str, later: str) -> None:
    assert Duration.parse(length).from_day(date.fromisoformat(day)) == date.fromisoformat(later)


def test_a_length_turned_back_goes_back() -> None:
    assert Duration.parse("P6M").times(-1).from_day(date(2025, 11, 10)) == date(2025, 5, 10)
    assert Duration.parse("P1M").times(-1).from_day(date(2025, 3, 31)) == date(2025, 2, 28)
    assert Duration.parse("P1M").times(-1).from_day(date(2025, 1, 15)) == date(2024, 12, 15)


def test_times_keep_their_offset() -> None:
    start = datetime.fromisoformat("2023-05-22T21:45+02:00")
    assert Duration.parse("PT48H").from_time(start).isoformat() == "2023-05-24T21:45:00+02:00"
    assert Duration.parse("P7D").from_time(start).isoformat() == "2023-05-29T21:45:00+02:00"


@pytest.mark.parametrize("words", ["", "P", "PT", "3Y", "P3", "P1YT", "P-1D", "P1.5D", "p3y", "P1D2M"])
def test_what_is_no_duration_is_refused(words: str) -> None:
    with pytest.raises(DateError, match="ISO 8601"):
        Duration.parse(words)


@pytest.mark.parametrize("length", ["P9999Y", "P99999D"])
def test_the_calendar_ends(length: str) -> None:
    with pytest.raises(DateError, match="calendar"):
        Duration.parse(length).times(40).from_day(date(2022, 1, 1))
    with pytest.raises(DateError, match="calendar"):
        Duration.parse(length).times(40).from_time(datetime.fromisoformat("2022-01-01T00:00+04:00"))


def test_words() -> None:
    assert Duration.parse("P3Y").words() == "3 years"
    assert Duration.parse("P1Y1M1D").words() == "1 year 1 month 1 day"
    assert Duration.parse("PT48H").words() == "48 hours"
    assert Duration().words() == "0 days"
    assert Duration.parse("P1W") == Duration(0, 7, timedelta())
