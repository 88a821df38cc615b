"""Quotations: marks of all kinds, nesting, apostrophes, paragraphs, scare quotes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.draft import Usage
from trucewatch.reading.quotations import read_quotations
from trucewatch.reading.segments import paragraphs


def quoted(text: str) -> list[tuple[str, ...]]:
    """The words of each quotation, by part."""
    return [tuple(part.of(text) for part in one.parts) for one in read_quotations(text, paragraphs(text))]


def usages(text: str) -> list[Usage]:
    return [one.usage for one in read_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "She said: “We go home.”",
        'She said: "We go home."',
        "She said: ‘We go home.’",
        "She said: 'We go home.'",
        "She said: «We go home.»",
        "She said: « We go home. »",
        "She said: »We go home.«",
        "She said: „We go home.“",
        "She said: „We go home.”",
        "She said: ”We go home.”",
        "She said: ‹We go home.›",
        "She said: ``We go home.''",
        "She said: 「We go home.」",
    ],
)
def test_marks_of_every_kind(text: str) -> None:
    assert quoted(text) == [("We go home.",)]
    assert usages(text) == [Usage.SPEECH]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan and the army's camp aren't Osten's.",
        "It was the boys’ idea in the ’90s, rock ’n’ roll and all.",
        "James' house is 6' wide and 12\" high.",
        "No marks at all.",
        "'tis late",
    ],
)
def test_apostrophes_and_measures_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_inch_mark_inside_a_quotation_does_not_close_it() -> None:
    assert quoted('He said: "The pipe was 12" wide, they told us."') == [('The pipe was 12" wide, they told us.',)]


def test_nested_marks_give_the_outer_quotation_first() -> None:
    text = "“He told us ‘the road is shut’ and left,” she said."
    assert quoted(text) == [("He told us ‘the road is shut’ and left,",), ("the road is shut",)]


def test_double_inside_single() -> None:
    assert quoted("‘They shouted “go away now” at us,’ he said.") == [
        ("They shouted “go away now” at us,",),
        ("go away now",),
    ]


def test_an_apostrophe_inside_a_single_quotation_does_not_close_it() -> None:
    assert quoted("'We don't trust them,' said the elders' aide.") == [("We don't trust them,",)]


def test_one_speech_over_paragraphs_is_one_quotation() -> None:
    text = "“The first day was calm.\n\n“The second was not.”\n\nNothing more was said."
    assert quoted(text) == [("The first day was calm.", "The second was not.")]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“The first day was calm, he said.\n\nThe second was not."
    (one,) = read_quotations(text, paragraphs(text))
    assert not one.closed
    assert one.parts[0].of(text) == "The first day was calm, he said."


def test_a_quotation_never_closed_ends_where_the_next_begins() -> None:
    assert quoted("“We wait, he said. “They do not.”") == [("We wait, he said.",), ("They do not.",)]


@pytest.mark.parametrize(
    "text",
    [
        "They plan a “contact” between the two.",
        "The so-called “peace corridor” is shut.",
        "He edits “The Voice of the Valley” in town.",
        "A 'grey zone' lies between them.",
    ],
)
def test_scare_quotes_and_titles(text: str) -> None:
    assert usages(text) == [Usage.SCARE]


@pytest.mark.parametrize(
    "text",
    [
        "“Never,” he said.",
        "He said “never again” twice.",
        "“We are leaving” was all.",
        "“Stop!” and no more.",
        "The plan is, she wrote, “a slow and very costly failure for all of us”.",
    ],
)
def test_speech(text: str) -> None:
    assert usages(text) == [Usage.SPEECH]


@pytest.mark.parametrize(
    "text", ['"' * 20_000, "'a " * 60_000, "“" * 20_000, "“ ‘" * 20_000, '" 5"' * 20_000, "“'a'" * 20_000]
)
def test_linear_time_on_odd_texts(text: str) -> None:
    start = time.perf_counter()
    read_quotations(text, paragraphs(text))
    assert time.perf_counter() - start < 5


@given(st.text(alphabet="ab S.,5\n “”„‟\"«»‹›'‘’‚`「」", max_size=200))
def test_parts_lie_in_the_text_in_order(text: str) -> None:
    blocks = paragraphs(text)
    found = read_quotations(text, blocks)
    assert found == read_quotations(text, blocks)
    for one in found:
        assert one.parts
        for part in one.parts:
            assert part.end <= len(text)
            assert part.of(text) == part.of(text).strip() != ""
        assert all(a.end <= b.start for a, b in zip(one.parts, one.parts[1:], strict=False))
    assert [one.parts[0].start for one in found] == sorted(one.parts[0].start for one in found)
