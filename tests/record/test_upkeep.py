"""A record can be compared, checked, copied and brought to this version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, text, update

from tests.record.stories import add, arrival, varied
from tests.record.test_migrations import _at
from trucewatch.model.errors import AccessError, DamageError, InputError, RecordError
from trucewatch.record import engine
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import VERSION, Record, open_record, version_of
from trucewatch.record.tables import datum, decision, derived, document, intake, mention, reading
from trucewatch.record.upkeep import Level, backup, check, content_hash, mend, migrate_kept, open_as_it_is
from trucewatch.record.view import View
from trucewatch.record.writer import Writer


@pytest.fixture
def small(tmp_path: Path) -> Record:
    """A record of one file with two documents."""
    with open_record(tmp_path / "record.db") as made:
        add(made, varied(1))
        add(made, varied(2))
    return made


def levels(record: Record, **known: Any) -> dict[str, Level]:
    """The worst level of each look."""
    found: dict[str, Level] = {}
    for each in check(record, **known):
        found[each.name] = max(found.get(each.name, Level.OK), each.level, key=list(Level).index)
    return found


# -- the digest ------------------------------------------------------------------------------------------------------


def test_the_digest_does_not_depend_on_order_or_numbers_of_rows(record: Record, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        add(record, varied(number))
    with open_record(tmp_path / "other.db") as other:
        Writer(other).quarantine(arrival("gone"), "empty", "gone holds no text.")
        Writer(other).add(arrival("gone"), varied(9), dossier_digest="d1")
        assert content_hash(other) != content_hash(record)
        for number in (3, 1, 2):
            add(other, varied(number))
        add(record, varied(9), "gone")
        assert content_hash(other) == content_hash(record)


def test_the_digest_tells_what_is_read_and_what_is_judged(record: Record) -> None:
    read = varied(1)
    add(record, read)
    seen = {content_hash(record)}
    Writer(record).replace(read, dossier_digest="d1")
    assert {content_hash(record)} == seen, "the same reading says the same"
    Writer(record).replace(replace(read, events=read.events[:1]), dossier_digest="d1")
    seen.add(content_hash(record))
    with record.writing("decide") as (connection, _):
        connection.execute(update(datum).where(datum.c.until.is_(None)).values(judgement="accepted"))
    seen.add(content_hash(record))
    add(record, read, "again")
    seen.add(content_hash(record))
    assert len(seen) == 4


# -- the check -------------------------------------------------------------------------------------------------------


def test_a_sound_record_passes_every_look(record: Record) -> None:
    read = varied(1)
    add(record, read)
    key = View(record).events()[0].key
    Resolver(record, "Vera").correct(key, {"status": "denied"})
    Resolver(record, "Vera").attach(key, {"obligation": "1"})
    Writer(record).replace(replace(read, events=read.events[1:]), dossier_digest="d1")
    found = check(record, reader=read.reader, dossiers={"harrow"})
    assert {each.level for each in found} == {Level.OK}, [each for each in found if each.level is not Level.OK]
    assert len({each.name for each in found}) >= 8
    assert all(each.message and not each.mend for each in found)


def test_versions_and_dossiers_are_held_against_those_at_hand(record: Record) -> None:
    add(record, varied(1))
    known = levels(record, reader="trucewatch/later", dossiers={"other"})
    assert (known["readers"], known["dossiers"]) == (Level.WARN, Level.WARN)
    assert not {"readers", "dossiers"} & set(levels(record))


DAMAGES: dict[str, tuple[str, Level, Callable[[Connection], Any]]] = {
    "a text that was changed": (
        "documents",
        Level.FAULT,
        lambda it: it.execute(update(document).values(text=document.c.text + " More.")),
    ),
    "a span beyond its text": ("data", Level.FAULT, lambda it: it.execute(update(datum).values(end=10**6))),
    "a mention beyond its text": ("data", Level.FAULT, lambda it: it.execute(update(mention).values(end=10**6))),
    "a datum that cannot be read": (
        "data",
        Level.FAULT,
        lambda it: it.execute(update(datum).where(datum.c.what == "event").values(body="{}")),
    ),
    "a span within a datum": (
        "data",
        Level.FAULT,
        lambda it: it.execute(
            update(datum)
            .where(datum.c.what == "commitment")
            .values(body='{"action":[0,100000],"status":"owed","obligors":[]}')
        ),
    ),
    "a reference to nothing": (
        "data",
        Level.WARN,
        lambda it: it.execute(update(datum).where(datum.c.what == "statement").values(until=1)),
    ),
    "a document without reading": ("rows", Level.FAULT, lambda it: it.execute(update(reading).values(until=1))),
    "an arrival without document": (
        "rows",
        Level.FAULT,
        lambda it: it.execute(update(intake).values(document_n=None)),
    ),
    "a judgement of nobody": (
        "decisions",
        Level.FAULT,
        lambda it: it.execute(update(datum).values(judgement="accepted")),
    ),
    "a decision about nothing": (
        "decisions",
        Level.WARN,
        lambda it: it.execute(update(datum).where(datum.c.decision_n.is_not(None)).values(until=1)),
    ),
    "a judgement taken back": (
        "decisions",
        Level.FAULT,
        lambda it: it.execute(update(decision).values(until=1)),
    ),
    "a derived table left behind": (
        "derived",
        Level.WARN,
        lambda it: it.execute(insert(derived).values(what="incidents", rule="1", tick=0)),
    ),
}


@pytest.mark.parametrize("name", list(DAMAGES))
def test_damage_is_found_where_it_is(record: Record, name: str) -> None:
    add(record, varied(1))
    Resolver(record, "Vera").accept(View(record).events()[0].key)
    look, level, do = DAMAGES[name]
    with record.turn() as connection:
        do(connection)
    assert levels(record)[look] is level
    assert all(each.mend for each in check(record) if each.level is not Level.OK)


def test_an_index_that_lacks_a_document_is_made_anew(record: Record) -> None:
    add(record, varied(1))
    add(record, varied(2))
    with record.turn() as connection:
        emptied = "INSERT INTO document_words(document_words) VALUES ('delete-all')"
        connection.execute(text(emptied if engine.is_sqlite(connection) else "DELETE FROM document_words"))
    assert levels(record)["words"] is Level.WARN
    assert View(record).search("gunners") == []
    mend(record)
    assert levels(record)["words"] is Level.OK
    assert len(View(record).search("gunners")) == 2


def test_rows_that_point_nowhere_are_found(small: Record) -> None:
    with sqlite3.connect(small.where) as raw:
        raw.execute("DELETE FROM reading WHERE n = 1")
    with open_record(small.where) as record:
        assert levels(record)["references"] is Level.FAULT


def test_damaged_pages_are_found(small: Record) -> None:
    path = Path(small.where)
    pages = bytearray(path.read_bytes())
    assert len(pages) > 20 * 4096
    for page in range(4, 20):
        pages[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(bytes(pages))
    with open_as_it_is(path) as record:
        found = check(record)
        assert levels(record)["pages"] is Level.FAULT
        assert any("backup" in each.mend for each in found)
        with pytest.raises(DamageError, match="damaged"):
            backup(record, path.with_name("copy.db"))
    assert sorted(each.name for each in path.parent.iterdir() if "copy" in each.name) == []


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_bytes(b"Dear Sir, " * 2000)
    with open_as_it_is(tmp_path / "letter.db") as record:
        assert {each.level for each in check(record)} == {Level.FAULT}
    with pytest.raises(RecordError, match="is not there"):
        open_as_it_is(tmp_path / "absent.db")


# -- backup ----------------------------------------------------------------------------------------------------------


def test_a_backup_is_the_record_whole(small: Record, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with open_record(small.where) as record, record.writing("add") as (connection, _):
        connection.execute(delete(mention))  # a writer at work, whose work is not in the copy
        with open_record(small.where) as reader:
            assert backup(reader, target) == target.stat().st_size
        connection.rollback()
    assert sorted(each.name for each in tmp_path.glob("*copy*")) == ["copy.db"]
    assert list(tmp_path.glob(".trucewatch-*")) == []
    with open_record(target, create=False) as copy, open_record(small.where) as record:
        assert content_hash(copy) == content_hash(record)
        assert {each.level for each in check(copy)} == {Level.OK}
        add(copy, varied(3))


def test_a_backup_overwrites_nothing(small: Record, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir")
    with pytest.raises(AccessError, match="never overwrites"):
        backup(small, tmp_path / "letter.txt")
    with pytest.raises(AccessError, match="is not there"):
        backup(small, tmp_path / "none" / "copy.db")
    assert (tmp_path / "letter.txt").read_text() == "Dear Sir"


def test_a_database_of_a_server_has_its_own_tool(where: str) -> None:
    if not engine.is_address(where):
        pytest.skip("a file is copied here")
    with open_record(where) as record, pytest.raises(InputError, match="pg_dump"):
        backup(record, Path("copy.db"))


# -- other versions --------------------------------------------------------------------------------------------------


def test_an_older_record_is_copied_before_it_is_changed(where: str) -> None:
    with _at(where, "0001") as record:
        assert levels(record)["tables"] is Level.WARN
        before, after, copy = migrate_kept(record)
        assert (before, after) == ("0001", VERSION)
        assert migrate_kept(record) == (VERSION, VERSION, None)
        if copy is None:
            assert engine.is_address(where)
        else:
            with open_as_it_is(copy) as kept:
                assert version_of(kept) == "0001"
    with open_record(where) as record:
        add(record, varied(1))


def test_decisions_of_an_older_record_are_found_by_what_they_are_about(where: str) -> None:
    with _at(where, "0001") as record:
        with record.turn() as connection:
            connection.execute(text("INSERT INTO tick (at, what) VALUES ('2024-03-05T12:00:00+00:00', 'decide')"))
            row = {"id": "r:aaaaaaaaaaaa", "targets": '["e:bbbbbbbbbbbb","e:cccccccccccc"]'}
            values = "(:id, 'Vera', 'merge', :targets, '{}', 'seen', '{}', (SELECT max(n) FROM tick))"
            columns = "(id, reviewer, action, targets, fields, reason, before, since)"
            connection.execute(text(f"INSERT INTO decision {columns} VALUES {values}"), row)
        migrate_kept(record)
        (made,) = View(record).decisions(targets=["e:cccccccccccc"])
        assert (made.reviewer, made.targets) == ("Vera", ("e:bbbbbbbbbbbb", "e:cccccccccccc"))
        assert Resolver(record, "Omar").undo(made.id).undone_by == "Omar"


def test_a_newer_record_is_left_alone(record: Record) -> None:
    with record.turn() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RecordError, match="newer"):
        migrate_kept(record)
    assert levels(record)["tables"] is Level.WARN
