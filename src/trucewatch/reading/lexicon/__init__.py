"""Word lists of the readers, kept as data beside the code."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The word list ``NAME.json`` of this folder, read once."""
    return json.loads((files(__package__) / f"{name}.json").read_text(encoding="utf-8"))
