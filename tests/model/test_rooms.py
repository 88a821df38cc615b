"""The ground floor stands on the standard library, and every room has its place in the import rules."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import trucewatch

ROOT = Path(trucewatch.__file__).parent
PROJECT = Path(__file__).parents[2]


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_model_imports_the_standard_library_and_itself_only() -> None:
    for path in (ROOT / "model").glob("*.py"):
        for name in _imports(path):
            assert name.startswith("trucewatch.model") or name.split(".")[0] in sys.stdlib_module_names, (
                f"{path}: {name}"
            )


def test_every_room_has_its_layer() -> None:
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = {room.strip() for layer in contracts[0]["layers"] for room in layer.split("|")}
    rooms = {f"trucewatch.{path.name}" for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    assert rooms <= layers
