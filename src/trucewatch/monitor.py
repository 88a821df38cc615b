"""The conductor: from sources through documents and readings into the record, one item after the other.

Every item ends in one visible state; a failure of one item is a row, and the run goes on. What was done is never done
again: an item of the same bytes from the same source is passed over, a text the record holds is not read anew.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from time import monotonic

from trucewatch import documents
from trucewatch.documents.likeness import fingerprint, is_copy
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DocumentError
from trucewatch.model.filters import Filter
from trucewatch.reading import READER, read_document
from trucewatch.record.session import Record
from trucewatch.record.view import View
from trucewatch.record.writer import Arrival, Writer
from trucewatch.sources import Raw, Refused

STATES = ("new", "version", "duplicate", "quarantined")
REREAD_STATES = ("read", "current")


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one item. ``reason`` and ``message`` tell why it was quarantined."""

    name: str
    state: str
    reason: str | None = None
    message: str | None = None


@dataclass(slots=True)
class Report:
    """A run so far: how many items came to each state, and since when it runs."""

    counts: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=monotonic)

    @property
    def done(self) -> int:
        """Items dealt with."""
        return sum(self.counts.values())

    @property
    def speed(self) -> float:
        """Items a second."""
        return self.done / max(monotonic() - self.started, 1e-9)

    def closing(self, states: Sequence[str] = STATES) -> str:
        """The line a run ends with."""
        told = " · ".join(f"{state} {self.counts[state]}" for state in states)
        return f"{told} · {self.speed:.1f} documents/s"


class Monitor:
    """Fills one record, with one dossier or none. ``published`` is the day of items that state none of their own."""

    def __init__(
        self,
        record: Record,
        dossier: Dossier | None = None,
        *,
        published: date | None = None,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        self._record = record
        self._dossier = dossier
        self._digest = dossier_digest(dossier)
        self._published = published
        self._writer = Writer(record, on_wait=on_wait)
        self.report = Report()

    def add(self, items: Iterable[Raw | Refused]) -> Iterator[Step]:
        """Take items in; each is in the record when its step is given.

        Raises:
            BusyError, RecordError: when the record cannot be written; what was added before stays.
        """
        for item in items:
            step = self._take(item)
            self.report.counts[step.state] += 1
            yield step

    def reread(self, *, everything: bool = False) -> Iterator[Step]:
        """Read again what another reader version, or another state of its dossier, has read; or all of it.

        Documents keep the dossier they were read with unless this monitor has one of its own. People's decisions stay.

        Raises:
            BusyError, RecordError: when the record cannot be written.
            DossierError: when a document's dossier is not there.
        """
        view = View(self._record)
        known: dict[str | None, Dossier | None] = {}
        for row in view.documents(Filter()):
            dossier = self._dossier
            if dossier is None and row.dossier is not None:
                if row.dossier not in known:
                    from trucewatch import dossiers

                    known[row.dossier] = dossiers.load(row.dossier)
                dossier = known[row.dossier]
            digest = dossier_digest(dossier)
            if not everything and self._writer.is_current(row.id, READER, digest):
                step = Step(row.short, "current")
            else:
                text = view.whole(row.id)
                assert text is not None
                step = self._read_again(text, dossier, digest)
            self.report.counts[step.state] += 1
            yield step

    def _read_again(self, text: Document, dossier: Dossier | None, digest: str | None) -> Step:
        self._writer.replace(read_document(text, dossier), dossier_digest=digest)
        return Step("d:" + text.id.removeprefix("sha256:")[:12], "read")

    def _take(self, item: Raw | Refused) -> Step:
        if isinstance(item, Refused):
            arrival = Arrival(item.name, _digest(item.reason, item.message))
            self._quarantine(arrival, item.reason, item.message)
            return Step(item.name, "quarantined", item.reason, item.message)
        published = item.published or self._published
        arrival = Arrival(item.origin, _digest(item.digest, str(published)))
        held = self._writer.held(arrival)
        if held is not None and held.state != "quarantined":
            return Step(item.origin, "duplicate")
        try:
            text = _opened(item, published)
            if self._writer.holds(text):
                self._writer.add_sighting(arrival, text)
                return Step(item.origin, "duplicate")
            reading = read_document(text, self._dossier)
        except DocumentError as error:
            self._quarantine(arrival, error.reason, str(error))
            return Step(item.origin, "quarantined", error.reason, str(error))
        except (RecursionError, MemoryError, ValueError, LookupError, TypeError, AttributeError) as error:
            # The one-document boundary: a fault of a reader on one text must not cost the others.
            message = f"the reader failed on it: {type(error).__name__}: {error}. Please report it with the text."
            self._quarantine(arrival, "reader_fault", message)
            return Step(item.origin, "quarantined", "reader_fault", message)
        bands = fingerprint(text.text)
        state = self._writer.add(arrival, reading, dossier_digest=self._digest, bands=bands, alike=is_copy)
        return Step(item.origin, state)

    def _quarantine(self, arrival: Arrival, reason: str, message: str) -> None:
        held = self._writer.held(arrival)
        if held is None or (held.state, held.reason) != ("quarantined", reason):
            self._writer.quarantine(arrival, reason, message)


def dossier_digest(dossier: Dossier | None) -> str | None:
    """A digest of all a dossier says, to know when it changed."""
    return None if dossier is None else hashlib.sha256(repr(dossier).encode()).hexdigest()[:16]


def _opened(item: Raw, published: date | None) -> Document:
    if item.text is not None:
        text = documents.from_text(
            item.text, published=published, title=item.title, publisher=item.publisher, url=item.url
        )
        return replace(text, notes=(*text.notes, *item.notes)) if item.notes else text
    assert item.data is not None
    return documents.open_document(item.data, name=item.name, published=published, media=item.media)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
