"""Rows of the record: a datum with the document it stands in and what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from trucewatch.model.commitment import Commitment
from trucewatch.model.dispute import Dispute
from trucewatch.model.event import Event
from trucewatch.model.evidence import Evidence
from trucewatch.model.judgement import Judgement
from trucewatch.model.place import Precision
from trucewatch.model.statement import Statement
from trucewatch.model.text import Quote


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the record, without its text.

    ``n`` is its number in this record (of no meaning elsewhere), ``id`` its identity by content. ``added`` is when it
    came in; ``dossier`` and ``reader`` are those of the reading that holds.
    """

    n: int
    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: date | None
    language: str
    characters: int
    added: datetime
    dossier: str | None = None
    reader: str | None = None

    @property
    def short(self) -> str:
        """``d:`` and the first twelve digits of the id: enough to name it."""
        return "d:" + self.id.removeprefix("sha256:")[:12]


@dataclass(frozen=True, slots=True)
class Datum[V]:
    """One datum of the record. ``key`` names it across readings; ``quote`` are the words around it that show it.

    ``value`` is the model's own object with ``id`` replaced by ``key`` and references to other data by their keys.
    """

    key: str
    document: DocumentRow
    value: V
    quote: Quote
    judgement: Judgement = Judgement.OPEN
    decision: str | None = None
    reader: str = ""

    def evidence(self, speaker: str | None = None) -> Evidence:
        """The words of this datum as evidence."""
        return Evidence(
            self.document.id, self.quote, self.document.publisher, self.document.published, speaker, self.key
        )


StatementRow = Datum[Statement]
EventRow = Datum[Event]
CommitmentRow = Datum[Commitment]
DisputeRow = Datum[Dispute]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A datum that nobody judged: ``what`` it is, signs of doubt in words, and what they come to in points."""

    datum: Datum[Any]
    what: str
    doubts: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor as the record knows it: in how many documents it is named, and how often it speaks and acts."""

    id: str
    name: str
    kind: str
    known: bool
    documents: int
    statements: int
    events: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the record knows it. Degrees in WGS 84; ``events`` are those said to have happened there."""

    id: str
    name: str
    kind: str
    known: bool
    latitude: float | None
    longitude: float | None
    precision: Precision
    documents: int
    events: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found by its words, with the best passage."""

    document: DocumentRow
    quote: Quote
    rank: float


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of one source: ``new``, ``version``, ``duplicate`` or ``quarantined`` with reason and message."""

    source: str
    state: str
    at: datetime
    document: str | None = None
    reason: str | None = None
    message: str | None = None
