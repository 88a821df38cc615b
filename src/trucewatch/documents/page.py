"""What a web page states of itself: title, publisher, address, day of publication.

Only statements are read: ``meta`` elements, JSON-LD, ``link rel=canonical``, headings and ``time`` elements marked as
the publication. A day is never taken from the prose, the address or a copyright line: an unstated day is unknown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from trucewatch.documents.dates import day
from trucewatch.documents.extract import Extract

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_JSON_CHARACTERS: Final = 1_000_000
_VALUE: Final = 5_000
_JSON_NODES: Final = 500
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report)$")
_SCRIPT: Final = re.compile(r"<(script|style)\b[^>]*>.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"</?[A-Za-z!][^<>]*>?")
_SEPARATOR: Final = re.compile(r"\s+[-–—|·•»:/]+\s*$")

_TITLES: Final = ("og:title", "citation_title", "dc.title", "dcterms.title", "headline", "twitter:title")
_PUBLISHERS: Final = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
_PUBLISHED_FIRST: Final = ("article:published_time", "article:published", "og:published_time")
_PUBLISHED_NAMES: Final = (
    "datepublished date pubdate publishdate publish-date publish_date publication_date publication-date dc.date "
    "dc.date.issued dcterms.date dcterms.issued citation_publication_date citation_date citation_online_date "
    "sailthru.date parsely-pub-date cxenseparse:recs:publishtime rnews:datepublished"
)
_PUBLISHED: Final = tuple(_PUBLISHED_NAMES.split())
_PUBLICATION_CLASS: Final = re.compile(r"publi|posted|entry-date|post-date|article-date|dateline", re.IGNORECASE)


def describe(tree: HtmlElement) -> Extract:
    """What the page says of itself; ``text`` is left empty. Of two days stated the first named is taken, and noted."""
    meta = _meta(tree)
    articles, others = _linked_data(tree)
    publisher = _first(meta, _PUBLISHERS) or _json_publisher(articles) or _first(meta, ("application-name",))
    title = _first_string(articles, ("headline", "name")) or _first(meta, _TITLES) or _heading(tree)
    stated = list(dict.fromkeys(_days(tree, meta, [*articles, *others])))
    notes: tuple[str, ...] = ()
    if len(stated) > 1:
        notes = (f"states several days of publication ({', '.join(map(str, stated[:4]))}); the first is taken",)
    return Extract(
        "",
        title=_without_publisher(title, publisher),
        publisher=publisher,
        url=_canonical(tree) or web_address(meta.get("og:url")) or web_address(_json_address(articles)),
        published=stated[0] if stated else None,
        notes=notes,
    )


def web_address(value: str | None) -> str | None:
    """``value`` if it is a whole http or https address of at most 2,048 characters without blanks, else ``None``."""
    value = (value or "").strip()
    if not 8 < len(value) <= 2048 or not value.isprintable() or " " in value:
        return None
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return None
    return value if parts.scheme.lower() in ("http", "https") and host and "@" not in parts.netloc else None


def plain(value: str) -> str:
    """``value`` on one line and without markup: pages put tags, and even scripts, into their titles."""
    value = value[:_VALUE]
    if "<" in value:
        value = _TAG.sub("", _SCRIPT.sub("", value))
    return " ".join(value.split())[:500].strip()


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each ``meta`` element that has one, by its name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content or content.isspace():
            continue
        for attribute in ("property", "name", "itemprop"):
            if key := element.get(attribute):
                found.setdefault(key.strip().lower(), content)
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    values = (plain(meta[key]) for key in keys if key in meta)
    return next((value for value in values if value and not value.startswith(("http:", "https:", "@"))), None)


def _linked_data(tree: HtmlElement) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The JSON-LD objects of the page: those of articles, then all others (https://schema.org/Article)."""
    articles: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _objects(script.text or ""):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            article = any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds)
            (articles if article else others).append(node)
    return articles, others


def _objects(source: str) -> Iterator[dict[str, Any]]:
    """The objects of one JSON-LD script, those of its lists and graphs too. What is not JSON gives none."""
    if len(source) > _JSON_CHARACTERS:
        return
    try:
        pending = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_JSON_NODES):
        if not pending:
            return
        node = pending.pop(0)
        if isinstance(node, list):
            pending.extend(node[:_JSON_NODES])
        elif isinstance(node, dict):
            yield node
            pending.append(node.get("@graph"))


def _first_string(nodes: list[dict[str, Any]], keys: tuple[str, ...]) -> str | None:
    values = (node.get(key) for node in nodes for key in keys)
    return next((text for value in values if isinstance(value, str) and (text := plain(value))), None)


def _json_publisher(articles: list[dict[str, Any]]) -> str | None:
    publishers = [node.get("publisher") for node in articles]
    named = [publisher for publisher in publishers if isinstance(publisher, dict)]
    return _first_string(named, ("name", "legalName")) or _first_string(articles, ("publisher",))


def _json_address(articles: list[dict[str, Any]]) -> str | None:
    pages = [page for node in articles if isinstance(page := node.get("mainEntityOfPage"), dict)]
    return _first_string(articles, ("url", "mainEntityOfPage")) or _first_string(pages, ("@id", "url"))


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            href = (link.get("href") or "").strip()
            return web_address(f"https:{href}" if href.startswith("//") else href)
    return None


def _heading(tree: HtmlElement) -> str | None:
    """The only first-level heading, else the ``title`` element."""
    headings = [text for element in tree.iter("h1") if (text := plain(element.text_content()))]
    if len(headings) == 1:
        return headings[0]
    title = next(iter(tree.iter("title")), None)
    return (plain(title.text_content()) or None) if title is not None else None


def _without_publisher(title: str | None, publisher: str | None) -> str | None:
    """``Truce holds | The Daily`` is ``Truce holds`` when the page names The Daily as its publisher."""
    if title and publisher and title.lower().endswith(publisher.lower()):
        shorter = title[: -len(publisher)]
        if _SEPARATOR.search(shorter):
            return _SEPARATOR.sub("", shorter) or title
    return title


def _days(tree: HtmlElement, meta: dict[str, str], nodes: list[dict[str, Any]]) -> Iterator[date]:
    stated = [meta[key] for key in _PUBLISHED_FIRST if key in meta]
    stated += [value for node in nodes if isinstance(value := node.get("datePublished"), str)]
    stated += [meta[key] for key in _PUBLISHED if key in meta]
    days = [found for value in stated if (found := day(value))]
    yield from days or _marked_times(tree)


def _marked_times(tree: HtmlElement) -> Iterator[date]:
    """Days of ``time`` elements marked as the publication; without any, the one day all ``time`` elements outside
    paragraphs agree on."""
    loose: set[date] = set()
    marked = False
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        if element.tag != "time" and (element.get("itemprop") or "").lower() != "datepublished":
            continue
        found = day(element.get("datetime") or element.get("content") or "")
        if found is None:
            continue
        hints = f"{element.get('itemprop') or ''} {element.get('class') or ''}"
        if element.get("pubdate") is not None or _PUBLICATION_CLASS.search(hints):
            marked = True
            yield found
        elif next(element.iterancestors("p", "li", "aside", "footer", "nav"), None) is None:
            loose.add(found)
    if not marked and len(loose) == 1:
        yield from loose
