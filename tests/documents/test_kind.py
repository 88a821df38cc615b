"""Kinds by magic and content, the name only where content leaves it open."""

from __future__ import annotations

import pytest

from trucewatch.documents.kind import Kind, kind_of, refuse_foreign
from trucewatch.model.errors import DocumentError

PROSE = "The ministry said the truce held."


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04....word/document.xml", "a Word document (DOCX)"),
        (b"PK\x03\x04....xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (b"PK\x03\x04nothing known", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"{\\rtf1\\ansi The truce", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"\xff\xd8\xff\xe0....", "a JPEG picture"),
        (b"\x1f\x8b\x08....", "a gzip archive"),
        (b"RIFF....WEBPVP8", "a picture, sound or film"),
        (b"\0\0\0\x18ftypmp42", "a film or picture"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; type=text/html", "a web archive"),
    ],
)
def test_foreign_formats_are_named_and_refused(data: bytes, named: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        refuse_foreign(data, "'x.txt'")
    assert refusal.value.reason == "unsupported"
    assert f"'x.txt' is {named}" in str(refusal.value)
    assert "plain text, Markdown and HTML" in str(refusal.value)


@pytest.mark.parametrize("data", [PROSE.encode(), b"PK is short for peacekeepers", b"GIF pictures", b"%PDF"])
def test_prose_is_not_foreign(data: bytes) -> None:
    refuse_foreign(data, "x")


@pytest.mark.parametrize(
    ("text", "name", "media", "kind"),
    [
        (PROSE, "-", None, Kind.PLAIN),
        (PROSE, "page.html", None, Kind.PLAIN),
        (PROSE, "a.md", None, Kind.MARKDOWN),
        (PROSE, "-", "text/markdown; charset=utf-8", Kind.MARKDOWN),
        (f"<!doctype html><p>{PROSE}", "report.txt", None, Kind.HTML),
        (f"\ufeff \n<!-- saved -->\n<HTML><p>{PROSE}", "-", None, Kind.HTML),
        (f'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html><p>{PROSE}', "-", None, Kind.HTML),
        (f"<p>{PROSE}</p>", "-", None, Kind.HTML),
        (f"<x-article>{PROSE}</x-article><b>x</b>", "page.htm", None, Kind.HTML),
        (f"{PROSE} <b>x</b>", "-", "text/html", Kind.HTML),
        (f"{PROSE} It wrote <html> at the end.", "-", None, Kind.PLAIN),
        ("<1 km from the line, the ministry said", "-", None, Kind.PLAIN),
        (f"---\ntitle: Truce\n---\n{PROSE}", "-", None, Kind.MARKDOWN),
        (f"# Truce\n\n{PROSE} **Never** again.", "-", None, Kind.MARKDOWN),
        (f"# Truce\n\n{PROSE} **Never** again.", "a.txt", None, Kind.PLAIN),
        (f"# 1 in the list\n\n{PROSE}", "-", None, Kind.PLAIN),
        (f"---\n{PROSE}\n---", "-", None, Kind.PLAIN),
    ],
)
def test_kind(text: str, name: str, media: str | None, kind: Kind) -> None:
    assert kind_of(text, name=name, media=media) is kind


@pytest.mark.parametrize(
    "text", ["<rss version='2.0'><channel>", '<?xml version="1.0"?><feed xmlns="x">', "<?xml?><TEI>"]
)
def test_feeds_and_other_xml_are_refused(text: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        kind_of(text)
    assert refusal.value.reason == "unsupported"


@pytest.mark.parametrize(
    "text", ["<?xml" * 9000, "<!--" * 9000, "<!---->" * 9000, "<" * 60000, "[" * 60000, "**" * 30000]
)
def test_openings_made_to_stall_do_not(text: str) -> None:
    assert kind_of(text) in (Kind.PLAIN, Kind.HTML)
