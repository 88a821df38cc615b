"""A text cut into words, numbers and signs, in one linear pass: what the grammar of time reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from trucewatch.model.text import Span
from trucewatch.reading.times.forms import Found
from trucewatch.reading.times.wordlists import words

BREAK = "\n"  # the token at a paragraph's end: no expression runs across it
PAD = 12  # empty tokens after the last one, so that looking ahead needs no bounds check

_TOKEN = re.compile(r"\n[^\S\n]*\n|[^\W\d_]+|[0-9]+|\S")
_ABBREVIATIONS = words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mr mrs ms dr "
    "gen col lt maj capt sgt gov sen rep st no art vs u s a m p e g i"
)


class Tokens:
    """The tokens of a text: ``low`` lower-cased, ``starts`` and ``ends`` in code points, ``count`` of real ones.

    ``memo`` and ``depth`` belong to the grammar: what was read at a token, and how deep it is nested now.
    """

    __slots__ = ("count", "depth", "ends", "low", "memo", "starts", "text")

    def __init__(self, text: str, paragraphs: Sequence[Span] = ()) -> None:
        self.text = text
        self.depth = 0
        self.memo: dict[int, tuple[Found, ...]] = {}
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for piece in paragraphs or (None,):
            start, end = (piece.start, piece.end) if piece else (0, len(text))
            for match in _TOKEN.finditer(text, start, end):
                word = match.group()
                self.low.append(BREAK if word[0] == "\n" else word.lower())
                self.starts.append(match.start())
                self.ends.append(match.end())
            self.low.append(BREAK)
            self.starts.append(end)
            self.ends.append(end)
        self.count = len(self.low)
        self.low += [""] * PAD
        self.starts += [len(text)] * PAD
        self.ends += [len(text)] * PAD

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows its predecessor without a space."""
        return i > 0 and self.ends[i - 1] == self.starts[i]

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital."""
        return i < self.count and self.text[self.starts[i]].isupper() if self.starts[i] < len(self.text) else False

    def word(self, i: int) -> bool:
        """Whether token ``i`` is a word of letters."""
        return self.low[i][:1].isalpha()

    def span(self, first: int, end: int) -> Span:
        """The span from token ``first`` to the token before ``end``."""
        return Span(self.starts[first], self.ends[end - 1])

    def at(self, offset: int) -> int:
        """Index of the first token that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset, 0, self.count)

    def ends_sentence(self, i: int) -> bool:
        """Whether token ``i`` closes a sentence: a stop that is no abbreviation's or number's point."""
        sign = self.low[i]
        if sign in (BREAK, "!", "?"):
            return True
        if sign != "." or (self.glued(i + 1) and self.word(i + 1)):
            return False
        if self.low[i - 1] in _ABBREVIATIONS and self.glued(i):
            return False
        return not (self.glued(i + 1) and self.low[i + 1].isdigit())

    def sentence_start(self, i: int, reach: int = 80) -> int:
        """First token of the sentence that holds token ``i``, looking back at most ``reach`` tokens."""
        stop = max(0, i - reach)
        while i > stop and not self.ends_sentence(i - 1):
            i -= 1
        return i
