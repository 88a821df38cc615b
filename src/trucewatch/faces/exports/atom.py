"""Atom (RFC 4287): the rows as a feed; an entry keeps its id in every run, record and re-reading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from html import escape

from trucewatch import __version__
from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import NEVER, Export, Format, Need, documents_of, name
from trucewatch.faces.exports.shape import sayings, title, uid, web
from trucewatch.faces.safe import visible

NAMESPACE = "urn:x-trucewatch:export:1"
_TERMS = ("kind", "act", "status", "state", "judgement")


def _atom(export: Export) -> Iterator[bytes]:
    stamps = [export.stamp(row) for row in export.rows]
    asked = {key: value for key, value in export.about.items() if key not in ("as_of", "as_known_on")}
    feed = uid("feed", json.dumps(asked, sort_keys=True))
    yield from _encoded(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:tw="{NAMESPACE}">\n'
        f"<id>urn:uuid:{feed}</id>\n"
        f"<title>Trucewatch: {_xml(export.question.name)}</title>\n"
        f"<subtitle>{_xml(json.dumps(asked, ensure_ascii=False, sort_keys=True))}</subtitle>\n"
        f"<updated>{_moment(max(stamps, default=NEVER))}</updated>\n"
        "<author><name>trucewatch</name></author>\n"
        f'<generator version="{__version__}">trucewatch</generator>\n'
    )
    for row, stamp in zip(export.rows, stamps, strict=True):
        yield from _encoded(_entry(export, row, stamp))
    yield b"</feed>\n"


def _entry(export: Export, row: Plain, stamp: datetime) -> str:
    document = next((export.documents[each] for each in documents_of(row) if each in export.documents), {})
    words = sayings(row) or [title(export, row)]
    address, published = web(document.get("url")), document.get("published")
    lines = [
        f"<id>urn:uuid:{uid(name(row))}</id>",
        f"<title>{_xml(title(export, row))}</title>",
        f"<updated>{_moment(stamp)}</updated>",
        f"<published>{published}T00:00:00Z</published>" if published else "",
        f"<author><name>{_xml(_author(row, document))}</name></author>",
        f'<link rel="alternate" href="{_xml(address)}"/>' if address else "",
        *(f'<category term="{_xml(str(row[each]))}" label="{each}"/>' for each in _TERMS if row.get(each)),
        f'<content type="text">{_xml("\n".join(words), newlines=True)}</content>',
        f"<tw:key>{_xml(name(row))}</tw:key>",
        *map(_evidence, row.get("evidence") or ()),
    ]
    return "<entry>\n" + "\n".join(filter(None, lines)) + "\n</entry>\n"


def _author(row: Plain, document: Plain) -> str:
    dossier = f"dossier {row['dossier']}" if row.get("dossier") and not document else None
    return dossier or document.get("publisher") or "unknown publisher"


def _evidence(shown: Plain) -> str:
    start, end = shown["span"]
    told = {"document": shown["document"], "start": start, "end": end}
    told |= {key: shown.get(key) for key in ("publisher", "published", "speaker", "alignment", "datum")}
    attributes = "".join(f' {key}="{_xml(str(value))}"' for key, value in told.items() if value is not None)
    return f"<tw:evidence{attributes}>{_xml(shown['quote'], newlines=True)}</tw:evidence>"


def _xml(text: str, *, newlines: bool = False) -> str:
    """Text as XML 1.0 can hold it: what it forbids is shown as a symbol."""
    return escape(visible(text, newlines=newlines).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))


def _moment(when: datetime) -> str:
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def _encoded(text: str) -> Iterator[bytes]:
    yield text.encode("utf-8", "replace")


ATOM = Format(
    "atom",
    "atom",
    "application/atom+xml",
    "A feed of the rows, each with a lasting id.",
    _atom,
    needs=frozenset({Need.DOCUMENTS, Need.DECISIONS}),
)
