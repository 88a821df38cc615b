"""Bringing a record's tables to the version this product needs; the one module that knows alembic."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from trucewatch.model.errors import RecordError
from trucewatch.record import engine as dialect
from trucewatch.record.session import VERSION, Record, version_of
from trucewatch.record.tables import metadata


def make(record: Record) -> None:
    """Make the tables in an empty database. Two processes may do so at once: one makes, the other finds them made.

    Raises:
        RecordError: when the database holds another program's tables.
        sqlalchemy.exc.DBAPIError: when the database does not answer.
    """
    _refuse_foreign(record)
    dialect.prepare_file(record.engine)
    _upgrade(record)


def _refuse_foreign(record: Record) -> None:
    """A file of another program is left as it is; a database may be shared as long as no name is taken."""
    names = set(inspect(record.engine).get_table_names())
    taken = names if dialect.is_sqlite(record.engine) else names & metadata.tables.keys()
    if taken and "alembic_version" not in names:  # with it another process has made the record meanwhile
        raise RecordError(
            f"{record.shown} holds other tables ({', '.join(sorted(taken)[:3])}) and is no record. Name another place "
            "with --record."
        )


def migrate(record: Record) -> tuple[str | None, str]:
    """Bring the tables to :data:`VERSION` in one transaction; the version before and after.

    Raises:
        sqlalchemy.exc.DBAPIError: when the database does not answer.
    """
    before = version_of(record)
    if before != VERSION:
        _upgrade(record)
    return before, VERSION


def _upgrade(record: Record) -> None:
    with as_file(files("trucewatch.record").joinpath("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        with record.turn() as connection:
            config.attributes["connection"] = connection
            if current(connection) != VERSION:
                command.upgrade(config, VERSION)


def current(connection: Connection) -> str | None:
    """The version as this transaction sees it."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()
