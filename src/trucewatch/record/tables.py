"""The tables of the record.

Rows are bitemporal by ticks: every transaction that writes takes the next *tick*, with its wall time. A row holds from
``since`` (a tick) until ``until`` (a tick, or null while it still holds). Nothing is deleted or overwritten, so the
record as known at any tick is a filter, and order rests on sequence, not on clocks.

Three kinds of tables: what came in (``document``, ``sighting``, ``intake``), what was read or decided (``reading``,
``datum``, ``participant``, ``mention``, ``decision``, ``target``), and what is derived and may be rebuilt at any time
(``band``, ``copy``, ``cluster``, ``link``).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_Number = BigInteger().with_variant(Integer(), "sqlite")  # sqlite numbers rows by itself only for INTEGER


def _n() -> Column[int]:
    return Column("n", _Number, primary_key=True, autoincrement=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, _Number, ForeignKey(target), nullable=nullable)


tick = Table(
    "tick",
    metadata,
    _n(),
    Column("at", Text, nullable=False),  # UTC, ISO 8601 to the microsecond
    Column("what", Text, nullable=False),  # add, read, decide, note (a decision that changes nothing derived), derive
)

document = Table(
    "document",
    metadata,
    _n(),
    Column("id", Text, nullable=False, unique=True),  # the digest of the text, hexadecimal
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published", Text),
    Column("language", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("notes", Text, nullable=False),  # JSON list
    Column("text", Text, nullable=False),
    _ref("since", "tick.n"),
    Index("ix_document_published", "published"),
)

# Where the same text was met, each time with what was said of it there: one text may be printed by several outlets.
sighting = Table(
    "sighting",
    metadata,
    _n(),
    _ref("document_n", "document.n"),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published", Text),
    _ref("since", "tick.n"),
    UniqueConstraint("document_n", "source"),
    Index("ix_sighting_url", "url"),
)

# One visible state for everything handed in.
intake = Table(
    "intake",
    metadata,
    _n(),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),  # of the raw bytes and what was said of them
    Column("state", Text, nullable=False),  # new, version, duplicate, quarantined
    Column("reason", Text),
    Column("message", Text),
    _ref("document_n", "document.n", nullable=True),
    _ref("since", "tick.n"),
    Column("until", _Number),
    Index("ix_intake_source_digest", "source", "digest"),
)

reading = Table(
    "reading",
    metadata,
    _n(),
    _ref("document_n", "document.n"),
    Column("reader", Text, nullable=False),
    Column("dossier", Text),
    Column("dossier_digest", Text),
    Column("body", LargeBinary, nullable=False),  # the contract's object without text, compressed
    _ref("since", "tick.n"),
    Column("until", _Number),
    Index("ix_reading_document_n", "document_n"),
    Index("ix_reading_until", "until", "since", "document_n", "dossier"),
)

datum = Table(
    "datum",
    metadata,
    _n(),
    Column("key", Text, nullable=False),
    Column("what", Text, nullable=False),  # statement, event, commitment, dispute
    _ref("document_n", "document.n"),
    _ref("reading_n", "reading.n"),
    Column("label", Text),  # a statement's act, an event's kind, a commitment's provision
    Column("type", Text),  # an event's PLOVER type
    Column("status", Text),  # of events and commitments; a statement's form
    Column("place", Text),
    Column("instrument", Text),
    Column("first_day", Integer),  # proleptic ordinals, ends included; null where unknown
    Column("last_day", Integer),
    Column("start", Integer, nullable=False),  # the words that show it, in code points
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False),  # the contract's object, empty fields left out
    Column("judgement", Text, nullable=False),
    _ref("decision_n", "decision.n", nullable=True),
    _ref("since", "tick.n"),
    Column("until", _Number),
    Index("ix_datum_document_n", "document_n"),
    Index("ix_datum_what_until", "what", "until", "judgement", "place"),
)
Index(
    "uq_datum_key",
    datum.c.key,
    unique=True,
    sqlite_where=datum.c.until.is_(None),
    postgresql_where=datum.c.until.is_(None),
)
Index("ix_datum_what_day", datum.c.what, datum.c.last_day)
Index(
    "ix_datum_place",
    datum.c.place,
    sqlite_where=datum.c.place.is_not(None),
    postgresql_where=datum.c.place.is_not(None),
)

# Who takes part in a datum, for filters; the body tells it too, with spans.
participant = Table(
    "participant",
    metadata,
    Column("datum_n", _Number, ForeignKey("datum.n"), primary_key=True),
    Column("role", Text, primary_key=True),  # speaker, target, actor, recipient, claimant, denier, obligor, party
    Column("actor", Text, primary_key=True),
    Index("ix_participant_actor_role", "actor", "role"),
    sqlite_with_rowid=False,
)

# Actors, places and instruments a document names.
mention = Table(
    "mention",
    metadata,
    Column("reading_n", _Number, ForeignKey("reading.n"), primary_key=True),
    Column("what", Text, primary_key=True),  # actor, place, instrument
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text),
    Column("known", Integer, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("precision", Text),
    Column("start", Integer),
    Column("end", Integer),
    Index("ix_mention_what_id", "what", "id"),
    sqlite_with_rowid=False,
)

decision = Table(
    "decision",
    metadata,
    _n(),
    Column("id", Text, nullable=False, unique=True),
    Column("reviewer", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("targets", Text, nullable=False),  # JSON list of keys
    Column("fields", Text, nullable=False),  # JSON object
    Column("reason", Text, nullable=False),
    Column("before", Text, nullable=False),  # JSON: the targets as they stood
    _ref("since", "tick.n"),
    Column("until", _Number),  # taken back
    Column("undone_by", Text),
    Column("undone_reason", Text),
)

# What a decision is about: keys of data, and obligations as ``o:DOSSIER/INSTRUMENT/KEY``.
target = Table(
    "target",
    metadata,
    Column("decision_n", _Number, ForeignKey("decision.n"), primary_key=True),
    Column("target", Text, primary_key=True),
    Index("ix_target_target", "target"),
    sqlite_with_rowid=False,
)

band = Table(
    "band",
    metadata,
    Column("value", BigInteger, primary_key=True),
    Column("document_n", _Number, ForeignKey("document.n"), primary_key=True),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    Column("document_n", _Number, ForeignKey("document.n"), primary_key=True),
    Column("since", _Number, ForeignKey("tick.n"), primary_key=True),
    Column("until", _Number),
    Column("original", Text, nullable=False),  # the id of the first of its group
    Index("ix_copy_original", "original"),
    sqlite_with_rowid=False,
)

cluster = Table(
    "cluster",
    metadata,
    Column("event", Text, primary_key=True),
    Column("incident", Text, nullable=False),
    Index("ix_cluster_incident", "incident"),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("answer", Text, primary_key=True),
    Column("rule", Text, nullable=False),
    Index("ix_link_answer", "answer"),
    sqlite_with_rowid=False,
)

# What the derived tables were derived from: the tick they are good for.
derived = Table(
    "derived",
    metadata,
    Column("what", Text, primary_key=True),
    Column("rule", Text, nullable=False),  # the version of the rule
    Column("tick", _Number, nullable=False),
)
