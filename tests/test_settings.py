"""Settings: which source wins, and what a broken file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.model.errors import SettingError
from trucewatch.settings import SETTINGS, settled


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder and a user without settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("TRUCEWATCH_RECORD", raising=False)
    return tmp_path


def test_each_source_wins_over_the_next(alone: Path) -> None:
    found = settled("record")
    assert (found.value, found.origin) == (str(alone / "data" / "trucewatch" / "record.db"), "default")
    (alone / "config" / "trucewatch").mkdir(parents=True)
    (alone / "config" / "trucewatch" / "config.toml").write_text('record = "user.db"')
    assert settled("record").value == "user.db"
    (alone / "trucewatch.toml").write_text('record = "project.db"')
    assert (settled("record").value, settled("record").origin) == ("project.db", "trucewatch.toml")
    assert settled("record", environment={"TRUCEWATCH_RECORD": "team.db"}).origin == "TRUCEWATCH_RECORD"
    assert settled("record", given="mine.db", environment={"TRUCEWATCH_RECORD": "team.db"}).value == "mine.db"


@pytest.mark.parametrize(
    ("content", "said"), [("record = ", "cannot be read"), ('recrod = "x"', "no setting"), ("record = 3", "no text")]
)
def test_a_broken_file_is_named(alone: Path, content: str, said: str) -> None:
    (alone / "trucewatch.toml").write_text(content)
    with pytest.raises(SettingError, match=said) as caught:
        settled("record")
    assert "trucewatch.toml" in str(caught.value)


def test_an_unknown_setting_is_refused_with_those_known() -> None:
    with pytest.raises(SettingError, match=SETTINGS[0].name):
        settled("colour")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("/data/record.db", "/data/record.db"),
        ("postgresql://host:5432/db", "postgresql://host:5432/db"),
        ("postgresql+psycopg://me:p@ss/word@host/db", "postgresql+psycopg://me:***@host/db"),
        (
            "postgresql://host/db?user=me&password=secret&sslmode=require",
            "postgresql://host/db?user=me&password=***&sslmode=require",
        ),
    ],
)
def test_a_password_is_never_shown(value: str, shown: str) -> None:
    assert settled("record", given=value).shown == shown
