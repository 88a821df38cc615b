"""Paragraphs that break off without a full stop, and numbers that headline and text give differently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft
from trucewatch.reading.parse import Word

_CLOSING = re.compile(r"[”»\"][^”»\"]{2,60}$")
_LEAST = 100  # code points: shorter paragraphs may be headings
_FIRST_PARAGRAPHS = 4


def no_full_stop(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The last word of a paragraph that ends in a quotation and its speaker but in no full stop."""
    sentences = draft.parse.sentences
    start = 0
    for n, sentence in enumerate(sentences):
        if n and sentences[n - 1].paragraph != sentence.paragraph:
            start = sentence.span.start
        if n + 1 < len(sentences) and sentences[n + 1].paragraph == sentence.paragraph:
            continue
        last = draft.parse.words[sentence.last - 1]
        if not last.text[-1].isalnum() or sentence.span.end - start < _LEAST:
            continue
        tail = draft.text[max(start, sentence.span.end - 70) : sentence.span.end]
        if _CLOSING.search(tail) is not None:
            yield Span(last.start, last.end), f"The paragraph ends after “{last.text}” without a full stop."


def headline_numbers(draft: Draft) -> Iterator[tuple[Span, str]]:
    """A number of something in the headline where the first paragraphs give only another number of the same."""
    sentences = draft.parse.sentences
    if not sentences or draft.parse.words[sentences[0].last - 1].pos == "PUNCT":
        return  # a headline bears no full stop
    head = [s for s in sentences if s.paragraph == sentences[0].paragraph]
    body = [s for s in sentences if 0 < s.paragraph - sentences[0].paragraph <= _FIRST_PARAGRAPHS]
    told: dict[str, set[str]] = {}
    for sentence in body:
        for _, number, noun in _counted(draft, sentence.first, sentence.last):
            told.setdefault(noun, set()).add(number)
    for sentence in head:
        for span, number, noun in _counted(draft, sentence.first, sentence.last):
            others = told.get(noun, set())
            if len(others) == 1 and number not in others:
                yield span, f"The headline says {number} {noun}, the text {next(iter(others))}."


def _counted(draft: Draft, first: int, last: int) -> Iterator[tuple[Span, str, str]]:
    """Plain numbers with the noun they count: (span, number, lemma)."""
    words = draft.parse.words
    for i in range(first, last):
        word = words[i]
        number = word.text.replace(",", "")
        if word.dep != "nummod" or not number.isdecimal() or not 0 < word.head - i <= 3 or _dated(draft, word):
            continue
        if words[word.head].pos == "NOUN":
            yield Span(word.start, words[word.head].end), number, words[word.head].lemma


def _dated(draft: Draft, word: Word) -> bool:
    return word.ent in ("DATE", "TIME", "PERCENT", "MONEY") or any(
        time.span.start <= word.start < time.span.end for time in draft.times
    )
