"""The parse of a text as plain values: what readers see of the language pipeline.

Readers never touch spaCy: they read these words, so each can be tested on a parse built by hand, and the pipeline can
be exchanged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from trucewatch.model.text import Span


@dataclass(slots=True)
class Word:
    """One token. ``head`` is the index of its head (its own at a root); ``children`` are in text order.

    ``pos`` is the universal part of speech, ``tag`` Penn Treebank's, ``dep`` ClearNLP's label as spaCy's English models
    give it (nsubj, dobj, ccomp ...), ``ent`` the entity label or "" and ``ent_start`` whether an entity begins here.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sent: int
    ent: str = ""
    ent_start: bool = False
    children: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its words ``[first, last)`` and the number of its paragraph."""

    span: Span
    first: int
    last: int
    paragraph: int
    root: int


class Parse:
    """The words of a text with their tree.

    ``words`` are all tokens in order (whitespace tokens left out), ``sentences`` partition them.
    """

    __slots__ = ("_edges", "_starts", "sentences", "text", "words")

    def __init__(self, text: str, words: list[Word], sentences: tuple[Sentence, ...]) -> None:
        self.text = text
        self.words = words
        self.sentences = sentences
        self._starts = [word.start for word in words]
        self._edges: list[tuple[int, int]] | None = None

    def at(self, offset: int) -> int | None:
        """Index of the word that covers the code point ``offset``, or ``None`` between words."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.words[i].end else None

    def within(self, span: Span) -> range:
        """Indices of the words that lie wholly inside ``span``."""
        first = bisect_right(self._starts, span.start - 1)
        last = first
        while last < len(self.words) and self.words[last].end <= span.end:
            last += 1
        return range(first, last)

    def span(self, first: int, last: int) -> Span:
        """The span from word ``first`` to word ``last``, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def edges(self, i: int) -> tuple[int, int]:
        """First and last word of the subtree of word ``i``, both included."""
        if self._edges is None:
            self._edges = self._all_edges()
        return self._edges[i]

    def _all_edges(self) -> list[tuple[int, int]]:
        low = list(range(len(self.words)))
        high = list(range(len(self.words)))
        for sentence in self.sentences:
            for i in self._upward(sentence):
                head = self.words[i].head
                if head != i:
                    low[head] = min(low[head], low[i])
                    high[head] = max(high[head], high[i])
        return list(zip(low, high, strict=True))

    def _upward(self, sentence: Sentence) -> Iterator[int]:
        """The words of a sentence, every word before its head."""
        order: list[int] = []
        stack = [i for i in range(sentence.first, sentence.last) if self.words[i].head == i]
        while stack:
            i = stack.pop()
            order.append(i)
            stack.extend(self.words[i].children)
        return reversed(order)

    def subtree(self, i: int) -> Span:
        """The span of the subtree of word ``i``, from its first to its last word."""
        return self.span(*self.edges(i))

    def up(self, i: int) -> Iterator[int]:
        """The heads above word ``i``, nearest first, the root last."""
        while self.words[i].head != i:
            i = self.words[i].head
            yield i

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of word ``i`` with one of these labels, or ``None``."""
        words = self.words
        return next((c for c in words[i].children if words[c].dep in deps), None)
