"""Web pages to text. Nothing is fetched, and nothing a reader of the page would not see becomes text.

The main text is found by trafilatura. Where it finds little (short pages) or would take long (very large or deeply
nested ones), the page is read plainly: every block of its article or body, navigation left out, in linear time.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from trucewatch.documents import limits
from trucewatch.documents.blocks import paragraphs
from trucewatch.documents.extract import Extract
from trucewatch.documents.page import describe

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# trafilatura logs a warning for each page it gives up; what that means for the reading is said in the notes.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

SHORT: Final = 250
"""Characters below which trafilatura leaves its own method for a plain one that drops lists; ours is taken instead."""

# Characters XML cannot hold: a parser would stop or an extractor fail at them. Browsers drop or replace them too.
_ILLEGAL: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSEEN: Final = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "svg",
    "math",
    "canvas",
    "head",
    "title",
)
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE: Final = ("nav", "footer", "aside", "form", "button", "select", "menu", "header", "dialog", "figure")
_NUMBERED: Final = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]")


def extract_page(text: str) -> Extract:
    """The main text of an HTML page, its paragraphs separated by blank lines, and what the page says of itself.

    ``text`` is the page as canonical text. The extract's ``text`` is empty when the page has none.
    """
    tree, notes = _parse(text)
    if tree is None:
        return Extract("")
    described = describe(tree)
    hidden = _prune(tree)
    if hidden:
        notes.append(f"{hidden:,} hidden element{'s' if hidden > 1 else ''} left out")
    _write_out(tree)
    body = ""
    if (size := _costly(tree)) is None:
        body = _main_text(tree)
    else:
        notes.append(f"{size}: read plainly, so text around the article may be among its own")
    if len(body) < SHORT:
        body = _plain_text(tree) or body
    return replace(described, text=body, notes=(*notes, *described.notes))


def _parse(text: str) -> tuple[HtmlElement | None, list[str]]:
    from lxml import etree, html  # type: ignore[import-untyped]

    text, count = _ILLEGAL.subn(" ", text)
    notes = [f"{count:,} control character{'s' if count > 1 else ''} of the page replaced by a space"] if count else []
    # huge_tree lifts the depth from 256 to 2,048 elements; what lies deeper is dropped by the parser, and noted.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True
    )
    try:
        tree: HtmlElement = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError:
        return None, notes
    for element in tree.iter() if "&#" in text else ():
        _mend(element)
    if any("xcessive depth" in error.message for error in parser.error_log):
        notes.append("nested more than 2,048 deep: what lies deeper was not read")
    return tree, notes


def _mend(element: HtmlElement) -> None:
    """Take out of one element what character references such as ``&#1;`` brought back in."""
    if element.text and _ILLEGAL.search(element.text):
        element.text = _ILLEGAL.sub(" ", element.text)
    if element.tail and _ILLEGAL.search(element.tail):
        element.tail = _ILLEGAL.sub(" ", element.tail)


def _prune(tree: HtmlElement) -> int:
    """Take out what is not shown: scripts and their like, and elements hidden by attribute or style. Counts the
    hidden ones that hold text."""
    hidden = 0
    for element in list(tree.iter(*_UNSEEN)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter()):
        if element.get("hidden") is None and not _HIDING.search(element.get("style") or ""):
            continue
        if element.getparent() is not None and element.tag not in ("html", "body"):
            hidden += any(not part.isspace() for part in element.itertext())
            element.drop_tree()
    return hidden


def _write_out(tree: HtmlElement) -> None:
    """Write into the text what a browser draws: the numbers of ordered lists, the marks of ``q``, lines of ``pre``."""
    for element in list(tree.iter("ol", "q", "pre")):
        if element.tag == "ol":
            _number(element)
        elif element.tag == "q":
            element.tag = "span"
            element.text = "“" + (element.text or "")
            _append(element, "”")
        else:
            _open_lines(element)


def _number(listing: HtmlElement) -> None:
    number = _integer(listing.get("start"), 1)
    letters = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}.get(listing.get("type") or "")
    if "none" in (listing.get("style") or ""):
        return
    for item in listing.iterchildren("li"):
        number = _integer(item.get("value"), number)
        target = item
        # The number goes in front of the first words, which may stand in a paragraph of their own.
        while not (target.text or "").strip() and len(target) and target[0].tag in ("p", "div", "span", "b", "strong"):
            target = target[0]
        if not _NUMBERED.match(target.text or ""):
            shown = letters[number - 1] if letters and 0 < number <= 26 else str(number)
            target.text = f"{shown}. {(target.text or '').lstrip()}"
        number += 1


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 5 else default


def _append(element: HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _open_lines(preformatted: HtmlElement) -> None:
    """Turn the blank lines of preformatted text into paragraphs: statements are often pasted so."""
    from lxml import html

    chunks = re.split(r"\n[ \t]*\n", preformatted.text_content())
    tail = preformatted.tail
    preformatted.clear()
    preformatted.tag, preformatted.tail = "div", tail
    for chunk in chunks:
        if chunk.strip():
            paragraph = html.Element("p")
            paragraph.text = chunk.strip()
            preformatted.append(paragraph)


def _costly(tree: HtmlElement) -> str | None:
    """Why the search for the main text would take too long; ``None`` when it would not."""
    from lxml import etree

    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            elements, depth = elements + 1, depth + 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    if elements > limits.HTML_ELEMENTS:
        return f"a page of {elements:,} elements"
    return f"a page nested {deepest:,} deep" if deepest > limits.HTML_DEPTH else None


def _main_text(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    return "" if body is None else "\n\n".join(paragraphs(body))


def _plain_text(tree: HtmlElement) -> str:
    """Every block of the article, else of the body, without navigation, forms and the like."""
    body = tree.find(".//body")
    root = tree if body is None else body
    within = next((element for tag in ("article", "main") for element in root.iter(tag)), None)
    for candidate in (within, root):
        if candidate is not None:
            text = "\n\n".join(paragraphs(candidate, without=_FURNITURE))
            if any(map(str.isalpha, text)):
                return text
    return "\n\n".join(paragraphs(root))
