"""Numbers of people killed and wounded, as ranges."""

from __future__ import annotations

import re

from trucewatch.model.event import Count
from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.scene import Scene

KILLED = words("killed")
WOUNDED = words("wounded")
BOTH = frozenset(("casualty",))
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "score": 20}
# What a vague quantity says at least.
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": 20, "several": 2, "few": 2, "many": 2,
    "some": 2, "multiple": 2, "numerous": 2, "couple": 2, "number": 2, "both": 2,
}  # fmt: skip
_AT_LEAST = frozenset(("least", "more", "over", "above"))
_AT_MOST = frozenset(("up", "most", "under", "below", "fewer", "less"))
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")


def number(texts: list[str]) -> int | None:
    """The number that words say ("twenty-two", "1,200", "two hundred"), or ``None``."""
    total, part, seen = 0, 0, False
    for text in texts:
        for piece in text.lower().replace("-", " ").split():
            if _DIGITS.fullmatch(piece):
                part += int(piece.replace(",", ""))
            elif piece in _UNITS:
                part += _UNITS[piece]
            elif piece in _SCALES:
                part = max(part, 1) * _SCALES[piece]
                if _SCALES[piece] >= 1000:
                    total, part = total + part, 0
            elif piece in ("a", "an"):
                part += 1
            else:
                continue
            seen = True
    return total + part if seen else None


def phrase_count(scene: Scene, head: int) -> Count | None:
    """How many people the phrase headed by word ``head`` means; ``None`` when it does not say."""
    words = scene.words
    word = words[head]
    if word.pos == "NUM":
        return _bounded(scene, head, [head])
    quantity = words[word.head] if word.dep == "pobj" and words[word.head].lower == "of" else None
    if quantity is not None and words[quantity.head].lower in _VAGUE:
        return Count(_VAGUE[words[quantity.head].lower], None)
    for c in word.children:
        child = words[c]
        if child.dep == "nummod" or (child.pos == "NUM" and child.dep in ("compound", "amod")):
            return _bounded(scene, c, [c])
        if child.lower == "no" and child.dep == "det":
            return Count(0, 0)
        if child.lower in _VAGUE and child.dep in ("amod", "nmod", "det", "compound"):
            return Count(_VAGUE[child.lower], None)
    if word.lower in _VAGUE:
        return _vague(scene, head)
    if word.lower in ("none", "nobody"):
        return Count(0, 0)
    if word.tag in ("NN", "NNP") and word.pos in ("NOUN", "PROPN"):
        return _single(scene, head)
    if word.tag in ("NNS", "NNPS"):
        return Count(2, None)
    return None


def _single(scene: Scene, head: int) -> Count | None:
    """One person: "a soldier", "another", a name; a mass noun or a side says no number."""
    words = scene.words
    if words[head].pos == "PROPN" or any(
        words[c].lower in ("a", "an", "another", "one", "the") for c in words[head].children
    ):
        tags = scene.tags(head)
        collective = words[head].lemma in (
            "police",
            "army",
            "military",
            "force",
            "personnel",
            "crew",
            "family",
            "population",
            "government",
            "convoy",
        )
        one = words[head].pos == "NOUN" or any(words[c].lower in ("a", "an", "another") for c in words[head].children)
        human = not {"people", "person"}.isdisjoint(tags) or ("armed" in tags and one)
        return Count(1, 1) if human and not collective else None
    return None


def _vague(scene: Scene, head: int) -> Count:
    """ "Dozens of", "two dozen", "a few hundred"."""
    return Count(_VAGUE[scene.words[head].lower], None)


