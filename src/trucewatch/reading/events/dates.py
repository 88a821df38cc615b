"""When an event was: the time expression of its clause, never that of saying it nor that of publication."""

from __future__ import annotations

from trucewatch.model.event import Event
from trucewatch.model.time import DateBasis, Dating, PartialDate, TimeKind, TimeMention
from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.match import Candidate
from trucewatch.reading.events.scene import Scene

_REPORT = words("report")
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
            if inside:
                sent = scene.words[inside[0]].sent
                self._by_sentence.setdefault(sent, []).append((time, self._anchor(inside)))

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
        if not here:
            return []
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
        return [loose[0][0]] if len(here) == 1 and loose else []

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
            between = scene.draft.text[run[-1].span.end : time.span.start].strip(" ,")
            if between not in ("and", "and on", "", "and again on", "as well as", "then"):
                break
            run.append(time)
        if len(run) > 1 and len({time.value for time in run}) == len(run):
            return run
    return (days or found)[:1]


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
