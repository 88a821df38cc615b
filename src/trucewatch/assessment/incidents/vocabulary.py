"""How much two texts share, rare words counting more than common ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log

from trucewatch.assessment.incidents.profile import Profile

_RARE = 3.0  # one document in twenty


class Vocabulary:
    """The words of all profiles, weighed by how few documents use them (inverse document frequency)."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        texts: dict[str, set[str]] = defaultdict(set)
        for each in profiles:
            texts[each.document] |= each.words
        counts = Counter(word for words in texts.values() for word in words)
        kinds = Counter(kind for _, kind in {(each.document, each.kind) for each in profiles})
        self._kinds = {kind: log((len(texts) + 1) / number) for kind, number in kinds.items()}
        self._weight = {word: log((len(texts) + 1) / number) for word, number in counts.items()}
        self._texts = {document: frozenset(words) for document, words in texts.items()}
        self._sums = {document: self._sum(words) for document, words in self._texts.items()}
        self._own = {each.key: self._sum(each.words) for each in profiles}

    def rarity(self, kind: str) -> float:
        """How much it says that two events are of one kind: 0 for a kind that every document tells of, up to 1."""
        return min(1.0, self._kinds.get(kind, 0.0) / _RARE)

    def sentences(self, one: Profile, other: Profile) -> float:
        """What the words around two events share, 0 to 1, of the shorter."""
        return self._sum(one.words & other.words) / max(min(self._own[one.key], self._own[other.key]), 1e-9)

    def documents(self, one: Profile, other: Profile) -> float:
        """What the events of the two documents share, 0 to 1, of the shorter."""
        a, b = one.document, other.document
        return self._sum(self._texts[a] & self._texts[b]) / max(min(self._sums[a], self._sums[b]), 1e-9)

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight[word] for word in words)
