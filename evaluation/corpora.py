"""Where the public corpora lie. They are read in place and never copied into the project."""

from __future__ import annotations

import os
from pathlib import Path


def folder() -> Path:
    """The corpora's folder: ``TRUCEWATCH_CORPORA``, by default ``../shared/corpora`` beside the project's root."""
    named = os.environ.get("TRUCEWATCH_CORPORA")
    return Path(named) if named else Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"


def missing(name: str) -> str:
    """What to tell where the corpus ``name`` is not there."""
    return f"{name}: not found under {folder()} (set TRUCEWATCH_CORPORA); skipped"
