"""Whatever is handed in ends in a reading or in a message with its status, never in a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from trucewatch.faces.cli import main
from trucewatch.model.schema import reading_schema_text

SENTENCE = "The army of Velda said on Monday that it had opened fire near Harrow. "
SCHEMA = json.loads(reading_schema_text())

REFUSED = {
    "empty": b"",
    "white space": b" \n\t\r\n \xc2\xa0",
    "a program": b"\x7fELF" + bytes(range(256)) * 40,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "ten megabytes": (SENTENCE * 150_000).encode(),
    "a line of a megabyte": (SENTENCE * 16_000)[: 1024 * 1024].encode(),
    "no letters": b"12 34 -- 56\n" * 20,
    "French": (
        "Le ministre des Affaires étrangères a déclaré mardi que l'armée avait bombardé la ville. Le porte-parole a "
        "répondu que ses troupes n'avaient pas tiré et qu'elles respectaient le cessez-le-feu depuis une semaine."
    ).encode(),
}

READ = {
    "NUL": SENTENCE.replace(" said", "\0 said").encode(),
    "bidi overrides": SENTENCE.replace("Harrow", "\u202eHarrow\u202c").encode(),
    "escape sequences": SENTENCE.replace("Harrow", "\x1b]0;x\x07\x1b[31mHarrow\x1b[0m").encode(),
    "UTF-16": SENTENCE.encode("utf-16"),
    "a wrong encoding": (SENTENCE + "“So it is,” he said – naïvely. ").encode("cp1252") * 3,
    "broken UTF-8": SENTENCE.encode() + b"\xed\xa0\x80 \xff\xfe and more of it was said by the army.",
    "combining marks": (SENTENCE + "Z" + "\u0301" * 3000 + " followed.").encode(),
    "only quotation marks": ("“" * 400 + " said the army of Velda that it was so and that it was not. ").encode(),
    "one long word": ("The army said " + "a" * 30_000 + ".").encode(),
    "emoji": (SENTENCE + "👩‍👩‍👧 🇦🇲 said so.").encode(),
    "many lines": (b"The army said so.\n" * 300),
}


def _read(data: bytes, folder: Path, *more: str) -> int:
    path = folder / "report.txt"
    path.write_bytes(data)
    return main(["read", str(path), *more])


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _read(REFUSED[name], tmp_path) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("trucewatch: error: ")
    assert "bug" not in err
    assert "Traceback" not in err


@pytest.mark.parametrize("name", READ)
def test_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _read(READ[name], tmp_path, "--format", "json", "--published", "2024-03-06") == 0
    out, err = capsys.readouterr()
    reading = json.loads(out)
    jsonschema.validate(reading, SCHEMA)
    assert not set("\x1b\x07\u202e") & set(out + err)
    assert _read(READ[name], tmp_path) == 0
    assert not set("\x1b\x07\u202e\0") & set(capsys.readouterr().out)


def test_undated_text_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _read(SENTENCE.encode(), tmp_path) == 0
    assert "give it with --published" in capsys.readouterr().err
    assert _read(SENTENCE.encode(), tmp_path, "--published", "2024-03-06") == 0
    assert capsys.readouterr().err == ""
