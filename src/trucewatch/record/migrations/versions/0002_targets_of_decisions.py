"""What decisions are about, one row a target; and why a decision was taken back."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "target",
        sa.Column("decision_n", _NUMBER, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decision_n"], ["decision.n"], name=op.f("fk_target_decision_n")),
        sa.PrimaryKeyConstraint("decision_n", "target", name=op.f("pk_target")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_target_target", "target", ["target"], unique=False)
    op.add_column("decision", sa.Column("undone_reason", sa.Text(), nullable=True))
    connection = op.get_bind()
    decision = sa.table("decision", sa.column("n", sa.Integer), sa.column("targets", sa.Text))
    target = sa.table("target", sa.column("decision_n", sa.Integer), sa.column("target", sa.Text))
    for row in connection.execute(sa.select(decision.c.n, decision.c.targets)).all():
        for each in sorted(set(json.loads(row.targets))):
            connection.execute(target.insert().values(decision_n=row.n, target=each))
