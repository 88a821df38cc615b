"""``trucewatch export`` on the command line: the same options and rows as the question's own command."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.record.stories import add, bare, varied
from trucewatch.faces.asking import QUESTIONS
from trucewatch.faces.cli import main
from trucewatch.faces.cli.export import FormatName
from trucewatch.faces.exports import FORMATS
from trucewatch.record.session import Record, open_record

Captured = pytest.CaptureFixture[str]
NOTHING, USAGE = 4, 2


@pytest.fixture
def filled(where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """A record with two reports of the same shape and one text in which nothing was found."""
    monkeypatch.setenv("TRUCEWATCH_RECORD", where)
    with open_record(where) as kept:
        add(kept, varied(1))
        add(kept, varied(2, published=date(2024, 3, 9)))
        add(kept, bare("=SUM(A1:A9) was painted on a wall of the Harrow school.", "=cmd()", date(2024, 3, 1)))
        yield kept


def test_the_formats_are_those_of_the_exports() -> None:
    assert [each.value for each in FormatName] == list(FORMATS)


def test_formats_fit_questions_that_there_are() -> None:
    for each in FORMATS.values():
        assert each.fits is None or each.fits <= set(QUESTIONS)


@pytest.mark.parametrize("form", ["csv", "ndjson", "acled", "plover"])
def test_an_export_takes_the_options_of_its_question(form: str, filled: Record, capsys: Captured) -> None:
    narrowing = ["--kind", "shelling", "--since", "2024-03-01", "--speaker", "VELDA", "--limit", "1"]
    assert main(["events", *narrowing, "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert main(["export", "events", *narrowing, "--format", form]) == 0
    out = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out.out))) if form in ("csv", "acled") else _lines(out.out)
    assert [row.get("key") or row.get("id") or row["event_id_cnty"] for row in rows] == [row["key"] for row in shown]
    assert "1 of 2 written" in out.err


def _lines(out: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_written_whole(form: str, filled: Record, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / f"events.{FORMATS[form].ending}"
    assert main(["export", "events", "--format", form, "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert target.stat().st_size > 100
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".trucewatch")] == []


def test_a_search_is_exported_with_its_words(filled: Record, capsys: Captured) -> None:
    assert main(["export", "search", "painted school", "--format", "ndjson"]) == 0
    (row,) = _lines(capsys.readouterr().out)
    assert "painted" in row["evidence"][0]["quote"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export", "wars", "--format", "csv"], "no question 'wars'"),
        (["export", "statements", "--format", "geojson"], "geojson cannot hold statements: it is for contacts, events"),
        (["export", "search", "--format", "csv"], "search needs its QUERY"),
        (["export", "events", "today", "--format", "csv"], "takes no words"),
        (["export", "events", "--format", "word"], "word"),
        (["export", "events", "--format", "csv", "--actor", "Veldaa"], "did you mean 'velda'"),
        (["export", "events", "--format", "csv", "-o", "/no/such/folder/a.csv"], "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_refused(arguments: list[str], told: str, filled: Record, capsys: Captured) -> None:
    assert main(arguments) not in (0, NOTHING)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err


def test_nothing_matched_is_an_empty_file_and_said(filled: Record, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "none.geojson"
    never = ["--since", "2031-01-01", "--format", "geojson", "-o", str(target)]
    assert main(["export", "events", *never]) == NOTHING
    assert json.loads(target.read_text())["features"] == []
    assert "nothing matched" in capsys.readouterr().err


def test_a_failure_half_way_leaves_the_old_file(
    filled: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    target = tmp_path / "events.ndjson"
    target.write_text("old\n")

    def breaks(*_: object) -> Iterator[bytes]:
        yield b"new\n"
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "ndjson", _with(breaks))  # type: ignore[arg-type]
    assert main(["export", "events", "--format", "ndjson", "-o", str(target)]) == 6
    assert target.read_text() == "old\n"
    assert "No space left" in capsys.readouterr().err


def _with(write: object) -> object:
    from dataclasses import replace

    return replace(FORMATS["ndjson"], write=write)  # type: ignore[arg-type]


def test_obligations_need_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("TRUCEWATCH_RECORD", str(tmp_path / "none.db"))
    dossier = ["--dossier", "nagorno-karabakh", "--as-of", "2022-08-31"]
    assert main(["export", "obligations", *dossier, "--format", "ics"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("BEGIN:VCALENDAR")
    assert out.count("BEGIN:VEVENT") > 5
