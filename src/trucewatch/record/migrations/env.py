"""Runs the revisions on the connection handed in; the transaction is the caller's."""

from alembic import context

from trucewatch.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds the whole
)
context.run_migrations()
