"""Whether the words around a date tell of the past or of what is to come: the nearest verb or auxiliary decides."""

from __future__ import annotations

from typing import Literal

from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.wordlists import words

type Tense = Literal["past", "future"]

_FUTURE = words(
    "expire expires begins starts resumes "
    "will shall ll scheduled due expected planned plans plan planning slated upcoming set intends intend "
    "intention deadline hopes hope going would may might expects expect must should deadlines awaits resume "
    "begin until"
)
_PAST = words(
    "said says told was were had did has have met held took began came went left saw fell rose made gave sent "
    "broke fought won lost became killed hit shot struck found led wrote spoke ran got put brought kept knew "
    "since fled drove flew grew withdrew sought taught thought bought caught felt built cut set read"
)
_AMBIGUOUS = frozenset({"set", "has", "have", "may"})
_NOUNS = frozenset({"plan", "plans", "intention", "hopes"})
_DETERMINERS = words("the a an this that these those its their his her such any no new peace")
_REACH = 14


def tense_around(t: Tokens, first: int, end: int) -> Tense | None:
    """The tense at an expression ``[first, end)``: of the words before it in the sentence, else of those after."""
    start = max(t.sentence_start(first, _REACH), 0)
    for k in range(first - 1, start - 1, -1):
        cue = _cue(t, k, start)
        if cue is not None:
            return cue
    for k in range(end, min(end + _REACH, t.count)):
        if t.ends_sentence(k):
            break
        cue = _cue(t, k, end)
        if cue is not None:
            return cue
    return None


def _cue(t: Tokens, k: int, start: int) -> Tense | None:
    word = t.low[k]
    if word in _AMBIGUOUS:
        return _ambiguous(t, k)
    if word in _FUTURE:
        noun = word in _NOUNS and k > start and (t.low[k - 1] in _DETERMINERS or t.low[k + 1] == "of")
        return None if noun else "future"
    if word in _PAST:
        return "past"
    if word == "be" and t.low[k - 1] == "to" and k > start:
        return "future"
    if word.endswith("ed") and len(word) > 4 and word != "united":
        before = t.low[k - 1] if k > start else ""
        if before in ("be", "get"):  # "to be signed on ...": the auxiliary before it decides
            return None
        return "past"
    return None


def _ambiguous(t: Tokens, k: int) -> Tense | None:
    word, after = t.low[k], t.low[k + 1]
    if word == "set":
        return "future" if after in ("to", "for") else None
    if word in ("has", "have"):
        return None if after == "to" else "past"
    return "future" if not t.capital(k) and t.word(k + 1) else None
