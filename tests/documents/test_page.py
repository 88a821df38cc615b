"""What a page states of itself: explicit statements only."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.documents.pages import SENTENCE, page
from trucewatch.documents.extract import Extract
from trucewatch.documents.html import extract_page
from trucewatch.documents.page import web_address

DAY = date(2022, 8, 12)


def described(head: str = "", body: str = f"<p>{SENTENCE}</p>") -> Extract:
    return extract_page(page(body, head))


def linked(*nodes: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(nodes[0] if len(nodes) == 1 else nodes)}</script>"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2022-08-12T23:10:00+04:00'>",
        "<meta name=date content=2022-08-12>",
        "<meta name='DC.date.issued' content='12 August 2022'>",
        "<meta itemprop=datePublished content='2022-08-12'>",
        linked({"@type": "NewsArticle", "datePublished": "2022-08-12T10:00Z"}),
        linked({"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "datePublished": "2022-08-12"}]}),
        linked({"@type": "Organization"}, {"@type": ["Report", "Thing"], "datePublished": "2022-08-12"}),
    ],
)
def test_stated_days_in_the_head(head: str) -> None:
    assert described(head).published == DAY


@pytest.mark.parametrize(
    "body",
    [
        "<time pubdate datetime=2022-08-12>12 August</time>",
        "<p><time itemprop=datePublished datetime='2022-08-12T10:00'>x</time></p><time datetime=2021-01-01>y</time>",
        "<span itemprop=datePublished content=2022-08-12>x</span>",
        "<time class='entry-date published' datetime=2022-08-12>x</time><time datetime=2022-09-01>y</time>",
        "<div><time datetime=2022-08-12>x</time></div>",
    ],
)
def test_stated_days_in_the_body(body: str) -> None:
    assert described(body=f"{body}<p>{SENTENCE}</p>").published == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>On 12 August 2022 the truce was signed.</p><footer>© 2022</footer>"),
        ("<link rel=canonical href='https://a.example/2022/08/12/truce'>", ""),
        ("<meta property='article:modified_time' content='2022-08-12'>", ""),
        ("<meta name=date content='08/12/2022'>", ""),
        ("", "<p>Shelling began on <time datetime=2022-08-12>Friday</time>.</p>"),
        ("", "<time datetime=2022-08-12>x</time><time datetime=2022-08-13>y</time>"),
        (linked({"@type": "NewsArticle", "datePublished": ["2022-08-12"], "dateModified": "2022-08-12"}), ""),
    ],
)
def test_a_day_is_never_guessed(head: str, body: str) -> None:
    assert described(head, f"{body}<p>{SENTENCE}</p>").published is None


def test_of_two_days_the_first_named_is_taken_and_noted() -> None:
    extract = described(
        "<meta name=date content=2022-08-13><meta property='article:published_time' content='2022-08-12T23:00'>"
    )
    assert extract.published == DAY
    assert extract.notes == ("states several days of publication (2022-08-12, 2022-08-13); the first is taken",)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Truce holds</title>", "", "Truce holds"),
        ("<title>Truce holds | The Daily</title><meta property=og:site_name content='The Daily'>", "", "Truce holds"),
        ("<title>x</title>", "<h1>Truce <i>holds</i></h1>", "Truce holds"),
        ("<title>Truce holds</title>", "<h1>a</h1><h1>b</h1>", "Truce holds"),
        ("<meta property=og:title content='Truce &amp; talks'>", "<h1>x</h1>", "Truce & talks"),
        (linked({"@type": "NewsArticle", "headline": "Truce <b>holds</b>"}), "<h1>x</h1>", "Truce holds"),
        ("<title>Truce<script>alert(1)</script> holds</title>", "", "Truce holds"),
        (
            "<meta property=og:title content='<script>alert(1)</script>Truce <img src=x onerror=y>holds'>",
            "",
            "Truce holds",
        ),
        ("", "", None),
    ],
)
def test_title(head: str, body: str, title: str | None) -> None:
    assert described(head, f"{body}<p>{SENTENCE}</p>").title == title


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("<meta property=og:site_name content='The Daily'>", "The Daily"),
        (linked({"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "The Daily"}}), "The Daily"),
        (linked({"@type": "NewsArticle", "publisher": "The Daily"}), "The Daily"),
        ("<meta name=application-name content='The Daily'>", "The Daily"),
        ("<meta name=publisher content='https://social.example/daily'>", None),
        ("<link rel=canonical href='https://daily.example/1'>", None),
    ],
)
def test_publisher(head: str, publisher: str | None) -> None:
    assert described(head).publisher == publisher


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href='https://daily.example/1'>", "https://daily.example/1"),
        ("<link rel='canonical' href='//daily.example/1'>", "https://daily.example/1"),
        (
            "<link rel=canonical href='/1'><meta property=og:url content='https://daily.example/1'>",
            "https://daily.example/1",
        ),
        (
            linked({"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://daily.example/1"}}),
            "https://daily.example/1",
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", None),
    ],
)
def test_address(head: str, url: str | None) -> None:
    assert described(head).url == url


@pytest.mark.parametrize(
    "value",
    [None, "", "a.example", "ftp://a.example", "data:text/html,x", "https://", "https://[x", "https://u:p@a.example",
     "https://a.example/a b", "https://a.example/\u202e", "https://a.example/" + "x" * 2048],
)  # fmt: skip
def test_addresses_that_are_none(value: str | None) -> None:
    assert web_address(value) is None


@pytest.mark.parametrize(
    "source",
    ["[" * 100_000, '{"@graph":' * 50_000, "{", "null", '"x"', "[1, [2], {}]",
     '{"@type": 3, "headline": {}, "url": []}',
     '{"@type": "NewsArticle", "publisher": [1], "datePublished": null}', "<!-- x -->", "9" * 10_000],
)  # fmt: skip
def test_broken_linked_data_says_nothing(source: str) -> None:
    extract = described(f"<script type='application/ld+json'>{source}</script>")
    assert (extract.title, extract.publisher, extract.published) == (None, None, None)
    assert extract.text == SENTENCE
