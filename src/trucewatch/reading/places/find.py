"""Finding the place names of a text, the dossier's first, then those the language model or the context points to."""

from __future__ import annotations

from trucewatch.reading.gazetteer import fold
from trucewatch.reading.places.contextual import take_contextual
from trucewatch.reading.places.dossier_names import take_dossier
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.known import Known
from trucewatch.reading.places.labelled import take_labelled
from trucewatch.reading.places.taker import Taker
from trucewatch.reading.places.toponym import Evidence, Toponym


def find(scene: Scene, known: Known) -> list[Toponym]:
    """The toponyms of a draft in text order, not yet resolved."""
    taker = Taker(scene, known)
    if known.forms:
        take_dossier(taker)
    take_labelled(taker)
    take_contextual(taker)
    take_carried(taker)
    return sorted(taker.found, key=lambda toponym: toponym.first)


def take_carried(taker: Taker) -> None:
    """Take the names that are places elsewhere in the text."""
    first_words: dict[str, list[Toponym]] = {}
    for toponym in taker.found:
        if toponym.key not in taker.known.states and (toponym.own or toponym.entries or toponym.type):
            first_words.setdefault(taker.words[toponym.first].lower, []).append(toponym)
    if not first_words:
        return
    for i, word in enumerate(taker.words):
        if not taker.taken[i] and word.text[0].isupper() and word.lower in first_words:
            for toponym in sorted(first_words[word.lower], key=lambda each: -len(each.name)):
                last = i + toponym.last - toponym.first
                if last < len(taker.words) and fold(taker.name(i, last)) == toponym.key and _carries(taker, i, last):
                    taker.add(i, last, Evidence.CARRIED)
                    break


def _carries(taker: Taker, first: int, last: int) -> bool:
    scene = taker.scene
    inside = range(first, last + 1)
    if not taker.free(first, last) or any(scene.metonym[i] for i in inside):
        return False
    if any(scene.person[i] and i not in scene.strangers for i in inside):
        return False
    return not (taker.in_body(first, last) or taker.scene.within_longer(first, last))
