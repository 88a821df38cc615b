"""The conductor: from sources through documents and readings into the record, one item after the other.

Every item ends in one visible state; a failure of one item is a row, and the run goes on. What was done is never done
again: an item of the same bytes from the same source is passed over, a text the record holds is not read anew.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from time import monotonic, sleep

from trucewatch import documents, dossiers
from trucewatch.assessment import disputes, incidents
from trucewatch.documents.likeness import fingerprint, is_copy
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DocumentError, DossierError, LostError
from trucewatch.model.filters import Filter
from trucewatch.model.rows import DocumentRow
from trucewatch.reading import READER, read_document
from trucewatch.record import clusters, links
from trucewatch.record.session import Record
from trucewatch.record.view import View
from trucewatch.record.writer import Arrival, Writer
from trucewatch.sources import Raw, Refused

STATES = ("new", "version", "duplicate", "quarantined")
REREAD_STATES = ("read", "current", "failed")
_PATIENCE = 30.0  # seconds a server that went away is waited for
# The one-document boundary: a fault of a reader on one text must not cost the others.
_FAULTS = (RecursionError, MemoryError, ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one item. ``reason`` and ``message`` tell why it was quarantined, or could not be read again."""

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
        """Take items in; each is in the record when its step is given. A server that went away is waited for.

        Raises:
            BusyError, RecordError: when the record cannot be written; what was added before stays.
        """
        for item in items:
            yield self._counted(_insisting(partial(self._take, item)))
        _insisting(self.settle)

    def _counted(self, step: Step) -> Step:
        self.report.counts[step.state] += 1
        return step

    def reread(self, *, everything: bool = False) -> Iterator[Step]:
        """Read again what another reader version, or another state of its dossier, has read; or all of it.

        Documents keep the dossier they were read with unless this monitor has one of its own. People's decisions stay;
        a document on which the reader fails keeps its old reading.

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
                    known[row.dossier] = dossiers.load(row.dossier)
                dossier = known[row.dossier]
            digest = dossier_digest(dossier)
            if not everything and self._writer.is_current(row.id, READER, digest):
                step = Step(row.short, "current")
            else:
                step = _insisting(partial(self._read_again, view, row, dossier))
            yield self._counted(step)
        _insisting(self.settle)

    def settle(self) -> None:
        """Draw anew what is derived of the record as a whole, where anything came in or was decided since it was drawn.

        Raises:
            BusyError, RecordError: when the record cannot be written.
        """
        view = View(self._record)
        if links.stale(self._record, disputes.RULE):
            at = view.tick
            pairs = disputes.draw(disputes.gathered(view), self._all_dossiers(view)).pairs
            links.replace_all(self._record, disputes.RULE, pairs, at)
        if clusters.stale(self._record, incidents.RULE):
            at = view.tick
            clusters.replace_all(self._record, incidents.RULE, incidents.clusters(view, self._all_dossiers(view)), at)

    def _all_dossiers(self, view: View) -> list[Dossier]:
        """The dossiers that the record's documents were read with, as far as they are at hand."""
        found = [] if self._dossier is None else [self._dossier]
        for name in view.dossiers():
            if self._dossier is None or name != self._dossier.id:
                with suppress(DossierError):  # one's own, which lies elsewhere now
                    found.append(dossiers.load(name))
        return found

    def _read_again(self, view: View, row: DocumentRow, dossier: Dossier | None) -> Step:
        text = view.whole(row.id)
        assert text is not None
        try:
            self._writer.replace(read_document(text, dossier), dossier_digest=dossier_digest(dossier))
        except _FAULTS as error:
            return Step(row.short, "failed", "reader_fault", _fault(error))
        return Step(row.short, "read")

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
            return Step(item.origin, self._kept(arrival, item, published))
        except DocumentError as error:
            reason, message = error.reason, str(error)
        except _FAULTS as error:
            reason, message = "reader_fault", _fault(error)
        self._quarantine(arrival, reason, message)
        return Step(item.origin, "quarantined", reason, message)

    def _kept(self, arrival: Arrival, item: Raw, published: date | None) -> str:
        text = _opened(item, published)
        if self._writer.holds(text):
            self._writer.add_sighting(arrival, text)
            return "duplicate"
        reading = read_document(text, self._dossier)
        bands = fingerprint(text.text)
        return self._writer.add(arrival, reading, dossier_digest=self._digest, bands=bands, alike=is_copy)

    def _quarantine(self, arrival: Arrival, reason: str, message: str) -> None:
        held = self._writer.held(arrival)
        if held is None or (held.state, held.reason) != ("quarantined", reason):
            self._writer.quarantine(arrival, reason, message)


def _insisting[T](work: Callable[[], T]) -> T:
    """Do ``work``, again after a while when the database's server went away. All work may be done again."""
    until, pause = monotonic() + _PATIENCE, 0.1
    while True:
        try:
            return work()
        except LostError:
            if monotonic() > until:
                raise
            sleep(pause)
            pause = min(2 * pause, 2.0)


def _fault(error: Exception) -> str:
    return f"the reader failed on it: {type(error).__name__}: {error}. Please report it with the text."


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
