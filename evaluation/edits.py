"""Replacements in a text, and where its words stand once they are made."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Edits:
    """Replacements in one text, in order and apart from one another."""

    text: str
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def free(self, start: int, end: int) -> bool:
        """Whether no replacement touches ``[start, end)``."""
        return not any(start < high and low < end for low, high, _ in self.made)

    def add(self, start: int, end: int, words: str) -> None:
        """Enter one, unless it would touch another."""
        if self.free(start, end):
            self.made = sorted([*self.made, (start, end, words)])

    def words(self, start: int, end: int) -> str:
        """What stands for ``[start, end)`` after the replacements; one that is cut counts whole."""
        found, at = [], start
        for low, high, new in self.made:
            if high <= start or low >= end:
                continue
            found += [self.text[at : max(at, low)], new]
            at = high
        return "".join([*found, self.text[at:end]])

    def moved(self, start: int, end: int) -> list[int]:
        """Where ``[start, end)`` stands in the text with the replacements made."""
        low = start + sum(len(new) - (high - at) for at, high, new in self.made if high <= start)
        low -= next((start - at for at, high, _ in self.made if at < start < high), 0)
        return [low, low + len(self.words(start, end))]
