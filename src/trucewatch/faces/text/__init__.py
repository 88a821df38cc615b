"""A reading as text for people: grouped, the words of the document quoted, every assertion with its speaker."""

from __future__ import annotations

from trucewatch.faces.text.commitments import show_commitments
from trucewatch.faces.text.events import show_events
from trucewatch.faces.text.page import Page
from trucewatch.faces.text.rest import show_disputes, show_names, show_warnings
from trucewatch.faces.text.scene import Scene
from trucewatch.faces.text.statements import show_statements
from trucewatch.model.dossier import Dossier
from trucewatch.model.reading import Reading

_SECTIONS = (show_statements, show_events, show_commitments, show_disputes, show_warnings, show_names)


def render(reading: Reading, dossier: Dossier | None = None, *, width: int = 80, colour: bool = False) -> str:
    """``reading`` for a screen ``width`` cells wide; with its ``dossier`` the names that sides use are shown too."""
    page = Page(width, colour=colour)
    scene = Scene(reading, dossier)
    _head(page, scene)
    for section in _SECTIONS:
        section(page, scene)
    if not (reading.statements or reading.events or reading.commitments):
        page.blank()
        page.line(("Nothing said, done or owed was found in this text.", ""))
    _foot(page, scene)
    return page.text()


def text_of(document_text: str, *, width: int = 80) -> str:
    """A document's own text, flowed by paragraph and made harmless, a blank line after each."""
    page = Page(width, colour=False)
    for paragraph in document_text.split("\n"):
        if paragraph.strip():
            page.blank()
            page.line((paragraph, ""), bar=True)
    return page.text() + "\n"


def _head(page: Page, scene: Scene) -> None:
    document = scene.reading.document
    if document.title:
        page.line((document.title, "speaker"))
    published = "date of publication unknown" if document.published is None else f"published {document.published}"
    page.line((" · ".join(filter(None, (document.publisher, published, document.url))), "aside"))


def _foot(page: Page, scene: Scene) -> None:
    document, reading = scene.reading.document, scene.reading
    dossier = f"dossier {reading.dossier}" if reading.dossier else "no dossier"
    page.blank()
    page.line((f"{document.id} · {document.language} · {dossier} · {reading.reader}", "aside"))
