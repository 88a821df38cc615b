"""Quotations: what stands between quotation marks of whatever kind, and whether it is speech.

Pure text, one pass over the marks of each paragraph, paired by family with a stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.model.text import Span
from trucewatch.reading.draft import Quotation
from trucewatch.reading.quotation_marks import SINGLE, Mark, Marks
from trucewatch.reading.quotation_usage import usage

_DEEPEST = 6  # quotations inside one another; deeper marks are noise


@dataclass(slots=True)
class _Open:
    """A quotation still open: its mark in this paragraph and the parts of earlier ones."""

    mark: Mark
    parts: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    parts: tuple[Span, ...]
    closed: bool
    depth: int


def read_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of ``text`` in order, an outer one before those inside it.

    A quotation left open at the end of a paragraph goes on in the next one if that begins with an opening mark of the
    same family; otherwise it ends there, unclosed. Linear in the length of the text.
    """
    found: list[_Found] = []
    left_open: _Open | None = None
    for paragraph in paragraphs:
        left_open = _Pairing(text, paragraph, found).read(left_open)
    if left_open is not None:
        found.append(_Found(tuple(left_open.parts), False, 0))
    found.sort(key=lambda one: (one.parts[0].start, one.depth, -one.parts[-1].end))
    return tuple(
        Quotation(one.parts, usage(text, one.parts, closed=one.closed, nested=one.depth > 0), one.closed)
        for one in found
    )


class _Pairing:
    """Pairs the marks of one paragraph and adds its quotations to ``found``."""

    def __init__(self, text: str, paragraph: Span, found: list[_Found]) -> None:
        self.text, self.paragraph, self.found = text, paragraph, found
        self.marks = Marks(text, paragraph)
        self.stack: list[_Open] = []
        self.single_end = -1

    def read(self, left_open: _Open | None) -> _Open | None:
        """Pair the marks; return the quotation left open at the end, which the next paragraph may go on with."""
        first = 1 if left_open is not None and self._goes_on(left_open) else 0
        for number in range(first, len(self.marks.marks)):
            mark = self.marks.marks[number]
            inside = self._inside(mark.family)
            if mark.family == SINGLE:
                self._single(number, inside)
            elif self.marks.is_inch(number, inside):
                continue
            elif self.marks.opens(number, inside):
                self._open(number, inside)
            elif inside is not None:
                self._end(mark.family, mark.start, closed=True)
        return self._finish()

    def _goes_on(self, left_open: _Open) -> bool:
        first = self.marks.marks[0] if self.marks.marks else None
        if first and first.start == self.paragraph.start and first.family == left_open.mark.family:
            self.stack.append(_Open(first, left_open.parts))
            return True
        self.found.append(_Found(tuple(left_open.parts), False, 0))
        return False

    def _inside(self, family: str) -> str | None:
        """The open mark of this family, innermost, or ``None``."""
        return next((one.mark.text for one in reversed(self.stack) if one.mark.family == family), None)

    def _open(self, number: int, inside: str | None) -> None:
        mark = self.marks.marks[number]
        if inside is not None and not (mark.text == "“" and self.marks.left(number, "”") > len(self.stack)):
            # the same family again, without closing marks enough to come: the one before was never closed
            self._end(mark.family, mark.start, closed=False)
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(mark))

    def _single(self, number: int, inside: str | None) -> None:
        mark = self.marks.marks[number]
        if inside is not None:
            if number == self.single_end:
                self._end(SINGLE, mark.start, closed=True)
            return
        if not self.marks.may_open_single(number) or len(self.stack) >= _DEEPEST:
            return
        end = self.marks.single_end(number, self.stack[-1].mark.text if self.stack else None)
        if end is not None or (mark.text == "‘" and mark.start == self.paragraph.start):
            self.single_end = -1 if end is None else end
            self.stack.append(_Open(mark))

    def _end(self, family: str, end: int, *, closed: bool) -> None:
        """End the innermost quotation of ``family``, and drop what was opened inside it and not closed."""
        depth = max(i for i, one in enumerate(self.stack) if one.mark.family == family)
        self._add(self.stack[depth], end, closed, depth)
        del self.stack[depth:]

    def _add(self, one: _Open, end: int, closed: bool, depth: int) -> None:
        span = _trim(self.text, one.mark.end, end)
        parts = [*one.parts, span] if span else one.parts
        if parts:
            self.found.append(_Found(tuple(parts), closed, depth))

    def _finish(self) -> _Open | None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].mark.family != SINGLE:
                self._add(self.stack[depth], self.paragraph.end, False, depth)
        if not self.stack:
            return None
        outer = self.stack[0]
        span = _trim(self.text, outer.mark.end, self.paragraph.end)
        if span:
            outer.parts.append(span)
        return outer if outer.parts else None


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its edges; the document's text is never all scanned: only the edges are."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
