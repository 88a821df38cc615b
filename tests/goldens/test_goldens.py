"""Every story's reading as a drawing that was looked at. ``TRUCEWATCH_DRAW=1`` draws them anew, for review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import trucewatch
from evaluation.stories import stories
from tests.goldens.drawing import golden

FOLDER = Path(__file__).parent / "drawn"
STORIES = dict(stories())


@pytest.mark.parametrize("name", sorted(STORIES))
def test_reading_is_as_drawn(name: str) -> None:
    story = STORIES[name]
    drawn = golden(trucewatch.read(story["text"], published=story["published"], dossier=story.get("dossier")))
    path = FOLDER / f"{name}.txt"
    if os.environ.get("TRUCEWATCH_DRAW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
