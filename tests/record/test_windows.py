"""The words shown around a datum: its sentences, never less than itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.model.text import Span
from trucewatch.record.windows import window

REACH = 600
CASES = [
    # the text, the datum in it, what is shown
    ("It rained. Guns fired at noon. It was calm.", "fired", "Guns fired at noon."),
    ("It rained. Guns fired at noon. It was calm.", "rained. Guns", "It rained. Guns fired at noon."),
    ("Gen. Ivo Marn fired first. Then it was calm.", "fired", "Gen. Ivo Marn fired first."),
    ("The U.N. Security Council met. It ended.", "met", "The U.N. Security Council met."),
    ("He lost 3.5 km of road. It ended.", "lost", "He lost 3.5 km of road."),
    ("Guns near Harrow\nThe guns fired\n\nIt was calm", "fired", "The guns fired"),
    ("“We fired.” He left. “It is over!” she said.", "left", "He left."),
    ("“We fired.” He left. “It is over!” she said.", "over", "“It is over!” she said."),
    ("Ուժերը հեռացան. Силы ушли! Was it? Yes.", "ушли", "Силы ушли!"),
    ("   fired   ", "fired", "fired"),
    ("fired", "fired", "fired"),
]


@pytest.mark.parametrize(("text", "words", "shown"), CASES)
def test_the_sentences_it_stands_in_are_shown(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    assert window(text, Span(start, start + len(words))).of(text) == shown


def test_a_text_without_an_end_is_cut() -> None:
    text = "word " * 1000
    shown = window(text, Span(2500, 2504))
    assert REACH <= shown.end - shown.start <= 2 * REACH + 4


_texts = st.text(st.sampled_from("aB .\n”“!?1ժЖ\u202e🜂"), min_size=1, max_size=1500)


@settings(max_examples=150, deadline=None)
@given(_texts, st.data())
def test_it_always_holds_the_datum_and_stays_within_reach(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    shown = window(text, span)
    assert max(0, span.start - REACH) <= shown.start <= span.start
    assert span.end <= shown.end <= min(len(text), span.end + REACH)
