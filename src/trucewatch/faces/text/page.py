"""A page for a terminal: inked words flowed into lines of a width. The one door by which text reaches a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from trucewatch.faces.safe import cells, visible

Ink = tuple[str, str]
"""Words and the style they are written in (a key of ``STYLES``; empty for plain)."""

STYLES = {
    "heading": "1;36",
    "speaker": "1",
    "verb": "33",
    "denied": "31",
    "owed": "35",
    "quote": "",
    "anchor": "1;4",
    "aside": "2",
    "warning": "33",
}
_NARROWEST, _WIDEST = 30, 100  # cells: lines longer than this are hard to read

_Word = list[Ink]


class Page:
    """Lines of text, filled to ``width`` cells. Styles are written only where ``colour`` is wanted."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self._width = min(max(width, _NARROWEST), _WIDEST)
        self._colour = colour
        self._lines: list[str] = []

    def heading(self, words: str) -> None:
        """A heading, a blank line before it."""
        self.blank()
        self.line(("", "") if not words else (words.upper(), "heading"))

    def blank(self) -> None:
        """An empty line, never two and never the first."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def line(self, *inks: Ink, indent: int = 0, bar: bool = False, hang: int = 0) -> None:
        """Inked words flowed from ``indent`` on, later lines ``hang`` further in; ``bar`` marks words of the text."""
        first = " " * indent + ("│ " if bar else "")
        later = " " * (indent + hang) + ("│ " if bar else "")
        prefix, taken = first, 0
        run: list[Ink] = []
        for word in self._fit(_words(inks), self._width - cells(later)):
            wide = sum(cells(text) for text, _ in word)
            if taken and cells(prefix) + taken + 1 + wide > self._width:
                self._write(prefix, run)
                prefix, taken, run = later, 0, []
            if taken:
                run.append((" ", word[0][1] if run[-1][1] == word[0][1] else ""))
            run += word
            taken += wide + (1 if len(run) > len(word) else 0)
        self._write(prefix, run)

    def text(self) -> str:
        """The page, with one newline at its end."""
        return "\n".join(self._lines).strip("\n") + "\n"

    def _write(self, prefix: str, run: Iterable[Ink]) -> None:
        """Add one line, neighbouring pieces of one style written together."""
        out = prefix
        for style, pieces in groupby(run, key=itemgetter(1)):
            text = "".join(piece for piece, _ in pieces)
            code = STYLES[style] if self._colour and style else ""
            out += f"\x1b[{code}m{text}\x1b[0m" if code else text
        self._lines.append(out.rstrip())

    @staticmethod
    def _fit(words: Iterable[_Word], room: int) -> Iterator[_Word]:
        """The words, those wider than ``room`` cut into pieces that fit."""
        for word in words:
            if sum(cells(text) for text, _ in word) <= room:
                yield word
                continue
            piece: _Word = []
            taken = 0
            for text, style in word:
                for letter in text:
                    wide = cells(letter)
                    if taken and taken + wide > room:
                        yield piece
                        piece, taken = [], 0
                    piece.append((letter, style))
                    taken += wide
            yield piece


def _words(inks: Iterable[Ink]) -> Iterator[_Word]:
    """The inked text as words, each a run of pieces with no white space between them."""
    word: _Word = []
    for text, style in inks:
        for number, piece in enumerate(visible(text).split(" ")):
            if number and word:
                yield word
                word = []
            if piece:
                word.append((piece, style))
    if word:
        yield word
