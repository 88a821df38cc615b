"""Groups of wire copies keep what they were: which document was in which group from when until when."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OLD = sa.table("copy", sa.column("document_n", sa.Integer), sa.column("original", sa.Text))
_DOCUMENT = sa.table("document", sa.column("n", sa.Integer), sa.column("since", sa.Integer))


def upgrade() -> None:
    connection = op.get_bind()
    # When a group came to be what it is was not kept: with the latest of its documents, at the earliest.
    asked = sa.select(_OLD.c.document_n, _OLD.c.original, _DOCUMENT.c.since).join(
        _DOCUMENT, _DOCUMENT.c.n == _OLD.c.document_n
    )
    rows = connection.execute(asked).all()
    latest: dict[str, int] = {}
    for row in rows:
        latest[row.original] = max(row.since, latest.get(row.original, 0))
    op.drop_table("copy")
    made = op.create_table(
        "copy",
        sa.Column("document_n", _NUMBER, nullable=False),
        sa.Column("since", _NUMBER, nullable=False),
        sa.Column("until", _NUMBER, nullable=True),
        sa.Column("original", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_n"], ["document.n"], name=op.f("fk_copy_document_n")),
        sa.ForeignKeyConstraint(["since"], ["tick.n"], name=op.f("fk_copy_since")),
        sa.PrimaryKeyConstraint("document_n", "since", name=op.f("pk_copy")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_copy_original", "copy", ["original"], unique=False)
    if rows:
        told = [{"document_n": row.document_n, "original": row.original, "since": latest[row.original]} for row in rows]
        connection.execute(made.insert(), told)
