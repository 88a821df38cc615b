"""When something was said: the time expression of the cue's clause, else that of the speech it goes on from."""

from __future__ import annotations

from bisect import bisect_left

from trucewatch.model.statement import Form
from trucewatch.model.time import UNDATED, DateBasis, Dating, TimeKind, TimeMention
from trucewatch.reading.attribution.lexicon import verbs
from trucewatch.reading.attribution.scene import Candidate, Scene


class Calendar:
    """Dates the candidates of one document, in text order, each speaker's last stated date carried on."""

    def __init__(self, scene: Scene, candidates: list[Candidate]) -> None:
        self.scene = scene
        self.times = [t for t in scene.draft.times if _dates(t)]
        self.starts = [t.span.start for t in self.times]
        self.candidates = candidates
        self.by_cue: dict[int, Dating] = {}
        self.carried: dict[str, Dating] = {}

    def date(self, candidate: Candidate, speaker: str, *, inner: bool = False) -> Dating:
        """The dating of a candidate; ``speaker`` is the id or name that later statements share.

        An ``inner`` candidate, reported inside another, neither carries a date on nor takes one over.
        """
        dating = self._stated(candidate)
        if dating is UNDATED and candidate.governor is not None:
            dating = _carry(self.by_cue.get(candidate.governor, UNDATED))
        if dating is UNDATED and not inner:
            dating = _carry(self.carried.get(speaker, UNDATED))
        elif dating.basis is DateBasis.STATED and not inner:
            self.carried[speaker] = dating
        if candidate.head is not None:
            self.by_cue[candidate.head] = dating
        return dating

    def _stated(self, candidate: Candidate) -> Dating:
        head = candidate.head
        if head is None or not self.times:
            return UNDATED
        scene = self.scene
        sentence = scene.parse.sentences[scene.words[head].sent].span
        i = bisect_left(self.starts, sentence.start)
        found: list[tuple[int, TimeMention]] = []
        while i < len(self.times) and self.starts[i] < sentence.end:
            time = self.times[i]
            i += 1
            if self._is_of_object(time, candidate, head):
                continue
            if not any(time.span.meets(span) for span in candidate.content) and self._belongs(time, head):
                found.append((abs(time.span.start - scene.words[head].start), time))
        if not found:
            return UNDATED
        time = min(found, key=lambda row: row[0])[1]
        return Dating(time.value, time.basis, time.span)

    def _is_of_object(self, time: TimeMention, candidate: Candidate, head: int) -> bool:
        """Whether a time is right behind the object of an act told in the present: "condemns the raid on Monday"."""
        if candidate.form is not Form.ACT or self.scene.words[head].tag not in ("VBZ", "VBP"):
            return False
        return 0 <= time.span.start - candidate.content[-1].end <= 6

    def _belongs(self, time: TimeMention, head: int) -> bool:
        """Whether the nearest verb above the time expression is the cue, or one that the cue depends on directly."""
        scene = self.scene
        inside = scene.parse.within(time.span)
        if not inside or scene.level[inside.start] != scene.level[head]:
            return False
        words = scene.words
        above = {head}
        if words[head].dep in ("xcomp", "pcomp"):
            above.add(words[head].head)
            above.add(words[words[head].head].head)
        if words[head].dep == "conj" and words[words[head].head].lemma not in verbs():
            above.add(words[head].head)  # "met on Tuesday and declared"
        top = next((i for i in inside if words[i].head not in inside or words[i].head == i), inside.start)
        for i in (top, *scene.parse.up(top)):
            if i in above:
                return True
            if words[i].pos in ("VERB", "AUX") and not self._opens(i, head):
                return False
            if words[i].dep == "poss":
                return False
        return False

    def _opens(self, i: int, head: int) -> bool:
        """Whether a participle only sets the scene: "in a letter sent on Monday", "speaking on Monday, he said"."""
        word = self.scene.words[i]
        if word.tag == "VBN" and word.dep == "acl":
            return True
        return word.tag in ("VBN", "VBG") and word.dep == "advcl" and word.head == head and i < head


def _dates(time: TimeMention) -> bool:
    return (
        time.value is not None
        and time.kind in (TimeKind.DATE, TimeKind.INTERVAL)
        and time.names_instrument is None
        and not time.deadline
    )


def _carry(dating: Dating) -> Dating:
    if dating.value is None:
        return UNDATED
    return Dating(dating.value, DateBasis.CARRIED, dating.mention)
