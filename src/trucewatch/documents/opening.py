"""The door of the room: bytes or a text in, one :class:`~trucewatch.model.document.Document` out."""

from __future__ import annotations

from datetime import date, datetime

from trucewatch.documents import limits
from trucewatch.documents.clean import REPLACED, Cleaned, clean
from trucewatch.documents.decode import Decoded, declared_charset, decode
from trucewatch.documents.extract import Extract
from trucewatch.documents.kind import Kind, kind_of, refuse_foreign
from trucewatch.documents.language import identify
from trucewatch.documents.refusals import display_name
from trucewatch.model.document import Document
from trucewatch.model.errors import DocumentError

_TITLE = 500


def open_document(
    data: bytes,
    *,
    name: str = "-",
    published: date | None = None,
    media: str | None = None,
    limit: int = limits.READING_CHARACTERS,
) -> Document:
    """Read ``data`` into a document: decode, find the kind, take the text out, identify the language.

    ``name`` is a file name or ``-`` for standard input; ``media`` a media type, with its charset if one is known
    (``text/html; charset=koi8-r``). ``published`` wins over any date the document states of itself. ``limit`` is the
    longest text accepted, in characters.

    :raises DocumentError: ``empty``, ``no_text``, ``binary``, ``unsupported``, ``undecodable`` or ``too_large``.
    """
    shown, limit = display_name(name), min(limit, limits.CHARACTERS)
    limits.check_bytes(len(data), shown, limits.BYTES)
    if not data.strip():
        raise _empty(shown)
    refuse_foreign(data, shown)
    decoded = decode(data, declared=_charset(media) or declared_charset(data), name=shown)
    cleaned = clean(decoded.text)
    if not cleaned.text or cleaned.text.isspace():
        raise _empty(shown)
    kind = kind_of(cleaned.text, name=name, media=media)
    if kind is Kind.HTML:
        limits.check_bytes(len(data), shown, limits.HTML_BYTES)
    else:
        limits.check_characters(cleaned.text, shown, limit)
    extract = _extract(kind, cleaned)
    _check(extract, shown, limit, kind)
    return _document(extract, decoded, published)


def from_text(
    text: str,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Document:
    """A document of a text already at hand. The text is made canonical (:mod:`trucewatch.documents.clean`) only.

    :raises DocumentError: ``empty``, ``no_text`` or ``too_large``.
    """
    cleaned = clean(text)
    if not cleaned.text or cleaned.text.isspace():
        raise _empty("The text")
    extract = Extract(cleaned.text, title=title, publisher=publisher, url=url, notes=cleaned.notes)
    _check(extract, "The text", limits.READING_CHARACTERS)
    return _document(extract, Decoded(cleaned.text, "utf-8"), published)


def _extract(kind: Kind, cleaned: Cleaned) -> Extract:
    if kind is Kind.HTML:
        from trucewatch.documents.html import extract_page

        found = extract_page(cleaned.text)
    elif kind is Kind.MARKDOWN:
        from trucewatch.documents.markdown import extract_markdown

        found = extract_markdown(cleaned.text)
    else:
        return Extract(cleaned.text, notes=cleaned.notes)
    text = clean(found.text)
    return Extract(text.text, found.title, found.publisher, found.url, found.published, (*found.notes, *text.notes))


def _check(extract: Extract, shown: str, limit: int, kind: Kind = Kind.PLAIN) -> None:
    limits.check_characters(extract.text, shown, limit)
    if any(map(str.isalpha, extract.text)):
        return
    if kind is Kind.HTML:
        said = f" ({'; '.join(extract.notes)})" if extract.notes else ""
        message = f"{shown} is a page without visible text{said}. Copy the text of the report into a .txt file."
    else:
        message = f"{shown} holds no letters, so there is nothing to read. Check that it is the report you meant."
    raise DocumentError("no_text", message)


def _document(extract: Extract, decoded: Decoded, published: date | None) -> Document:
    notes = [*decoded.notes, *extract.notes]
    if isinstance(published, datetime):
        published = published.date()
    if published and extract.published and published != extract.published:
        notes.append(f"states {extract.published} as its day of publication; {published} was given and holds")
    return Document(
        text=extract.text,
        title=_line(extract.title, "title", notes),
        publisher=_line(extract.publisher, "publisher", notes),
        url=extract.url,
        published=published or extract.published,
        language=identify(extract.text),
        encoding=decoded.encoding,
        notes=tuple(dict.fromkeys(notes)),
    )


def _line(value: str | None, what: str, notes: list[str]) -> str | None:
    """A title or a name on one line, cleaned and cut to 500 characters; ``None`` when nothing is left.

    What had to be replaced in it is noted.
    """
    if not value:
        return None
    cleaned = clean(value)
    notes.extend(f"in the {what}: {each}" for each in cleaned.notes if REPLACED in each)
    return " ".join(cleaned.text.split())[:_TITLE].strip() or None


def _charset(media: str | None) -> str | None:
    for part in (media or "").split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def _empty(shown: str) -> DocumentError:
    return DocumentError("empty", f"{shown} is empty. Give a file that holds the text of a report.")
