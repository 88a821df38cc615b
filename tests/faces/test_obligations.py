"""``trucewatch obligations``: a dossier alone answers; a record adds what documents say, never without the speaker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trucewatch.faces.cli import main

REPORT = (
    "YEREVAN, 9 August - Armenia's Defence Ministry said on Tuesday that Azerbaijani soldiers had violated the "
    "ceasefire in Nagorno-Karabakh and fired on its posts.\n"
)


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No record and no settings of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("TRUCEWATCH_RECORD", raising=False)


def _rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, object]]:
    assert main(["obligations", *arguments, "--format", "json"]) == 0
    return {f"{row['instrument']}/{row['key']}": row for row in json.loads(capsys.readouterr().out)}


def test_a_dossier_alone_has_its_due_days_as_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    before = _rows(capsys, "--dossier", "nagorno-karabakh", "--as-of", "2020-11-14")
    after = _rows(capsys, "--dossier", "nagorno-karabakh", "--as-of", "2020-11-16")
    assert before["2020-11-09/6a"]["due"]["days"] == ["2020-11-15"]  # type: ignore[index]
    assert after["2020-11-09/6a"]["due"]["days"] == ["2020-11-25"]  # type: ignore[index]
    assert after["2020-11-09/6c"]["due"]["days"] == ["2023-11-09", "2023-11-10"]  # type: ignore[index]


def test_what_documents_say_stands_with_its_source(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    options = ["--dossier", "nagorno-karabakh", "--record", where]
    assert main(["add", str(report), "--published", "2022-08-09", *options]) == 0
    capsys.readouterr()
    assert main(["obligations", *options, "--as-of", "2022-08-10"]) == 0
    page = capsys.readouterr().out
    assert "Armenian Defence Ministry" in page
    assert "had violated the ceasefire" in " ".join(page.replace("│", " ").split())


def test_a_record_that_is_named_must_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["obligations", "--dossier", "lebanon-2024", "--record", "absent.db"]) == 5
    assert "absent.db is not there" in capsys.readouterr().err
