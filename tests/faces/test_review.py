"""Review on the command line: what is open comes most doubtful first, decisions are told, and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.record.stories import add, varied
from trucewatch.assessment.incidents import RULE
from trucewatch.faces.cli import main
from trucewatch.model.actor import ActorRef
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import Record, open_record
from trucewatch.record.view import View

Captured = pytest.CaptureFixture[str]
NOTHING, USAGE, DOSSIER = 4, 2, 7


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TRUCEWATCH_REVIEWER", "Vera")


@pytest.fixture
def filled(where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """A record with one report, read with a dossier that ships."""
    monkeypatch.setenv("TRUCEWATCH_RECORD", where)
    with open_record(where) as kept:
        add(kept, replace(varied(1), dossier="nagorno-karabakh"))
        yield kept


def said(capsys: Captured, *arguments: str) -> Any:
    """What a command says as JSON."""
    assert main([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def event(record: Record, kind: str = "shelling") -> Any:
    """The event of a kind."""
    return next(row for row in View(record).events(Filter(rejected=True)) if row.value.kind == kind)


# -- what is open ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("filled")
def test_what_is_open_comes_most_doubtful_first_with_its_evidence(capsys: Captured) -> None:
    rows = said(capsys, "review", "list")
    assert len(rows) == 8
    assert [row["points"] for row in rows] == sorted((row["points"] for row in rows), reverse=True)
    first = rows[0]
    assert {row["kind"] for row in rows[:2]} == {"road-closure", "withdrawal"}
    assert first["doubts"] == ["nobody is named in it", "its day is unknown", "its place is unknown"]
    assert all(row["evidence"][0]["quote"] for row in rows)
    shelling = next(row for row in rows if row.get("kind") == "shelling")
    assert shelling["doubts"] == ["it tells of killed or wounded"]
    assert main(["review"]) == 0
    page = capsys.readouterr().out
    assert page.index(first["key"]) < page.index(shelling["key"])
    assert "nobody is named" in page


def test_the_record_is_named_where_it_counts(where: str, capsys: Captured) -> None:
    with open_record(where) as kept:
        add(kept, varied(1))
        key = event(kept).key
    assert main(["review", "--record", where]) == 0
    assert key in capsys.readouterr().out
    assert main(["review", "--record", where, "accept", key]) == USAGE
    assert "after the command" in capsys.readouterr().err
    assert main(["review", "accept", key, "--record", where]) == 0


@pytest.mark.usefixtures("filled")
def test_the_list_is_narrowed_like_any_question(capsys: Captured) -> None:
    assert {row["what"] for row in said(capsys, "review", "list", "--kind", "accuse")} == {"statement"}
    assert main(["review", "list", "--limit", "2"]) == 0
    assert "2 of 8 shown" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_what_was_looked_at_is_open_no_more(capsys: Captured) -> None:
    keys = [row["key"] for row in said(capsys, "review", "list")]
    assert main(["review", "accept", *keys[:4]]) == 0
    assert main(["review", "reject", *keys[4:7]]) == 0
    capsys.readouterr()
    assert [row["key"] for row in said(capsys, "review", "list")] == keys[7:]
    assert main(["review", "accept", keys[7]]) == 0
    assert main(["review", "list"]) == NOTHING


def test_who_speaks_unknown_and_aims_at_nobody_is_doubtful(record: Record) -> None:
    read = varied(1)
    first = replace(read.statements[0], speaker=ActorRef(None, "a man", None), targets=())
    add(record, replace(read, statements=(first, *read.statements[1:])))
    found = next(each for each in View(record).doubtful() if each.datum.value.id and each.what == "statement")
    assert found.doubts == ("the speaker is not known", "whom it is aimed at is unknown")
    assert View(record).total_doubtful(Filter(kinds=("accuse",))) == 1


# -- decisions -------------------------------------------------------------------------------------------------------


def test_a_decision_is_told_and_taken_back(filled: Record, capsys: Captured) -> None:
    key = event(filled).key
    assert main(["review", "reject", key[:6], "--reason", "a firework"]) == 0
    out = capsys.readouterr().out
    made = View(filled).decisions()[0]
    assert out == f"{made.id}  rejected {key} by Vera (a firework)\n"
    assert main(["review", "decisions"]) == 0
    assert made.id in capsys.readouterr().out
    undone = said(capsys, "undo", made.id[:7], "--reason", "it was not", "--reviewer", "Omar")
    assert (undone[0]["undone_by"], undone[0]["undone_reason"]) == ("Omar", "it was not")
    assert event(filled).judgement is Judgement.OPEN
    assert said(capsys, "review", "decisions") == []
    assert [each["id"] for each in said(capsys, "review", "decisions", "--undone")] == [made.id]
    assert main(["undo", made.id]) == USAGE
    assert "taken back already, by Omar" in capsys.readouterr().err


def test_a_correction_takes_names_counts_and_days(filled: Record, capsys: Captured) -> None:
    key = event(filled).key
    pairs = ["actor=Armenia; ?The Third Battery", "killed=2-3", "wounded=4+", "date=2024-03-02", "kind=clash"]
    (made,) = said(capsys, "review", "correct", key, *pairs, "place=none", "denied_by=Азербайджан")
    value = event(filled, "clash").value
    assert [(each.actor, each.name) for each in value.actors] == [("armenia", "Armenia"), (None, "The Third Battery")]
    assert [each.actor for each in value.denied_by] == ["azerbaijan"]
    assert (value.killed.low, value.killed.high, value.wounded.low, value.wounded.high) == (2, 3, 4, None)
    assert (value.date.value, value.date.basis, value.place.place) == ("2024-03-02", "resolved", None)
    assert value.type == made["values"]["type"]
    assert main(["review", "correct", key, 'killed={"low": 0, "high": 0}', "recipients=none"]) == 0
    assert (event(filled, "clash").value.killed.low, event(filled, "clash").value.recipients) == (0, ())


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        ("killed", "FIELD=VALUE"),
        ("killed=many", "no count"),
        ("killed=5-2", "a count is"),
        ("actor=Armenja", "did you mean 'armenia'"),
        ("kind=war", "codebook"),
        ("date=yesterday", "no EDTF"),
        ("weather=rain", "no field 'weather'"),
        ("killed={", "like JSON"),
    ],
)
def test_what_a_correction_cannot_be_is_told(filled: Record, capsys: Captured, pair: str, why: str) -> None:
    assert main(["review", "correct", event(filled).key, pair]) == USAGE
    assert why in capsys.readouterr().err
    assert View(filled).decisions() == []


def test_names_of_nothing_are_told(filled: Record, capsys: Captured) -> None:
    for arguments, why in (
        (["review", "accept", "e:zzzz"], "no datum 'e:zzzz'"),
        (["review", "accept", "shelling"], "no datum 'shelling'"),
        (["review", "accept", "s:"], "write more of the key"),
        (["review", "merge", event(filled).key], "at least two"),
        (["undo", "r:zzzz"], "no decision r:zzzz"),
        (["history", "e:zzzz"], "no datum 'e:zzzz'"),
        (["review", "attach", event(filled).key, "no-such/9"], "no obligation is called"),
        (["review", "status", "9", "done"], "no obligation"),
        (["review", "accept", event(filled).key, "--reviewer", "  "], "reviewer"),
    ):
        assert main(arguments) == USAGE, arguments
        assert why in capsys.readouterr().err


def test_who_looked_before_another_decided_is_refused(filled: Record, capsys: Captured) -> None:
    seen = str(said(capsys, "review", "list")[0]["tick"])
    key = event(filled).key
    assert main(["review", "accept", key, "--seen", seen]) == 0
    assert main(["review", "reject", key, "--seen", seen, "--reviewer", "Omar"]) == USAGE
    assert "changed since you looked: accept" in capsys.readouterr().err


def test_events_and_incidents_are_merged_and_split(filled: Record, capsys: Captured) -> None:
    add(filled, replace(varied(2, published=date(2024, 3, 6)), dossier="nagorno-karabakh"))

    def grouped() -> list[set[str]]:
        rows = said(capsys, "incidents")
        return sorted(({each["key"] for each in row["versions"]} for row in rows), key=lambda keys: -len(keys))

    def name(event_key: str) -> str:
        rows = said(capsys, "incidents")
        return next(row["key"] for row in rows if event_key in {each["key"] for each in row["versions"]})

    before = grouped()
    two, other = before[0], before[-1]
    assert len(two) == 2
    (made,) = said(capsys, "review", "merge", name(min(two)), min(other))
    three = two | {min(other)}
    assert set(made["targets"]) == three
    joined = next(each for each in grouped() if three <= each)  # the rule may find a fourth like the three
    (apart,) = said(capsys, "review", "split", name(min(two))[:7])
    assert {frozenset(each) for each in apart["values"]["groups"]} == {frozenset([each]) for each in joined}
    assert all(len(each & three) < 2 for each in grouped())
    assert main(["undo", made["id"]]) == USAGE, "the split stands on it"
    assert main(["undo", apart["id"]]) == main(["undo", made["id"]]) == 0
    capsys.readouterr()
    assert grouped() == before
    assert main(["review", "merge", "i:zzzz", min(two)]) == USAGE
    assert "no incident i:zzzz" in capsys.readouterr().err


def test_what_is_derived_follows_decisions(filled: Record, capsys: Captured) -> None:
    keys = [row.key for row in View(filled).events()]
    assert main(["review", "merge", *keys[:2]]) == 0
    assert View(filled).clusters(RULE) is not None, "grouped anew at once"
    assert main(["review", "accept", keys[2]]) == 0
    assert View(filled).clusters(RULE) is not None, "an accepted datum groups no other way"
    Resolver(filled, "Vera").reject(keys[2])
    assert View(filled).clusters(RULE) is None
    assert main(["doctor"]) == 0
    assert "doctor --mend" in capsys.readouterr().out
    assert main(["doctor", "--mend"]) == 0
    assert View(filled).clusters(RULE) is not None


def test_an_incident_split_from_another_stays_whole(filled: Record, capsys: Captured) -> None:
    add(filled, replace(varied(2, published=date(2024, 3, 6)), dossier="nagorno-karabakh"))
    rows = [row for row in said(capsys, "incidents") if len(row["versions"]) == 2]
    one, other = ({each["key"] for each in row["versions"]} for row in rows[:2])
    assert main(["review", "merge", rows[0]["key"], rows[1]["key"]]) == 0
    capsys.readouterr()
    assert main(["review", "split", rows[0]["key"], rows[1]["key"]]) == USAGE, "they are one incident now"
    capsys.readouterr()
    decision = View(filled).decisions()[0]
    Resolver(filled, "Vera").split([sorted(one), sorted(other)])
    groups = [{each["key"] for each in row["versions"]} for row in said(capsys, "incidents")]
    assert one in groups
    assert other in groups
    assert decision in View(filled).decisions()


# -- obligations -----------------------------------------------------------------------------------------------------


def test_the_analysts_word_stands_on_the_board_beside_the_proposal(filled: Record, capsys: Captured) -> None:
    board = ["obligations", "--dossier", "nagorno-karabakh", "--as-of", "2024-04-01", "--instrument", "2020-11-09"]
    before = {row["key"]: row for row in said(capsys, *board)}["6a"]
    assert before["own"] is None
    (made,) = said(capsys, "review", "status", "2020-11-09/6a", "disputed", "--reason", "maps differ")
    assert made["targets"] == ["o:nagorno-karabakh/2020-11-09/6a"]
    after = {row["key"]: row for row in said(capsys, *board)}["6a"]
    assert (after["status"], after["own"]["reviewer"], after["own"]["reason"]) == ("disputed", "Vera", "maps differ")
    assert after["proposed"] == before["proposed"]
    assert main(board) == 0
    assert f"by Vera, {date.today():%Y}" in capsys.readouterr().out
    assert main(["undo", made["id"]]) == 0
    capsys.readouterr()
    assert {row["key"]: row for row in said(capsys, *board)}["6a"] == before


def test_an_attached_datum_bears_on_its_obligation(filled: Record, capsys: Captured) -> None:
    key = View(filled).statements()[0].key
    board = ["obligations", "--dossier", "nagorno-karabakh", "--as-of", "2024-04-01", "--instrument", "2020-11-09"]

    def against() -> list[str]:
        row = {row["key"]: row for row in said(capsys, *board)}["6a"]
        return [each["datum"] for each in row["against"] if each["by_hand"]]

    assert against() == []
    where = "nagorno-karabakh/2020-11-09/6a"
    (made,) = said(capsys, "review", "attach", key, where, "--stance", "against")
    assert against() == [key]
    assert main(["review", "attach", key, "6a", "--dossier", "nagorno-karabakh", "--stance", "none"]) == 0
    capsys.readouterr()
    assert against() == []
    assert main(["undo", made["id"]]) == USAGE, "the later word stands on it"


# -- history ---------------------------------------------------------------------------------------------------------


def test_history_tells_who_did_what(filled: Record, capsys: Captured) -> None:
    key = event(filled).key
    assert main(["review", "correct", key, "status=denied", "--reason", "heard it"]) == 0
    capsys.readouterr()
    told = said(capsys, "history", key)
    assert [each["what"] for each in told["history"]] == ["read", "correct"]
    assert told["history"][1]["changed"] == {"status": {"before": "claimed", "after": "denied"}}
    assert main(["history", key[:8]]) == 0
    assert "corrected by Vera (heard it): status claimed → denied" in capsys.readouterr().out
    assert [each["what"] for each in said(capsys, "show", key)["history"]] == ["read", "correct"]


def test_what_people_decided_outlives_reading_anew(
    where: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUCEWATCH_RECORD", where)
    report = tmp_path / "report.txt"
    report.write_text(
        "VELDA, 4 March 2024 - Two soldiers were wounded when Osterian guns shelled the village of Harrow on Monday, "
        "the Velda government said. Osteria denied it. Velda closed the Harrow road on Tuesday.\n",
        encoding="utf-8",
    )
    assert main(["add", str(report)]) == 0
    capsys.readouterr()
    events = said(capsys, "events")
    assert len(events) > 1
    changed, rejected = events[0]["key"], events[1]["key"]
    assert main(["review", "correct", changed, "killed=7", "place=?The Old Mill"]) == 0
    assert main(["review", "reject", rejected]) == 0
    assert main(["reread", "--all"]) == 0
    capsys.readouterr()
    after = {row["key"]: row for row in said(capsys, "events", "--rejected")}
    assert set(after) == {row["key"] for row in events}
    assert (after[changed]["killed"], after[changed]["place"]["name"]) == ({"low": 7, "high": 7}, "The Old Mill")
    assert (after[changed]["judgement"], after[rejected]["judgement"]) == ("corrected", "rejected")
    assert [each["what"] for each in said(capsys, "history", changed)["history"]] == ["read", "correct", "read"]
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert not [line for line in out.splitlines() if not line.startswith("ok")], out
