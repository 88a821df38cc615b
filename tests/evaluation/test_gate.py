"""The ratchet turns one way, and never in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import gate
from evaluation.gate import Floors, LoweringError, Result, digest, faults, load, save, update
from evaluation.registry import Scorer, numbers, paths, root, scorers
from evaluation.table import table

SCORER = Scorer("dates", "time expressions", ("own:x",), dict, ("f1",), {"f1": ".60 (A)"}, noise=0.01)


def _result(f1: float, seen: str = "sha256:a", **counts: float) -> Result:
    return Result(SCORER, {"f1": f1, **counts}, seen, 2.0)


def _floors(f1: float = 0.8) -> Floors:
    return Floors({"dates": "sha256:a"}, {"dates": {"f1": f1}})


def _faults(result: Result, floors: Floors, *, strict: bool = True) -> list[str]:
    return faults([result], floors, known=["dates"], strict=strict)


@pytest.mark.parametrize("score", [0.8, 0.95, 0.791])
def test_at_the_floor_or_within_its_noise_the_gate_opens(score: float) -> None:
    assert _faults(_result(score), _floors()) == []


@pytest.mark.parametrize("score", [0.789, 0.0, float("nan")])
def test_under_the_floor_it_stays_shut(score: float) -> None:
    assert "under its floor 0.800" in _faults(_result(score), _floors())[0]


def test_a_measure_that_is_no_longer_given_is_a_fall() -> None:
    assert _faults(Result(SCORER, {}, "sha256:a"), _floors())


def test_another_corpus_shuts_it() -> None:
    assert "has changed" in _faults(_result(0.99, "sha256:b"), _floors())[0]


def test_missing_files_shut_it_only_when_strict() -> None:
    missing = Result(SCORER, missing=("own:x",))
    assert _faults(missing, _floors(), strict=False) == []
    assert "missing own:x" in _faults(missing, _floors())[0]


def test_no_floor_shuts_it_only_when_strict() -> None:
    assert _faults(_result(0.5), Floors(), strict=False) == []
    assert "no floor is pinned" in _faults(_result(0.5), Floors())[0]


def test_floors_of_a_scorer_that_is_gone() -> None:
    assert "no such scorer" in faults([], _floors(), known=[], strict=False)[0]


def test_update_raises_and_rounds_down() -> None:
    floors = _floors()
    assert update([_result(0.87654)], floors, known=["dates"]) == ["dates f1: 0.800 -> 0.876"]
    assert floors.measures == {"dates": {"f1": 0.876}}
    assert update([_result(0.87654)], floors, known=["dates"]) == []


def test_update_pins_what_is_new() -> None:
    floors = Floors()
    update([_result(0.5)], floors, known=["dates"])
    assert (floors.digests, floors.measures) == ({"dates": "sha256:a"}, {"dates": {"f1": 0.5}})


def test_update_leaves_floors_within_noise_and_missing_corpora_alone() -> None:
    floors = _floors()
    assert update([_result(0.795), Result(SCORER, missing=("own:x",))], floors, known=["dates"]) == []
    assert floors.measures == {"dates": {"f1": 0.8}}


def test_lowering_needs_a_reason_and_keeps_it() -> None:
    floors = _floors()
    with pytest.raises(LoweringError):
        update([_result(0.5)], floors, known=["dates"])
    assert floors.measures == {"dates": {"f1": 0.8}}
    update([_result(0.5)], floors, known=["dates"], reason="the gold was wrong")
    assert floors.measures == {"dates": {"f1": 0.5}}
    assert floors.lowered == [
        {"scorer": "dates", "measure": "f1", "from": 0.8, "to": 0.5, "reason": "the gold was wrong"}
    ]


def test_a_new_corpus_or_a_dropped_scorer_needs_a_reason() -> None:
    floors = _floors()
    with pytest.raises(LoweringError):
        update([_result(0.9, "sha256:b")], floors, known=["dates"])
    update([_result(0.9, "sha256:b")], floors, known=["dates"], reason="more texts")
    assert floors.digests == {"dates": "sha256:b"}
    with pytest.raises(LoweringError):
        update([], floors, known=[])
    update([], floors, known=[], reason="merged into another")
    assert floors.measures == {}


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load(path) == Floors()
    floors = _floors()
    floors.lowered.append({"scorer": "dates", "reason": "why"})
    save(floors, path)
    assert load(path) == floors


def test_digest_sees_every_byte_and_name(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")
    seen = {digest([one]), digest([two]), digest([one, two]), digest([two, one])}
    two.write_text("c")
    assert len(seen | {digest([one, two])}) == 5
    assert digest([one]) == digest([one])


def test_table_says_what_is_skipped_and_what_others_reached() -> None:
    drawn = table([_result(0.81, items=120, words=5000), Result(SCORER, missing=("own:x",))], _floors())
    row = drawn.splitlines()[2]
    assert row.split("  ")[0] == "time expressions"
    assert row.split()[2:] == ["dates", "f1", "0.810", "0.800", ".60", "(A)", "120", "2,500"]
    assert "skipped" in drawn.splitlines()[3]


def test_paths_tell_found_and_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUCEWATCH_CORPORA", str(tmp_path))
    (tmp_path / "b.jsonl").write_text("")
    (tmp_path / "a.jsonl").write_text("")
    scorer = Scorer("x", "x", ("corpora:*.jsonl", "corpora:c.json"), dict, ())
    found, missing = paths(scorer)
    assert [path.name for path in found] == ["a.jsonl", "b.jsonl"]
    assert missing == ["corpora:c.json"]


def test_scorers_are_named_once_and_floors_name_scorers() -> None:
    names = [each.name for each in scorers()]
    assert len(names) == len(set(names))
    assert set(load().measures) <= set(names)


def test_own_files_lie_in_the_project() -> None:
    assert (root("own") / "pyproject.toml").exists()
    assert gate.FLOORS.parent == root("own") / "evaluation"


def test_numbers_keeps_numbers_and_names_the_items() -> None:
    kept = numbers(lambda: {"f1": 0.5, "gold": 12, "types": {}, "wrong": []}, items="gold")
    assert kept() == {"f1": 0.5, "items": 12.0}


def test_numbers_counts_lines_and_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUCEWATCH_CORPORA", str(tmp_path))
    (tmp_path / "a.jsonl").write_text('{"text": "one two"}\n{"text": "three\u2028", "x": 1}\n{"y": 2}\n')
    assert numbers(lambda: {"f1": 0.5}, lines="a.jsonl")() == {"f1": 0.5, "items": 3.0, "words": 3.0}
