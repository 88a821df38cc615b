"""The tour of the README is what happens: each command is run and compared; ``TRUCEWATCH_DRAW=1`` writes it anew."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
_BLOCK = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
BLOCKS = [(match["command"], match["output"]) for match in _BLOCK.finditer(README.read_text(encoding="utf-8"))]


def _run(command: str, folder: Path) -> str:
    """Standard output and error of a command of the tour, run by a shell on a screen of 80 cells."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.stdout


def test_the_tour_has_commands() -> None:
    assert len(BLOCKS) >= 5


@pytest.mark.parametrize(("command", "output"), BLOCKS, ids=[f"{n}" for n in range(1, len(BLOCKS) + 1)])
def test_command_prints_what_the_readme_shows(command: str, output: str, tmp_path: Path) -> None:
    printed = _run(command, tmp_path)
    if os.environ.get("TRUCEWATCH_DRAW"):
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(f"$ {command}\n{output}```", f"$ {command}\n{printed}```"), encoding="utf-8")
        output = printed
    assert "trucewatch: error" not in printed
    assert printed == output


def test_python_of_the_readme() -> None:
    result = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0
