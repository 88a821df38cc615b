"""Spans and quotes: evidence as a value, checked when it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.model.errors import SpanError


class Alignment(StrEnum):
    """How a quote lies in its text."""

    EXACT = "exact"
    NORMALISED = "normalised"
    UNALIGNED = "unaligned"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start, end)`` in code points of a document's text. Never empty.

    Raises:
        SpanError: when ``start`` is negative or ``end`` is not beyond it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"[{self.start}, {self.end}) is no span: 0 <= start < end is needed.")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` under this span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def to_list(self) -> list[int]:
        """``[start, end]``, the form of the contract."""
        return [self.start, self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a text under a span, with the quality of the tie named.

    Build with :meth:`cut` from a text, or check one made elsewhere with :meth:`verify`.
    """

    span: Span
    text: str
    alignment: Alignment = field(default=Alignment.EXACT, compare=False)

    @classmethod
    def cut(cls, text: str, span: Span) -> Quote:
        """The quote under ``span``.

        Raises:
            SpanError: when the span runs beyond the text.
        """
        if span.end > len(text):
            raise SpanError(f"[{span.start}, {span.end}) runs beyond a text of {len(text)} characters.")
        return cls(span, span.of(text))

    def verify(self, text: str) -> Quote:
        """This quote with its alignment to ``text`` found anew: exact, normalised (case and space) or unaligned."""
        found = self.span.of(text)
        if found == self.text:
            alignment = Alignment.EXACT
        elif " ".join(found.split()).casefold() == " ".join(self.text.split()).casefold() != "":
            alignment = Alignment.NORMALISED
        else:
            alignment = Alignment.UNALIGNED
        return Quote(self.span, self.text, alignment)
