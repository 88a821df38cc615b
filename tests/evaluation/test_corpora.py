"""Finding and reading the corpora, on files of our own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from evaluation import corpora


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of corpora of our own."""
    monkeypatch.setenv("TRUCEWATCH_CORPORA", str(tmp_path))
    (tmp_path / "time").mkdir()
    return tmp_path / "time" / "own.jsonl"


@pytest.mark.parametrize(
    ("find", "variable", "default"),
    [
        (corpora.folder, "TRUCEWATCH_CORPORA", "shared/corpora"),
        (corpora.gold_folder, "TRUCEWATCH_GOLD", "shared/gold"),
    ],
)
def test_folders(find: object, variable: str, default: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(find)
    monkeypatch.chdir(tmp_path)
    for unset in (None, ""):
        monkeypatch.delenv(variable, raising=False) if unset is None else monkeypatch.setenv(variable, unset)
        assert find() == corpora.PROJECT.parent / default
    monkeypatch.setenv(variable, str(tmp_path))
    assert find() == tmp_path
    monkeypatch.setenv(variable, "elsewhere")
    assert find() == corpora.PROJECT / "elsewhere"


def test_lines_are_objects_in_order(here: Path) -> None:
    here.write_text('{"text": "Waffenruhe hält"}\n\n{"text": "b"}\n', encoding="utf-8")
    assert [item["text"] for item in corpora.lines("time/own.jsonl")] == ["Waffenruhe hält", "b"]


@pytest.mark.parametrize("bad", ["{", "[1]", "3"])
def test_a_broken_line_is_named(here: Path, bad: str) -> None:
    here.write_text('{"a": 1}\n' + bad + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.jsonl:2: not"):
        list(corpora.lines("time/own.jsonl"))


def test_digest(here: Path) -> None:
    here.write_bytes(b"x" * 100_000)
    assert corpora.digest("time/own.jsonl") == hashlib.sha256(b"x" * 100_000).hexdigest()


@pytest.mark.parametrize("relative", ["time/own.jsonl", "time", "none/none.jsonl"])
def test_a_missing_corpus_is_said_clearly(here: Path, relative: str) -> None:
    with pytest.raises(corpora.MissingCorpus) as found:
        corpora.digest(relative)
    assert str(found.value) == f"{relative}: not found under {here.parent.parent} (set TRUCEWATCH_CORPORA); skipped"
    with pytest.raises(corpora.MissingCorpus):
        next(corpora.lines(relative))
