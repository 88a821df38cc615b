"""Opening a record: what is none is said in words, with what to do, and is left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import postgres
from tests.faults.children import needs_fork, run
from tests.record.stories import add, varied
from trucewatch.model.errors import AccessError, DamageError, LostError, RecordError
from trucewatch.record.session import VERSION, Record, open_record
from trucewatch.record.view import View

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_record_is_made_on_first_use_with_its_folder(tmp_path: Path) -> None:
    where = tmp_path / "new" / "folder" / "record.db"
    with open_record(where) as record:
        assert View(record).documents() == []
    assert where.is_file()


def test_one_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"is not there\. Fill a record with 'trucewatch add PATH'"):
        open_record(tmp_path / "absent.db", create=False)
    assert not (tmp_path / "absent.db").exists()


def test_an_empty_database_is_not_made_a_record_unasked(where: str) -> None:
    if where.endswith(".db"):
        Path(where).touch()
    with pytest.raises(RecordError, match="holds no record yet"):
        open_record(where, create=False)
    with open_record(where) as record:
        assert View(record).documents() == []


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match=r"is a folder\. Name a file for the record") as said:
        open_record(tmp_path)
    assert said.value.exit_code == 6


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AccessError, match=r"(cannot be made|cannot be reached)"):
        open_record(tmp_path / "file" / "record.db")
    with pytest.raises(AccessError, match="cannot be reached"):
        open_record(tmp_path / ("long" * 100))


@pytest.mark.parametrize("content", [b"This is a letter, and a long one. " * 40, b"\x00" * 5000, b"PK\x03\x04" * 300])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(DamageError, match="is damaged or no record") as said:
        open_record(path)
    assert said.value.exit_code == 8
    assert "trucewatch doctor" in str(said.value)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match=r"holds other tables \(bookmarks\) and is no record"):
        open_record(path)
    assert path.read_bytes() == before


def test_a_file_cut_off_or_overwritten_is_damaged(tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    with open_record(where) as record:
        for number in range(30):
            add(record, varied(number))
    whole = where.read_bytes()
    where.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamageError), open_record(where) as record:
        View(record).statements()
    holed = bytearray(whole)
    holed[8192 : len(holed) - 8192] = b"\xa5" * (len(holed) - 16384)
    where.write_bytes(holed)
    with pytest.raises(DamageError, match="restore the last backup"), open_record(where) as record:
        View(record).events()


@pytest.mark.parametrize(
    ("version", "said"),
    [("9999", "newer trucewatch"), ("0000", "trucewatch migrate"), ("1975ea83b712", "another program's tables")],
)
def test_another_version_is_never_touched_unasked(where: str, version: str, said: str) -> None:
    with open_record(where) as record:
        add(record, varied(1))
        with record.turn() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    with pytest.raises(RecordError, match=said):
        open_record(where)
    with pytest.raises(RecordError, match=said):
        open_record(where, create=False)
    with Record(where, record.engine) as kept, kept.turn() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == version
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": VERSION})
    with open_record(where) as record:
        assert len(View(record).documents()) == 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="trucewatch-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def _as_nobody(work: Callable[[], object]) -> int:
    """Do ``work`` in a process that is not root's; how it ended."""

    def unprivileged() -> object:
        if ROOT:
            os.setuid(65534)
        return work()

    return run(unprivileged)


@needs_fork
def test_a_file_that_may_only_be_read_answers_and_is_not_written(open_folder: Path) -> None:
    where = open_folder / "record.db"
    with open_record(where) as record:
        add(record, varied(1))
    where.chmod(0o444)

    def work() -> None:
        with open_record(where) as record:
            assert len(View(record).documents()) == 1
            with pytest.raises(RecordError, match=r"cannot be opened for this.*Check the folder and your rights to it"):
                add(record, varied(2))

    assert _as_nobody(work) == 0
    open_folder.chmod(0o555)

    def shut() -> None:
        with pytest.raises(RecordError, match=r"cannot be opened for this.*Check the folder and your rights to it"):
            open_record(open_folder / "new.db")

    assert _as_nobody(shut) == 0
    with open_record(where) as record:
        assert len(View(record).documents()) == 1


def test_a_member_of_the_team_who_may_only_read_gets_answers(pg_server: str) -> None:
    with postgres.database(pg_server) as where, open_record(where) as record:
        add(record, varied(1))
        with record.turn() as connection:
            connection.execute(text("CREATE ROLE guest LOGIN"))
            connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest"))
        with open_record(where.replace("postgres@", "guest@")) as seen:
            assert len(View(seen).documents()) == 1
            with pytest.raises(RecordError, match="permission denied"):
                add(seen, varied(2))
        with record.turn() as connection:
            connection.execute(text("DROP OWNED BY guest"))
            connection.execute(text("DROP ROLE guest"))


def test_an_address_that_is_none_or_does_not_answer_is_said_without_its_password() -> None:
    with pytest.raises(RecordError, match="the record's address is none"):
        open_record("postgresql://here:port/record")
    with pytest.raises(RecordError, match="does not answer") as said:
        open_record("postgresql://someone:secret@127.0.0.1:1/nothing")
    assert "secret" not in str(said.value)
    assert "postgresql://someone:***@127.0.0.1:1/nothing" in str(said.value)


def test_what_fails_within_a_transaction_leaves_nothing(record: Record) -> None:
    def cut_off() -> None:
        with record.writing("add") as (connection, tick):
            connection.execute(text("INSERT INTO derived VALUES ('all', '1', :tick)"), {"tick": tick})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cut_off()
    with record.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM tick")).scalar() == 0
        assert connection.execute(text("SELECT count(*) FROM derived")).scalar() == 0


def test_a_reader_sees_one_state_throughout(record: Record) -> None:
    add(record, varied(1))
    counted = text("SELECT count(*) FROM document")
    with record.reading() as connection:
        assert connection.execute(counted).scalar() == 1
        add(record, varied(2))
        assert connection.execute(counted).scalar() == 1
    assert len(View(record).documents()) == 2


def test_a_reader_on_a_server_cannot_write(pg_server: str) -> None:
    with postgres.database(pg_server) as where, open_record(where) as record:
        add(record, varied(1))
        with pytest.raises(RecordError), record.reading() as connection:
            connection.execute(text("DELETE FROM tick"))
        assert len(View(record).documents()) == 1


def test_a_table_that_is_gone_is_not_taken_for_a_server_that_is(record: Record) -> None:
    with record.turn() as connection:
        connection.execute(text("DROP TABLE mention"))
    with pytest.raises(RecordError, match="does not do what was asked") as said:
        View(record).actors()
    assert not isinstance(said.value, LostError)
    assert "mention" in str(said.value)
