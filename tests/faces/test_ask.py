"""The questions on the command line: one list, the same options, rows with their evidence, harmless cells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from tests.record.stories import add, bare, varied
from trucewatch.faces.asking import QUESTIONS
from trucewatch.faces.cli import main
from trucewatch.faces.cli.questions import ENTRIES
from trucewatch.record.session import Record, open_record

Captured = pytest.CaptureFixture[str]
NOTHING, USAGE = 4, 2


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def filled(where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """A record with two reports of the same shape and one text in which nothing was found."""
    monkeypatch.setenv("TRUCEWATCH_RECORD", where)
    with open_record(where) as kept:
        add(kept, varied(1))
        add(kept, varied(2, published=date(2024, 3, 9)))
        add(kept, bare("=SUM(A1:A9) was painted on a wall of the Harrow school.", "=cmd()", date(2024, 3, 1)))
        yield kept


def rows(capsys: Captured, *arguments: str) -> list[dict[str, object]]:
    """The rows of a question as JSON."""
    assert main([*arguments, "--format", "json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_the_commands_are_the_questions() -> None:
    assert [entry.name for entry in ENTRIES] == list(QUESTIONS)


@pytest.mark.parametrize(
    "entry", [each for each in ENTRIES if each.words is None or each.option is not None], ids=lambda e: e.name
)
def test_every_row_is_named_and_rests_on_evidence(entry: object, filled: Record, capsys: Captured) -> None:
    name = entry.name  # type: ignore[attr-defined]
    status = main([name, "--format", "json", "--as-of", "2024-03-10"])
    found = json.loads(capsys.readouterr().out)
    assert status == (0 if found else NOTHING)
    keys = [row.get("key") or row.get("id") for row in found]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    if name in ("statements", "events"):
        assert found
        for row in found:
            (shown,) = row["evidence"]
            assert shown["quote"]
            assert shown["speaker"] or row["status"] not in ("claimed", "denied")


@pytest.mark.parametrize("form", ["json", "ndjson", "csv"])
def test_every_format_holds_the_same_rows(form: str, filled: Record, capsys: Captured) -> None:
    keys = [row["key"] for row in rows(capsys, "events")]
    assert main(["events", "--format", form]) == 0
    out = capsys.readouterr().out
    if form == "json":
        found = json.loads(out)
    elif form == "ndjson":
        found = [json.loads(line) for line in out.splitlines()]
    else:
        found = list(csv.DictReader(io.StringIO(out)))
    assert [row["key"] for row in found] == keys


def test_a_table_tells_how_many_are_left(filled: Record, capsys: Captured) -> None:
    every = len(rows(capsys, "statements"))
    assert main(["statements", "--limit", "1"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("KEY")
    assert f"1 of {every} shown" in shown.err
    assert len(rows(capsys, "statements", "--limit", "0", "--offset", "1")) == every - 1


def test_filters_narrow_together(filled: Record, capsys: Captured) -> None:
    assert {row["speaker"]["name"] for row in rows(capsys, "statements", "--speaker", "VELDA")} == {"Velda"}  # type: ignore[index]
    later = rows(capsys, "documents", "--since", "2024-03-06")
    assert [row["published"] for row in later] == ["2024-03-09"]
    one = str(later[0]["short"])
    assert {row["evidence"][0]["document"] for row in rows(capsys, "events", "--document", one)} == {later[0]["id"]}  # type: ignore[index]


def test_nothing_matched_is_said(filled: Record, capsys: Captured) -> None:
    assert main(["events", "--since", "2031-01-01"]) == NOTHING
    told = capsys.readouterr()
    assert told.out == ""
    assert "nothing matched" in told.err
    assert main(["events", "--since", "2031-01-01", "--format", "json"]) == NOTHING
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["events", "--actor", "Veldaa"], "did you mean 'velda'"),
        (["events", "--place", "Nowhere"], "no place is called 'Nowhere'"),
        (["events", "--since", "2024-02-30"], "2024-02-30"),
        (["events", "--since", "2024-03-02", "--until", "2024-03-01"], "lies after"),
        (["events", "--document", "ffffffff"], "no document begins with"),
        (["events", "--dossier", "atlantis"], "atlantis"),
        (["search", "OR"], "word"),
        (["show", "nothing-of-the-kind"], "the record holds nothing called"),
    ],
)
def test_what_is_not_known_is_refused(arguments: list[str], told: str, filled: Record, capsys: Captured) -> None:
    assert main(arguments) != 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err


def test_yesterdays_answer_is_still_to_be_had(filled: Record, capsys: Captured) -> None:
    assert main(["documents", "--as-known-on", "2020-01-01"]) == NOTHING
    capsys.readouterr()
    assert len(rows(capsys, "documents", "--as-known-on", date.today().isoformat())) == 3


def test_formulas_are_harmless_in_csv(filled: Record, capsys: Captured) -> None:
    assert main(["documents", "--format", "csv"]) == 0
    titles = [row["title"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]
    assert "'=cmd()" in titles


def test_a_search_shows_its_passage(filled: Record, capsys: Captured) -> None:
    (found,) = rows(capsys, "search", "painted school")
    assert "painted" in found["evidence"][0]["quote"]  # type: ignore[index]


def test_a_dossier_that_is_not_at_hand_is_told_of(filled: Record, capsys: Captured) -> None:
    assert main(["events"]) == 0
    assert "'harrow'" in capsys.readouterr().err


def test_show_tells_a_datum_with_its_context(filled: Record, capsys: Captured) -> None:
    event = rows(capsys, "events")[0]
    assert main(["show", str(event["key"]), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["what"] == "event"
    assert told["row"] == event
    assert told["context"]["words"] == event["evidence"][0]["quote"]  # type: ignore[index]
    assert main(["show", str(event["key"])]) == 0
    assert "IN ITS TEXT" in capsys.readouterr().out


def test_show_tells_documents_actors_and_places(filled: Record, capsys: Captured) -> None:
    short = str(rows(capsys, "documents", "--limit", "1")[0]["short"])
    for name, what in ((short, "document"), ("velda", "actor"), ("Harrow", "place")):
        assert main(["show", name, "--format", "json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["what"] == what
        assert told["events"]


def test_show_tells_an_incident_with_its_reports(filled: Record, capsys: Captured) -> None:
    row = rows(capsys, "incidents")[0]
    assert main(["show", str(row["key"])[:8], "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["what"] == "incident"
    assert [each["key"] for each in told["events"]] == [each["key"] for each in row["versions"]]  # type: ignore[attr-defined]
    assert main(["show", "i:none"]) == USAGE
