"""The command line: what each command prints where, and with which status each failure ends."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest

import trucewatch
from tests.model.readings import TEXT, full_reading
from trucewatch.faces.cli import entry, main
from trucewatch.faces.cli.entry import _hoist
from trucewatch.faces.cli.output import to_json
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import InstallationError
from trucewatch.model.reading import Reading
from trucewatch.model.schema import reading_schema_text

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report whose reading is made up, so that no language model is loaded."""

    def made_up(document: Document, dossier: Dossier | None = None) -> Reading:
        name = None if dossier is None else dossier.id
        return replace(full_reading(), document=replace(document, title="Guns near Harrow"), dossier=name)

    monkeypatch.setattr("trucewatch.reading.read_document", made_up)
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_read_prints_text_on_stdout_and_nothing_else(report: Path, capsys: Captured) -> None:
    assert main(["read", str(report)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Guns near Harrow\n")
    assert "WHO SAID WHAT (4)" in out
    assert err == ""


def test_read_json_is_the_contract(report: Path, capsys: Captured) -> None:
    assert main(["read", str(report), "--format", "json", "--published", "2024-03-05"]) == 0
    reading = json.loads(capsys.readouterr().out)
    jsonschema.validate(reading, json.loads(reading_schema_text()))
    assert reading["document"]["text"] == TEXT
    assert reading["document"]["published"] == "2024-03-05"


def test_schema_needs_no_path(capsys: Captured) -> None:
    assert main(["read", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].endswith("2020-12/schema")


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"trucewatch {trucewatch.__version__}\n"


def test_output_file_is_written_whole(report: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "reading.json"
    target.write_text("old")
    target.chmod(0o640)
    assert main(["read", str(report), "--format", "json", "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "trucewatch.reading/1"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reading.json", "report.txt"]


def test_output_follows_a_link_and_writes_to_a_device(report: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(target)
    assert main(["read", str(report), "-o", str(link)]) == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("Guns near Harrow")
    assert main(["read", str(report), "-o", os.devnull]) == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_failed_write_leaves_the_old_file(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    target = tmp_path / "kept.txt"
    target.write_text("old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    assert main(["read", str(report), "-o", str(target)]) == 6
    assert "No space left on device" in capsys.readouterr().err
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.txt", "report.txt"]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ([], 2, "Usage: trucewatch"),
        (["read"], 2, "name the file to read"),
        (["raed"], 2, "No such command 'raed'"),
        (["read", "x", "--frobnicate"], 2, "--frobnicate"),
        (["read", "x", "--format", "xml"], 2, "'xml'"),
        (["read", "REPORT", "--published", "2022-02-30"], 2, "no day of the calendar"),
        (["read", "REPORT", "--published", "yesterday"], 2, "YYYY-MM-DD"),
        (["read", "/nonexistent/report.txt"], 6, "/nonexistent/report.txt"),
        (["read", "/"], 6, "/"),
        (["read", "nul\0.txt"], 6, "cannot be"),
        (["read", "EMPTY"], 3, "empty"),
        (["read", "BINARY"], 3, "bin"),
        (["read", "REPORT", "--dossier", "atlantis"], 7, "atlantis"),
        (["read", "REPORT", "--dossier", "BROKEN"], 7, "broken.yaml"),
        (["dossier", "check", "BROKEN"], 7, "broken.yaml"),
        (["dossier", "show", "atlantis"], 7, "atlantis"),
        (["read", "REPORT", "-o", "/nonexistent/out.txt"], 6, "/nonexistent/out.txt"),
    ],
)
def test_failures(
    report: Path, tmp_path: Path, capsys: Captured, arguments: list[str], status: int, words: str
) -> None:
    files = {
        "REPORT": report,
        "EMPTY": tmp_path / "empty.txt",
        "BINARY": tmp_path / "b.bin",
        "BROKEN": tmp_path / "broken.yaml",
    }
    files["EMPTY"].write_bytes(b"")
    files["BINARY"].write_bytes(b"\x7fELF" + bytes(range(256)) * 8)
    files["BROKEN"].write_text("id: [unclosed\n")
    assert main([str(files.get(each, each)) for each in arguments]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "Traceback" not in err


def test_error_names_are_shown_harmless(capsys: Captured) -> None:
    assert main(["read", "/nonexistent/\x1b[31m\u202egnp.txt"]) == 6
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_a_bug_ends_with_one_and_a_message(report: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def broken(*_: object) -> Reading:
        raise KeyError("lost")

    monkeypatch.setattr("trucewatch.reading.read_document", broken)
    assert main(["read", str(report)]) == 1
    err = capsys.readouterr().err
    assert "KeyError: 'lost'" in err
    assert "report it" in err
    assert "Traceback" not in err
    assert main(["read", "--debug", str(report)]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_missing_model_is_said(report: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def missing(*_: object) -> Reading:
        raise InstallationError("the language model 'x' cannot be loaded.")

    monkeypatch.setattr("trucewatch.reading.read_document", missing)
    assert main(["read", str(report)]) == 1
    err = capsys.readouterr().err
    assert "the language model 'x' cannot be loaded." in err
    assert "bug" not in err


def test_interrupt(report: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupted(*_: object) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr("trucewatch.reading.read_document", interrupted)
    assert main(["read", str(report)]) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "trucewatch: error: interrupted.\n"


def test_future_and_ancient_days_are_kept_and_warned_of(report: Path, capsys: Captured) -> None:
    coming = (date.today() + timedelta(days=30)).isoformat()
    assert main(["read", str(report), "--published", coming]) == 0
    assert "yet to come" in capsys.readouterr().err
    assert main(["read", str(report), "--published", "1500-01-01"]) == 0
    assert "before there was a press" in capsys.readouterr().err
    assert main(["-q", "read", str(report), "--published", coming]) == 0
    assert capsys.readouterr().err == ""


def test_verbose_says_what_was_read(report: Path, capsys: Captured) -> None:
    assert main(["read", str(report), "-v"]) == 0
    assert "4 statements, 3 events, 1 commitment, 1 warning" in capsys.readouterr().err


def test_flags_may_stand_anywhere() -> None:
    assert _hoist(["read", "x", "-q", "--debug"]) == ["-q", "--debug", "read", "x"]
    assert _hoist(["read", "--", "-q"]) == ["read", "--", "-q"]


def test_colour_only_on_a_terminal_or_when_forced(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.delenv("NO_COLOR")
    assert main(["read", str(report)]) == 0
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["read", str(report)]) == 0
    assert "\x1b[1m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["read", str(report)]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_dossier_list_show_check_new(tmp_path: Path, capsys: Captured) -> None:
    assert main(["dossier", "list"]) == 0
    assert "nagorno-karabakh" in capsys.readouterr().out
    assert main(["dossier", "list", "--format", "json"]) == 0
    assert "nagorno-karabakh" in [each["id"] for each in json.loads(capsys.readouterr().out)]
    assert main(["dossier", "show", "nagorno-karabakh"]) == 0
    assert "PLACES" in capsys.readouterr().out
    assert main(["dossier", "show", "nagorno-karabakh", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["instruments"]
    mine = tmp_path / "mine.yaml"
    assert main(["dossier", "new", "mine", "--title", "Ours", "-o", str(mine)]) == 0
    assert main(["dossier", "check", str(mine)]) == 0
    assert capsys.readouterr().out == f"{mine}: no fault found.\n"


def test_json_holds_nothing_a_terminal_obeys_and_means_the_same() -> None:
    value = {"text": "\x1b\x7f\x9b\u202e\u2028\ud800é停", "span": [1, 2], "words": "[\n 1,\n 2\n]"}
    written = to_json(value)
    assert json.loads(written) == value
    assert '"span": [1, 2]' in written
    assert "é停" in written
    assert not set("\x1b\x7f\x9b\u202e\u2028\ud800") & set(written)


def _process(arguments: list[str], **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import sys; from trucewatch.faces.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_nothing_heavy_is_imported_for_help() -> None:
    code = (
        "import sys\nfrom trucewatch.faces.cli import main\nmain(['--help'])\n"
        "heavy = {'spacy', 'numpy', 'yaml', 'rich', 'trafilatura', 'lxml', 'jsonschema', 'py3langid', 'rapidfuzz'}\n"
        "sys.exit(repr(sorted(heavy & set(sys.modules))) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    code = "import sys; from trucewatch.faces.cli import main; sys.exit(main(['read', '--schema']))"
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as gone:
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=gone, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode == 0
    assert done.stderr == ""


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    env = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from trucewatch.faces.cli import main; sys.exit(main())",
            "read",
            "停\u202e.txt",
        ],
        capture_output=True,
        env=env,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 6
    assert b"Traceback" not in done.stderr


def test_completion_is_offered() -> None:
    done = _process(
        [],
        env={**os.environ, "_TRUCEWATCH_COMPLETE": "complete_bash", "COMP_WORDS": "trucewatch re", "COMP_CWORD": "1"},
    )
    assert done.stdout.split() == ["read", "reread", "review"]
    words = {"COMP_WORDS": "trucewatch read --dossier nago", "COMP_CWORD": "3"}
    done = _process([], env={**os.environ, "_TRUCEWATCH_COMPLETE": "complete_bash", **words})
    assert done.stdout.split() == ["nagorno-karabakh"]
    assert "--install-completion" in _process(["--help"]).stdout


def test_statuses_are_those_of_the_docs() -> None:
    assert (entry.OK, entry.BUG, entry.INTERRUPTED) == (0, 1, 130)
