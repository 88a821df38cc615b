"""Times told against the publication, against the date told before, and with prepositions that bound them."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.model.time import DateBasis, TimeKind
from trucewatch.reading.times import read_times

FRIDAY = date(2022, 8, 12)

RELATIVE = [
    ("He said on Thursday that it held.", "Thursday", "2022-08-11"),
    ("He said on Friday that it held.", "Friday", "2022-08-12"),
    ("They will meet on Thursday.", "Thursday", "2022-08-18"),
    ("They met last Thursday.", "last Thursday", "2022-08-04"),
    ("They meet next Thursday.", "next Thursday", "2022-08-18"),
    ("They met on Tuesday of last week.", "Tuesday of last week", "2022-08-02"),
    ("They met this past Wednesday.", "this past Wednesday", "2022-08-10"),
    ("They met today.", "today", "2022-08-12"),
    ("They met yesterday.", "yesterday", "2022-08-11"),
    ("They meet tomorrow.", "tomorrow", "2022-08-13"),
    ("They met the day before yesterday.", "the day before yesterday", "2022-08-10"),
    ("They meet tonight.", "tonight", "2022-08-12"),
    ("They met this morning.", "this morning", "2022-08-12"),
    ("They met last night.", "last night", "2022-08-11"),
    ("They met on Thursday night.", "Thursday night", "2022-08-11"),
    ("They fired overnight.", "overnight", "2022-08-11/2022-08-12"),
    ("They met last week.", "last week", "2022-08-01/2022-08-07"),
    ("They met this week.", "this week", "2022-08-08/2022-08-14"),
    ("They meet next week.", "next week", "2022-08-15/2022-08-21"),
    ("They met last weekend.", "last weekend", "2022-08-06/2022-08-07"),
    ("They met this month.", "this month", "2022-08"),
    ("They met last month.", "last month", "2022-07"),
    ("They meet next month.", "next month", "2022-09"),
    ("They met this year.", "this year", "2022"),
    ("They met last year.", "last year", "2021"),
    ("They met last quarter.", "last quarter", "2022-04/2022-06"),
    ("They met earlier this month.", "earlier this month", "2022-08-01/2022-08-12"),
    ("They met earlier this week.", "earlier this week", "2022-08-08/2022-08-12"),
    ("They met earlier today.", "earlier today", "2022-08-12"),
    ("They meet later this month.", "later this month", "2022-08-12/2022-08-31"),
    ("They met late last month.", "late last month", "2022-07-21/2022-07-31"),
    ("They met in mid-August.", "mid-August", "2022-08-11/2022-08-20"),
    ("They met last summer.", "last summer", "2021-06/2021-08"),
    ("They met this summer.", "this summer", "2022-06/2022-08"),
    ("They fired in the past 24 hours.", "the past 24 hours", "2022-08-11/2022-08-12"),
    ("They met in the past week.", "the past week", "2022-08-05/2022-08-12"),
    ("They met over the last three days.", "the last three days", "2022-08-09/2022-08-12"),
    ("They meet over the next two weeks.", "the next two weeks", "2022-08-12/2022-08-26"),
    ("They met two days ago.", "two days ago", "2022-08-10"),
    ("They met a week ago.", "a week ago", "2022-08-05"),
    ("They met three months ago.", "three months ago", "2022-05"),
    ("They met two years ago.", "two years ago", "2020"),
    ("They will meet in two weeks.", "in two weeks", "2022-08-26"),
    ("They will meet by the end of August.", "by the end of August", "../2022-08-31"),
    ("They will meet by Friday.", "by Friday", "../2022-08-12"),
    ("They will meet by Thursday.", "by Thursday", "../2022-08-18"),
    ("They must leave by 15 November.", "by 15 November", "../2022-11-15"),
    ("They must leave no later than 1 December.", "no later than 1 December", "../2022-12-01"),
    ("They stay until October.", "until October", "../2022-10"),
    ("They must leave before 5 September.", "before 5 September", "../2022-09-04"),
    ("They have stayed since Thursday.", "since Thursday", "2022-08-11/.."),
    ("They have stayed since early June.", "since early June", "2022-06-01/.."),
    ("They will stay six, starting on Sunday.", "starting on Sunday", "2022-08-14/.."),
    ("The truce expires on March 1.", "March 1", "2023-03-01"),
    ("They stay after 5 September.", "after 5 September", "2022-09-06/.."),
    ("At 1300 GMT on Thursday it rang.", "1300 GMT on Thursday", "2022-08-11T13:00Z"),
    ("It rang at 00:05 local time on Sunday.", "00:05 local time on Sunday", "2022-08-07T00:05"),
    ("It rang on Thursday at 5 p.m.", "Thursday at 5 p.m.", "2022-08-11T17:00"),
    ("It rang at noon on Friday.", "noon on Friday", "2022-08-12T12:00"),
]


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE)
def test_relative_times_count_from_the_publication(text: str, words: str, value: str) -> None:
    assert [(m.span.of(text), m.value) for m in read_times(text, FRIDAY)] == [(words, value)]


@pytest.mark.parametrize(("text", "words"), [(text, words) for text, words, _ in RELATIVE])
def test_relative_times_are_found_but_open_without_a_publication(text: str, words: str) -> None:
    found = read_times(text, None)
    assert [m.value for m in found] in ([None], ["P2W"])
    assert found[0].span.of(text) == words or words in found[0].span.of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Since 2021 it has held.", "2021/.."),
        ("Until 5 May 2021 it held.", "../2021-05-05"),
        ("By the end of 2021 it held.", "../2021-12-31"),
        ("It rang at 14:40 on 8 November 2021.", "2021-11-08T14:40"),
        ("On 8 November 2021, at 20:00 (Yerevan time), it rang.", "2021-11-08T20:00"),
        ("It ran between 14:00 and 16:30 on 8 November 2021.", "2021-11-08T14:00/2021-11-08T16:30"),
        ("It begins 5 May 2021 or later.", "2021-05-05/.."),
    ],
)
def test_bounds_and_clock_times_on_full_dates_need_no_publication(text: str, value: str) -> None:
    assert [m.value for m in read_times(text, None)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The truce began on 1 May 2021. Two days later it broke.", "2021-05-03"),
        ("The truce began on 1 May 2021. Three days earlier they had met.", "2021-04-28"),
        ("The truce began on 1 May 2021. The next day it broke.", "2021-05-02"),
        ("The truce began on 1 May 2021. It broke the same day.", "2021-05-01"),
        ("The truce began on 1 May 2021. It broke later that month.", "2021-05"),
        ("The truce began on 1 May 2021 at dawn. It broke at 14:40.", "2021-05-01T14:40"),
    ],
)
def test_times_told_against_the_date_before_are_carried(text: str, value: str) -> None:
    mention = read_times(text, FRIDAY)[-1]
    assert (mention.value, mention.basis) == (value, DateBasis.CARRIED)


def test_a_time_of_the_clock_takes_the_day_told_after_it_in_the_sentence() -> None:
    text = "At 14:40 shells fell, the mission said on Tuesday. At 15:00 they stopped."
    assert [m.value for m in read_times(text, FRIDAY)] == ["2022-08-09T14:40", "2022-08-09", "2022-08-09T15:00"]
    assert [m.value for m in read_times("At 14:40 it rang. On Tuesday it stopped.", FRIDAY)] == [None, "2022-08-09"]


@pytest.mark.parametrize("text", ["Two days later it broke.", "It rang at 14:40.", "That day it broke."])
def test_with_nothing_told_before_they_stay_open(text: str) -> None:
    assert [m.value for m in read_times(text, FRIDAY)] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It lasted two years.", "P2Y"),
        ("It lasted 24 hours.", "PT24H"),
        ("A five-year term.", "P5Y"),
        ("It took two and a half years.", "P2.5Y"),
        ("It took 1 hour and 30 minutes.", "PT1H30M"),
        ("It took a decade.", "P10Y"),
        ("Within thirty (30) days.", "P30D"),
        ("It took several years.", None),
    ],
)
def test_lengths_of_time(text: str, value: str | None) -> None:
    (mention,) = read_times(text, FRIDAY)
    assert (mention.kind, mention.value) == (TimeKind.DURATION, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet each week.", "each week", "P1W"),
        ("They meet every two months.", "every two months", "P2M"),
        ("The daily shelling goes on.", "daily", "P1D"),
        ("They build 15 a year.", "a year", "P1Y"),
    ],
)
def test_sets(text: str, words: str, value: str) -> None:
    (mention,) = read_times(text, FRIDAY)
    assert (mention.kind, mention.span.of(text), mention.value) == (TimeKind.SET, words, value)


@pytest.mark.parametrize("published", [date.min, date.max, date(2, 1, 1)])
@pytest.mark.parametrize("text", ["last summer", "next week", "two years ago", "the fourth Sunday of this month"])
def test_the_ends_of_the_calendar_are_no_fault(text: str, published: date) -> None:
    for mention in read_times(f"They met {text}, or in late autumn.", published):
        assert mention.span.of(f"They met {text}, or in late autumn.")
