"""The canonical text: little is changed, all of it counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.clean import clean

ANY = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("text", "canonical", "notes"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n", ()),
        ("a\0b\0", "a\ufffdb\ufffd", ("2 NUL characters replaced by U+FFFD",)),
        ("a\ud800b", "a\ufffdb", ("1 lone surrogate replaced by U+FFFD",)),
        ("a\u202eb\u2066", "a\u202eb\u2066", ("2 bidirectional controls kept",)),
        ("cease\u00adfire \u200b", "cease\u00adfire \u200b", ("2 zero-width characters kept",)),
        ("a\x1bb", "a\x1bb", ("1 control character kept",)),
        ("e\u0301 \u2028 \x85", "e\u0301 \u2028 \x85", ()),
    ],
)
def test_what_is_changed_and_what_is_kept(text: str, canonical: str, notes: tuple[str, ...]) -> None:
    cleaned = clean(text)
    assert (cleaned.text, cleaned.notes) == (canonical, notes)


@given(ANY)
def test_cleaning_is_idempotent(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(ANY)
def test_the_text_holds_neither_nul_nor_surrogates_nor_cr(text: str) -> None:
    cleaned = clean(text).text
    assert "\0" not in cleaned
    assert "\r" not in cleaned
    cleaned.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_everything_else_stays(text: str) -> None:
    assert clean(text).text == text
