"""Nothing that a terminal obeys gets through; everything that people write with does."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.faces.safe import cells, visible

OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("bell\x07", "bell␇"),
        ("a\x00b", "a␀b"),
        ("\x7f", "␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("in\u200bvisible", "in<U+200B>visible"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("lone\ud800", "lone\ufffd"),
        ("line\r\nline\ttab", "line  line tab"),
        ("x" + "\u0301" * 50, "x" + "\u0301" * 4),
    ],
)
def test_hidden_characters_are_shown(hidden: str, shown: str) -> None:
    assert visible(hidden) == shown


@pytest.mark.parametrize(
    "text", ["Նիկոլ Փաշինյան", "Хикмет Гаджиев", "می‌خواهم", "停戦協定", "क्षि", "👩‍👩‍👧", "naïve — “quoted”"]
)
def test_every_script_passes(text: str) -> None:
    assert visible(text) == text


def test_newlines_are_kept_when_asked() -> None:
    assert visible("a\nb\x1bc", newlines=True) == "a\nb␛c"


@given(st.text(st.characters()))
def test_nothing_obeyed_is_left(text: str) -> None:
    assert not OBEYED.search(visible(text))
    assert not OBEYED.search(visible(text, newlines=True).replace("\n", ""))


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("停戦", 4), ("e\u0301", 1), ("ｆ", 2), ("\u200d", 0), ("", 0)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text())
def test_ascii_is_one_cell_a_letter(text: str) -> None:
    plain = "".join(each for each in text if each.isascii() and unicodedata.category(each) != "Cc")
    assert cells(plain) == len(plain)
