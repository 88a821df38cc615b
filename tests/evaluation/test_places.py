"""The scorers of places, on a corpus of two lines of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.corpora import MissingCorpus
from evaluation.event_location import score_event_location
from evaluation.places import score_places

TEXT = "Rebels shelled Goma on Monday. Russian envoys met in Geneva."
TOPONYMS = [("Goma", -1.67, 29.22, "216281"), ("Russian", 60.0, 100.0, "2017370"), ("Geneva", 46.2, 6.15, "2660646")]


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRUCEWATCH_CORPORA", str(tmp_path))
    (tmp_path / "places").mkdir()
    (tmp_path / "event_location").mkdir()
    return tmp_path


def test_toponyms_given_and_found(corpora: Path) -> None:
    toponyms = [
        {"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "lat": lat, "lon": lon, "geonames": id_}
        for name, lat, lon, id_ in TOPONYMS
    ]
    (corpora / "places/lgl.jsonl").write_text(json.dumps({"text": TEXT, "toponyms": toponyms}) + "\n")
    figures = score_places("lgl")
    assert figures["items"] == 3
    assert figures["given_161"] == 1.0
    assert figures["recall"] == figures["precision"] == figures["found_161"] == 1.0


def test_a_wrong_point_counts_as_wrong(corpora: Path) -> None:
    start = TEXT.index("Goma")
    toponym = {"start": start, "end": start + 4, "lat": 50.0, "lon": 50.0, "geonames": "1"}
    (corpora / "places/lgl.jsonl").write_text(json.dumps({"text": TEXT, "toponyms": [toponym]}) + "\n")
    figures = score_places("lgl")
    assert figures["given_161"] == figures["found_161"] == 0.0
    assert figures["recall"] == 1.0
    assert figures["precision"] == 0.5


def test_places_of_verbs(corpora: Path) -> None:
    def row(text: str, verb: str, place: str | None) -> str:
        spans = [{"label": "VERB", "start": text.index(verb), "end": text.index(verb) + len(verb)}]
        if place:
            spans.append({"label": "LOCATION", "start": text.index(place), "end": text.index(place) + len(place)})
        return json.dumps({"text": text, "spans": spans})

    rows = [
        row("Two people were killed in Goma.", "killed", "Goma"),
        row("The minister resigned.", "resigned", None),
        row("Two people were killed in Goma.", "killed", "Two"),
    ]
    (corpora / "event_location/event_location-dev.jsonl").write_text("\n".join(rows) + "\n")
    assert score_event_location() == {"right": 0.5, "detected": 0.5, "attached": 1.0, "abstained": 1.0, "items": 3}


def test_a_missing_corpus_is_said(corpora: Path) -> None:
    with pytest.raises(MissingCorpus, match="geowebnews"):
        score_places("geowebnews")
