"""A text taken apart for comparison: its own sentences, what it cites, and the furniture around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from trucewatch.documents.likeness.words import Word, words

COMPARED: Final = 60_000
"""Characters of a text that are looked at: no dispatch is longer, and comparing costs the product of two lengths."""

_SCARE: Final = 6  # a quotation of fewer words is part of its sentence: outlets drop its marks at will
_PHRASE: Final = 8  # fewer words are no sentence to open a dispatch with
_FURNITURE: Final = 25  # words of a paragraph without a full stop, up to which it is a headline or a credit
_HEADLINE: Final = 16  # words of a first paragraph up to which it is a headline, even with a full stop
_LONG: Final = 12  # characters of a word where a script sets no spaces
_FRAGMENT: Final = 5  # fewer words beside a quotation ("the ministry said") tell nothing
_NOTE: Final = re.compile(r"\s*(?:\([^()]{0,400}\)|\[[^\[\]]{0,400}\])[.\s]*")
_BLANK: Final = re.compile(r"\n[ \t\u00a0]*\n\s*")
_ENDED: Final = re.compile(r"[.!?…:;,。؟۔।»”’\"')\]]\s*$")
_SENTENCE_END: Final = re.compile(r"[.!?…。؟۔।][\"'”’»)\]]*(?=\s)")
_ITEM: Final = re.compile(
    r"\s*(?:[-*•‣·–]\s|>\s?|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|\(?[ivxIVX]{1,5}[.)]\s|(?:Article|Point|Paragraph|Clause)\s+\w+)"
)
_ANNOUNCES: Final = re.compile(
    r"(?::|\b(?:following(?:\s+(?:statement|text|terms|wording|words|points))?|as\s+follows|in\s+full|full\s+text|reads?))"
    r"[\s.:\"“«]*$",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"\b(?:said|says|told|added|stated|according\s+to|announced|reported|noted|warned|insisted|accused|denied)\b"
)
_DATELINE: Final = re.compile(
    r"\s*(?=[^\W\d_])(?P<place>[^.!?;\n—–]{0,70}?(?:\([^)\n]{1,40}\)[^.!?;\n—–]{0,10}?)?)\s*(?:[—–]|--?(?=\s))\s*"
    r"|\s*[^\W\d_][^.!?;\n—–]{1,60}[.,]?\s*/[^/\n]{2,30}/[.:]?\s*"
)
_SMALL: Final = re.compile(r"(?<![\w'’.])(?!of\b|de\b|al\b|the\b|and\b|bin\b|st\b|on\b)[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of words between two full stops; ``cited`` where it is another's words."""

    words: tuple[Word, ...]
    cited: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of a text in order, and what stands before them: headlines, bylines, the dateline."""

    sentences: tuple[Sentence, ...]
    headings: tuple[tuple[Word, ...], ...]

    @property
    def own(self) -> list[Word]:
        """The words the outlet tells the story in."""
        return [word for sentence in self.sentences if not sentence.cited for word in sentence.words]

    @property
    def all(self) -> list[Word]:
        """Its own words and those it cites."""
        return [word for sentence in self.sentences for word in sentence.words]

    @property
    def full(self) -> list[tuple[Word, ...]]:
        """Its own sentences that are more than a phrase."""
        return [each.words for each in self.sentences if not each.cited and len(each.words) >= _PHRASE]


@lru_cache(maxsize=8)  # one text is compared with several others
def telling(text: str) -> Telling:
    """Take ``text`` apart, as far as it is looked at."""
    sentences: list[Sentence] = []
    headings: list[tuple[Word, ...]] = []
    announced, told, text = False, False, text[:COMPARED]
    paragraphs = list(_paragraphs(text))
    single = len(paragraphs) == 1
    for start, end in paragraphs:
        size = max(len(text[start:end].split()), (end - start) // _LONG)
        headline = not told and size <= _HEADLINE and text[end - 1] != ":"
        told = True
        if not single and (headline or _is_furniture(text[start:end], size)):
            if not sentences:
                headings.append(tuple(words(text, start, end)))
            continue
        if not sentences:
            begin = _after_dateline(text, start, end)
            headings.append(tuple(words(text, start, begin)))
            start = begin
        cited = bool(_ITEM.match(text, start, end)) or (announced and not _REPORTS.search(text, start, end))
        announced = (cited and announced) or bool(_ANNOUNCES.search(text[max(start, end - 60) : end]))
        sentences.extend(_sentences(text, start, end, cited))
    if not sentences:
        return Telling(tuple(Sentence(line, False) for line in headings), ())
    return Telling(tuple(sentences), tuple(headings))


def _is_furniture(paragraph: str, size: int) -> bool:
    """Whether a paragraph is a heading or a credit, without a full stop, or an editor's note in brackets."""
    if _NOTE.fullmatch(paragraph):
        return True
    return size <= _FURNITURE and not _ENDED.search(paragraph[-5:])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: blank lines part them, and single line breaks where the lines are not plainly wrapped."""
    start = 0
    for match in [*_BLANK.finditer(text), None]:
        end = match.start() if match else len(text)
        lines = list(re.finditer(r"[^\n]+", text[start:end]))
        if len(lines) < 3 or not _wrapped([line.group() for line in lines]):
            yield from ((start + line.start(), start + line.end()) for line in lines if not line.group().isspace())
        else:
            yield start, end
        start = match.end() if match else end


def _wrapped(lines: list[str]) -> bool:
    body = lines[:-1]
    broken = sum(not _ENDED.search(line[-5:]) for line in body)
    return all(40 <= len(line) <= 130 for line in body) and broken * 2 > len(body)


def _after_dateline(text: str, start: int, end: int) -> int:
    """Where the lead begins after "PLACE, Month day (Agency) —"; a phrase in small letters is no dateline."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match and not _SMALL.search(match.group()) else start


