"""Raw bytes to one immutable text with an identity.

:func:`open_document` takes bytes, :func:`load` a path, :func:`from_text` a text; each gives a
:class:`trucewatch.model.document.Document` or raises :class:`trucewatch.model.errors.DocumentError` with one of
:data:`REASONS`. The libraries that read pages, guess encodings and identify languages are imported when first needed.
"""

from __future__ import annotations

from trucewatch.documents.files import load, read_file, read_stream
from trucewatch.documents.opening import from_text, open_document
from trucewatch.documents.refusals import REASONS

__all__ = ["REASONS", "from_text", "load", "open_document", "read_file", "read_stream"]
