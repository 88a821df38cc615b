"""Where raw items come from: files, folders, lines of NDJSON, standard input.

:func:`open_sources` takes the paths a user names and gives one :class:`Source`; running through it gives a :class:`Raw`
for each item that can be handed to :mod:`trucewatch.documents`, and a :class:`Refused` for each that cannot: nothing is
passed over in silence, and no bad item ends the run. What the items say is no concern of this room.
"""

from __future__ import annotations

from trucewatch.sources.files import SUFFIXES, FileSource, FolderSource
from trucewatch.sources.item import REASONS, Limits, Raw, Refused, Source
from trucewatch.sources.ndjson import NDJSON_SUFFIXES, NdjsonSource
from trucewatch.sources.opening import Sources, open_sources
from trucewatch.sources.stream import StreamSource

__all__ = [
    "NDJSON_SUFFIXES",
    "REASONS",
    "SUFFIXES",
    "FileSource",
    "FolderSource",
    "Limits",
    "NdjsonSource",
    "Raw",
    "Refused",
    "Source",
    "Sources",
    "StreamSource",
    "open_sources",
]
