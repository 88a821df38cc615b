"""Quantities with units in the words of a commitment: "five-mile", "1,960 servicemen", "90 armoured carriers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.model.commitment import Quantity
from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft
from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Word

_LISTS: dict[str, dict[str, str]] = load("units")
_UNITS = {form: unit for unit, forms in _LISTS["units"].items() for form in forms.split()}
_SMALL = {word: float(value) for value, words in _LISTS["numbers"].items() for word in words.split()}
_SCALES = {word: float(value) for value, words in _LISTS["scales"].items() for word in words.split()}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(\d+(?:\.\d+)?)(km|m|mi|ha|kg)")
_BETWEEN = 3  # words that may describe the unit: "90 armoured personnel carriers"
_NOT_COUNTED = frozenset({"mm", "cm", "%", "percent", "per", "million", "billion"})  # "152 mm guns" are not 152
_DASHES = frozenset("-–‑")


def quantities_in(draft: Draft, first: int, last: int) -> tuple[Quantity, ...]:
    """Every quantity among words ``first`` to ``last`` (included); times are left to the times reader."""
    return tuple(_quantities(draft, first, last))


def _quantities(draft: Draft, first: int, last: int) -> Iterator[Quantity]:
    words = draft.parse.words
    i = first
    while i <= last:
        glued = _GLUED.fullmatch(words[i].lower)
        if glued is not None:
            yield Quantity(float(glued[1]), _UNITS[glued[2]], Span(words[i].start, words[i].end))
            i += 1
            continue
        number = _number(words, i, last)
        if number is None:
            i += 1
            continue
        value, after = number
        unit = _unit(words, after, last)
        if unit is not None:
            span = Span(words[i].start, words[unit].end)
            if not any(time.span.meets(span) for time in draft.times):
                yield Quantity(value, _UNITS[words[unit].lower], span)
            after = unit + 1
        i = after


def _number(words: list[Word], i: int, last: int) -> tuple[float, int] | None:
    """The number that begins at word ``i`` and the index after it."""
    total, current, seen = 0.0, 0.0, False
    start = i
    while i <= last:
        lower = words[i].lower
        digits = _DIGITS.fullmatch(lower)
        if digits is not None and not seen:
            current = float(lower.replace(",", ""))
        elif lower in _SMALL and (not seen or i > start):
            current += _SMALL[lower]
        elif lower in _SCALES and (seen or lower in ("dozen", "hundred", "thousand")):
            scale = _SCALES[lower]
            if scale >= 1000:
                total, current = total + max(current, 1.0) * scale, 0.0
            else:
                current = max(current, 1.0) * scale
        elif seen and lower in _DASHES and i < last and words[i + 1].lower in _SMALL:
            i += 1
            continue
        else:
            break
        seen = True
        i += 1
    return (total + current, i) if seen else None


def _unit(words: list[Word], i: int, last: int) -> int | None:
    """The index of the unit after a number: at once, behind a hyphen, or behind a few words that describe it."""
    if i <= last and words[i].text in _DASHES:
        i += 1
        return i if i <= last and words[i].lower in _UNITS else None
    if i <= last and words[i].lower in _NOT_COUNTED:
        return None
    found = None
    for k in range(i, min(last, i + _BETWEEN) + 1):
        if words[k].lower in _UNITS:
            found = k
            if k == last or words[k + 1].pos not in ("NOUN", "PROPN"):
                return found
        elif words[k].pos not in ("ADJ", "NOUN", "PROPN") and words[k].tag != "VBN":
            break
    return found