def _bounded(scene: Scene, numeral: int, core: list[int]) -> Count | None:
    """The range that a numeral and the words before it say: "at least 3", "between 5 and 7", "up to 20"."""
    words = scene.words
    texts = [words[c].text for c in words[numeral].children if words[c].dep in ("compound", "nummod") and c < numeral]
    value = number([*texts, *(words[c].text for c in core)])
    if value is None:
        return None
    start = min([numeral, *scene.words[numeral].children])
    sentence = scene.parse.sentences[words[numeral].sent]
    before = [words[i].lower for i in range(max(sentence.first, min(start, numeral - 4)), numeral)]
    second = next(
        (c for c in words[numeral].children if words[c].dep in ("conj", "pobj") and words[c].pos == "NUM"), None
    )
    following = words[numeral + 1] if numeral + 1 < sentence.last else None
    if (following is not None and following.lower in ("to", "or", "and", "-", "–") and "between" in before) or (
        following is not None and following.lower in ("to", "or", "-", "–")
    ):
        after = words[numeral + 2] if numeral + 2 < sentence.last else None
        high = number([after.text]) if after is not None and after.pos == "NUM" else None
        if high is not None and high >= value:
            return Count(value, high)
    if "between" in before and second is not None:
        high = number([words[second].text])
        return Count(value, high) if high is not None and high >= value else Count(value, value)
    if len(before) > 1 and "between" in before and "and" in before:  # the head is the second number
        low = number([t for t in before[before.index("between") :] if t not in ("between", "and")])
        return Count(low, value) if low is not None and low <= value else Count(value, value)
    if len(before) > 1 and before[-1] in ("to", "or") and number([before[-2]]) is not None:
        return Count(number([before[-2]]) or 0, value)
    if not _AT_LEAST.isdisjoint(before) and "no" not in before:
        return Count(value + (1 if "more" in before or "over" in before or "above" in before else 0), None)
    if not _AT_MOST.isdisjoint(before) or ("no" in before and "more" in before):
        strict = not {"under", "below", "fewer", "less"}.isdisjoint(before) and "least" not in before
        return Count(0, max(value - (1 if strict else 0), 0))
    return Count(value, value)


def add(first: Count | None, second: Count | None) -> Count | None:
    """The sum of two counts; ``None`` where neither is known."""
    if first is None or second is None:
        return first or second
    high = None if first.high is None or second.high is None else first.high + second.high
    return Count(first.low + second.low, high)


def toll(scene: Scene, word: int, patients: list[int]) -> tuple[Count | None, Count | None]:
    """Killed and wounded as the trigger at ``word`` with these patients tells them."""
    lemma, lower = scene.words[word].lemma, scene.words[word].lower
    if lemma in ("lose", "suffer", "sustain", "leave"):
        words = scene.words
        patients = [c for c in words[word].children if words[c].dep == "dobj"]
        if patients and words[patients[0]].lemma in (KILLED | WOUNDED | BOTH):
            return toll(scene, patients[0], patients)
    noun = scene.words[word].pos == "NOUN" and lemma in (KILLED | WOUNDED | BOTH)
    heads = [word] if noun and (_numbered(scene, word) or not patients) else patients
    told = [head for head in heads if _numbered(scene, head)]
    count: Count | None = None
    for head in told or heads:  # in "13 women and children" the number is that of all
        count = add(count, phrase_count(scene, head))
    if lemma in ("kill", "wound", "injure") and _either(scene, word):
        return None, None
    if lemma in BOTH:
        return (count, count) if count == Count(0, 0) else (None, None)
    if count is not None and any(
        scene.words[c].lower == "dead" and scene.words[c].dep in ("oprd", "acomp", "advcl", "xcomp", "amod", "advmod")
        for c in scene.words[word].children
    ):
        return count, None  # "shot dead"
    if lemma in WOUNDED or lower in WOUNDED:
        return None, count
    return (count, None) if lemma in KILLED or lower in KILLED else (None, None)


def _numbered(scene: Scene, noun: int) -> bool:
    """Whether the phrase says a number of its own."""
    words = scene.words
    if words[noun].pos == "NUM" or words[noun].lower in _VAGUE:
        return True
    return any(
        words[c].dep == "nummod" or words[c].lower == "no" or words[c].lower in _VAGUE for c in words[noun].children
    )


def _either(scene: Scene, word: int) -> bool:
    """ "Killed or wounded": the number belongs to neither alone."""
    words = scene.words
    around = [word, *words[word].children]
    return any(words[c].dep == "cc" and words[c].lower == "or" for i in around for c in ([i] if i != word else []))
