"""Days stated by pages: only forms that can be read in one way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.dates import day

DAY = date(2022, 8, 12)


@pytest.mark.parametrize(
    "stated",
    [
        "2022-08-12",
        " 2022-8-12 ",
        "2022-08-12T23:59:00+04:00",
        "2022-08-12 10:00",
        "2022/08/12",
        "20220812",
        "20220812T101500Z",
        "Fri, 12 Aug 2022 10:00:00 GMT",
        "12 August 2022",
        "12th of August 2022".replace("of ", ""),
        "August 12, 2022",
        "Aug. 12, 2022",
        "Friday, 12 August 2022",
    ],
)
def test_forms_that_are_read(stated: str) -> None:
    assert day(stated) == DAY


@pytest.mark.parametrize(
    "stated",
    ["", "today", "08/12/2022", "12.08.2022", "2022", "2022-08", "2022-13-01", "2022-02-30", "1660262400", "0001-01-01",
     "12 Augustus 2022", "202208123", "2022-08-123"],
)  # fmt: skip
def test_forms_that_are_not(stated: str) -> None:
    assert day(stated) is None


@given(st.dates(min_value=date(1900, 1, 1)))
def test_iso_days_come_back(stated: date) -> None:
    assert day(stated.isoformat()) == stated


@given(st.text())
def test_any_text_is_a_day_or_none(stated: str) -> None:
    assert day(stated) is None or isinstance(day(stated), date)
