"""The gold of our own corpora is sound: every word stands in its dispatch, every name exists."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluation import corpora
from trucewatch.dossiers import library
from trucewatch.model.time import PartialDate

GOLD = corpora.PROJECT / "evaluation" / "gold"
FOLDERS = (
    corpora.PROJECT / "evaluation" / "dispatches",
    corpora.PROJECT / "src" / "trucewatch" / "faces" / "demo",
)
FILES = sorted(GOLD.glob("*.yaml"))
STATUSES = {"owed", "begun", "under-way", "done", "late", "breached", "refused", "disputed", "unknown"}
Gold = dict[str, Any]

pytestmark = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def gold(path: Path) -> Gold:
    """One gold file."""
    loaded: Gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


@cache
def dispatches(path: Path) -> dict[str, dict[str, str]]:
    """The dispatches of a gold file by name; they lie with the evaluation or with the demonstration."""
    name = gold(path)["dispatches"]
    file = next(folder / name for folder in FOLDERS if (folder / name).is_file())
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len({row["name"] for row in rows}) == len(rows), "two dispatches share a name"
    return {row["name"]: row for row in rows}


@cache
def kinds() -> frozenset[str]:
    """Every kind of the codebook."""
    page = (corpora.PROJECT / "docs" / "codebook-kinds.md").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^\| ([a-z][a-z-]*) \| [A-Z]", page, re.MULTILINE))


def spans(held: Gold) -> Iterator[dict[str, str]]:
    """Every node of a gold file that quotes words of a dispatch."""
    for incident in held["incidents"]:
        yield from incident["reports"]
    yield from held["statements"]
    for pair in held["claims"]:
        yield pair["claim"]
        yield pair["denial"]


def is_actor(path: Path, speaker: str) -> bool:
    """Whether the speaker is an actor of the dossier or of the world beneath it."""
    return speaker in {actor.id for actor in (*library.load(gold(path)["dossier"]).actors, *library.world().actors)}


def test_dispatches_are_whole(path: Path) -> None:
    for row in dispatches(path).values():
        assert set(row) == {"name", "text", "title", "publisher", "url", "published"}
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["published"]), row["name"]
        assert row["url"].startswith("https://example.org/"), row["name"]
        assert row["text"].strip() == row["text"], row["name"]
        assert row["title"].strip(), row["name"]


def test_words_stand_once_in_their_dispatch(path: Path) -> None:
    wrong = [span for span in spans(gold(path)) if dispatches(path)[span["in"]]["text"].count(span["words"]) != 1]
    assert not wrong


def test_incidents(path: Path) -> None:
    incidents = gold(path)["incidents"]
    ids = Counter(incident["id"] for incident in incidents)
    assert not [id_ for id_, times in ids.items() if times > 1]
    for incident in incidents:
        assert incident["title"].strip(), incident["id"]
        assert incident["kinds"], incident["id"]
        assert set(incident["kinds"]) <= kinds(), incident["id"]
        assert incident["reports"], incident["id"]
        assert incident["date"] is None or PartialDate(incident["date"]), incident["id"]
        assert incident.get("part_of", incident["id"]) in ids, incident["id"]
        told = Counter((span["in"], span["words"]) for span in incident["reports"])
        assert not [span for span, times in told.items() if times > 1], incident["id"]


def test_places_written_as_ids_exist(path: Path) -> None:
    known = {place.id for place in library.load(gold(path)["dossier"]).places}
    named = {incident["place"] for incident in gold(path)["incidents"] if incident["place"]}
    assert not [place for place in named if place == place.lower() and place not in known]


def test_statements(path: Path) -> None:
    for statement in gold(path)["statements"]:
        assert len(statement["words"].split()) >= 4, statement
        assert speaks(path, statement["speaker"]), statement


def speaks(path: Path, speaker: str) -> bool:
    """Whether a speaker is a dossier id or a plain name: several words or a capital letter, never a misspelt id."""
    return is_actor(path, speaker) or " " in speaker or speaker != speaker.lower() or "-" not in speaker


def test_claims_name_their_sides(path: Path) -> None:
    pairs = gold(path)["claims"]
    for pair in pairs:
        assert speaks(path, pair["by"]), pair
        assert speaks(path, pair["denied_by"]), pair
        assert pair["claim"] != pair["denial"]
    keyed = Counter(json.dumps([pair["claim"], pair["denial"]]) for pair in pairs)
    assert not [pair for pair, times in keyed.items() if times > 1]


def test_obligations_exist(path: Path) -> None:
    dossier = library.load(gold(path)["dossier"])
    known = {
        (instrument.id, obligation.key)
        for instrument in dossier.instruments
        for provision in instrument.provisions
        for obligation in provision.obligations
    } | {(None, undertaking.key) for undertaking in dossier.undertakings}
    for proposal in gold(path)["obligations"]:
        assert (proposal["instrument"], proposal["key"]) in known, proposal
        assert proposal["status"] in STATUSES, proposal
        assert PartialDate(str(proposal["as_of"])), proposal
        assert proposal["due"] is None or PartialDate(proposal["due"]), proposal


def test_copies_and_versions(path: Path) -> None:
    rows, held = dispatches(path), gold(path)
    grouped = Counter(name for group in (*held["copies"], *held["versions"]) for name in group)
    assert set(grouped) <= set(rows)
    assert not [name for name, times in grouped.items() if times > 1]
    assert all(len(group) > 1 for group in (*held["copies"], *held["versions"]))
    for group in held["copies"]:
        assert len({rows[name]["url"] for name in group}) == len(group), group
    for group in held["versions"]:
        assert len({rows[name]["url"] for name in group}) == 1, group
        assert [rows[name]["published"] for name in group] == sorted(rows[name]["published"] for name in group)
    one_address = [names for names in by_address(rows).values() if len(names) > 1]
    assert sorted(one_address) == sorted(held["versions"])


def by_address(rows: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Names of the dispatches at each address, in the order of the file."""
    found: dict[str, list[str]] = {}
    for name, row in rows.items():
        found.setdefault(row["url"], []).append(name)
    return found
