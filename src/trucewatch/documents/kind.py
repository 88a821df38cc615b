"""What kind of document some bytes or a text are: by magic and content, the name only where content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from trucewatch.documents.refusals import display_name
from trucewatch.model.errors import DocumentError

READABLE: Final = "plain text, Markdown and HTML"


class Kind(StrEnum):
    """The kinds that are read."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, PPT)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS\0", "a sound file"),
    (b"%!PS-", "a PostScript file"),
)
_ZIP: Final = (
    (b"word/document.xml", "a Word document (DOCX)"),
    (b"xl/workbook.xml", "an Excel workbook (XLSX)"),
    (b"ppt/presentation.xml", "a PowerPoint file (PPTX)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (ODT, ODS)"),
)
_ADVICE: Final = {"a PDF": "Save its text as .txt.", "an RTF document": "Save it as plain text."}

_HTML_NAMES: Final = (".html", ".htm", ".xhtml", ".xht")
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mdown", ".mkd")
_PLAIN_NAMES: Final = (".txt", ".text")
_PAGE: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|main|article|section|header|nav|div|p|h[1-6]|"
    r"table|ul|ol|blockquote|center|span|font)\b[^<]",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]{0,15}[\s/>]", re.IGNORECASE)
_XML_ROOT: Final = re.compile(r"<(?:!doctype\s+)?([a-z][\w:.-]{0,40})", re.IGNORECASE)
_FEEDS: Final = frozenset({"rss", "feed", "rdf:rdf", "opml"})
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n[A-Za-z][\w-]{0,40}[ \t]*:")
_MARKS: Final = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\]\(https?://"),
    re.compile(r"\*\*\w[^*\n]{0,200}\*\*"),
    re.compile(r"^[=-]{4,}[ \t]*$", re.MULTILINE),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
)


def refuse_foreign(data: bytes, name: str) -> None:
    """Refuse the formats known by their first bytes; ``name`` as it is to be shown.

    :raises DocumentError: reason ``unsupported``, naming the format and what is read now.
    """
    head = data[:1024].lstrip()
    found = next((what for magic, what in _MAGIC if head.startswith(magic)), None)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found = next((what for mark, what in _ZIP if mark in data), "a zip archive")
    elif head.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        found = "a picture, sound or film (RIFF)"
    elif data[4:8] == b"ftyp":
        found = "a film or picture (MP4, HEIC)"
    elif b"multipart/related" in head and b"mime-version" in head.lower():
        found = "a web archive (MHTML)"
    if found:
        raise _unsupported(found, name)


def kind_of(text: str, *, name: str = "-", media: str | None = None) -> Kind:
    """The kind of a decoded ``text``; ``name`` is a file name, ``media`` a media type such as ``text/html``.

    :raises DocumentError: reason ``unsupported`` for feeds and other XML.
    """
    opening, declared_xml = _opening(text)
    if _PAGE.match(opening):
        return Kind.HTML
    root = _XML_ROOT.match(opening)
    if root and (declared_xml or root[1].lower() in _FEEDS):
        raise _unsupported("a news feed" if root[1].lower() in _FEEDS else "an XML file", display_name(name))
    name, media = name.lower(), (media or "").partition(";")[0].strip().lower()
    if (name.endswith(_HTML_NAMES) or media in ("text/html", "application/xhtml+xml")) and _TAG.search(text[:65536]):
        return Kind.HTML
    if name.endswith(_MARKDOWN_NAMES) or media in ("text/markdown", "text/x-markdown"):
        return Kind.MARKDOWN
    if not name.endswith(_PLAIN_NAMES) and media != "text/plain" and _markdown(text[:65536]):
        return Kind.MARKDOWN
    return Kind.PLAIN


def _opening(text: str) -> tuple[str, bool]:
    """The text from its first character that is no white space, comment or XML declaration, and whether one stood."""
    opening, xml = text[:65536].lstrip("\ufeff \t\n\f"), False
    while True:
        if opening.startswith("<?xml"):
            xml, close = True, "?>"
        elif opening.startswith("<!--"):
            close = "-->"
        else:
            return opening, xml
        end = opening.find(close)
        if end < 0:
            return "", xml
        opening = opening[end + len(close) :].lstrip("\ufeff \t\n\f")


def _markdown(text: str) -> bool:
    """Front matter, or two different marks that plain prose does not carry."""
    return bool(_FRONT_MATTER.match(text)) or sum(bool(mark.search(text)) for mark in _MARKS) >= 2


def _unsupported(what: str, name: str) -> DocumentError:
    advice = _ADVICE.get(what, "Save its text as .txt or .html.")
    return DocumentError("unsupported", f"{name} is {what}. Read now are {READABLE}. {advice}")
