"""Evidence: the words a datum or an answer rests on, with where they stand and who said them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from trucewatch.model.text import Quote


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document. ``document`` is its id (``sha256:...``), ``datum`` the key of the datum they carry.

    ``speaker`` is whose words they are: a name, or ``None`` where the outlet speaks for itself.
    """

    document: str
    quote: Quote
    publisher: str | None = None
    published: date | None = None
    speaker: str | None = None
    datum: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON: ``span`` in code points, dates in ISO 8601."""
        return {
            "document": self.document,
            "publisher": self.publisher,
            "published": None if self.published is None else self.published.isoformat(),
            "span": self.quote.span.to_list(),
            "quote": self.quote.text,
            "alignment": str(self.quote.alignment),
            "speaker": self.speaker,
            "datum": self.datum,
        }


@dataclass(frozen=True, slots=True)
class Ground:
    """A place in a dossier that an answer rests on where no document does: an obligation of a provision."""

    dossier: str
    instrument: str | None
    key: str
    words: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"dossier": self.dossier, "instrument": self.instrument, "key": self.key, "words": self.words}
