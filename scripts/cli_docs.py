"""Writes docs/cli.md from the commands themselves: ``python scripts/cli_docs.py [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from trucewatch.faces.cli.app import app

PATH = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

HEAD = """\
# The command line

Generated from the commands by `python scripts/cli_docs.py`; a test holds the two together.

Data goes to standard output, everything else to standard error. `--quiet`, `--verbose` and `--debug` may stand anywhere
on the line. Colour is used on a terminal only; `NO_COLOR` turns it off, `FORCE_COLOR` turns it on. Text from documents
is shown with its control characters and direction marks made visible, so that no document can steer a terminal.
`-o FILE` writes the whole file or leaves the old one as it was.

| status | meaning |
|---|---|
| 0 | done |
| 1 | a bug, or a part of the product is missing on this machine |
| 2 | the command line is not understood, or a date is none |
| 3 | the document is refused: empty, binary, too large ...; of several, some are quarantined |
| 5 | the record is missing, held by another process, full, or does not answer |
| 6 | a file cannot be read or written |
| 7 | a dossier is broken, every fault named with its line and its mend; or a setting is |
| 8 | the record is damaged |
| 130 | interrupted |

| environment variable | meaning |
|---|---|
| `TRUCEWATCH_RECORD` | the record: a file's path, or `postgresql://HOST/DATABASE` |
| `TRUCEWATCH_REVIEWER` | who reviews: the name that stands with every decision |
| `TRUCEWATCH_MODEL` | another spaCy model than the one that ships: a package or a folder |
| `NO_COLOR`, `FORCE_COLOR` | never colour, always colour |
| `COLUMNS` | the width of the screen, where it is not a terminal's |

`trucewatch --install-completion` sets up completion for bash, zsh, fish and PowerShell.
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD]
    for name, text in _helps(typer.main.get_command(app), "trucewatch", None):
        parts.append(f"## {name}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _helps(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    """Name and help of a command and of those under it, at a fixed width."""
    context = command.make_context(name.split()[-1], [], parent, resilient_parsing=True, terminal_width=92)
    lines = command.get_help(context).splitlines()
    yield name, "\n".join(line.rstrip() for line in lines)
    for inner, each in getattr(command, "commands", {}).items():
        yield from _helps(each, f"{name} {inner}", context)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PATH.read_text(encoding="utf-8") != reference())
    PATH.write_text(reference(), encoding="utf-8")
