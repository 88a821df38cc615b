from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.model.errors import SpanError
from trucewatch.model.text import Alignment, Quote, Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_that_holds_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="is no span"):
        Span(start, end)


def test_a_quote_beyond_its_text_is_refused() -> None:
    with pytest.raises(SpanError, match="runs beyond"):
        Quote.cut("short", Span(2, 9))


def test_code_points_not_bytes_are_counted() -> None:
    assert Span(1, 3).of("a𐍈éz") == "𐍈é"


@given(st.text(min_size=1), st.data())
def test_a_cut_quote_is_exact_in_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Quote.cut(text, Span(start, end))
    assert quote.text == text[start:end]
    assert quote.verify(text).alignment is Alignment.EXACT


def test_alignment_is_named() -> None:
    text = "The  Road is open."
    assert Quote(Span(0, 9), "the road").verify(text).alignment is Alignment.NORMALISED
    assert Quote(Span(0, 9), "the bridge").verify(text).alignment is Alignment.UNALIGNED


def test_spans_hold_and_meet() -> None:
    assert Span(2, 8).holds(Span(2, 5))
    assert not Span(2, 8).holds(Span(1, 5))
    assert Span(2, 5).meets(Span(4, 9))
    assert not Span(2, 5).meets(Span(5, 9))
