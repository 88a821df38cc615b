"""However a record came to its tables, they are those the product knows; a making cut short is made whole."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, text

from tests.faults.children import KILLED, die_at_statement, needs_fork, run
from tests.record.stories import add, varied
from trucewatch.model.errors import RecordError
from trucewatch.record import engine, migrate
from trucewatch.record.session import VERSION, Record, open_record, version_of
from trucewatch.record.tables import decision, document, metadata, tick
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View

FOLDER = str(files("trucewatch.record").joinpath("migrations"))


def _revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", FOLDER)
    return [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def _at(where: str, revision: str) -> Record:
    """A record with the tables of an older product."""
    record = Record(where, engine.connect(where))
    engine.prepare_file(record.engine)
    config = Config()
    config.set_main_option("script_location", FOLDER)
    with record.turn() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return record


def _differences(record: Record) -> list[Any]:
    """How the tables differ from those of the product, the index of words left aside: each database has its own."""

    def ours(name: str | None, kind: str, _: Any) -> bool:
        return not (kind == "table" and name is not None and name.startswith(("document_words", "alembic")))

    with record.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        return list(compare_metadata(context, metadata))


def test_the_newest_revision_is_the_version_asked_for() -> None:
    assert _revisions()[-1] == VERSION
    assert _revisions() == sorted(_revisions())


def test_a_new_record_has_the_tables_of_the_product(record: Record) -> None:
    assert _differences(record) == []
    assert version_of(record) == VERSION
    assert "document_words" in inspect(record.engine).get_table_names()


@pytest.mark.parametrize("revision", _revisions())
def test_a_record_of_any_version_can_be_brought_to_this_one(where: str, revision: str) -> None:
    with _at(where, revision) as record:
        assert version_of(record) == revision
        if revision != VERSION:
            with pytest.raises(RecordError, match="trucewatch migrate"):
                open_record(where)
        assert migrate.migrate(record) == (revision, VERSION)
        assert migrate.migrate(record) == (VERSION, VERSION)
        assert _differences(record) == []
    with open_record(where, create=False) as record:
        assert add(record, varied(1)) == "new"
        assert len(View(record).events()) == 3


def test_what_an_older_record_holds_outlives_migration(where: str) -> None:
    """Groups of copies, which keep their history since 0003; targets of decisions, rows of their own since 0002."""
    with _at(where, "0001") as record:
        with record.turn() as connection:
            for n in (1, 2, 3):
                connection.execute(insert(tick).values(n=n, at=f"2024-03-0{n}T12:00:00.000000+00:00", what="add"))
                told = {"language": "en", "encoding": "utf-8", "notes": "[]", "text": f"Text {n}", "since": n}
                connection.execute(insert(document).values(n=n, id=str(n) * 64, **told))
            copies = text("INSERT INTO copy (document_n, original) VALUES (1, :one), (3, :one)")
            connection.execute(copies, {"one": "1" * 64})
            told = {"reviewer": "Ada", "action": "reject", "targets": '["e:b", "e:a"]', "fields": "{}", "reason": "no"}
            connection.execute(insert(decision).values(id="r:1", before="{}", since=3, **told))
        migrate.migrate(record)
        assert _differences(record) == []
        first, third = f"sha256:{'1' * 64}", f"sha256:{'3' * 64}"
        assert View(record).originals() == {first: first, third: first}
        assert View(record, as_known_on=date(2024, 3, 2)).originals() == {}
        assert [each.targets for each in View(record).decisions(targets=["e:a"])] == [("e:b", "e:a")]


def test_what_a_record_holds_outlives_migration(where: str) -> None:
    with open_record(where) as record:
        add(record, varied(1))
        before = content_hash(record)
        migrate.migrate(record)
        assert content_hash(record) == before


@needs_fork
def test_a_making_that_is_killed_is_made_whole_by_the_next(where: str) -> None:
    deaths = 0
    for nth in (*range(1, 12), *range(15, 200, 15)):

        def work(nth: int = nth) -> None:
            die_at_statement(nth)
            open_record(where).close()

        if run(work) == KILLED:
            deaths += 1
            with Record(where, engine.connect(where)) as left:
                assert version_of(left) is None
    assert deaths > 11
    with open_record(where) as record:
        assert _differences(record) == []


def test_half_made_tables_of_something_else_are_not_taken_for_a_record(where: str) -> None:
    """A database that holds tables of another program is left as it is."""
    with Record(where, engine.connect(where)) as other:
        with other.turn() as connection:
            connection.execute(text("CREATE TABLE document (a TEXT)"))
        with pytest.raises(RecordError, match="other tables"):
            open_record(where)
        assert inspect(other.engine).get_table_names() == ["document"]
