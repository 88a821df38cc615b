"""Lines are filled to the width and no further, whatever is written into them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.faces.safe import cells, visible
from trucewatch.faces.text.page import STYLES, Page

SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_fills_and_hangs() -> None:
    page = Page(30, colour=False)
    page.line(("one two three four five six seven eight", ""), indent=2, hang=4)
    assert page.text() == "  one two three four five six\n      seven eight\n"


def test_bar_stands_before_every_line() -> None:
    page = Page(30, colour=False)
    page.line(("one two three four five six seven eight", ""), indent=2, bar=True)
    assert page.text() == "  │ one two three four five\n  │ six seven eight\n"


def test_pieces_without_space_stay_together() -> None:
    page = Page(30, colour=False)
    page.line(("aaaaaaaaaaaaaaaaaaaaaaaaa bb", ""), ("cc", "anchor"), ("dd", ""))
    assert page.text() == "aaaaaaaaaaaaaaaaaaaaaaaaa\nbbccdd\n"


def test_styles_are_written_once_a_run() -> None:
    page = Page(60, colour=True)
    page.line(("Ivo Marn", "speaker"), (" said so", ""))
    assert page.text() == "\x1b[1mIvo Marn\x1b[0m said so\n"


def test_no_colour_no_escape() -> None:
    page = Page(60, colour=False)
    page.heading("who")
    page.line(("Ivo Marn", "speaker"))
    assert page.text() == "WHO\nIvo Marn\n"


def test_wide_letters_are_cut_by_cells() -> None:
    page = Page(30, colour=False)
    page.line(("停" * 40, ""))
    assert [cells(line) for line in page.text().splitlines()] == [30, 30, 20]


def test_blank_lines_are_never_doubled() -> None:
    page = Page(30, colour=False)
    page.blank()
    page.line(("a", ""))
    page.blank()
    page.blank()
    page.line(("b", ""))
    assert page.text() == "a\n\nb\n"


@given(
    st.lists(st.tuples(st.text(st.characters(), max_size=40), st.sampled_from(["", *STYLES])), max_size=5),
    st.integers(1, 150),
    st.booleans(),
    st.sampled_from([(0, 0), (2, 4), (10, 4)]),
)
def test_any_words_fit_and_none_is_lost(
    inks: list[tuple[str, str]], width: int, colour: bool, margin: tuple[int, int]
) -> None:
    page = Page(width, colour=colour)
    page.line(*inks, indent=margin[0], hang=margin[1])
    bare = SGR.sub("", page.text())
    assert all(cells(line) <= max(30, min(width, 100)) for line in bare.splitlines())
    assert "".join(bare.split()) == "".join(visible("".join(text for text, _ in inks)).split())
    assert "\x1b" not in bare


@pytest.mark.parametrize("style", STYLES)
def test_styles_are_plain_renditions(style: str) -> None:
    assert re.fullmatch(r"[0-9;]*", STYLES[style])
