from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model.errors import DateError
from trucewatch.model.time import PartialDate, parse_day


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-08-11", date(2022, 8, 11), date(2022, 8, 11)),
        ("2020-11-10T00:00+03:00", date(2020, 11, 10), date(2020, 11, 10)),
        ("2022-08-01/2022-08-07", date(2022, 8, 1), date(2022, 8, 7)),
        ("../2022-08-31", None, date(2022, 8, 31)),
        ("2022-08-11/..", date(2022, 8, 11), None),
        ("2021~", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_bounds(value: str, earliest: date | None, latest: date | None) -> None:
    found = PartialDate(value)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "value", ["", "2022-13", "2022-02-30", "8 May", "2022-08-07/2022-08-01", "../..", "a/b/c", "20220801"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(DateError):
        PartialDate(value)


def test_dates_agree_at_the_coarser_precision() -> None:
    assert PartialDate("2022-08").agrees(PartialDate("2022-08-11"))
    assert not PartialDate("2022-08").agrees(PartialDate("2022-09-01"))
    assert PartialDate("../2022-08-31").agrees(PartialDate("2020"))


@pytest.mark.parametrize("value", ["12.08.2022", "2022-8-1", "tomorrow", "2022-02-30", ""])
def test_a_publication_day_is_a_whole_day(value: str) -> None:
    with pytest.raises(DateError):
        parse_day(value)


@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    assert parse_day(f"{day:%Y-%m-%d}".zfill(10)) == day
    assert PartialDate(day.isoformat()).is_day


@given(st.text(max_size=30))
def test_odd_values_raise_nothing_else(value: str) -> None:
    with contextlib.suppress(DateError):
        PartialDate(value)
