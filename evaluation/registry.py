"""Every scorer there is, listed by hand: what it measures, on which files, and what others published on them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
COUNTS = ("items", "words")
"""Measures that say how much was measured; never held to a floor."""

_ROOTS = {
    "corpora": ("TRUCEWATCH_CORPORA", "../shared/corpora"),
    "gold": ("TRUCEWATCH_GOLD", "../shared/gold"),
}


@dataclass(frozen=True, slots=True)
class Scorer:
    """One scorer. ``files`` are what the scores rest on: ``corpora:``, ``gold:`` or ``own:`` and a path or pattern.

    ``run`` gives measures by name: shares between 0 and 1, higher is better, and the counts ``items`` and ``words``.
    ``gated`` names those that are held to floors. ``published`` says what others reached, by measure. ``noise`` is how
    far a score may lie under its floor before that counts as a fall.
    """

    name: str
    task: str
    files: tuple[str, ...]
    run: Callable[[], Mapping[str, float]]
    gated: tuple[str, ...]
    published: Mapping[str, str] = field(default_factory=dict)
    noise: float = 0.005


def paths(scorer: Scorer) -> tuple[list[Path], list[str]]:
    """The files a scorer rests on, in order, and the names of those that are missing."""
    found: list[Path] = []
    missing: list[str] = []
    for name in scorer.files:
        where, _, pattern = name.partition(":")
        matches = sorted(root(where).glob(pattern))
        found += matches
        if not matches:
            missing.append(name)
    return found, missing


def root(where: str) -> Path:
    """The folder of the ``corpora``, of the ``gold``, or of the project's ``own`` files."""
    if where == "own":
        return PROJECT
    variable, default = _ROOTS[where]
    return PROJECT / os.environ.get(variable, default)


def numbers(
    run: Callable[[], Mapping[str, Any]], *, items: str = "items", lines: str | None = None
) -> Callable[[], dict[str, float]]:
    """``run`` with only its numbers kept, the measure named ``items`` told as the count of items.

    ``lines`` names a file of JSON lines among the corpora whose texts were read: its words are counted, and its lines
    where ``run`` itself counts no items.
    """

    def kept() -> dict[str, float]:
        found = {name: float(value) for name, value in run().items() if isinstance(value, int | float)}
        if items in found:
            found["items"] = found.pop(items)
        if lines is not None:
            with (root("corpora") / lines).open(encoding="utf-8") as file:  # by newlines only: texts hold other breaks
                rows = [json.loads(line) for line in file]
            found.setdefault("items", float(len(rows)))
            found["words"] = float(sum(len(row.get("text", "").split()) for row in rows))
        return found

    return kept


def scorers() -> tuple[Scorer, ...]:
    """All scorers. Their modules are imported here, so that the gate and its tests need none of them."""
    from evaluation.attribution import score_attribution
    from evaluation.disputes import score_disputes
    from evaluation.event_location import score_event_location
    from evaluation.events import score_petrarch, score_plover
    from evaluation.incidents import score_incidents
    from evaluation.obligation_states import score_obligation_states
    from evaluation.places import score_places
    from evaluation.record_speakers import score_speakers
    from evaluation.reference import score_reference
    from evaluation.stories import score_stories
    from evaluation.time import score_meantime, score_recognizers
    from evaluation.wire_copies import score_wire_copies

    return (
        Scorer(
            "reference-article",
            "whole reading",
            ("gold:reference_article/expectations.json", "gold:score_reading.py"),
            score_reference,
            ("share",),
        ),
        Scorer(
            "own-stories",
            "whole reading",
            ("own:tests/stories/*.yaml",),
            numbers(score_stories, items="stories"),
            ("share", "lowest"),
        ),
        Scorer(
            "polnear-dev",
            "who said what",
            ("corpora:attribution/polnear-dev.jsonl",),
            numbers(score_attribution, lines="attribution/polnear-dev.jsonl"),
            ("source", "cue", "content", "joint"),
            {
                "source": ".832 BERT-CofeNet (test)",
                "cue": ".753 BERT-CofeNet (test)",
                "content": ".729 BERT-CofeNet (test)",
                "joint": ".533 Citron",
            },
        ),
        Scorer(
            "meantime-dev",
            "time expressions",
            ("corpora:time/meantime-dev.jsonl",),
            score_meantime,
            ("span_f1", "value_f1"),
            {"span_f1": ".706 HeidelTime", "value_f1": ".598 HeidelTime"},
        ),
        Scorer(
            "recognizers-datetime",
            "time expressions",
            ("corpora:time/recognizers-datetime.json",),
            score_recognizers,
            ("right",),
        ),
        *(
            Scorer(
                corpus,
                "places",
                (f"corpora:places/{corpus}.jsonl",),
                numbers(partial(score_places, corpus), lines=f"places/{corpus}.jsonl"),
                ("given_161", "f1"),
                {"given_161": published},
            )
            for corpus, published in (("geowebnews", ".941 Mordecai 3"), ("lgl", ".827 Mordecai 3"))
        ),
        Scorer(
            "event-location-dev",
            "places of events",
            ("corpora:event_location/event_location-dev.jsonl",),
            numbers(score_event_location, lines="event_location/event_location-dev.jsonl"),
            ("right", "attached"),
        ),
        Scorer(
            "plover-gsr",
            "event types",
            ("corpora:events/plover-gsr.jsonl",),
            numbers(score_plover, items="records", lines="events/plover-gsr.jsonl"),
            ("macro_f1", "accuracy"),
            {"macro_f1": ".821 zero-shot, actors given", "accuracy": ".835 zero-shot, actors given"},
        ),
        Scorer(
            "petrarch2-unit",
            "events, who to whom",
            ("corpora:events/petrarch2-unit.jsonl",),
            numbers(score_petrarch, items="gold", lines="events/petrarch2-unit.jsonl"),
            ("f1",),
        ),
        Scorer(
            "speakers-own-corpora",
            "whose words they are",
            ("own:evaluation/gold/*.yaml",),
            score_speakers,
            ("speakers", "found"),
        ),
        Scorer(
            "incidents-own-corpora",
            "reports of one event",
            ("own:evaluation/gold/*.yaml",),
            score_incidents,
            ("f1", "precision", "recall", "read"),
        ),
        Scorer(
            "disputes-own-corpora",
            "claims and denials",
            ("own:evaluation/gold/*.yaml",),
            score_disputes,
            ("f1", "precision", "recall"),
        ),
        Scorer(
            "wire-copies",
            "copies and versions",
            ("own:evaluation/gold/*.yaml",),
            score_wire_copies,
            ("found", "right", "first", "versions"),
        ),
        Scorer(
            "obligation-states",
            "board of obligations",
            ("own:evaluation/gold/*.yaml",),
            score_obligation_states,
            ("status", "due"),
        ),
    )
