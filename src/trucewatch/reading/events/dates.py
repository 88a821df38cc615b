"""When an event was: the time expression of its clause, never that of saying it nor that of publication."""

from __future__ import annotations

import re

from trucewatch.model.event import Event
from trucewatch.model.time import DateBasis, Dating, PartialDate, TimeKind, TimeMention
from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.match import Candidate
from trucewatch.reading.events.scene import Scene

_REPORT = words("report")
_ASIDE = re.compile(r"^, (?:the|a|an) [^,;:.]{1,40},")
_PAPERS = frozenset(("bulletin", "report", "communique", "communiqué", "dispatch", "summary", "update", "release"))
_CLAUSE = frozenset(("VERB", "AUX"))


class Calendar:
    """The time expressions of a text by the word they hang on."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._by_sentence: dict[int, list[tuple[TimeMention, int]]] = {}
        self._named = {ref.time for ref in scene.draft.instruments if ref.time is not None}
        for time in scene.draft.times:
            if time.value is None:
                continue
            if time.kind not in (TimeKind.DATE, TimeKind.INTERVAL) or time.value.startswith("P"):
                continue
            inside = scene.parse.within(time.span)
            if inside and not self._of_paper(inside[0]):
                sent = scene.words[inside[0]].sent
                self._by_sentence.setdefault(sent, []).append((time, self._anchor(inside)))

    def _of_paper(self, first: int) -> bool:
        """Whether it is the day of a bulletin, which tells of what was before: "its bulletin of 16 August"."""
        words = self.scene.words
        return (
            first > 1
            and words[first - 1].lower in ("of", "from", "dated")
            and words[first - 2].lemma in _PAPERS
            and words[words[first - 2].head].lemma in _REPORT
        )

    def _anchor(self, inside: range) -> int:
        """The verb, or the noun that names an event, on which a time expression hangs."""
        words = self.scene.words
        i = next((w for w in inside if words[w].head not in inside or words[w].head == w), inside[0])
        for _ in range(6):
            head = words[i].head
            if head == i or words[i].pos in _CLAUSE:
                return i
            i = head
            if words[i].pos in _CLAUSE or (words[i].pos == "NOUN" and words[i].i not in inside):
                return i
        return i

    def at(self, sent: int) -> list[tuple[TimeMention, int]]:
        """The usable time expressions of a sentence, each with the word it hangs on."""
        return self._by_sentence.get(sent, [])

    def of(self, candidate: Candidate, also: list[int], others: frozenset[int]) -> list[TimeMention]:
        """The times of a candidate, one unless it has several days; ``others`` are the sentence's other events."""
        words = self.scene.words
        here = self.at(words[candidate.word].sent)
        if candidate.trigger.kind != "agreement-signed":  # the day that names an instrument is the day of its signing
            here = [row for row in here if row[0].names_instrument is None and row[0].span not in self._named]
        clause = candidate.frame.clause
        if candidate.trigger.preposition == "x" and clause is not None:  # "told to leave by Friday": the day of leaving
            here = [row for row in here if not self._under(row[1], clause)]
        if not here:
            return []
        framing = self._framing(candidate.word)
        if framing is not None:  # "the position of March, when troops entered"
            found = [time for time, anchor in here if anchor == framing or words[framing].start in _reach(time)]
            if found:
                return _choose(found, self.scene)
        for word in (*self._chain(candidate), *also):
            found = [time for time, anchor in here if anchor == word]
            if found:
                return _choose(found, self.scene)
        reporting = words[candidate.word].lemma in _REPORT
        loose = [
            (time, anchor)
            for time, anchor in here
            if anchor not in others
            and (words[anchor].lemma not in _REPORT or reporting)
            and not self._fenced(anchor, candidate)
        ]
        if len(here) == 1 and loose:
            return [loose[0][0]]
        return [here[0][0]] if len(here) == 1 and self._opens(here[0][0], words[candidate.word].sent) else []

    def _framing(self, word: int) -> int | None:
        """The word that a clause of time goes on about: "March, when troops entered"."""
        words = self.scene.words
        when = any(words[c].lower == "when" for c in words[word].children)
        return words[word].head if when and words[word].dep == "relcl" else None

    def _opens(self, time: TimeMention, sent: int) -> bool:
        """Whether a month or year opens the sentence, for all it tells: "In May, it sums up, two were killed"."""
        sentence = self.scene.parse.sentences[sent]
        inside = self.scene.parse.within(time.span)
        return bool(inside) and inside[0] - sentence.first <= 1 and time.value is not None and not _is_day(time.value)

    def _fenced(self, anchor: int, candidate: Candidate) -> bool:
        """Whether a clause of its own keeps the time from the candidate: a relative one, or one of time or cause."""
        words = self.scene.words
        i = anchor
        while words[i].head != i:
            together = any(words[c].lower in ("as", "when", "while") for c in words[i].children)
            if words[i].dep in ("relcl", "acl", "advcl") and i != candidate.word and not together:
                return not self._under(candidate.word, i)
            i = words[i].head
        return False

    def _under(self, word: int, top: int) -> bool:
        return word == top or top in self.scene.parse.up(word)

    def _chain(self, candidate: Candidate) -> list[int]:
        """The words whose times are the candidate's: its own, its pattern's, the verb that carries it."""
        words = self.scene.words
        chain = [candidate.word, *candidate.used]
        i = candidate.word
        for _ in range(4):
            head = words[i].head
            link = words[i].dep
            if (
                head == i
                or link in ("relcl", "advcl", "ccomp", "parataxis")
                or (link == "conj" and words[i].pos in _CLAUSE)
            ):
                break
            if words[head].lemma in _REPORT and words[head].pos == "VERB":
                break
            chain.append(head)
            i = head
        for c in words[candidate.word].children:
            if words[c].dep in ("prep", "dobj", "xcomp"):
                chain.append(c)
                chain.extend(g for g in words[c].children if words[g].dep in ("pobj", "dobj"))
        return chain


def _choose(found: list[TimeMention], scene: Scene) -> list[TimeMention]:
    """Several coordinated days are several events; else the most precise time."""
    days = [time for time in found if time.value is not None and _is_day(time.value)]
    if len(days) > 1:
        run = [days[0]]
        for time in days[1:]:
            between = scene.draft.text[run[-1].span.end : time.span.start]
            between = _ASIDE.sub(" ", between).strip(" ,")  # "on 2 May, the eve of the talks, and again on 8 May"
            if between not in ("and", "and on", "", "and again on", "as well as", "then"):
                break
            run.append(time)
        if len(run) > 1 and len({time.value for time in run}) == len(run):
            return run
    return (days or found)[:1]


def _reach(time: TimeMention) -> range:
    return range(time.span.start, time.span.end)


def _is_day(value: str) -> bool:
    return "/" not in value and PartialDate(value).is_day


def dating(time: TimeMention) -> Dating:
    """The dating that a time expression gives."""
    return Dating(time.value, time.basis if time.basis is not DateBasis.UNKNOWN else DateBasis.STATED, time.span)


def carried(event: Event) -> Dating | None:
    """The date of an earlier event, as a later one that continues it bears it."""
    if event.date.value is None:
        return None
    return Dating(event.date.value, DateBasis.CARRIED, event.date.mention)
