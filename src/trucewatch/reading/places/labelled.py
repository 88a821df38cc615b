"""The names that the language model labels as places."""

from __future__ import annotations

from trucewatch.reading.gazetteer import fold
from trucewatch.reading.places import typewords
from trucewatch.reading.places.evidence import PLACE_LABELS, word_set
from trucewatch.reading.places.make import LEADS
from trucewatch.reading.places.taker import Taker
from trucewatch.reading.places.toponym import Evidence


def take_labelled(taker: Taker) -> None:
    """Take the names that the model labels as places, where they are known or clearly used as one."""
    i, count = 0, len(taker.words)
    while i < count:
        if taker.words[i].ent not in PLACE_LABELS:
            i += 1
            continue
        first = i
        i += 1
        while i < count and taker.words[i].ent and not taker.words[i].ent_start and taker.words[i].text != ",":
            i += 1
        _take_label(taker, first, i - 1)
        while i < count and taker.words[i].text == "," and taker.words[i].ent:
            i += 1


def _take_label(taker: Taker, first: int, last: int) -> None:
    first, last = _trim(taker, first, last)
    if first > last or not taker.free(first, last):
        return
    if taker.is_government(first, last) or taker.scene.person[last]:
        return
    if taker.in_body(first, last):
        return
    if taker.scene.within_longer(first, last) or not taker.words[last].text[0].isalnum():
        return
    _admit(taker, first, last, Evidence.LABEL)


def _trim(taker: Taker, first: int, last: int) -> tuple[int, int]:
    """The words of a label without leading determiners and small words, and without a possessive ending."""
    words = taker.words
    while first < last and (words[first].lower in LEADS or not words[first].text[0].isalnum()):
        first += 1
    while first < last and words[first].text.islower() and words[first].lower in word_set("directions"):
        first += 1
    while last > first and not words[last].text[0].isalnum():
        last -= 1
    if last > first and words[last].text in ("'s", "’s", "s"):
        last -= 1
    return first, last


def _admit(taker: Taker, first: int, last: int, evidence: Evidence) -> None:
    """Take a name if it is known, or if it is unknown but clearly used as a place."""
    name = taker.name(first, last)
    key = fold(name)
    if first == last and name.lower() in word_set("not_names") and key not in taker.known.states:
        return
    if key in taker.known.demonyms and key not in taker.known.states:
        return
    locative = taker.locative(first, last)
    if key in taker.known.states and not locative and not _is_typed_homonym(taker, first, last, name):
        return
    taker.add(first, last, Evidence.CONTEXT if locative else evidence)


def _is_typed_homonym(taker: Taker, first: int, last: int, name: str) -> bool:
    """Whether a type word says that not the state of that name is meant."""
    if typewords.before(taker.words, first):
        return True
    return typewords.after(taker.words, last) is not None and len(taker.known.gazetteer.find(name)) > 1
