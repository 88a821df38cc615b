"""The scorer of attribution: PolNeAR's conventions, matching one to one, the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.attribution import Attribution, Tally, attributions, gold, joint, read_text, score_attribution

TEXT = "Olsen said the road was shut. “It will open,” she added."
ROW = {
    "text": TEXT,
    "published": None,
    "attributions": [
        {"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 28]]},
        {"source": [[46, 49]], "cue": [[50, 55]], "content": [[30, 45]]},
    ],
}


def words(text: str, one: Attribution) -> tuple[list[str], list[str], list[str]]:
    cut = [[text[start:end] for start, end in spans] for spans in (one.source, one.cue, one.content)]
    return cut[0], cut[1], cut[2]


def test_fragments_with_only_space_between_are_united() -> None:
    row = {"text": TEXT, "attributions": [{"source": [], "cue": [[6, 10]], "content": [[11, 19], [20, 28]]}]}
    assert gold(row) == [Attribution((), ((6, 10),), ((11, 28),))]


def test_the_products_statements_take_on_the_corpus_conventions() -> None:
    first, second = attributions(read_text(TEXT))
    assert words(TEXT, first) == (["Olsen"], ["said"], ["the road was shut"])
    assert words(TEXT, second)[2] == ["“It will open,”"]


def test_the_target_of_a_charge_or_demand_belongs_to_the_content() -> None:
    text = "Kenya accused Uganda of firing on boats. Kenya urged Uganda to stop at once."
    assert [words(text, one)[2] for one in attributions(read_text(text))] == [
        ["Uganda of firing on boats"],
        ["Uganda to stop at once"],
    ]


def test_a_relative_pronoun_is_the_source() -> None:
    text = "They met the envoy, who said the road was shut."
    assert [words(text, one)[0] for one in attributions(read_text(text))] == [["who"]]


def test_what_stands_inside_another_is_left_out_and_one_cue_counts_once() -> None:
    text = "The ministry said that the army had denied the raid and that a soldier had been hurt."
    (one,) = attributions(read_text(text))
    assert words(text, one)[2] == ["that the army had denied the raid and that a soldier had been hurt"]


def test_contents_match_one_to_one_best_first() -> None:
    whole, part, other = ((0, 28),), ((0, 20),), ((30, 45),)
    wanted = [Attribution(((0, 5),), (), whole), Attribution((), (), other)]
    have = [Attribution(((0, 5),), (), part), Attribution(((0, 5),), (), whole), Attribution(((1, 2),), (), other)]
    assert joint(TEXT, wanted, have) == [(0, 1)]


def test_figures() -> None:
    tally = Tally()
    wanted = gold(ROW)
    tally.add(TEXT, wanted, [*wanted, Attribution((), (), ((0, 5),))])
    assert tally.figures() == pytest.approx(
        {"source": 1, "cue": 1, "content": 0.8, "joint": 0.8, "joint_precision": 2 / 3, "joint_recall": 1}
    )


def test_the_scorer_runs_the_product(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "attribution"
    folder.mkdir()
    (folder / "polnear-dev.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    monkeypatch.setenv("TRUCEWATCH_CORPORA", str(tmp_path))
    assert score_attribution("dev")["joint"] == pytest.approx(1)
