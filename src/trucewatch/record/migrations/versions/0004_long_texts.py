"""PostgreSQL's index of words may hold a long document in several parts."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("ALTER TABLE document_words DROP CONSTRAINT document_words_pkey")
    op.execute("CREATE INDEX ix_document_words_document_n ON document_words (document_n)")
