"""Which office a role phrase names: "foreign and defence ministers", "deputy prime minister"."""

from __future__ import annotations

from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import Scene

_NOT_MODIFIER = frozenset(
    {
        "the",
        "a",
        "an",
        "and",
        "or",
        "’s",
        "'s",
        "’",
        "'",
        "-",
        ",",
        "both",
        "their",
        "his",
        "her",
        "its",
        "top",
        "senior",
        "new",
    }
)


def offices(scene: Scene, head: int, first: int) -> tuple[tuple[str, ...], int]:
    """The offices that the head word and its modifiers from word ``first`` on name, and the phrase's last word.

    Empty when it names none, or is itself the modifier of another office ("chief negotiator").
    """
    table = load("offices")
    word = scene.words[head]
    base = table["heads"].get(word.lower)
    if base is None:
        return (), head
    phrase = _phrase(scene, head, table)
    if phrase is not None:
        return (phrase[0],), phrase[1]
    following = scene.words[head + 1] if head + 1 < len(scene.words) else word
    if following is not word and following.lower in table["heads"] and word.dep in ("compound", "amod", "nmod"):
        return (), head
    mods = [
        scene.words[i].lower
        for i in range(first, head)
        if scene.owner[i] is None and scene.words[i].lower not in _NOT_MODIFIER
    ]
    deputy = "deputy-" if "deputy" in mods or "vice" in mods else ""
    if base == "minister":
        topics = [table["topics"][mod] for mod in mods if mod in table["topics"]]
        return tuple(f"{deputy}{topic}-minister" for topic in topics) or (f"{deputy}minister",), head
    if base in ("secretary", "chief", "head", "director", "chair", "adviser"):
        own = [mod for mod in mods if mod.isalpha() and mod not in ("deputy", "acting", "former", "then", "vice")]
        return (deputy + "-".join([*own[-2:], base]),), head
    return (deputy + base,), head


def _phrase(scene: Scene, head: int, table: dict[str, dict[str, str]]) -> tuple[str, int] | None:
    """An office of several words: the head with up to three words before it or five after it."""
    words = scene.words
    for size in (3, 2, 1):
        if head - size >= 0:
            office = table["phrases"].get(" ".join(words[i].lower for i in range(head - size, head + 1)))
            if office:
                return office, head
    for size in (5, 4, 3, 2, 1):
        if head + size < len(words):
            office = table["phrases"].get(" ".join(words[i].lower for i in range(head, head + size + 1)))
            if office:
                return office, head + size
    return None
