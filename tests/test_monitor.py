"""The conductor: every item ends in one visible state, and nothing is done twice."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from evaluation import record_corpus
from trucewatch import dossiers
from trucewatch.assessment import incidents
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.filters import Filter
from trucewatch.model.reading import Reading
from trucewatch.monitor import Monitor
from trucewatch.reading import read_document
from trucewatch.record.session import Record, open_record
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View
from trucewatch.sources import open_sources

STORIES = [
    {
        "text": "OSTERIA, 4 May - Velmar's Defence Ministry said on Thursday that two soldiers were killed by shelling "
        "near the village of Harrow. Norland denied that its forces had opened fire.\n",
        "publisher": "Coast Wire",
        "url": "https://example.org/coast/1",
        "published": "2023-05-04",
    },
    {
        "text": "The foreign ministers of Velmar and Norland will meet in Geneva on Monday, the Swiss government "
        "said.\n",
        "publisher": "Hill Courier",
        "url": "https://example.org/hill/7",
        "published": "2023-05-05",
    },
]


def _file(folder: Path, lines: list[dict[str, str]], name: str = "reports.ndjson") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    return path


def _states(record: Record, *paths: Path) -> list[str]:
    return [step.state for step in Monitor(record).add(open_sources(paths))]


def test_what_is_read_can_be_asked(record: Record, tmp_path: Path) -> None:
    assert _states(record, _file(tmp_path, STORIES)) == ["new", "new"]
    view = View(record)
    newest, oldest = view.documents()
    assert (newest.publisher, oldest.published) == ("Hill Courier", date(2023, 5, 4))
    spoken = {row.value.speaker.name for row in view.statements()}
    assert any("Defence Ministry" in name for name in spoken)
    for row in [*view.statements(), *view.events()]:
        text = view.text(row.document.id)
        assert text is not None
        assert row.quote.span.of(text) == row.quote.text


def test_a_second_run_changes_nothing(record: Record, tmp_path: Path) -> None:
    path = _file(tmp_path, STORIES)
    _states(record, path)
    before, tick = [row.key for row in View(record).statements()], View(record).tick
    assert _states(record, path) == ["duplicate", "duplicate"]
    assert View(record).tick == tick
    assert [row.key for row in View(record).statements()] == before


def test_the_same_text_elsewhere_is_a_duplicate_and_a_changed_page_a_version(record: Record, tmp_path: Path) -> None:
    _states(record, _file(tmp_path, STORIES[:1]))
    elsewhere = {**STORIES[0], "publisher": "Dale Post", "url": "https://example.org/dale/3"}
    changed = {**STORIES[0], "text": STORIES[0]["text"].replace("two soldiers", "three soldiers")}
    assert _states(record, _file(tmp_path, [elsewhere, changed], "later.ndjson")) == ["duplicate", "version"]
    assert len(View(record).documents()) == 2


def test_what_cannot_be_read_is_kept_with_its_reason_and_the_run_goes_on(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "mixed.ndjson"
    path.write_text("no JSON\n" + json.dumps(STORIES[0]) + "\n" + json.dumps({"text": "   "}) + "\n")
    assert _states(record, path, tmp_path / "absent.txt") == ["quarantined", "new", "quarantined", "quarantined"]
    kept = View(record).arrivals(["quarantined"])
    assert len(kept) == 3
    assert all(each.reason and each.message for each in kept)
    assert _states(record, path)[0] == "quarantined"
    assert len(View(record).arrivals(["quarantined"])) == 3


def test_a_wire_copy_joins_its_original(record: Record, tmp_path: Path) -> None:
    first = STORIES[0]["text"]
    copied = {"text": "By our correspondents\n\n" + first, "publisher": "Dale Post", "published": "2023-05-05"}
    _states(record, _file(tmp_path, [copied, *STORIES]))
    view = View(record)
    originals = view.originals()
    original = next(row.id for row in view.documents() if row.publisher == "Coast Wire")
    assert set(originals.values()) == {original}
    assert len(originals) == 2


def test_rereading_reads_only_what_changed_unless_asked(record: Record, tmp_path: Path) -> None:
    _states(record, _file(tmp_path, STORIES))
    before = {row.key for row in View(record).events(Filter())}
    assert {step.state for step in Monitor(record).reread()} == {"current"}
    assert {step.state for step in Monitor(record).reread(everything=True)} == {"read"}
    assert {row.key for row in View(record).events(Filter())} == before


@cache
def _read_once(document: Document, dossier: Dossier | None) -> Reading:
    return read_document(document, dossier)


def test_dispatches_in_any_order_make_the_same_record(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gold = yaml.safe_load((record_corpus.GOLD / "lebanon-2024.yaml").read_text(encoding="utf-8"))
    items = list(open_sources([record_corpus.dispatches_file(gold)]))
    dossier = dossiers.load(gold["dossier"])
    monkeypatch.setattr("trucewatch.monitor.read_document", _read_once)
    with open_record(tmp_path / "in-order.db") as whole:
        states = Counter(step.state for step in Monitor(whole, dossier).add(items))
        mixed = items[1::2][::-1] + items[::2]
        assert Counter(step.state for step in Monitor(record, dossier).add(mixed)) == states
        assert content_hash(record) == content_hash(whole)
        assert View(record).originals() == View(whole).originals() != {}
        assert incidents.clusters(View(record), [dossier]) == incidents.clusters(View(whole), [dossier]) != {}
