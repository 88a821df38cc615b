"""The readings of a document, found without going through all of them."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_index("ix_reading_document_n", "reading", ["document_n"], unique=False)
