"""How a name stands in its sentence: as one who acts, or where only a place does."""

from __future__ import annotations

from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import Scene

_SETTLED = frozenset(
    {"town", "village", "city", "district", "region", "province", "settlement", "outskirt", "port", "suburb"}
)

AGENTIVE = frozenset({"nsubj", "nsubjpass", "agent", "poss"})


def stands_as_place(scene: Scene, words: range) -> bool:
    """Whether a name stands where only a place does: "near X", "the town of X"."""
    if words[0] == 0:
        return False
    before = scene.words[words[0] - 1]
    if before.lower in ("near", "in", "at", "outside", "around", "into", "across", "towards", "toward", "from"):
        return before.lower != "from" or scene.words[before.head].lemma not in (
            "message",
            "letter",
            "statement",
            "call",
        )
    return before.lower == "of" and words[0] > 1 and scene.words[words[0] - 2].lemma in _SETTLED


def acts(scene: Scene, words: range) -> bool:
    head = scene.words[scene.head(words)]
    if head.dep in AGENTIVE:
        return True
    before = scene.words[words[0] - 1] if words[0] else None
    return before is not None and (before.lower in load("offices")["heads"] or before.lower in load("offices")["ranks"])
