"""Quotation marks: what each one is, seen with the characters around it and the marks still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from trucewatch.model.text import Span

DOUBLE, GUILLEMET, ANGLE, CORNER, SINGLE = "double", "guillemet", "angle", "corner", "single"
_MARK = re.compile(r"[“”„‟\"«»‹›「」『』'‘’‚]|``")
_FAMILY = {
    **dict.fromkeys([*'“”„‟"', "``", "''"], DOUBLE),
    **dict.fromkeys("«»", GUILLEMET),
    **dict.fromkeys("‹›", ANGLE),
    **dict.fromkeys("「」『』", CORNER),
    **dict.fromkeys("'‘’‚", SINGLE),
}
_OPENS = frozenset({*"„‟「『‚", "``"})
_CLOSES = frozenset("」』")
_BRACKETS = frozenset("([{—–-/…“\"„«‹「『‘'")
# 'em, '90s, 'tis: an apostrophe in front of a word
_ELISION = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|round\b|bout\b)", re.IGNORECASE)
_CLOSING_OF = {"“": "”", "‟": "”", "„": "“", "``": "''", "«": "»", "»": "«", "‹": "›", "›": "‹"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. ``before`` and ``after`` are the characters beside it in its paragraph, a space at either end."""

    start: int
    end: int
    text: str
    family: str
    before: str
    after: str

    @property
    def leans_right(self) -> bool:
        """Whether it stands as opening marks do: a space or bracket before, none after."""
        return (self.before.isspace() or self.before in _BRACKETS) and not self.after.isspace()

    @property
    def leans_left(self) -> bool:
        """Whether it stands as closing marks do."""
        return not self.before.isspace() and not self.after.isalnum()


class Marks:
    """The marks of one paragraph, with what is still to come after each, counted once from the right."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self.text = text
        self.marks = list(_marks(text, paragraph))
        self._left: dict[str, list[int]] = {}
        self._next: dict[str, list[int]] = {}

    def left(self, number: int, kind: str) -> int:
        """How many marks written ``kind`` come after mark ``number``."""
        if kind not in self._left:
            counts, after = [0] * len(self.marks), 0
            for i in range(len(self.marks) - 1, -1, -1):
                counts[i] = after
                after += self.marks[i].text == kind
            self._left[kind] = counts
        return self._left[kind][number]

    def next(self, number: int, kind: str) -> int | None:
        """The number of the next mark written ``kind`` after mark ``number``."""
        if kind not in self._next:
            following, after = [-1] * len(self.marks), -1
            for i in range(len(self.marks) - 1, -1, -1):
                following[i] = after
                if self.marks[i].text == kind:
                    after = i
            self._next[kind] = following
        found = self._next[kind][number]
        return found if found >= 0 else None

    @cached_property
    def _single_ends(self) -> list[int]:
        """For each mark, the one that would close a single quotation opened there, or -1.

        A mark after s may be a plural's apostrophe ("the parties' claim"): it closes only where no better one follows.
        """
        ends = [-1] * len(self.marks)
        good = weak = -1
        for i in range(len(self.marks) - 1, -1, -1):
            ends[i] = good if good >= 0 else weak
            mark = self.marks[i]
            if mark.family == SINGLE and mark.text != "‘" and mark.leans_left:
                if mark.before in "sSxXzZ" and mark.after.isspace():
                    weak = i
                else:
                    good, weak = i, -1
        return ends

    def single_end(self, number: int, outer: str | None) -> int | None:
        """The mark that closes a single quotation opened by mark ``number``, before the one that closes ``outer``."""
        end = self._single_ends[number]
        if end < 0:
            return None
        if outer is not None:
            bound = self.next(number, _CLOSING_OF.get(outer, outer))
            if bound is not None and bound < end:
                return None
        return end

    def may_open_single(self, number: int) -> bool:
        """Whether a single mark can open: not an apostrophe inside, before or after a word."""
        mark = self.marks[number]
        return mark.text != "‚" and mark.leans_right and _ELISION.match(self.text, mark.start) is None

    def opens(self, number: int, inside: str | None) -> bool:
        """Whether a mark opens, ``inside`` being the open mark of its own family."""
        mark = self.marks[number]
        if mark.text in _OPENS:
            return True
        if mark.text in _CLOSES:
            return False
        if mark.text == '"':
            return self._straight_opens(number, inside is not None)
        if inside is None:
            return mark.text in "“«‹" or mark.leans_right
        if _CLOSING_OF.get(inside) == mark.text or mark.text in "”»›''":
            return False
        return not (mark.leans_left and mark.before not in _BRACKETS)

    def _straight_opens(self, number: int, inside: bool) -> bool:
        mark = self.marks[number]
        if not inside:
            return not mark.after.isspace() and (mark.leans_right or not mark.before.isalnum() or mark.after.isalnum())
        return mark.before.isspace() and mark.after.isalnum() and self.left(number, '"') % 2 == 1

    def is_inch(self, number: int, inside: str | None) -> bool:
        """Whether a straight mark after a digit measures: nothing is open, or another mark is there to close it."""
        mark = self.marks[number]
        if mark.text != '"' or not mark.before.isdigit():
            return False
        if inside != '"':
            return True
        following = self.next(number, '"')
        return following is not None and self.left(number, '"') % 2 == 1 and self.marks[following].leans_left


def _marks(text: str, paragraph: Span) -> Iterator[Mark]:
    skip = -1
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, mark = match.start(), match.group()
        if start < skip:
            continue
        if mark == "'" and text.startswith("''", start) and start + 2 <= paragraph.end:
            mark = "''"
        skip = start + len(mark)
        before = text[start - 1] if start > paragraph.start else " "
        after = text[skip] if skip < paragraph.end else " "
        yield Mark(start, skip, mark, _FAMILY[mark], before, after)
