"""The reference article, scored by the gold's own program.

Both the article and the program lie beside the project and stay there: they are read at run time, never copied.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import trucewatch
from evaluation.registry import root


def _program(path: Path) -> Any:
    """The scoring program as a module; its functions are not typed."""
    spec = importlib.util.spec_from_file_location("score_reading", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python program.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_reference(*, verbose: bool = False) -> dict[str, float]:
    """Share of the points earned on the reference article, read with the dossier it names."""
    gold = root("gold")
    case = json.loads((gold / "reference_article" / "expectations.json").read_text(encoding="utf-8"))
    reading = trucewatch.read(case["text"], published=case["published"], dossier=case.get("dossier"))
    earned, possible = _program(gold / "score_reading.py").score(case, reading.to_dict(), verbose)
    return {"share": earned / possible, "items": float(possible), "words": float(len(case["text"].split()))}


if __name__ == "__main__":
    print(score_reference(verbose="-v" in sys.argv))
