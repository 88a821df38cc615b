"""Points of an instrument as texts count them: "the sixth point", "Article 4", "paragraphs 4(b) and 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.model.text import Span
from trucewatch.reading.instruments.nouns import CARDINALS, NUMBERS, ORDINALS

_KIND = r"(?:points?|articles?|paragraphs?|clauses?|provisions?|sections?|arts?\.|paras?\.?|items?|annex(?:es)?)"
_CARDINALS = "|".join(sorted(CARDINALS, key=len, reverse=True))
_ONE = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?(?!\d)(?:\s?\([a-z0-9]{{1,3}}\))?|[IVX]{{1,5}}\b|(?i:{_CARDINALS})\b)"
_AFTER = re.compile(
    rf"\b(?P<kind>(?i:{_KIND}))\s(?:no\.\s)?(?P<list>{_ONE}(?:(?:,\s|\s?[–-]\s?|,?\sand\s|\sto\s|\sor\s){_ONE})*)"
)
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_BEFORE = re.compile(
    rf"\b(?P<list>{_ORDINAL}(?:,?\s(?:and\s(?:the\s)?)?{_ORDINAL})?)\s(?P<kind>{_KIND})\b", re.IGNORECASE
)
_ITEM = re.compile(rf"{_ONE}|(?i:{_ORDINAL})")
_LEAD = re.compile(r"(?:the|its|their)\s$", re.IGNORECASE)
_OF = re.compile(r",?\s(?:of|in|under|to|from)\s")
_ROUGH = re.compile(r"point|articl|paragr|clause|provis|section|art\.|para|item|annex", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """A point by its number as written (words as digits). ``span`` are its words; ``joined`` where a phrase may follow
    "of" ("the sixth point of |"), ``its`` whether a possessive leads it, ``firm`` whether the kind is one that hardly
    means anything else."""

    span: Span
    number: str
    joined: int | None
    its: bool
    firm: bool


def number_of(written: str) -> str:
    """A number as written, words as digits: "sixth" is "6", "4 (b)" is "4(b)", "6th" is "6"."""
    plain = written.strip().lower()
    if plain in NUMBERS:
        return NUMBERS[plain]
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", plain):
        return plain[:-2]
    return written.strip().replace(" ", "")


def read_points(text: str) -> list[Point]:
    """Every point named in ``text``, in text order."""
    if _ROUGH.search(text) is None:
        return []
    found = [point for match in _AFTER.finditer(text) for point in _points(text, match)]
    found += [point for match in _BEFORE.finditer(text) for point in _points(text, match)]
    found.sort(key=lambda point: point.span)
    kept: list[Point] = []
    for point in found:
        if not kept or point.span.start >= kept[-1].span.end:
            kept.append(point)
    return kept


def _points(text: str, match: re.Match[str]) -> Iterator[Point]:
    lead = _LEAD.search(text, max(0, match.start() - 6), match.start())
    joined = _OF.match(text, match.end())
    items = list(_ITEM.finditer(text, match.start("list"), match.end("list")))
    firm = match["kind"].lower().rstrip("s.") in ("point", "article", "paragraph", "clause", "art", "para")
    its = lead is not None and not lead.group().lower().startswith("the")
    for n, item in enumerate(items):
        start = (match.start() if lead is None else lead.start()) if n == 0 else item.start()
        end = match.end() if n == len(items) - 1 else item.end()
        yield Point(Span(start, end), number_of(item.group()), joined.end() if joined else None, its, firm)
