"""What holds for every text: spans that slice, values that are valid, the same twice, no fault and no slowness."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.model.text import Span
from trucewatch.model.time import PartialDate, TimeKind
from trucewatch.reading.times import DatedName, odd_times, read_times
from trucewatch.reading.times.dispatch import RULES
from trucewatch.reading.times.tokens import _TOKEN, Tokens
from trucewatch.reading.times.wordlists import words

NAMES = (DatedName(date(2021, 3, 4), ("agreement",), "harbour", date(2021, 3, 4), None),)
_OTHERS = words(
    "1 31 2021 9999 0001 12:40 3/4/2021 2022-08-02 30 s th ’s p.m. GMT August May Monday agreement signing week days "
    "years ago of and , . - – — ( ) ٣ １２ é \u202e will was"
)
_PIECES = [*sorted(RULES), *sorted(_OTHERS), "\x00", "\n\n", "\n"]
TEXTS = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.text(max_size=200),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2020, 2, 29), date(2022, 8, 12)]))


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_every_text_is_read(text: str, published: date | None) -> None:
    found = read_times(text, published, dated_names=NAMES)
    assert found == read_times(text, published, dated_names=NAMES)
    end = 0
    for mention in found:
        quoted = mention.span.of(text)
        assert quoted
        assert quoted == quoted.strip()
        assert mention.span.start >= end
        end = mention.span.end
        if mention.kind in (TimeKind.DATE, TimeKind.INTERVAL) and mention.value is not None:
            PartialDate(mention.value)
            assert (mention.kind is TimeKind.INTERVAL) == ("/" in mention.value)
    for span, message in odd_times(text, found, published):
        assert span.of(text)
        assert message


@settings(max_examples=50, deadline=None)
@given(TEXTS, TEXTS)
def test_no_expression_crosses_a_paragraph(first: str, second: str) -> None:
    if not first or not second:
        return
    text = first + second
    paragraphs = (Span(0, len(first)), Span(len(first), len(text)))
    for mention in read_times(text, date(2022, 8, 12), paragraphs=paragraphs):
        assert mention.span.end <= len(first) or mention.span.start >= len(first)


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "1", "1 ", "1,", "1.", "1-", "1/", ":", "-", "\n", "\n ", " ", "’s", "(", "é", "٣"),
        *("by ", "the ", "the end of ", "from ", "last ", "every ", "early ", "May ", "May 1, ", "1 and ", "2021 to "),
        *("within 5 days of the signing ", "on day 5 after ", "Monday, ", "12:40 ", "in two weeks ", "this agreement "),
    ],
)
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    """Ten times the text takes about ten times the time, not a hundred: nothing in the grammar is quadratic."""

    def spent(count: int) -> float:
        text = piece * count
        start = time.process_time()
        odd_times(text, read_times(text, date(2022, 8, 12), dated_names=NAMES), date(2022, 8, 12))
        return time.process_time() - start

    spent(100)
    small = min(spent(400) for _ in range(3))
    large = min(spent(4_000) for _ in range(3))  # the least of three: a busy machine only ever adds
    assert large < 40 * small + 0.2


@pytest.mark.parametrize("sign", ["a", "1", "\n", "é", "’", "٣", " "])
def test_fifty_thousand_of_one_sign_are_read_at_once(sign: str) -> None:
    start = time.process_time()
    read_times(sign * 50_000, date(2022, 8, 12))
    assert time.process_time() - start < 2.0


@pytest.mark.parametrize("sign", ["a", "1", "\n", " ", "\n ", "’", "é", "\n\n", "\u0301"])
def test_the_pattern_of_tokens_is_linear(sign: str) -> None:
    start = time.process_time()
    for _ in _TOKEN.finditer(sign * 50_000):
        pass
    assert time.process_time() - start < 1.0


def test_tokens_cover_every_sign() -> None:
    t = Tokens("It’s 5pm—now.\n\nNext")
    assert t.low[: t.count] == ["it", "’", "s", "5", "pm", "—", "now", ".", "\n", "next", "\n"]
