"""Our own stories with what a careful reader expects of them: ``tests/stories/*.yaml``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from evaluation.expectations import Score, score

FOLDER = Path(__file__).parent.parent / "tests" / "stories"


def stories() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of every story, in order of name."""
    for path in sorted(FOLDER.glob("*.yaml")):
        yield path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))


def read_story(story: dict[str, Any]) -> dict[str, Any]:
    """The product's reading of a story, as the contract's JSON object."""
    import trucewatch

    reading = trucewatch.read(story["text"], published=story["published"], dossier=story.get("dossier"))
    return reading.to_dict()


def score_stories() -> dict[str, float]:
    """The share of points earned over all stories, the lowest story's, and how many there are."""
    scores = {name: score(story["expect"], read_story(story)) for name, story in stories()}
    total = Score(sum(s.earned for s in scores.values()), sum(s.possible for s in scores.values()))
    return {"share": total.share, "lowest": min(s.share for s in scores.values()), "stories": float(len(scores))}


def main(names: list[str]) -> None:
    """Print the points of the named stories (all without names), lines missed first."""
    for name, story in stories():
        if names and name not in names:
            continue
        result = score(story["expect"], read_story(story))
        print(f"{name}: {result.earned}/{result.possible} = {result.share:.3f}")
        for line in result.lines:
            if names or line.startswith("- "):
                print("   ", line)


if __name__ == "__main__":
    main(sys.argv[1:])
