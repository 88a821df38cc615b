"""The words of a draft as they are taken, one after the other, for the names of places."""

from __future__ import annotations

from trucewatch.reading.places import typewords
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.known import Known
from trucewatch.reading.places.make import make
from trucewatch.reading.places.toponym import Evidence, Toponym

_SHORT_WORDS = frozenset({"and", "or", "the", "in", "&", ",", "("})
_FARTHEST = 4  # words between two names that are coordinated


class Taker:
    """Collects the toponyms of one draft; no word is taken twice."""

    def __init__(self, scene: Scene, known: Known) -> None:
        self.scene = scene
        self.words = scene.words
        self.text = scene.draft.text
        self.known = known
        self.taken = bytearray(len(self.words))  # the evidence on which a word was taken, 0 for none
        self.found: list[Toponym] = []

    def name(self, first: int, last: int) -> str:
        """The text from word ``first`` to word ``last``."""
        return self.text[self.words[first].start : self.words[last].end]

    def free(self, first: int, last: int) -> bool:
        """Whether none of the words is taken."""
        return not any(self.taken[first : last + 1])

    def add(self, first: int, last: int, evidence: Evidence, *, slip: bool = False) -> None:
        """Take the words for a toponym; one that nothing is known of and little speaks for is passed over."""
        toponym = make(self.scene, self.known, first, last, evidence)
        toponym.slip = slip
        if not (toponym.own or toponym.entries) and evidence < Evidence.CONTEXT and toponym.type is None:
            return
        self.found.append(toponym)
        for i in toponym.words:
            self.taken[i] = max(1, evidence)

    def in_body(self, first: int, last: int) -> bool:
        """Whether the words are part of an organisation's longer name."""
        return any(self.scene.body[i] > last - first + 2 for i in range(first, last + 1))

    def is_government(self, first: int, last: int) -> bool:
        """Whether the names reader took a capital for its government, and nothing shows that the city is meant."""
        if not self.scene.metonym[first]:
            return False
        return not (self.scene.dateline(first, last) or self.scene.locative(first, last))

    def locative(self, first: int, last: int) -> bool:
        """Whether the words around the name use it as a place."""
        return (
            self.scene.locative(first, last)
            or self.scene.dateline(first, last)
            or self.joined(first)
            or typewords.surroundings(self.words, last) is not None
        )

    def joined(self, first: int, evidence: Evidence = Evidence.CONTEXT) -> bool:
        """Whether the name is coordinated with, or set after a comma to, one just taken on such evidence."""
        i = first - 1
        while i > 0 and self.words[i].lower in _SHORT_WORDS:
            i -= 1
            if first - i > _FARTHEST:
                return False
        if i == first - 1 or not self.taken[i] or self.taken[i] < evidence:
            return False
        return self.words[first - 1].text != "," or self._is_apposed(first)

    def _is_apposed(self, first: int) -> bool:
        """Whether a name after a comma goes with what is before it, not with what follows ("In Xland, Yland said")."""
        i = first
        while self.words[i].dep == "compound" and self.words[i].head > i:
            i = self.words[i].head
        return self.words[i].dep in ("conj", "appos", "npadvmod", "dep", "nmod") or self.words[i].head < first
