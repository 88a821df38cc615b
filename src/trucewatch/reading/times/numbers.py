"""Numbers, ordinals and lengths of time in words and figures."""

from __future__ import annotations

from trucewatch.reading.times.forms import Duration
from trucewatch.reading.times.lexicon import (
    ALL_UNITS,
    GLUED_UNITS,
    NUMBER_WORDS,
    ONES,
    ORDINALS,
    PLURAL_UNITS,
    SUFFIXES,
    TENS,
    UNIT_ADJECTIVES,
    VAGUE_AMOUNTS,
)
from trucewatch.reading.times.tokens import Tokens

HYPHENS = frozenset("-‐‑–—")
_MAX_DIGITS = 9  # a longer run of figures counts nothing
_FRACTIONS = {"half": 0.5, "quarter": 0.25}


def whole(text: str) -> int | None:
    """An integer in figures, unless it is absurdly long."""
    return int(text) if len(text) <= _MAX_DIGITS and text.isascii() and text.isdigit() else None


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """The ordinal at ``i`` ("third", "3rd", "twenty-first") and the token after it."""
    word = t.low[i]
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if word in TENS:
        j = i + 2 if t.low[i + 1] in HYPHENS else i + 1
        ones = ORDINALS.get(t.low[j], 10)
        return (TENS[word] + ones, j + 1) if ones < 10 else None
    number = whole(word)
    if number is not None and t.low[i + 1] in SUFFIXES and t.glued(i + 1):
        return number, i + 2
    return None


def quantity(t: Tokens, i: int) -> tuple[float | None, int] | None:
    """The amount at ``i`` (``None`` where it is vague) and the token after it."""
    word = t.low[i]
    number = whole(word)
    if number is not None:
        return None if t.glued(i) and t.word(i - 1) else _figures(t, i, number)
    if word in ("a", "an"):
        return _after_article(t, i)
    if word in VAGUE_AMOUNTS:
        return None, i + 1
    if word == "half" and t.low[i + 1] in ("a", "an"):
        return 0.5, i + 2
    if word == "couple" and t.low[i + 1] == "of":
        return 2, i + 2
    if word not in NUMBER_WORDS:
        return None
    amount: float = NUMBER_WORDS[word]
    j = i + 1
    if word in TENS:
        k = j + 1 if t.low[j] in HYPHENS else j
        if ONES.get(t.low[k], 10) < 10:
            amount, j = amount + ONES[t.low[k]], k + 1
        elif t.low[j] == "and" and ONES.get(t.low[j + 1], 10) < 10:
            amount, j = amount + ONES[t.low[j + 1]], j + 2
    elif t.low[j] == "hundred":
        amount, j = amount * 100, j + 1
    return _and_a_half(t, j, amount)


def _figures(t: Tokens, i: int, number: int) -> tuple[float, int]:
    amount: float = number
    j = i + 1
    if t.low[j] == "." and t.glued(j) and t.glued(j + 1) and t.low[j + 1].isdecimal() and len(t.low[j + 1]) < 4:
        amount, j = float(f"{number}.{whole(t.low[j + 1]) or 0}"), j + 2
    while t.low[j] == "," and t.glued(j) and t.glued(j + 1) and len(t.low[j + 1]) == 3 and amount < 1e6:
        thousand = whole(t.low[j + 1])
        if thousand is None:
            break
        amount, j = amount * 1000 + thousand, j + 2
    return _and_a_half(t, j, amount)


def _after_article(t: Tokens, i: int) -> tuple[float | None, int]:
    word = t.low[i + 1]
    if word in ("few", "number") or (word == "good" and t.low[i + 2] == "many"):
        return None, i + (3 if word == "good" or t.low[i + 2] == "of" else 2)
    if word == "couple":
        return 2, i + (3 if t.low[i + 2] == "of" else 2)
    if word == "dozen":
        return 12, i + 2
    if word == "hundred":
        return 100, i + 2
    if word == "half":
        return 0.5, i + 2
    return 1, i + 1


