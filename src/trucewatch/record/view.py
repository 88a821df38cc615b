"""Reading the record: a view is one state of it, today's or as known on a day, and answers with rows of the model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select

from trucewatch.model.actor import ActorRef
from trucewatch.model.document import Document
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Action, Decision, Turn
from trucewatch.model.rows import (
    ActorRow,
    CommitmentRow,
    Datum,
    DisputeRow,
    DocumentRow,
    Doubtful,
    EventRow,
    Hit,
    Intake,
    PlaceRow,
    StatementRow,
)
from trucewatch.record import (
    arrivals,
    clusters,
    copies,
    decided,
    doubts,
    history,
    links,
    mentioned,
    rows,
    speaking,
    totals,
    words,
)
from trucewatch.record.conditions import datum_conditions, document_conditions, holds
from trucewatch.record.session import Record
from trucewatch.record.tables import datum, document, reading, tick
from trucewatch.record.tallies import Tallies


class View:
    """One state of a record. Each question opens and closes its own transaction.

    ``as_known_on`` is a day: the state at its end, in UTC.
    """

    def __init__(self, record: Record, *, as_known_on: date | None = None) -> None:
        self._record = record
        self.as_known_on = as_known_on
        self._at: int | None = None
        if as_known_on is not None:
            end = datetime.combine(as_known_on + timedelta(days=1), time.min).isoformat()
            with record.reading() as connection:
                self._at = connection.execute(select(func.max(tick.c.n)).where(tick.c.at < end)).scalar() or 0

    @property
    def tallies(self) -> Tallies:
        """Counts by day, outlet, kind and place."""
        return Tallies(self._record, self._at)

    def statements(self, narrowed: Filter | None = None) -> list[StatementRow]:
        """Statements, newest document first.

        Raises:
            RecordError: when the database does not answer.
        """
        return self._data("statement", narrowed)

    def events(self, narrowed: Filter | None = None) -> list[EventRow]:
        """Events, latest day first; those without a day last."""
        return self._data("event", narrowed)

    def commitments(self, narrowed: Filter | None = None) -> list[CommitmentRow]:
        """Commitments, newest document first."""
        return self._data("commitment", narrowed)

    def disputes(self, narrowed: Filter | None = None) -> list[DisputeRow]:
        """Disputes within documents, newest document first."""
        return self._data("dispute", narrowed)

    def count(self, what: str, narrowed: Filter | None = None) -> int:
        """How many data of one kind a filter leaves."""
        both = datum.join(document, document.c.n == datum.c.document_n).join(reading, reading.c.n == datum.c.reading_n)
        asked = select(func.count()).select_from(both)
        with self._record.reading() as connection:
            return int(connection.execute(asked.where(*self._where(what, narrowed))).scalar() or 0)

    def total(self, what: str, narrowed: Filter | None = None) -> int:
        """How many documents, actors or places (``document``, ``actor``, ``place``) a filter leaves."""
        chosen = narrowed or Filter()
        asked = totals.documents(chosen, self._at) if what == "document" else totals.mentioned(what, chosen, self._at)
        with self._record.reading() as connection:
            return int(connection.execute(asked).scalar() or 0)

    def total_found(self, written: str, narrowed: Filter | None = None) -> int:
        """How many documents a query finds.

        Raises:
            InputError: when the query is none.
        """
        with self._record.reading() as connection:
            asked = totals.hits(connection, written, narrowed or Filter(), self._at)
            return int(connection.execute(asked).scalar() or 0)

    def names(self, what: str) -> list[tuple[str, str]]:
        """Ids of actors or places (``actor``, ``place``) with the names they go by in the record."""
        with self._record.reading() as connection:
            return [(row.id, row.name) for row in connection.execute(totals.names(what, self._at))]

    def dossiers(self) -> list[str]:
        """The dossiers that documents were read with, in order."""
        asked = select(reading.c.dossier).where(holds(reading, self._at), reading.c.dossier.is_not(None)).distinct()
        with self._record.reading() as connection:
            return sorted(str(each) for each in connection.execute(asked).scalars())

    def speakers(self, keys: Iterable[str]) -> dict[str, str]:
        """Who makes the statements of these keys, by name; keys of no statement are left out."""
        return {key: speaker.name for key, speaker in self.speaker_refs(keys).items()}

    def speaker_refs(self, keys: Iterable[str]) -> dict[str, ActorRef]:
        """As :meth:`speakers`, with their ids."""
        with self._record.reading() as connection:
            return speaking.speakers(connection, keys, self._at)

    def clusters(self, rule: str, narrowed: Filter | None = None) -> tuple[dict[str, list[str]], int] | None:
        """The incidents kept that a filter leaves, each with its events' keys, and how many without its limit.

        ``None`` where none are kept that ``rule`` grouped of this state.
        """
        with self._record.reading() as connection:
            if self._at is not None or not clusters.current(connection, rule):
                return None
            return clusters.page(connection, narrowed or Filter()), clusters.count(connection, narrowed or Filter())

    def documents(self, narrowed: Filter | None = None) -> list[DocumentRow]:
        """Documents, latest publication first.

        Raises:
            RecordError: when the database does not answer.
        """
        chosen = narrowed or Filter()
        asked = rows.documents(self._at).where(*document_conditions(chosen))
        asked = asked.order_by(document.c.published.desc().nulls_last(), document.c.id)
        with self._record.reading() as connection:
            return [rows.document_row(row) for row in connection.execute(rows.sliced(asked, chosen)).mappings()]

    def text(self, id_: str) -> str | None:
        """The text of a document by its id, or ``None``."""
        asked = select(document.c.text).where(document.c.id == id_.removeprefix("sha256:"), *self._known(document))
        with self._record.reading() as connection:
            return connection.execute(asked).scalar()

    def texts(self) -> dict[str, str]:
        """The texts of all documents, by id."""
        with self._record.reading() as connection:
            asked = select(document.c.id, document.c.text).where(*self._known(document))
            return {f"sha256:{row.id}": row.text for row in connection.execute(asked)}

    def whole(self, id_: str) -> Document | None:
        """A document with its text, as it was read, or ``None``."""
        asked = select(document).where(document.c.id == id_.removeprefix("sha256:"), *self._known(document))
        with self._record.reading() as connection:
            row = connection.execute(asked).mappings().first()
        if row is None:
            return None
        return rows.whole(row)

    def datum(self, key: str) -> Datum[Any] | None:
        """One datum by its key, rejected or not, or ``None``."""
        asked = rows.data().where(datum.c.key == key, holds(datum, self._at))
        with self._record.reading() as connection:
            row = connection.execute(asked).mappings().first()
            return None if row is None else rows.datum_row(row)

    def data(self, keys: Iterable[str]) -> dict[str, Datum[Any]]:
        """Data by their keys, without rejected ones; keys of none are left out."""
        with self._record.reading() as connection:
            return links.ends(connection, keys, self._at)

    def links(self, rule: str, narrowed: Filter | None = None) -> tuple[list[tuple[str, str]], int] | None:
        """The links kept of claims and answers, by their keys, and how many claims a filter leaves without its limit.

        The answer is empty for a claim left open. ``None`` where none are kept that ``rule`` drew of this state.
        """
        with self._record.reading() as connection:
            if self._at is not None or not links.current(connection, rule):
                return None
            return links.page(connection, narrowed or Filter())

    def matching(self, what: str, beginning: str) -> list[str]:
        """Ids of documents (``document``) or keys of data (``datum``) that begin so; at most ten."""
        column: ColumnElement[str] = document.c.id if what == "document" else datum.c.key
        asked = select(column).where(column.startswith(beginning, autoescape=True), *self._known(column.table))
        asked = asked.distinct().order_by(column)
        with self._record.reading() as connection:
            return [str(each) for each in connection.execute(asked.limit(10)).scalars()]

    def actors(self, narrowed: Filter | None = None) -> list[ActorRow]:
        """Actors, those named in most documents first."""
        with self._record.reading() as connection:
            return mentioned.actors(connection, narrowed or Filter(), self._at)

    def places(self, narrowed: Filter | None = None) -> list[PlaceRow]:
        """Places, those named in most documents first."""
        with self._record.reading() as connection:
            return mentioned.places(connection, narrowed or Filter(), self._at)

    def search(self, written: str, narrowed: Filter | None = None) -> list[Hit]:
        """Documents whose words match a query, best first; see :mod:`trucewatch.record.words`.

        Raises:
            InputError: when the query is none.
        """
        query, chosen = words.parse_query(written), narrowed or Filter()
        with self._record.reading() as connection:
            hits, _ = words.found(connection, query)
            part = hits.subquery()
            asked = rows.documents(self._at).add_columns(part.c.rank, document.c.text)
            asked = asked.join(part, part.c.n == document.c.n).where(*document_conditions(chosen))
            found = connection.execute(rows.sliced(asked.order_by(part.c.rank, document.c.id), chosen)).mappings().all()
        return [Hit(rows.document_row(row), words.passage(row["text"], query), float(row["rank"])) for row in found]

    def arrivals(self, states: Sequence[str] = ()) -> list[Intake]:
        """What was handed in and what became of it, latest first."""
        with self._record.reading() as connection:
            return arrivals.arrivals(connection, states, self._at)

    @property
    def tick(self) -> int:
        """The number of the last transaction this view sees: what a reviewer looked at, for :class:`Resolver`."""
        if self._at is not None:
            return self._at
        with self._record.reading() as connection:
            return connection.execute(select(func.max(tick.c.n))).scalar() or 0

    def decisions(
        self, *, actions: Iterable[Action] = (), targets: Iterable[str] = (), undone: bool = False
    ) -> list[Decision]:
        """Decisions that stand, in the order they were taken; those taken back too where ``undone`` asks for them.

        ``actions`` and ``targets`` narrow them to some kinds, and to those about some keys.

        Raises:
            RecordError: when the database does not answer.
        """
        with self._record.reading() as connection:
            return decided.decisions(connection, self._at, actions=actions, targets=targets, undone=undone)

    def doubtful(self, narrowed: Filter | None = None) -> list[Doubtful]:
        """Data that nobody judged, most doubtful first; see :mod:`trucewatch.record.doubts`."""
        with self._record.reading() as connection:
            return doubts.doubtful(connection, narrowed or Filter(), self._at)

    def total_doubtful(self, narrowed: Filter | None = None) -> int:
        """How many data nobody judged."""
        with self._record.reading() as connection:
            return doubts.total(connection, narrowed or Filter(), self._at)

    def history(self, key: str) -> list[Turn]:
        """What readings and people made of a datum, oldest first; empty where the record never held it.

        Raises:
            RecordError: when the database does not answer.
        """
        with self._record.reading() as connection:
            return history.history(connection, key, self._at)

    def originals(self) -> dict[str, str]:
        """For every document that is in a group of wire copies, the id of the group's original."""
        with self._record.reading() as connection:
            return copies.originals(connection, self._at)

    def _data(self, what: str, narrowed: Filter | None) -> list[Any]:
        chosen = narrowed or Filter()
        asked = rows.data().where(*self._where(what, narrowed))
        if what == "event":
            asked = asked.order_by(datum.c.last_day.desc().nulls_last())
        asked = asked.order_by(document.c.published.desc().nulls_last(), document.c.id, datum.c.start, datum.c.key)
        with self._record.reading() as connection:
            return [rows.datum_row(row) for row in connection.execute(rows.sliced(asked, chosen)).mappings()]

    def _known(self, table: Any) -> list[ColumnElement[bool]]:
        """That a row was in the record already, whether it still holds or not."""
        return [] if self._at is None else [table.c.since <= self._at]

    def _where(self, what: str, narrowed: Filter | None) -> list[ColumnElement[bool]]:
        return [datum.c.what == what, holds(datum, self._at), *datum_conditions(narrowed or Filter())]
