"""Backup, doctor, migrate and the settings on the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from sqlalchemy import text, update

from tests.record.stories import add, varied
from trucewatch.faces.cli import main
from trucewatch.record import engine
from trucewatch.record.session import VERSION, open_record
from trucewatch.record.tables import document
from trucewatch.record.view import View

Captured = pytest.CaptureFixture[str]
USAGE, MISSING, FILE, SETTING, DAMAGED = 2, 5, 6, 7, 8


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOGNAME", "vera")
    for name in ("TRUCEWATCH_RECORD", "TRUCEWATCH_REVIEWER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def filled(where: str) -> str:
    """The place of a record with one report."""
    with open_record(where) as kept:
        add(kept, varied(1))
    return where


def test_a_backup_is_a_record(filled: str, capsys: Captured) -> None:
    status = main(["backup", "copy.db", "--record", filled])
    if engine.is_address(filled):
        assert status == USAGE
        assert "pg_dump" in capsys.readouterr().err
        return
    assert status == 0
    with open_record("copy.db", create=False) as copy:
        assert len(View(copy).events()) == 3
    assert main(["backup", "copy.db", "--record", filled]) == FILE
    assert "never overwrites" in capsys.readouterr().err


def test_the_doctor_has_a_line_for_each_look_and_says_what_to_do(filled: str, capsys: Captured) -> None:
    assert main(["doctor", "--record", filled]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} == {"ok", "warn"}, "read by a test's reader, with a test's dossier"
    assert [line for line in lines if line.split()[:2] == ["warn", "readers"] and "trucewatch reread" in line]
    with open_record(filled) as kept, kept.turn() as connection:
        connection.execute(update(document).values(text="Another text."))
    assert main(["doctor", "--record", filled, "--format", "json"]) == DAMAGED
    faults = {each["name"] for each in json.loads(capsys.readouterr().out) if each["level"] == "fault"}
    assert faults == {"documents", "data"}


def test_the_doctor_mends_the_index(filled: str, capsys: Captured) -> None:
    with open_record(filled) as kept, kept.turn() as connection:
        emptied = "INSERT INTO document_words(document_words) VALUES ('delete-all')"
        connection.execute(text(emptied if engine.is_sqlite(connection) else "DELETE FROM document_words"))
    assert main(["doctor", "--record", filled]) == 0
    assert "doctor --mend" in capsys.readouterr().out
    assert main(["doctor", "--mend", "--record", filled]) == 0
    assert "doctor --mend" not in capsys.readouterr().out
    assert main(["search", "gunners", "--record", filled]) == 0


def test_a_record_that_is_not_there_is_told(capsys: Captured) -> None:
    for command in (["doctor"], ["migrate"], ["backup", "copy.db"]):
        assert main([*command, "--record", "absent.db"]) == MISSING
        assert "absent.db is not there" in capsys.readouterr().err


def test_what_is_no_record_is_damage(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "letter.db").write_bytes(b"Dear Sir, " * 2000)
    assert main(["doctor", "--record", "letter.db"]) == DAMAGED
    assert "fault" in capsys.readouterr().out
    assert main(["migrate", "--record", "letter.db"]) == DAMAGED


def test_migrating_what_is_new_does_nothing(filled: str, capsys: Captured) -> None:
    assert main(["migrate", "--record", filled]) == 0
    assert capsys.readouterr().out == f"tables {VERSION}: nothing to do.\n"
    with open_record(filled) as kept, kept.turn() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert main(["migrate", "--record", filled]) == MISSING
    assert "newer" in capsys.readouterr().err


def test_the_settings_are_shown_with_where_they_come_from(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["config", "show", "--origin"]) == 0
    lines = capsys.readouterr().out.splitlines()
    record = os.path.join(str(tmp_path), "data", "trucewatch", "record.db")
    assert lines == [f"record = {record}  (default)", "reviewer = vera  (default)"]
    (tmp_path / "trucewatch.toml").write_text('reviewer = "Omar"\n')
    monkeypatch.setenv("TRUCEWATCH_RECORD", "postgresql://team:secret@db.example/record")
    assert main(["config", "show", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert "secret" not in out
    assert [(each["name"], each["value"], each["origin"]) for each in json.loads(out)] == [
        ("record", "postgresql://team:***@db.example/record", "TRUCEWATCH_RECORD"),
        ("reviewer", "Omar", "trucewatch.toml"),
    ]
    (tmp_path / "trucewatch.toml").write_text("colour = 3\n")
    assert main(["config", "show"]) == SETTING
    assert "colour" in capsys.readouterr().err