def _and_a_half(t: Tokens, j: int, amount: float) -> tuple[float, int]:
    if t.low[j] == "and":
        k = j + 2 if t.low[j + 1] == "a" else j + 1
        part = _FRACTIONS.get(t.low[k])
        if part is not None:
            return amount + part, k + 1
    return amount, j


def unit_at(t: Tokens, i: int) -> str | None:
    """The unit of time at token ``i``, in the singular."""
    return ALL_UNITS.get(t.low[i])


def duration(t: Tokens, i: int) -> tuple[Duration, int] | None:
    """The length of time at ``i`` ("two and a half years", "1 hour and 30 minutes") and the token after it."""
    first = _one(t, i)
    if first is None:
        return None
    amount, unit, j = first
    if t.low[j] == "and":
        if t.low[j + 1] == "a" and t.low[j + 2] in _FRACTIONS and amount is not None:
            return Duration(((amount + _FRACTIONS[t.low[j + 2]], unit),)), j + 3
        if t.low[j + 1] in _FRACTIONS and amount is not None:
            return Duration(((amount + _FRACTIONS[t.low[j + 1]], unit),)), j + 2
    k = j + 1 if t.low[j] in ("and", ",") else j
    second = _one(t, k) if t.low[k] not in ("a", "an", "some", "many") else None
    if second is not None and second[1] in _FINER.get(unit, ()):
        return Duration(((amount, unit), (second[0], second[1]))), second[2]
    return Duration(((amount, unit),)), j


def _glued_unit(t: Tokens, j: int) -> str | None:
    """The unit written small onto its number: "24h", not "3D" nor the middle of a code."""
    if not t.glued(j) or not t.low[j - 1].isdecimal() or t.capital(j):
        return None
    return None if t.glued(j + 1) and t.low[j + 1].isalnum() else GLUED_UNITS.get(t.low[j])


_FINER = {
    "year": ("month", "week", "day"),
    "month": ("week", "day"),
    "week": ("day",),
    "day": ("hour",),
    "hour": ("minute",),
    "minute": ("second",),
}


def _one(t: Tokens, i: int) -> tuple[float | None, str, int] | None:
    amount_end = quantity(t, i)
    if amount_end is None:
        return None
    amount, j = amount_end
    if t.low[j] == "(" and t.low[j + 2] == ")":  # "thirty (30) days", as treaties write
        j += 3
    hyphen = t.low[j] in HYPHENS
    if hyphen:
        j += 1
    while t.low[j] in UNIT_ADJECTIVES:
        j += 1
    word = t.low[j]
    unit = ALL_UNITS.get(word)
    if unit is None:
        unit = _glued_unit(t, j)
    if unit is None or _is_another_word(t, j, amount, hyphen):
        return None
    return amount, unit, j + 1


def _is_another_word(t: Tokens, j: int, amount: float | None, hyphen: bool) -> bool:
    """Whether the unit is meant otherwise: "a second strike", "a quarter", "some day", "36-year-old"."""
    word = t.low[j]
    if word in ("second", "quarter") and not (hyphen or (word == "second" and t.low[j - 1] == "one")):
        return True
    if amount is None and word not in PLURAL_UNITS and not word.endswith("s"):
        return True
    k = j + 2 if t.low[j + 1] in HYPHENS else j + 1
    return t.low[k] in ("old", "olds") or (t.low[k] == "of" and t.low[k + 1] == "age")


def is_age(t: Tokens, i: int) -> int | None:
    """The token after an age at ``i`` ("36-year-old", "two years old"), else ``None``."""
    amount_end = quantity(t, i)
    if amount_end is None:
        return None
    j = amount_end[1] + (t.low[amount_end[1]] in HYPHENS)
    if t.low[j] not in ALL_UNITS:
        return None
    k = j + 2 if t.low[j + 1] in HYPHENS else j + 1
    if t.low[k] in ("old", "olds"):
        return k + 1
    return k + 2 if t.low[k] == "of" and t.low[k + 1] == "age" else None
