"""Every scorer there is, listed by hand: what it measures, on which files, and what others published on them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

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


def scorers() -> tuple[Scorer, ...]:
    """All scorers. Their modules are imported here, so that the gate and its tests need none of them."""
    from evaluation.reference import score_reference
    from evaluation.stories import score_stories

    return (
        Scorer(
            "reference-article",
            "whole reading",
            ("gold:reference_article/expectations.json", "gold:score_reading.py"),
            score_reference,
            ("share",),
        ),
        Scorer("own-stories", "whole reading", ("own:tests/stories/*.yaml",), score_stories, ("share", "lowest")),
    )
