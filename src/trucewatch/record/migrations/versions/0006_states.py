"""Which readings and data hold, told without looking at their long columns."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_index("ix_reading_until", "reading", ["until", "since", "document_n", "dossier"], unique=False)
    op.create_index("ix_datum_what_until", "datum", ["what", "until", "judgement", "place"], unique=False)
