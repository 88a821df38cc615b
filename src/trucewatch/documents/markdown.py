"""Markdown to text: the marks go, the words, the paragraphs and the numbers of list items stay.

The numbers are kept as they are written, because in an agreement they name its points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from trucewatch.documents import limits
from trucewatch.documents.dates import day
from trucewatch.documents.extract import Extract
from trucewatch.documents.page import web_address

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER_LINES: Final = 100
_KEY: Final = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)")
_FIELDS: Final = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "date": "published",
    "published": "published",
    "publish_date": "published",
}
_HTML_TAG: Final = re.compile(r"<[^<>]*>")


def extract_markdown(text: str) -> Extract:
    """The text of a Markdown file, its paragraphs separated by blank lines, and the fields of its front matter.

    Read are ``title``, ``date`` (or ``published``), ``publisher`` (or ``source``) and ``url`` (or ``link``). Without a
    title there, a first heading of the first level is the title, and stays in the text too.
    """
    fields, body, notes = _front_matter(text)
    if len(body) > limits.MARKDOWN_CHARACTERS:
        return Extract(body, notes=(*notes, "too long for its Markdown marks to be read: kept as plain text"))
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    stated = fields.get("published")
    published = day(stated) if stated else None
    if stated and published is None:
        notes = (*notes, f"front matter date {stated[:40]!r} not read: write it as YYYY-MM-DD")
    return Extract(
        "\n\n".join(_blocks(tokens)),
        title=fields.get("title") or _first_heading(tokens),
        publisher=fields.get("publisher"),
        url=web_address(fields.get("url")),
        published=published,
        notes=notes,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """The ``key: value`` lines between two lines of ``---`` at the start, and the rest. Nothing is evaluated."""
    lines = text.removeprefix("\ufeff").split("\n", _FRONT_MATTER_LINES)
    if lines[0].rstrip() != "---":
        return {}, text, ()
    end = next((n for n, line in enumerate(lines[1:_FRONT_MATTER_LINES], 1) if line.rstrip() in ("---", "...")), None)
    if end is None or not any(map(_KEY.match, lines[1:end])):
        return {}, text, ()
    fields: dict[str, str] = {}
    for line in lines[1:end]:
        found = _KEY.match(line)
        field = _FIELDS.get(found[1].lower()) if found else None
        if found and field and (value := _unquoted(found[2])):
            fields.setdefault(field, value)
    return fields, "\n".join(lines[end + 1 :]), ()


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def _first_heading(tokens: list[Token]) -> str | None:
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return _inline(content.children or ()) or None
    return None


def _blocks(tokens: Iterable[Token]) -> Iterator[str]:
    """One string for each paragraph, heading, list item, table row and code block, in order."""
    number, cells = "", False
    row: list[str] = []
    for token in tokens:
        kind = token.type
        if kind == "list_item_open":
            number += f"{token.info}{token.markup} " if token.info else ""
        elif kind == "list_item_close":
            number = ""
        elif kind == "tr_open":
            row, cells = [], True
        elif kind == "tr_close":
            cells = False
            yield " | ".join(row)
        elif kind in ("inline", "code_block", "fence", "html_block"):
            content = _inline(token.children) if kind == "inline" else token.content
            content = _HTML_TAG.sub("", content) if kind == "html_block" else content
            if cells:
                row.append(content)
            elif content.strip():
                yield number + content.strip()
                number = ""


def _inline(tokens: Iterable[Token] | None) -> str:
    """The words of a run of inline tokens: pictures and raw tags left out, links by their words, breaks kept."""
    parts = []
    for token in tokens or ():
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
    return "".join(parts)
