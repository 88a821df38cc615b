"""A document on which the reader fails costs no other: it is kept aside with its reason, or keeps its old reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import runs
from trucewatch.faces.cli import main
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.reading import Reading
from trucewatch.monitor import Monitor
from trucewatch.record.session import Record, open_record
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View


def _fails_on(number: int, error: Exception | None = None) -> object:
    """A reader that fails on one report; without an error it reads what cannot be kept."""

    def read(document: Document, dossier: Dossier | None = None) -> Reading:
        if f"correspondent {number} " not in document.text:
            return runs.read(document, dossier)
        if error is not None:
            raise error
        found = runs.read(document, dossier)
        return replace(found, statements=(replace(found.statements[0], content=()),))

    return read


FAULTS = [RecursionError("deep"), MemoryError(), ValueError("odd"), KeyError("k"), TypeError("t"), AttributeError("a")]


@pytest.mark.parametrize("error", [*FAULTS, None], ids=lambda each: type(each).__name__)
def test_a_fault_of_the_reader_is_a_row_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception | None
) -> None:
    with open_record(tmp_path / "record.db") as record:
        monkeypatch.setattr("trucewatch.monitor.read_document", _fails_on(3, error))
        assert runs.fill(record) == ["new", "quarantined", "quarantined", "quarantined", "version", "quarantined"]
        reasons = [each.reason for each in View(record).arrivals(["quarantined"])]
        assert reasons == ["no_text", "reader_fault", "reader_fault", "not_json"]
        monkeypatch.setattr("trucewatch.monitor.read_document", runs.read)
        assert runs.fill(record) == ["duplicate", "quarantined", "new", "duplicate", "duplicate", "quarantined"]


def test_what_was_refused_comes_to_the_same_record_once_the_reader_is_mended(
    record: Record, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.monitor.read_document", _fails_on(3))
    runs.fill(record)
    monkeypatch.setattr("trucewatch.monitor.read_document", runs.read)
    runs.fill(record)
    assert content_hash(record) == wanted


def test_a_document_that_cannot_be_read_again_keeps_its_old_reading(
    where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    runs.filled(where)
    monkeypatch.setattr("trucewatch.monitor.read_document", _fails_on(3))
    assert main(["reread", "--all", "--record", where]) == 3
    out, err = capsys.readouterr()
    assert out.startswith("read 2 · current 0 · failed 1 ·")
    assert "keeps its old reading (reader_fault)" in err
    with open_record(where) as record:
        assert len(View(record).statements()) == 12
        monkeypatch.setattr("trucewatch.monitor.read_document", runs.read)
        assert [step.state for step in Monitor(record).reread(everything=True)] == ["read"] * 3
