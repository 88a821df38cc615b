"""From what the command line names to a reading in the form asked for; shared by ``read`` and ``demo``."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import Format, screen
from trucewatch.faces.cli.output import to_json

if TYPE_CHECKING:
    from trucewatch.model.document import Document
    from trucewatch.model.dossier import Dossier


def open_path(path: str, published: date | None, messages: Messages) -> Document:
    """The document at ``path``, or on standard input for ``-``.

    Raises:
        AccessError: when the file or the stream cannot be read.
        DocumentError: when what it holds is refused.
    """
    from trucewatch import documents

    if path != "-":
        return documents.load(Path(path), published)
    if sys.stdin.isatty():
        messages.warn("reading what you type: end it with Ctrl-D.")
    return documents.open_document(documents.read_stream(sys.stdin.buffer), published=published)


def read_as(document: Document, dossier: Dossier | None, form: Format, messages: Messages) -> str:
    """The reading of ``document``, written in ``form``."""
    from trucewatch.faces.text.wording import plural
    from trucewatch.reading import read_document

    for note in document.notes:
        messages.warn(note)
    started = time.perf_counter()
    reading = read_document(document, dossier)
    open_dates = sum(each.value is None for each in reading.dates)
    if document.published is None and open_dates:
        messages.warn(
            f"the day of publication is not known, so {plural(open_dates, 'time expression')} cannot be dated: "
            "give it with --published."
        )
    messages.detail(
        f"read {len(document.text)} characters ({document.language}, {document.encoding}) in "
        f"{time.perf_counter() - started:.2f} s: {plural(len(reading.statements), 'statement')}, "
        f"{plural(len(reading.events), 'event')}, {plural(len(reading.commitments), 'commitment')}, "
        f"{plural(len(reading.warnings), 'warning')}."
    )
    if form is Format.JSON:
        return to_json(reading.to_dict())
    from trucewatch.faces.text import render

    width, colour = screen()
    return render(reading, dossier, width=width, colour=colour)
