"""Markdown to text: marks go, words, paragraphs and numbers stay."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents import limits
from trucewatch.documents.markdown import extract_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Truce holds #\n\nIt *held*, **they** said.", "Truce holds\n\nIt held, they said."),
        ("Truce\n=====\n\nText", "Truce\n\nText"),
        ("A [statement](https://a.example 'x') by `HQ`", "A statement by HQ"),
        ("A [statement][1]\n\n[1]: https://a.example", "A statement"),
        ("![map](m.png) Near <https://a.example>", "Near https://a.example"),
        ("one\ntwo  \nthree", "one\ntwo\nthree"),
        ("> He said:\n> never.\n\nAfter", "He said:\nnever.\n\nAfter"),
        ("- a\n- b\n\n  more of b", "a\n\nb\n\nmore of b"),
        ("3. Withdraw\n4. Exchange\n   all\n\n   prisoners", "3. Withdraw\n\n4. Exchange\nall\n\nprisoners"),
        ("1) Withdraw\n2) Exchange", "1) Withdraw\n\n2) Exchange"),
        ("Points:\n6. Withdraw", "Points:\n6. Withdraw"),
        ("1. - nested", "1. nested"),
        ("```\nstatement *as is*\n```", "statement *as is*"),
        ("| a | b |\n|---|---|\n| c | d |", "a | b\n\nc | d"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("tea &amp; coffee \\*", "tea & coffee *"),
        ("<div align=left>kept</div>\n\nby <b>HQ</b>", "kept\n\nby HQ"),
        ("~~no~~ yes", "no yes"),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    assert extract_markdown(source).text == text


def test_front_matter_describes_the_document() -> None:
    found = extract_markdown(
        '---\ntitle: "Truce: day two"\ndate: 2022-08-12T23:30:00+04:00\nsource: The Daily\nurl: https://a.example/1\n'
        "tags: [a, b]\n---\n\nIt held."
    )
    assert (found.text, found.title, found.publisher) == ("It held.", "Truce: day two", "The Daily")
    assert (found.url, found.published) == ("https://a.example/1", date(2022, 8, 12))


def test_front_matter_that_cannot_be_trusted_is_left_out() -> None:
    found = extract_markdown("---\ndate: 03/04/2022\nurl: javascript:alert(1)\ntitle: !!python/object:x\n---\nIt held.")
    assert (found.published, found.url) == (None, None)
    assert found.notes == ("front matter date '03/04/2022' not read: write it as YYYY-MM-DD",)


def test_a_rule_is_not_front_matter() -> None:
    assert extract_markdown("---\nIt held.\n\n---\nStill.").text == "It held.\n\nStill."
    assert extract_markdown("---\ntitle: never closed\n").text == "title: never closed"


def test_the_first_heading_is_the_title_and_stays() -> None:
    found = extract_markdown("Intro\n\n# The *truce*\n\nText")
    assert found.title == "The truce"
    assert "The truce" in found.text


def test_a_very_long_file_keeps_its_marks() -> None:
    source = "*said* " * (limits.MARKDOWN_CHARACTERS // 7 + 1)
    found = extract_markdown(source)
    assert found.text == source
    assert found.notes == ("too long for its Markdown marks to be read: kept as plain text",)


@given(st.text("ab# *_`>-+1.)[](<!|~:\\\n \t&;"))
@settings(max_examples=200, deadline=None)
def test_any_marks_are_read(source: str) -> None:
    extract_markdown(source)
