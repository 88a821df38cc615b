"""The ordered list of readers and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DocumentError
from trucewatch.model.reading import Reading
from trucewatch.reading.assemble import assemble
from trucewatch.reading.attribution import read_statements
from trucewatch.reading.commitments import read_commitments
from trucewatch.reading.disputes import read_disputes
from trucewatch.reading.draft import Draft
from trucewatch.reading.events import read_events
from trucewatch.reading.instruments import read_instruments
from trucewatch.reading.knowledge import knowledge
from trucewatch.reading.names import read_first_persons, read_names
from trucewatch.reading.pipeline import parse
from trucewatch.reading.places import read_places
from trucewatch.reading.quotations import read_quotations
from trucewatch.reading.segments import paragraphs, without_datelines
from trucewatch.reading.slips import read_slips
from trucewatch.reading.times import DatedName, odd_times, read_times

READ_LANGUAGES = frozenset({"en", "und"})  # "und": too short to tell, and not refused for that


@dataclass(frozen=True, slots=True)
class Reader:
    """One step of the reading: what layers of the draft it requires, and which it assigns."""

    name: str
    requires: frozenset[str]
    assigns: frozenset[str]
    run: Callable[[Draft], None]


def _times(draft: Draft) -> None:
    named = tuple(name for instrument in draft.knowledge.instruments for name in DatedName.of(instrument))
    blocks = tuple(paragraphs(draft.text))
    draft.times = read_times(draft.text, draft.document.published, dated_names=named, paragraphs=blocks)
    for span, message in odd_times(draft.text, draft.times, draft.document.published):
        draft.warn(span, message)


def _reader(name: str, requires: str, assigns: str, run: Callable[[Draft], None]) -> Reader:
    return Reader(name, frozenset(requires.split()), frozenset(assigns.split()), run)


READERS: tuple[Reader, ...] = (
    _reader("times", "text", "times", _times),
    _reader("names", "text parse quotations times", "mentions actors affiliations", read_names),
    _reader("places", "parse mentions", "places", read_places),
    _reader("instruments", "parse times mentions", "instruments", read_instruments),
    _reader("attribution", "parse quotations times mentions", "statements", read_statements),
    _reader("first persons", "parse statements mentions", "mentions", read_first_persons),
    _reader("events", "parse times mentions places statements", "events", read_events),
    _reader("commitments", "parse times mentions instruments statements", "commitments", read_commitments),
    _reader("disputes", "statements events mentions", "disputes", read_disputes),
    _reader("slips", "parse mentions quotations", "warnings", read_slips),
)


def begin(document: Document, dossier: Dossier | None = None) -> Draft:
    """The draft of a document before the first reader: paragraphs, quotations and parse."""
    blocks = paragraphs(document.text)
    draft = Draft(document, parse(document.text, without_datelines(document.text, blocks)), knowledge(dossier))
    draft.quotations = read_quotations(document.text, blocks)
    return draft


def read(document: Document, dossier: Dossier | None = None) -> Reading:
    """Read one document, with a dossier or without.

    Raises:
        DocumentError: reason ``language``, when the document is in another language than English.
        InstallationError: when the language model is not installed.
    """
    if document.language not in READ_LANGUAGES:
        raise DocumentError(
            "language",
            f"the text is in another language than English (it looks like {document.language!r}): only English is "
            "read, and a reading of anything else would be guesswork. Give an English version of it.",
        )
    draft = begin(document, dossier)
    for reader in READERS:
        reader.run(draft)
    return assemble(draft)
