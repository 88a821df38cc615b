"""What the attribution readers share: the words, and in whose quotation each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from trucewatch.model.actor import ActorRef
from trucewatch.model.statement import Act, Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.lexicon import Cue
from trucewatch.reading.draft import Draft, Quotation, Usage
from trucewatch.reading.parse import Parse, Word

QUOTE_MARKS = frozenset("“”„‟\"«»‹›「」『』'‘’‚`") | {"``", "''"}
TERMINATORS = frozenset(".!?…")
NOWHERE = -1
_DATELINE = re.compile(
    r"(?:\d{1,2}[:.]\d{2}|[A-Z][A-Z.'’]+(?:[ /][A-Z][\w.'’]*){0,4}"
    r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?)"
    r"(?: ?\([^()\n]{1,30}\))? ?(?:--|[-–—]) ?"
)


@dataclass(slots=True)
class Speaker:
    """Who speaks: ``head`` the head word of the phrase, ``None`` where no words name the speaker."""

    head: int | None
    phrase: Span | None
    also: tuple[int, ...] = ()


@dataclass(slots=True, eq=False)
class Candidate:
    """A possible statement.

    ``head`` is the cue's head word, ``heard`` the quotations (by number) it holds as direct speech, ``clause`` the head
    word of the content's clause, ``target`` the head word of the one who is accused, praised, told.
    """

    cue: Span | None
    head: int | None
    entry: Cue | None
    speaker: Speaker | None
    content: list[Span]
    form: Form
    act: Act
    level: int = NOWHERE
    clause: int | None = None
    targets: tuple[int, ...] = ()
    heard: list[int] = field(default_factory=list)
    governor: int | None = None  # the cue whose sentence this one continues ("said ..., adding ...")

    @property
    def start(self) -> int:
        """Where the candidate begins in the text."""
        starts = [span.start for span in self.content]
        if self.cue is not None:
            starts.append(self.cue.start)
        if self.speaker is not None and self.speaker.phrase is not None:
            starts.append(self.speaker.phrase.start)
        return min(starts)


class Scene:
    """A draft with each word's quotation looked up once.

    ``level[i]`` is the number of the innermost speech around word ``i`` (in ``draft.quotations``), :data:`NOWHERE`
    outside speech; ``outer[q]`` the number of the speech around quotation ``q``.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.parse: Parse = draft.parse
        self.words: list[Word] = draft.parse.words
        self.text = draft.text
        self.quotations: list[Quotation] = list(draft.quotations)
        self.level = [NOWHERE] * len(self.words)
        self.outer = [NOWHERE] * len(self.quotations)
        self.speech: list[int] = []
        self.dated = {i for time in draft.times for i in self.parse.within(time.span)}
        self._datelines: dict[int, int] | None = None
        self._namesakes: dict[str, set[str]] | None = None
        self._quotation_ends = {q.parts[0].start: q.parts[-1].end for q in reversed(self.quotations)}
        self._quotation_starts = {q.parts[-1].end: q.parts[0].start for q in self.quotations}
        for number, quotation in enumerate(self.quotations):
            if quotation.usage is Usage.SPEECH:
                self._mark(number, quotation)

    def _mark(self, number: int, quotation: Quotation) -> None:
        ranges = [self.parse.within(part) for part in quotation.parts]
        first = next((rng.start for rng in ranges if rng), None)
        if first is None:
            return
        self.outer[number] = self.level[first]
        self.speech.append(number)
        for rng in ranges:
            for i in rng:
                self.level[i] = number

    def hear(self, number: int) -> None:
        """Take a quotation for speech after all, its marks being tied to a cue."""
        if number not in self.speech:
            quotation = self.quotations[number]
            self.quotations[number] = Quotation(quotation.parts, Usage.SPEECH, quotation.closed)
            self._mark(number, self.quotations[number])

    def past_dateline(self, span: Span) -> int:
        """The start of ``span`` without the dateline, hour or bullet that opens its paragraph: "OSTEN, 3 May - "."""
        if self._datelines is None:
            starts: dict[int, int] = {}
            for sentence in self.parse.sentences:
                starts.setdefault(sentence.paragraph, sentence.span.start)
            found = ((start, _DATELINE.match(self.text, start)) for start in starts.values())
            self._datelines = {start: match.end() for start, match in found if match is not None}
        end = self._datelines.get(span.start)
        return end if end is not None and end < span.end else span.start

    def opened_at(self, offset: int) -> int | None:
        """The end of the quotation whose words begin at code point ``offset``, right behind a mark of one character."""
        return self._quotation_ends.get(offset) if self.text[offset - 1 : offset] in QUOTE_MARKS else None

    def closed_at(self, span: Span) -> int:
        """The end of ``span``, with the full stop and closing mark of a quotation that began inside it."""
        for end in (span.end, span.end + 1):
            start = self._quotation_starts.get(end)
            if start is not None and start > span.start and self.text[end : end + 1] in QUOTE_MARKS:
                return end + 1
        return span.end

    def namesake(self, i: int) -> ActorRef | None:
        """The actor that the same capitalised word means elsewhere in the document, where it is only one."""
        if self._namesakes is None:
            self._namesakes = {}
            for mention in self.draft.mentions:
                for k in self.parse.within(mention.span):
                    if self.words[k].pos == "PROPN" and len(mention.actors) == 1:
                        self._namesakes.setdefault(self.words[k].lower, set()).add(mention.actors[0])
        actors = self._namesakes.get(self.words[i].lower, set())
        if len(actors) != 1 or not self.words[i].text[:1].isupper():
            return None
        (actor,) = actors
        return ActorRef(actor, self.draft.actors[actor].name, self.parse.span(i, i))

    def last_of_sentence(self, i: int) -> int:
        """The last word of the sentence of word ``i``."""
        return self.parse.sentences[self.words[i].sent].last - 1

    def first_of_sentence(self, i: int) -> int:
        """The first word of the sentence of word ``i``."""
        return self.parse.sentences[self.words[i].sent].first

    def paragraph(self, i: int) -> int:
        """The number of the paragraph of word ``i``."""
        return self.parse.sentences[self.words[i].sent].paragraph

    def children(self, i: int, *deps: str) -> Iterator[int]:
        """The children of word ``i`` with one of these labels, in text order."""
        words = self.words
        return (c for c in words[i].children if words[c].dep in deps)

    def trim(self, first: int, last: int) -> tuple[int, int] | None:
        """Words ``first`` to ``last`` without "that", punctuation and lone quotation marks at the edges."""
        while first <= last and self._droppable_first(first, last):
            first += 1
        while last >= first and self._droppable_last(first, last):
            last -= 1
        return (first, last) if first <= last else None

    def _droppable_first(self, first: int, last: int) -> bool:
        word = self.words[first]
        if word.lower == "that":
            return word.dep == "mark" or word.tag in ("IN", "WDT")
        if word.text in QUOTE_MARKS:
            end = self._quotation_ends.get(word.end)
            return end is None or not end < self.words[last].start
        return word.pos == "PUNCT" and word.text not in ("(", "[")

    def _droppable_last(self, first: int, last: int) -> bool:
        word = self.words[last]
        if word.text in QUOTE_MARKS:
            start = self._quotation_starts.get(word.start)
            return start is None or not start > self.words[first].start
        if word.pos != "PUNCT":
            return word.dep in ("cc", "punct") and word.pos == "CCONJ"
        return word.text not in (")", "]")

    def span(self, first: int, last: int) -> Span | None:
        """The span of words ``first`` to ``last`` trimmed, ``None`` where nothing is left."""
        kept = self.trim(first, last)
        return None if kept is None else self.parse.span(*kept)