def _sentences(text: str, start: int, end: int, cited: bool) -> Iterator[Sentence]:
    """The sentences of one paragraph; what stands in quotation marks is a cited sentence of its own."""
    quoted = iter(() if cited else quotations(text, start, end))
    first, last = next(quoted, (end, end))
    own: list[Word] = []
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)] + [end]
    left = start
    for right in ends:
        inside: list[Word] = []
        for word in words(text, left, right):
            while word.start >= last and last < end:
                first, last = next(quoted, (end, end))
            (inside if cited or first <= word.start else own).append(word)
        if own:
            yield Sentence(tuple(own), bool(inside) and len(own) < _FRAGMENT)
        if inside:
            yield Sentence(tuple(inside), True)
        own, left = [], right


_PAIRS: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'", "「": "」", "『": "』"}
_SINGLE_CLOSE: Final = {mark: re.compile(rf"(?<!\s){_PAIRS[mark]}(?![^\W_])") for mark in "'‘"}
_STRAIGHT_CLOSE: Final = re.compile(r"(?<!\s)\"|\"(?!\w)")
_OPENING: Final = re.compile("[“„«\"‘「『']")


def quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Quotations of some length in one paragraph; one that is not closed runs to its end."""
    place = start
    while match := _OPENING.search(text, place, end):
        mark, place = match.group(), match.end()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[place] if place < end else " "
        if after.isspace() or (before.isalnum() and mark in "\"'‘"):
            continue
        close = _single_close(text, place, end, mark) if mark in "'‘" else _close(text, place, end, mark)
        if close is None:
            continue
        if len(text[place:close].split()) >= _SCARE:
            yield place, close
        place = min(close + 1, end)


def _close(text: str, place: int, end: int, mark: str) -> int:
    if mark == '"':  # one that stands as opening marks do opens the next paragraph of the same quotation
        match = _STRAIGHT_CLOSE.search(text, place, end)
        return match.start() if match else end
    found = [where for each in _PAIRS[mark] if (where := text.find(each, place, end)) >= 0]
    return min(found, default=end)


def _single_close(text: str, place: int, end: int, mark: str) -> int | None:
    """The end of a single quotation: the first mark that is no apostrophe, not even that of a plural, else the last."""
    if not text[place : place + 1].isalpha():
        return None
    last = None
    for match in _SINGLE_CLOSE[mark].finditer(text, place, end):
        last = match.start()
        if text[last - 1] not in "sSxz":
            return last
    return last
