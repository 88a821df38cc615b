"""Our own corpora of dispatches: read into a record of their own, once a process, beside their gold."""

from __future__ import annotations

import atexit
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from evaluation.registry import PROJECT
from trucewatch import dossiers
from trucewatch.model.dossier import Dossier
from trucewatch.model.text import Span
from trucewatch.monitor import Monitor
from trucewatch.record.session import Record, open_record
from trucewatch.record.view import View
from trucewatch.sources import open_sources

GOLD = PROJECT / "evaluation" / "gold"
FOLDERS = (PROJECT / "evaluation" / "dispatches", PROJECT / "src" / "trucewatch" / "faces" / "demo")


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus. ``dispatches`` are its lines by name, ``documents`` the record's ids (``sha256:...``) by name."""

    name: str
    gold: dict[str, Any]
    dispatches: dict[str, dict[str, str]]
    dossier: Dossier
    record: Record
    documents: dict[str, str]

    @property
    def view(self) -> View:
        """The record as it stands."""
        return View(self.record)

    def span(self, words: dict[str, str]) -> tuple[str, Span]:
        """The document's id and the span of quoted words of the gold, ``{"in": name, "words": ...}``.

        Raises:
            ValueError: when the words do not stand in the dispatch.
        """
        text = self.dispatches[words["in"]]["text"]
        start = text.index(words["words"])
        return self.documents[words["in"]], Span(start, start + len(words["words"]))


def names() -> list[str]:
    """The corpora that have a gold."""
    return [path.stem for path in sorted(GOLD.glob("*.yaml"))]


@cache
def corpus(name: str = "august-2022") -> Corpus:
    """A corpus with a record filled from it, which lies in a temporary folder until the process ends."""
    gold: dict[str, Any] = yaml.safe_load((GOLD / f"{name}.yaml").read_text(encoding="utf-8"))
    path = dispatches_file(gold)
    dossier = dossiers.load(gold["dossier"])
    folder = tempfile.TemporaryDirectory(prefix="trucewatch-", ignore_cleanup_errors=True)
    record = open_record(str(Path(folder.name) / "record.db"))
    atexit.register(folder.cleanup)
    atexit.register(record.close)
    for _ in Monitor(record, dossier).add(open_sources([str(path)])):
        pass
    rows = {row["name"]: row for row in _rows(path)}
    return Corpus(name, gold, rows, dossier, record, dict(_ids(View(record), rows)))


def dispatches_file(gold: dict[str, Any]) -> Path:
    """Where the dispatches of a gold lie.

    Raises:
        FileNotFoundError: when they lie nowhere.
    """
    for folder in FOLDERS:
        path: Path = folder / gold["dispatches"]
        if path.is_file():
            return path
    raise FileNotFoundError(gold["dispatches"])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _ids(view: View, rows: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    texts = {view.text(row.id): row.id for row in view.documents()}
    return ((name, texts[row["text"]]) for name, row in rows.items())
