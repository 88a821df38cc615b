"""Type words: "village", "district", "Mount", "corridor", and what kinds of place they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Word


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word found beside a name: its words ``[first, last]``, the kind of place, the kinds it asks for."""

    first: int
    last: int
    kind: str
    kinds: frozenset[str]
    text: str


# What a type word lets a gazetteer entry be: "district" is a first-order region in some countries, and a Mount may be
# known as a settlement's namesake only, which is no match.
_ASKS = {
    "settlement": frozenset({"settlement"}),
    "district": frozenset({"district", "region"}),
    "region": frozenset({"region", "district", "area"}),
    "height": frozenset({"height"}),
    "water": frozenset({"water"}),
    "area": frozenset({"area", "region"}),
    "corridor": frozenset({"corridor", "road"}),
    "road": frozenset({"road"}),
    "facility": frozenset({"facility"}),
    "line": frozenset({"line"}),
}


_UNITS = frozenset({"km", "kms", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile"})


@cache
def _types() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, words in load("places")["types"].items():
        for word in words:
            table.setdefault(word, kind)
            if " " not in word and not word.endswith("s"):
                plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeo" else word + "s"
                table.setdefault(plural, kind)
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in _types())


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("places")[name])


def type_kind(word: str) -> str | None:
    """The kind a type word names, or ``None``."""
    return _types().get(word)


def after(words: list[Word], last: int) -> TypeWord | None:
    """The type word that follows the name ending at ``last`` ("Parukh village", "Donetsk Oblast"), or ``None``."""
    first = last + 1
    if first >= len(words) or words[first].sent != words[last].sent or words[first].lower not in _first_words():
        return None
    types = _types()
    for length in (3, 2, 1):
        end = first + length - 1
        if end >= len(words):
            continue
        text = " ".join(word.lower for word in words[first : end + 1])
        kind = types.get(text)
        if kind == "settlement" and _goes_on(words, end):
            return None
        if kind is not None and _is_type(words, end, text):
            return TypeWord(first, end, kind, _ASKS[kind], text)
    return None


def _goes_on(words: list[Word], end: int) -> bool:
    """Whether the type word belongs to the name after it ("the Xland town of Yville")."""
    return end + 2 < len(words) and words[end + 1].lower == "of" and words[end + 2].text[0].isupper()


def _is_type(words: list[Word], end: int, text: str) -> bool:
    """Whether a word that is also used otherwise ("state media", "police department") is a type word here."""
    if text not in _set("shared_types") or words[end].text[0].isupper():
        return True
    word = words[end]
    if word.pos not in ("NOUN", "PROPN") or word.dep in ("compound", "amod", "nmod"):
        return False
    following = words[end + 1] if end + 1 < len(words) else None
    return following is None or following.pos not in ("NOUN", "PROPN") or following.start == word.end


def before(words: list[Word], first: int) -> TypeWord | None:
    """The type word that goes before the name starting at ``first`` ("the village of X", "Mount X"), or ``None``."""
    i = first - 1
    if i < 0 or words[i].sent != words[first].sent:
        return None
    linked = words[i].lower == "of"
    if linked:
        i -= 1
    if i < 0 or words[i].sent != words[first].sent:
        return None
    text = words[i].lower.rstrip(".")
    kind = _types().get(text)
    start = i
    if kind is None or (not linked and text not in _set("before_types")):
        return None
    if i > 0 and f"{words[i - 1].lower} {text}" in _types():
        start, text = i - 1, f"{words[i - 1].lower} {text}"
        kind = _types()[text]
    return TypeWord(start, first - 1, kind, _ASKS[kind], text)


def described(words: list[Word], last: int) -> bool:
    """Whether the name is told to be a settlement right after it ("X, a small village", "X, 70 km north of Y")."""
    i = last + 1
    if i + 2 >= len(words) or words[i].text not in (",", "("):
        return False
    if any(word.lower in _UNITS for word in words[i + 2 : i + 4]) and any(w.pos == "NUM" for w in words[i + 1 : i + 3]):
        return True
    if words[i + 1].lower not in ("a", "an", "the"):
        return False
    return any(_types().get(word.lower) == "settlement" and word.text.islower() for word in words[i + 2 : i + 6])


def surroundings(words: list[Word], last: int) -> int | None:
    """The word after the name that stands for what lies around it ("the Bakhmut area"), or ``None``."""
    i = last + 1
    if i < len(words) and words[i].text in ("'s", "’s"):
        i += 1
    if i >= len(words) or words[i].sent != words[last].sent or words[i].lower not in _set("surroundings"):
        return None
    return i if _is_type(words, i, words[i].lower) else None
