"""Dates as they are written: what is found, and its value with the publication known and unknown."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.model.time import TimeKind
from trucewatch.reading.times import read_times

FRIDAY = date(2022, 8, 12)


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(mention.span.of(text), mention.value) for mention in read_times(text, published)]


@pytest.mark.parametrize("published", [FRIDAY, None])
@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began on November 9, 2020.", "November 9, 2020", "2020-11-09"),
        ("It began on 9 November 2020.", "9 November 2020", "2020-11-09"),
        ("It began on the 9th of November, 2020.", "9th of November, 2020", "2020-11-09"),
        ("It began on Nov. 9, 2020.", "Nov. 9, 2020", "2020-11-09"),
        ("It began on the ninth of November 2020.", "ninth of November 2020", "2020-11-09"),
        ("It began in November 2020.", "November 2020", "2020-11"),
        ("It began in Sept. 2020.", "Sept. 2020", "2020-09"),
        ("It began in 2020.", "2020", "2020"),
        ("Filed 2022-08-02 by the mission.", "2022-08-02", "2022-08-02"),
        ("Filed 2022-08-02T14:40Z by the mission.", "2022-08-02T14:40Z", "2022-08-02T14:40Z"),
        ("Filed on 02.08.2022.", "02.08.2022", "2022-08-02"),
        ("Filed on 13/04/2022.", "13/04/2022", "2022-04-13"),
        ("Filed on 04/13/2022.", "04/13/2022", "2022-04-13"),
        ("Filed on 08/08/2022.", "08/08/2022", "2022-08-08"),
        ("They met on Monday, 8 August 2022.", "Monday, 8 August 2022", "2022-08-08"),
        ("Prices fell in the summer of 2021.", "the summer of 2021", "2021-06/2021-08"),
        ("It came in spring 2022.", "spring 2022", "2022-03/2022-05"),
        ("It came in the winter of 2021.", "the winter of 2021", "2021-12/2022-02"),
        ("It fell in the third quarter of 2009.", "the third quarter of 2009", "2009-07/2009-09"),
        ("It fell in Q3 2009.", "Q3 2009", "2009-07/2009-09"),
        ("It was born in the 1990s.", "1990s", "1990/1999"),
        ("Maps of the 19th century show it.", "the 19th century", "1801/1900"),
        ("By early 2023 all was said.", "By early 2023", "../2023-04-30"),
        ("It came in early 2023.", "early 2023", "2023-01/2023-04"),
        ("It came in mid-2023.", "mid-2023", "2023-05/2023-08"),
        ("It came in late March 2023.", "late March 2023", "2023-03-21/2023-03-31"),
        ("It came at the end of 2023.", "the end of 2023", "2023-09/2023-12"),
        ("The first week of March 2022 was calm.", "The first week of March 2022", "2022-02-28/2022-03-06"),
        ("The last week of March 2009 was calm.", "The last week of March 2009", "2009-03-23/2009-03-29"),
        ("The first three months of 2022 were calm.", "The first three months of 2022", "2022-01/2022-03"),
        ("The first Monday of May 2022 was calm.", "The first Monday of May 2022", "2022-05-02"),
        ("The second half of 2021 was calm.", "The second half of 2021", "2021-07/2021-12"),
        ("It is called the 2020 war.", "2020", "2020"),
        ("As the 2020 statement has it.", "2020", "2020"),
        ("Under the 2015 Minsk agreements.", "2015", "2015"),
    ],
)
def test_absolute_dates_need_no_publication(text: str, words: str, value: str, published: date | None) -> None:
    assert values(text, published) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They spoke on August 2 and 8.", [("August 2", "2022-08-02"), ("8", "2022-08-08")]),
        (
            "They spoke on August 2, 5 and 8 by phone.",
            [("August 2", "2022-08-02"), ("5", "2022-08-05"), ("8", "2022-08-08")],
        ),
        ("They spoke on 2 and 8 August.", [("2", "2022-08-02"), ("8 August", "2022-08-08")]),
        ("On 2 and 8 August 2021 they spoke.", [("2", "2021-08-02"), ("8 August 2021", "2021-08-08")]),
        ("On August 2 and 8 soldiers fell.", [("August 2", "2022-08-02")]),
        (
            "The March 4, 2019, the May 6 and July 8, 2020 statements say so.",
            [("March 4, 2019", "2019-03-04"), ("May 6", "2020-05-06"), ("July 8, 2020", "2020-07-08")],
        ),
        ("It snowed in January and February 2021.", [("January", "2021-01"), ("February 2021", "2021-02")]),
        ("They met on Monday and Tuesday.", [("Monday", "2022-08-08"), ("Tuesday", "2022-08-09")]),
    ],
)
def test_coordinated_dates_share_month_and_year(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It ran from 1 to 5 May.", "from 1 to 5 May", "2022-05-01/2022-05-05"),
        ("It ran from 1 to 5 May 2019.", "from 1 to 5 May 2019", "2019-05-01/2019-05-05"),
        ("It fell between 3 and 12 September 2021.", "between 3 and 12 September 2021", "2021-09-03/2021-09-12"),
        ("It ran August 2–8, 2021.", "August 2–8, 2021", "2021-08-02/2021-08-08"),
        ("It ran from 28 December to 3 January 2022.", "from 28 December to 3 January 2022", "2021-12-28/2022-01-03"),
        ("It ran from 2009 to 2011.", "from 2009 to 2011", "2009/2011"),
        ("It fell between April and June.", "between April and June", "2022-04/2022-06"),
        ("It ran from Monday to Wednesday.", "from Monday to Wednesday", "2022-08-08/2022-08-10"),
        ("It ran from Friday to Sunday.", "from Friday to Sunday", "2022-08-12/2022-08-14"),
        (
            "Between May 3, 2019 and June 4, 2020 it rained.",
            "Between May 3, 2019 and June 4, 2020",
            "2019-05-03/2020-06-04",
        ),
    ],
)
def test_runs_of_dates(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on August 2.", "2022-08-02"),
        ("They met on December 20.", "2021-12-20"),
        ("They will meet on December 20.", "2022-12-20"),
        ("Talks are scheduled for September 3.", "2022-09-03"),
        ("They announced an August 20 deadline.", "2022-08-20"),
        ("They met in October.", "2021-10"),
        ("It will open in October.", "2022-10"),
        ("They met in August.", "2022-08"),
        ("They met last October.", "2021-10"),
        ("They will meet next March.", "2023-03"),
        ("It opens in October of next year.", "2023-10"),
        ("It opened in March last year.", "2021-03"),
    ],
)
def test_a_missing_year_is_that_of_the_nearest_date_by_tense(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]
    assert [found for _, found in values(text, None)] == [None]


def test_without_publication_a_missing_year_is_carried_from_a_day_told_before() -> None:
    text = "The truce of 13 December 2020 held. On 4 January it broke."
    first, second = read_times(text, None)
    assert (first.value, second.value, second.basis.value) == ("2020-12-13", "2021-01-04", "carried")


def test_a_year_alone_lends_no_year() -> None:
    assert [value for _, value in values("The war began in 2011. In December it paused.", None)] == ["2011", None]


@pytest.mark.parametrize(
    "text",
    [
        "They wait for a second vote.",
        "May said it would not march on.",
        "They march on the town; they may come.",
        "Hill 2254 and height 2054 were shelled.",
        "They fired at 100M of it.",
        "The Sun shone and the cat Sat down.",
        "They lost by 24-7 yesterdays.",
        "UN resolution 1701 was cited, and resolution 2231.",
        "A 36-year-old man and a boy of 12 years of age.",
        "Some 2,020 people and 2021 soldiers fled.",
        "It cost $2020 and 1999 euros.",
        "The first and third brigades; the 5th army.",
        "Tel: 000 111 82-2100.",
        "The Daily Star and the Weekly Mail.",
        "April O'Neil called August Wilson.",
        "The fall of the town is near.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


def test_a_numeric_date_that_can_be_read_two_ways_stays_open() -> None:
    assert values("Filed on 03/04/2026.") == [("03/04/2026", None)]


def test_an_impossible_day_has_no_value() -> None:
    assert values("It was due on 31 February 2022 and on November 31.") == [
        ("31 February 2022", None),
        ("November 31", None),
    ]


def test_kinds() -> None:
    text = "In 2020, from 1 to 5 May, for two years, every Monday."
    kinds = [mention.kind for mention in read_times(text, FRIDAY)]
    assert kinds == [TimeKind.DATE, TimeKind.INTERVAL, TimeKind.DURATION, TimeKind.SET]
