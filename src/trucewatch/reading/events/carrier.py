"""The verb that carries an event noun and says no more than that its event takes place."""

from __future__ import annotations

from trucewatch.reading.events.lexicon import words as word_list
from trucewatch.reading.events.scene import Scene

_GOES = word_list("goes")
_PREPOSITIONAL = word_list("carries")  # "respond with shelling", "engage in talks"


def light_verb(scene: Scene, noun: int) -> int | None:
    """The verb that carries the noun ("launched an attack", "talks will be held"), or ``None``."""
    words = scene.words
    word = words[noun]
    if word.dep == "conj":
        return light_verb(scene, word.head) if words[word.head].pos == "NOUN" else None
    if word.dep == "pobj":
        return _through_preposition(scene, noun)
    if word.dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    if words[word.head].lemma == "be" and word.dep == "nsubj":  # "a meeting is to be held"
        return next((c for c in words[word.head].children if words[c].dep == "xcomp"), None)
    return word.head if scene.carries(word.head) else None


def _through_preposition(scene: Scene, noun: int) -> int | None:
    words = scene.words
    preposition = words[words[noun].head]
    verb = words[preposition.head]
    if verb.lemma == "be" and preposition.lower in ("in", "under"):
        return verb.i  # "were in contact"
    if verb.pos not in ("VERB", "AUX"):
        return None
    return verb.i if verb.lemma in (_GOES if preposition.lower == "for" else _PREPOSITIONAL) else None
