"""What no database may be given comes in mended or refused, and is seen either way; all else comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.model.readings import full_reading
from tests.record.stories import add
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.filters import Filter
from trucewatch.model.reading import Reading
from trucewatch.monitor import Monitor, Step
from trucewatch.record.session import Record
from trucewatch.record.view import View
from trucewatch.sources import open_sources

TEXT = "The village was quiet on Monday, the mayor said."
ODD = [
    "O'Brien; DROP TABLE datum; --",
    '"quoted" and ‘quoted’',
    "50 % of %s and %(name)s, :name and ?",
    "back\\slash \\x00 \\u0000",
    "tab\tand\x1b[31mescape",
    "\u202eright to left\u202c and \u200bzero width",
    "𝔊uns 🜂 of Ḧ̶a̷r̸row",
    "Ուժեր — Силы — قوات — 部队",
    "{'json': [null]}",
    "ÿ\u0085\u2028\u2029line ends",
    "\ufffe\uffff\U0010ffff",
]


@pytest.fixture(autouse=True)
def _without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading made up of any text, so that no language model is loaded."""

    def made_up(document: Document, dossier: Dossier | None = None) -> Reading:
        return Reading(document, dossier=None, reader="trucewatch/test")

    monkeypatch.setattr("trucewatch.monitor.read_document", made_up)


def _add(record: Record, folder: Path, *lines: object) -> list[Step]:
    path = folder / "odd.ndjson"
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="ascii")
    return list(Monitor(record).add(open_sources([path])))


def test_nul_is_replaced_and_noted(record: Record, tmp_path: Path) -> None:
    fields = ["text", "title", "publisher", "name", "other"]
    steps = _add(record, tmp_path, *({"text": f"{field}: {TEXT}", field: f"{TEXT} a\0b"} for field in fields))
    assert [step.state for step in steps] == ["new"] * 5
    view = View(record)
    notes = {}
    for row in view.documents():
        whole = view.whole(row.id)
        assert whole is not None
        notes[whole.text.partition(":")[0].removesuffix(" a\ufffdb")] = whole.notes
    assert notes == {
        TEXT: ("1 NUL character replaced by U+FFFD",),
        "title": ("in the title: 1 NUL character replaced by U+FFFD",),
        "publisher": ("in the publisher: 1 NUL character replaced by U+FFFD",),
        "name": (),
        "other": ("keys left aside: 'other'",),
    }
    assert {row.title for row in view.documents()} == {None, f"{TEXT} a\ufffdb"}


def test_what_cannot_be_kept_is_refused_with_its_reason_and_the_run_goes_on(record: Record, tmp_path: Path) -> None:
    halves = [{"text": TEXT, field: "a\ud800b"} for field in ("text", "title", "publisher", "name", "published", "url")]
    nul = {"text": TEXT, "url": "https://example.org/\0"}
    steps = _add(record, tmp_path, *halves, nul, {"text": TEXT, "odd\udc80\0key": 1})
    assert [step.reason for step in steps] == ["bad_field"] * 6 + ["bad_url", None]
    kept = View(record).arrivals(["quarantined"])
    assert [row.message for row in reversed(kept)] == [step.message for step in steps[:7]]
    assert len(View(record).documents()) == 1


def test_names_of_files_that_are_no_text_are_kept_readable(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "a\udcffb\n\u202e.txt"
    path.write_text(TEXT)
    assert [step.state for step in Monitor(record).add(open_sources([path, f"{tmp_path}/c\0d"]))] == [
        "new",
        "quarantined",
    ]
    refused, kept = View(record).arrivals()
    assert kept.source.endswith("a\\xffb\n\u202e.txt")
    assert refused.source.endswith("c\\x00d")


def test_bytes_with_nul_and_broken_utf_8_become_a_text(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "bytes.txt"
    path.write_bytes(b"The village was quiet\0 on Monday, the mayor of Tr\xc3\xa9s said. \xed\xa0\x80 \xff\n")
    (step,) = Monitor(record).add(open_sources([path]))
    assert step.state == "new"
    (row,) = View(record).documents()
    text = View(record).text(row.id)
    assert text is not None
    assert "\0" not in text
    assert text.startswith("The village was quiet\ufffd on Monday")


def test_any_other_string_comes_back_as_it_was(record: Record, tmp_path: Path) -> None:
    lines = [{"text": f"{TEXT} {odd}", "title": odd, "publisher": odd} for odd in ODD]
    assert {step.state for step in _add(record, tmp_path, *lines)} == {"new"}
    view = View(record)
    rows = {view.text(row.id): (row.title, row.publisher) for row in view.documents()}
    assert rows == {f"{TEXT} {odd}": (" ".join(odd.split()),) * 2 for odd in ODD}
    assert len(view.search("village")) == len(ODD)


def test_odd_names_of_actors_come_back_as_they_were_and_can_be_asked_for(record: Record) -> None:
    read = full_reading()
    statements = [
        replace(read.statements[0], id=f"s{n}", speaker=replace(read.statements[0].speaker, actor=odd, name=odd))
        for n, odd in enumerate(ODD)
    ]
    actors = [replace(read.actors[0], id=odd, name=odd) for odd in ODD]
    bare = replace(read, events=(), commitments=(), disputes=())
    add(record, replace(bare, statements=tuple(statements), actors=tuple(actors)))
    view = View(record)
    assert {row.name for row in view.actors()} == set(ODD)
    for odd in ODD:
        assert [row.value.speaker.name for row in view.statements(Filter(speakers=(odd,)))] == [odd]
        assert view.actors(Filter(actors=(odd,)))[0].statements == 1
