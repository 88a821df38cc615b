"""Which office a role phrase names: "foreign and defence ministers", "deputy prime minister", "the ministry's spokesman"."""

from __future__ import annotations

from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import Scene

_NOT_MODIFIER = frozenset({"the", "a", "an", "and", "or", "’s", "'s", "’", "'", "-", ",", "both", "their", "his", "her", "its", "top", "senior", "new"})


def offices(scene: Scene, head: int, first: int) -> tuple[str, ...]:
    """The offices that the head word and its modifiers from word ``first`` on name; empty when it names none."""
    table = load("offices")
    word = scene.words[head]
    base = table["heads"].get(word.lower)
    if base is None:
        return ()
    phrase = _phrase(scene, head, table)
    if phrase is not None:
        return (phrase,)
    mods = [
        scene.words[i].lower
        for i in range(first, head)
        if scene.owner[i] is None and scene.words[i].lower not in _NOT_MODIFIER
    ]
    deputy = "deputy-" if "deputy" in mods or "vice" in mods else ""
    if base == "minister":
        topics = [table["topics"][mod] for mod in mods if mod in table["topics"]]
        return tuple(f"{deputy}{topic}-minister" for topic in topics) or (f"{deputy}minister",)
    if base in ("secretary", "chief", "head", "director", "chair", "adviser"):
        own = [mod for mod in mods if mod.isalpha() and mod not in ("deputy", "acting", "former", "then", "vice")]
        return (deputy + "-".join([*own[-2:], base]),)
    return (deputy + base,)


def _phrase(scene: Scene, head: int, table: dict[str, dict[str, str]]) -> str | None:
    """An office of several words: the head with up to three words before it or five after it."""
    words = scene.words
    for size in (3, 2, 1):
        if head - size >= 0:
            office = table["phrases"].get(" ".join(words[i].lower for i in range(head - size, head + 1)))
            if office:
                return office
    for size in (5, 4, 3, 2, 1):
        if head + size < len(words):
            office = table["phrases"].get(" ".join(words[i].lower for i in range(head, head + size + 1)))
            if office:
                return office
    return None
