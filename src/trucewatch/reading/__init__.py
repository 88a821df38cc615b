"""From a text to its reading: an explicit, ordered list of readers, each declaring what it requires and assigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch import __version__

if TYPE_CHECKING:
    from trucewatch.model.document import Document
    from trucewatch.model.dossier import Dossier
    from trucewatch.model.reading import Reading

__all__ = ["READER", "read_document"]

READER = f"trucewatch/{__version__}"  # what a reading says it was read by


def read_document(document: Document, dossier: Dossier | None = None) -> Reading:
    """Read one document, with a dossier or without.

    The readers and the language pipeline are imported here, not before, so that naming this room costs nothing.

    Raises:
        InstallationError: when the language model is not installed.
    """
    from trucewatch.reading.readers import read

    return read(document, dossier)
