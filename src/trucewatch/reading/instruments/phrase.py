"""Noun phrases that may name an agreement: their edges, their date modifiers and the words that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.model.text import Span
from trucewatch.model.time import TimeKind, TimeMention
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import nouns
from trucewatch.reading.parse import Word

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_TITLE_WORDS = frozenset({"PROPN", "NOUN", "ADJ"})
_JOINTS = frozenset({",", "and", "or"})
_DASHES = frozenset("-–‑")
_REACH = 9  # words after the noun within which the day it is called by may stand


@dataclass(slots=True)
class Phrase:
    """A noun phrase headed by a word for an agreement.

    ``first`` and ``last`` are its edge words (both included), ``head`` its noun (index), ``noun`` the noun's lemma;
    ``dates`` are the time expressions that name it, in order; ``words`` its other modifiers, lower case.
    """

    first: int
    head: int
    last: int
    noun: str
    plural: bool
    determiner: str | None
    dates: list[TimeMention]
    words: list[int]
    number: str | None = None  # of a resolution
    lower: frozenset[str] = frozenset()


class Times:
    """The time expressions of a draft by word."""

    def __init__(self, draft: Draft) -> None:
        self.by_word: dict[int, TimeMention] = {}
        for time in draft.times:
            for i in draft.parse.within(time.span):
                self.by_word[i] = time

    def naming(self, i: int) -> TimeMention | None:
        """The time at word ``i`` if it can name an agreement: a date, not a duration or a repeated time."""
        time = self.by_word.get(i)
        return time if time is not None and time.kind in (TimeKind.DATE, TimeKind.INTERVAL) else None


def phrases(draft: Draft, times: Times) -> Iterator[Phrase]:
    """Every noun phrase whose head is a word for an agreement, in text order."""
    words = draft.parse.words
    for word in words:
        lemma = word.lemma if word.lemma in nouns.NOUNS else word.lower
        if lemma.endswith("s") and lemma[:-1] in nouns.NOUNS:
            lemma = lemma[:-1]
        if lemma not in nouns.NOUNS or word.pos not in ("NOUN", "PROPN"):
            continue
        phrase = _phrase(draft, times, word, lemma)
        if phrase is not None:
            yield phrase


def _phrase(draft: Draft, times: Times, word: Word, lemma: str) -> Phrase | None:
    words = draft.parse.words
    if lemma == "fire":  # "cease-fire" may be cut in three
        if word.i < 2 or words[word.i - 1].text not in _DASHES or words[word.i - 2].lower != "cease":
            return None
        lemma = "ceasefire"
    sentence = draft.parse.sentences[word.sent]
    after = word.i + 1
    if after < sentence.last and _modifies(words[after], words):
        return None  # "ceasefire agreement": the later noun heads the phrase
    first = _left(draft, times, word.i, sentence.first)
    determiner = words[first].lower if words[first].pos in ("DET", "PRON") else None
    dates, described = _modifiers(draft, times, first, word.i)
    last = word.i
    day = day_after(times, words, word.i, sentence.last)
    if day is not None and not dates:
        dates = [day]
        last = max(last, draft.parse.within(day.span)[-1])
    lower = frozenset(words[i].lower for i in described)
    plural = word.tag in ("NNS", "NNPS")
    phrase = Phrase(first, word.i, last, lemma, plural, determiner, dates, described, lower=lower)
    if lemma == nouns.RESOLUTION:
        _numbered(phrase, words, sentence.last)
    elif word.text[:1].isupper() and last == word.i:
        _titled(phrase, times, words, sentence.last)
    return phrase


def _modifies(after: Word, words: list[Word]) -> bool:
    lemma = after.lemma if after.lemma in nouns.NOUNS else after.lower.rstrip("s")
    if lemma in nouns.NOUNS and lemma != "fire" and after.pos in ("NOUN", "PROPN"):
        return True
    return after.text in _DASHES and words[after.i - 1].end == after.start


def _left(draft: Draft, times: Times, head: int, floor: int) -> int:
    """The first word of the phrase: modifiers to the left, across commas and "and" only between dates."""
    words = draft.parse.words
    i = head
    while i > floor:
        word = words[i - 1]
        if word.pos == "DET" or word.tag == "PRP$":
            i -= 1
            if not (i > floor and words[i - 1].text in (",", "and") and _joins_dates(times, words, i - 1, floor)):
                break
        elif _inside(times, word) or (word.text in _JOINTS and _joins_dates(times, words, i - 1, floor)):
            i -= 1
        else:
            break
    while i < head and (words[i].text in _DASHES or words[i].tag in ("POS", "VBN")):
        i += 1
    return i


def _inside(times: Times, word: Word) -> bool:
    return word.i in times.by_word or word.pos in _INSIDE or word.tag in ("VBN", "POS") or word.text in _DASHES


def _joins_dates(times: Times, words: list[Word], i: int, floor: int) -> bool:
    """Whether the comma or conjunction ``i`` stands after a date that is not a whole adverbial of its own."""
    before = i - 1
    if before > floor and words[before].text == ",":
        before -= 1
    after = i + 1
    while after < len(words) and words[after].pos == "DET":
        after += 1
    return before >= floor and times.naming(before) is not None and times.naming(after) is not None


def _modifiers(draft: Draft, times: Times, first: int, head: int) -> tuple[list[TimeMention], list[int]]:
    dates: list[TimeMention] = []
    described: list[int] = []
    words = draft.parse.words
    for i in range(first, head):
        time = times.naming(i)
        if time is not None:
            if not dates or dates[-1] is not time:
                dates.append(time)
        elif words[i].pos in _INSIDE or words[i].tag == "VBN":
            described.append(i)
    return dates, described


def day_after(times: Times, words: list[Word], head: int, end: int, *, dating: bool = False) -> TimeMention | None:
    """The day named after the noun: "of 19 September 2014", "signed in Pretoria on 2 November".

    ``dating`` says that a word such as "signed" has led to it already.
    """
    for i in range(head + 1, min(end, head + 1 + _REACH)):
        time = times.naming(i)
        if time is not None:
            return time if dating and not time.deadline else None
        word = words[i]
        if word.lower in nouns.DATING:
            dating = True
        elif word.lower not in nouns.LINKS and word.pos != "PROPN":
            return None
    return None


def _titled(phrase: Phrase, times: Times, words: list[Word], end: int) -> None:
    """Carry a capitalised noun on over its title: "the Treaty of Westphalia", "the Convention on Cluster Munitions"."""
    i = phrase.head + 1
    while i < end and (words[i].lower in nouns.TITLES or (i > phrase.head + 1 and words[i].lower in ("the", "and"))):
        start = i
        i += 1
        while i < end and words[i].text[:1].isupper() and words[i].pos in _TITLE_WORDS and i not in times.by_word:
            phrase.words.append(i)
            phrase.last = i
            i += 1
        if i == start + 1 and words[start].lower not in nouns.TITLES:
            break
    phrase.lower = frozenset(words[i].lower for i in phrase.words)


def _numbered(phrase: Phrase, words: list[Word], end: int) -> None:
    """Find the number of a resolution: "Resolution 1701", "resolution 2510 (2020)"."""
    after = phrase.head + 1
    if after < end and words[after].lower in ("no", "no.", "number"):
        after += 1
    if after < end and words[after].text[:1].isdigit():
        phrase.number = words[after].text.rstrip(".,;")
        phrase.last = after


def span_of(draft: Draft, phrase: Phrase) -> Span:
    """The words of a phrase, its determiner included."""
    return draft.parse.span(phrase.first, phrase.last)
