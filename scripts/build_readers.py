"""Writes the table of readers into docs/architecture.md: ``python scripts/build_readers.py``."""

from __future__ import annotations

import re
from pathlib import Path

from trucewatch.reading.readers import READERS

PATH = Path(__file__).resolve().parent.parent / "docs" / "architecture.md"
_MARKED = re.compile(r"(<!-- readers: begin -->\n).*?(<!-- readers: end -->)", re.DOTALL)


def page(text: str) -> str:
    """``text`` with the table between its marks written anew."""
    rows = [
        f"| {number} | {reader.name} | {', '.join(sorted(reader.requires))} | {', '.join(sorted(reader.assigns))} |\n"
        for number, reader in enumerate(READERS, 1)
    ]
    table = "| | reader | requires | assigns |\n|---|---|---|---|\n" + "".join(rows)
    return _MARKED.sub(lambda match: match[1] + table + match[2], text)


if __name__ == "__main__":
    PATH.write_text(page(PATH.read_text(encoding="utf-8")), encoding="utf-8")
