"""The words of a text as they are compared: folded, and with figures and days told from the rest."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trucewatch.documents.likeness import figures

# Scripts written without spaces: every letter stands for itself.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FIGURE: Final = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[.,:/-]\d+)*"
_WORD: Final = re.compile(rf"{_FIGURE}|[{_UNSPACED}]|[^\W\d_{_UNSPACED}]+")
_FORMAT: Final = re.compile("[\u00ad\u0300-\u036f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ORDINAL: Final = frozenset({"st", "nd", "rd", "th"})
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
)  # fmt: skip
_MONTHS: Final = {name: name[:3] for name in _MONTH_NAMES}
_AMBIGUOUS: Final = frozenset({"may", "march", "mar", "jan", "dec", "sep"})


FIGURE, WEEKDAY, MONTH, DATE = "#figure", "#weekday", "#month", "#date"
"""Masks: no word of a text is one of them."""


class WordKind(StrEnum):
    """What a word is to the comparison."""

    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or the words of a date: ``value`` is what it says, folded; ``mask`` is the same for any figure, for any
    weekday, for any month and for any date, however its day and its month are ordered."""

    start: int
    value: str
    mask: str
    kind: WordKind = WordKind.WORD


def folded(text: str) -> str:
    """``text`` in small letters, without accents and invisible characters."""
    if text.isascii():
        return text.casefold()
    return _FORMAT.sub("", unicodedata.normalize("NFKD", text)).casefold()


def values(text: str) -> list[str]:
    """The folded words of ``text``, figures without the commas of their thousands."""
    return [figures.figure(word) for word in _WORD.findall(folded(text))]


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``, with their kinds. A capital letter makes a name, but at the start."""
    found = list(_WORD.finditer(text, start, end))
    told: list[Word] = []
    for number, match in enumerate(found):
        word = _word(found, number, match.start(), match.group())
        if word is None:
            continue
        one = _one(told[-1], word, folded(match.group())) if told else None
        if one:
            told[-1] = one
        else:
            told.append(word)
    return told


def _word(found: list[re.Match[str]], number: int, start: int, raw: str) -> Word | None:
    if raw[0].isdecimal():
        date = figures.date(raw)
        if date:
            return Word(start, date, DATE, WordKind.DAY)
        return Word(start, figures.figure(raw), FIGURE, WordKind.NUMBER)
    value = folded(raw)
    if not value or (value in _ORDINAL and number and found[number - 1].end() == start):
        return None
    if value in figures.NUMBERS:
        return Word(start, figures.NUMBERS[value], FIGURE, WordKind.NUMBER)
    if value in _WEEKDAYS and raw[0].isupper():
        return Word(start, value, WEEKDAY, WordKind.DAY)
    if value in _MONTHS and _is_month(raw, found, number):
        return Word(start, _MONTHS[value], MONTH, WordKind.DAY)
    return Word(start, value, value, WordKind.NAME if raw[0].isupper() and number else WordKind.WORD)


def _one(before: Word, word: Word, raw: str) -> Word | None:
    """One word for a day and its month, in either order, and for two words of one number."""
    if before.kind is WordKind.NUMBER and word.kind is WordKind.NUMBER:
        value = figures.joined(before.value, raw)
        return Word(before.start, value, FIGURE, WordKind.NUMBER) if value else None
    for month, other in ((before, word), (word, before)):
        day = figures.day(other.value) if month.mask == MONTH and other.kind is WordKind.NUMBER else None
        if day:
            return Word(before.start, f"{month.value} {day}", DATE, WordKind.DAY)
    return None


def _is_month(raw: str, found: list[re.Match[str]], number: int) -> bool:
    if not raw[0].isupper():
        return False
    beside = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
    return raw.casefold() not in _AMBIGUOUS or any(match.group()[0].isdigit() for match in beside)
