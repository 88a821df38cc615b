"""A table for a terminal: one line a row, a second one for the words it rests on, fitted to the width of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.faces.safe import cells, visible
from trucewatch.faces.text.page import STYLES

_GAP = 2
_LEAST = 6  # cells a column keeps, however narrow the screen


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, and the words below them, empty for none. ``source`` ends the second line."""

    cells: tuple[str, ...]
    words: str = ""
    source: str = ""


def render_table(heads: Sequence[str], lines: Sequence[Line], *, width: int = 80, colour: bool = False) -> str:
    """The table as text. The first column, which names the row, is never cut; the widest of the others first."""
    rows = [tuple(visible(cell) for cell in line.cells) for line in lines]
    widths = _fitted([tuple(heads), *rows], width)
    out = [_styled(_row(heads, widths), "heading", colour)]
    for line, row in zip(lines, rows, strict=True):
        out.append(_row(row, widths))
        if line.words:
            out.append(_second(line, width, colour))
    return "\n".join(out) + "\n"


def clipped(text: str, room: int) -> str:
    """``text`` in at most ``room`` cells, an ellipsis where it was cut."""
    if cells(text) <= room:
        return text
    kept, taken = [], 1
    for letter in text:
        taken += cells(letter)
        if taken > room:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def _fitted(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        widest = max(range(1, len(widths)), key=widths.__getitem__, default=0)
        if widest == 0 or widths[widest] <= _LEAST:
            break
        widths[widest] -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    shown = [clipped(cell, room) for cell, room in zip(row, widths, strict=True)]
    padded = [cell + " " * (room - cells(cell)) for cell, room in zip(shown, widths, strict=True)]
    return (" " * _GAP).join(padded).rstrip()


def _second(line: Line, width: int, colour: bool) -> str:
    source = clipped(visible(line.source), max(width // 2, _LEAST))
    room = max(width - 4 - (cells(source) + 3 if source else 0), _LEAST)
    words = clipped(" ".join(visible(line.words).split()), room)
    return f"  │ {words}" + (_styled(f" · {source}", "aside", colour) if source else "")


def _styled(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour else text
