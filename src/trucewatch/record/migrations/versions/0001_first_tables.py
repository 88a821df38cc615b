"""The first tables. Frozen: later changes are revisions of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "cluster",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_cluster")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cluster_incident", "cluster", ["incident"], unique=False)
    op.create_table(
        "derived",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("tick", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_derived")),
    )
    op.create_table(
        "link",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "answer", name=op.f("pk_link")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_answer", "link", ["answer"], unique=False)
    op.create_table(
        "tick",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_tick")),
    )
    op.create_table(
        "decision",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("since", _NUMBER, nullable=False),
        sa.Column("until", _NUMBER, nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_decision_since")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_decision")),
        sa.UniqueConstraint("id", name=op.f("uq_decision_id")),
    )
    op.create_table(
        "document",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("since", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_document_since")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_document")),
        sa.UniqueConstraint("id", name=op.f("uq_document_id")),
    )
    op.create_index("ix_document_published", "document", ["published"], unique=False)
    op.create_table(
        "band",
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("document_n", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_band_document_n")),
        sa.PrimaryKeyConstraint("value", "document_n", name=op.f("pk_band")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy",
        sa.Column("document_n", _NUMBER, nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_copy_document_n")),
        sa.PrimaryKeyConstraint("document_n", name=op.f("pk_copy")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_copy_original", "copy", ["original"], unique=False)
    op.create_table(
        "intake",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("document_n", _NUMBER, nullable=True),
        sa.Column("since", _NUMBER, nullable=False),
        sa.Column("until", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_intake_document_n")),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_intake_since")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_intake")),
    )
    op.create_index("ix_intake_source_digest", "intake", ["source", "digest"], unique=False)
    op.create_table(
        "reading",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("document_n", _NUMBER, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=True),
        sa.Column("dossier_digest", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("since", _NUMBER, nullable=False),
        sa.Column("until", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_reading_document_n")),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_reading_since")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_reading")),
    )
    op.create_table(
        "sighting",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("document_n", _NUMBER, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("since", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_sighting_document_n")),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_sighting_since")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_sighting")),
        sa.UniqueConstraint("document_n", "source", name=op.f("uq_sighting_document_n_source")),
    )
    op.create_index("ix_sighting_url", "sighting", ["url"], unique=False)
    op.create_table(
        "datum",
        sa.Column("n", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("document_n", _NUMBER, nullable=False),
        sa.Column("reading_n", _NUMBER, nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("instrument", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("decision_n", _NUMBER, nullable=True),
        sa.Column("since", _NUMBER, nullable=False),
        sa.Column("until", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["decision_n"], ["decision.n"], name=op.f("fk_datum_decision_n")),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_datum_document_n")),
        sa.ForeignKeyConstraint(["reading_n"], ["reading.n"], name=op.f("fk_datum_reading_n")),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_datum_since")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_datum")),
    )
    op.create_index("ix_datum_document_n", "datum", ["document_n"], unique=False)
    op.create_index(
        "ix_datum_place",
        "datum",
        ["place"],
        unique=False,
        sqlite_where=sa.text("place IS NOT NULL"),
        postgresql_where=sa.text("place IS NOT NULL"),
    )
    op.create_index("ix_datum_what_day", "datum", ["what", "last_day"], unique=False)
    op.create_index(
        "uq_datum_key",
        "datum",
        ["key"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "mention",
        sa.Column("reading_n", _NUMBER, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading_n"], ["reading.n"], name=op.f("fk_mention_reading_n")),
        sa.PrimaryKeyConstraint("reading_n", "what", "id", name=op.f("pk_mention")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_what_id", "mention", ["what", "id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("datum_n", _NUMBER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["datum_n"], ["datum.n"], name=op.f("fk_participant_datum_n")),
        sa.PrimaryKeyConstraint("datum_n", "role", "actor", name=op.f("pk_participant")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_participant_actor_role", "participant", ["actor", "role"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            # Holds no text of its own: the words come folded, the documents have the text.
            "CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='', "
            "tokenize='unicode61 remove_diacritics 0')"
        )
    else:
        op.execute(
            "CREATE TABLE document_words "
            "(document_n bigint PRIMARY KEY REFERENCES document (n), words tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX ix_document_words_words ON document_words USING gin (words)")
