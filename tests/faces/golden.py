"""Goldens of the faces: files under ``goldens/`` that were looked at; ``TRUCEWATCH_DRAW=1`` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "goldens"


def check(name: str, shown: str) -> None:
    """Hold ``shown`` to the golden of that name."""
    path = FOLDER / name
    if os.environ.get("TRUCEWATCH_DRAW"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")
