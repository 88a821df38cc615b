"""Web pages to text: what a reader sees, nothing else, in bounded time."""

from __future__ import annotations

import socket
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.pages import DENIAL, SENTENCE, article, page
from trucewatch.documents.html import extract_page

HOSTILE_SECONDS = 20.0
"""Far above what any page below takes (a few seconds on two busy cores), far below what an unguarded one does."""


def text_of(source: str) -> str:
    return extract_page(source).text


def test_the_article_without_its_furniture() -> None:
    text = text_of(article())
    assert text.split("\n\n")[:3] == ["Truce holds", SENTENCE, DENIAL]
    assert "Subscribe" not in text
    assert "Sport" not in text


def test_short_pages_are_read_plainly_with_their_lists() -> None:
    source = page(
        f"<nav>Home</nav><h1>Truce</h1><p>{SENTENCE}</p><ul><li>One</li><li>Two</li></ul><footer>Imprint</footer>"
    )
    assert text_of(source) == f"Truce\n\n{SENTENCE}\n\nOne\n\nTwo"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a<br>b</p><p>c<br><br>d</p>", "a\nb\n\nc\n\nd"),
        ("<ol><li>Withdraw</li><li><p>Exchange</p></li></ol>", "1. Withdraw\n\n2. Exchange"),
        (
            "<ol start=6><li>Withdraw</li><li value=9>Exchange</li><li>Open</li></ol>",
            "6. Withdraw\n\n9. Exchange\n\n10. Open",
        ),
        ("<ol><li>1. Withdraw</li><li>(2) Exchange</li></ol>", "1. Withdraw\n\n(2) Exchange"),
        ("<ol type=a><li>Withdraw</li><li>Exchange</li></ol>", "a. Withdraw\n\nb. Exchange"),
        ("<p>He said <q>never</q> again</p>", "He said “never” again"),
        ("<pre>one  line\nnext\n\nthen</pre>", "one line next\n\nthen"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td><p>c</p></td></tr></table>", "a | b\n\nc"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("<p>tea &amp;\n  coffee&nbsp;now</p>", "tea & coffee now"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "a\n\nb"),
        ("<p>a <b>bold</b><i>ly</i> <a href=x>said</a></p>", "a boldly said"),
    ],
)
def test_blocks_lines_and_numbers(body: str, expected: str) -> None:
    assert text_of(page(body)) == expected


def test_numbers_and_quotation_marks_reach_the_main_text_too() -> None:
    text = text_of(
        article("<p>He said <q>never</q> again in the market.</p><ol start=3><li>Forces withdraw in August.</li></ol>")
    )
    assert "He said “never” again" in text
    assert "3. Forces withdraw in August." in text


@pytest.mark.parametrize(
    "body",
    [
        "<script>secret()</script>",
        "<style>.secret{}</style>",
        "<noscript>secret</noscript>",
        "<template><p>secret</p></template>",
        "<p hidden>secret</p>",
        "<p style='color:red;DISPLAY : none'>secret</p>",
        "<div style='visibility:hidden'><p>secret</p></div>",
        "<!-- secret -->",
        '<script type=\'application/ld+json\'>{"articleBody": "secret"}</script>',
        "<svg><text>secret</text></svg>",
        "<iframe>secret</iframe>",
        "<title>secret</title>",
        "<a href='secret' title='secret' onclick='secret()'>x</a>",
    ],
)
@pytest.mark.parametrize("frame", [page, article])
def test_what_is_not_shown_is_not_read(body: str, frame: object) -> None:
    assert callable(frame)
    extract = extract_page(frame(f"<p>{SENTENCE}</p>{body}<p>{DENIAL}</p>"))
    assert SENTENCE in extract.text
    assert "secret" not in extract.text


def test_hidden_text_is_counted() -> None:
    assert extract_page(page(f"<p hidden>a</p><p hidden>b</p><p>{SENTENCE}</p>")).notes == (
        "2 hidden elements left out",
    )


def test_pages_without_text_give_none() -> None:
    assert text_of(page("<script>x</script>")) == ""
    assert text_of("<!-- only -->") == ""
    assert text_of("") == ""


def test_references_to_forbidden_characters_do_no_harm() -> None:
    text = text_of(page("<pre>a&#1;b&#xFFFE;c&#xD800;d&#0;e</pre>"))
    assert text.replace("\ufffd", " ").split() == ["a", "b", "c", "d", "e"]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = (
        '<!DOCTYPE html SYSTEM "http://a.example/x.dtd" [<!ENTITY e SYSTEM "http://a.example/e">]>'
        f"<html><head><base href='http://a.example/'><link rel=stylesheet href=http://a.example/s.css></head>"
        f"<body><img src=http://a.example/i.png><p>{SENTENCE} &e;</p></body></html>"
    )
    assert SENTENCE in text_of(source)


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (f"<p>{SENTENCE}</p>" * 200_000, "a page of 200,0"),
        ("<div>" * 100_000 + SENTENCE, "nested more than 2,048 deep"),
        ("<div>" * 1_500 + SENTENCE, "a page nested 1,5"),
        ("<table><tr><td>said " * 1_000, "a page nested"),
        ("<ul><li>said " * 50_000, "nested more than 2,048 deep"),
        ("<p>" + "<b>said " * 50_000, "nested more than 2,048 deep"),
        ("said<br>" * 100_000, "a page of 100,00"),
        ("<a href=x>said" * 50_000, "a page of 50,00"),
        ("<time datetime=2022-01-01>said</time>" * 50_000, "a page of 50,00"),
    ],
    ids=["paragraphs", "deep", "deepish", "tables", "lists", "bold", "breaks", "links", "times"],
)
def test_pages_made_to_stall_are_read_in_bounded_time(body: str, note: str) -> None:
    start = time.perf_counter()
    extract = extract_page(page(body))
    assert time.perf_counter() - start < HOSTILE_SECONDS
    assert any(said.startswith(note) for said in extract.notes)


WORDS = st.lists(st.sampled_from(["truce", "held", "said", "12", "—", "“never”", "naïve"]), min_size=1).map(" ".join)
NAMES = "p div span b i a ul ol li table tr td h2 br q pre blockquote section script style title nav form"
TAGS = st.sampled_from(NAMES.split())
BODIES = st.lists(
    st.one_of(
        WORDS,
        st.builds("<{}>".format, TAGS),
        st.builds("</{}>".format, TAGS),
        st.builds("<{} hidden class='x' style=\"color:red\">".format, TAGS),
        st.sampled_from(["<!-- c -->", "<![CDATA[x]]>", "<?pi?>", "&amp;", "&nbsp;", "&#1;", "</", "\x0b"]),
    ),
    max_size=40,
).map("".join)


@given(BODIES)
@settings(max_examples=60, deadline=None)
def test_no_markup_is_left_in_the_text(body: str) -> None:
    text = text_of(page(body))
    assert not any(f"<{tag}" in text or f"</{tag}>" in text for tag in ("p", "div", "span", "ul", "td", "br", "script"))
    assert "class=" not in text
