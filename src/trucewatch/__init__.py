"""Trucewatch watches a ceasefire or a peace agreement through what is written about it.

The Python face: :func:`read` gives the reading of one text, the same object that ``trucewatch read --format json``
prints.
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Reading", "TrucewatchError", "__version__", "read"]

if TYPE_CHECKING:
    from trucewatch.model.errors import TrucewatchError
    from trucewatch.model.reading import Reading


def read(text: str, published: date | str | None = None, dossier: str | PathLike[str] | None = None) -> Reading:
    """Read one text.

    Args:
        text: the document's text, as plain text.
        published: the day it was published, a date or ``YYYY-MM-DD``; relative dates rest on it.
        dossier: the name of a shipped dossier, the path of a dossier file, or none.

    Raises:
        DateError: when ``published`` is no day.
        DocumentError: when there is nothing to read (empty, no letters) or too much.
        DossierError: when the dossier cannot be used.
    """
    from trucewatch import documents, dossiers
    from trucewatch.model.time import parse_day
    from trucewatch.reading import read_document

    day = parse_day(published) if isinstance(published, str) else published
    regime = None if dossier is None else dossiers.load(dossier if isinstance(dossier, str) else Path(dossier))
    return read_document(documents.from_text(text, published=day), regime)


def __getattr__(name: str) -> object:
    """The names of the API that live below, imported when first asked for."""
    if name == "Reading":
        from trucewatch.model.reading import Reading

        return Reading
    if name == "TrucewatchError":
        from trucewatch.model.errors import TrucewatchError

        return TrucewatchError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
