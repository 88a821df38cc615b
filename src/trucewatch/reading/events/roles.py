"""From argument words to actor references: who acts, who undergoes."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import EventType
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.events.frame import conjuncts
from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.match import Candidate
from trucewatch.reading.events.scene import Scene

_NO_ACTOR = frozenset(
    ("DATE", "TIME", "CARDINAL", "ORDINAL", "LOC", "FAC", "EVENT", "MONEY", "LAW", "LANGUAGE", "QUANTITY", "PERCENT")
)
_OWN = ("armed", "polity", "people")
_BY = ("of", "from", "by", "between", "in", "with", "against", "on", "for", "to", "at")
# Kinds in which two sides do the same to each other.
MUTUAL = words("mutual")


def references(scene: Scene, i: int, *, deep: bool = True, owner: bool = False) -> tuple[ActorRef, ...]:
    """The actors that the phrase headed by word ``i`` names, through its modifiers where the head names none.

    ``owner``: the phrase says whose government, troops or people; then the name of a place stands for its side too.
    """
    draft = scene.draft
    mention = scene.mention(i)
    if mention is not None:
        owned = _through(scene, i) if deep and not mention.actors else ()
        return owned if any(ref.actor for ref in owned) else draft.refs(mention)
    word = scene.words[i]
    if word.ent == "NORP" and word.pos == "ADJ" and scene.words[word.head].pos == "NOUN":
        return (_loose(scene, word.head),)
    if word.pos == "PROPN" and word.ent not in _NO_ACTOR:
        loose = _loose(scene, i)
        located = loose.mention is not None and draft.place_at(loose.mention) is not None
        return (loose,) if owner or not located or (deep and word.ent != "GPE") else ()
    found = _through(scene, i) if deep else ()
    return found or ((_loose(scene, i),) if _own(scene, i) and word.pos in ("NOUN", "PROPN", "ADJ") else ())


def _own(scene: Scene, i: int) -> bool:
    """Whether the word itself names someone: fighters, a body, people; not a weapon or a machine."""
    return any(scene.is_class(i, name) for name in _OWN) and not (
        scene.is_class(i, "weapon") or scene.is_class(i, "aircraft")
    )


def _through(scene: Scene, i: int) -> tuple[ActorRef, ...]:
    """The actors that the modifiers of a phrase name, then those behind its prepositions."""
    words = scene.words
    own = _own(scene, i)
    for c in words[i].children:
        if words[c].dep in ("poss", "amod", "compound", "nmod"):
            heads = conjuncts(scene.parse, c)
            found = tuple(ref for p in heads for ref in references(scene, p, deep=False, owner=own))
            if found:
                return found
    for name in _BY:
        for c in words[i].children:
            if words[c].dep in ("prep", "agent") and words[c].lower == name:
                found = _behind(scene, c, own=own and name in ("of", "from"))
                if found:
                    return found
    return ()


def _behind(scene: Scene, preposition: int, *, own: bool) -> tuple[ActorRef, ...]:
    words = scene.words
    objects = [o for o in words[preposition].children if words[o].dep == "pobj"]
    deep = words[preposition].lower == "of"
    return tuple(
        ref for o in objects for p in conjuncts(scene.parse, o) for ref in references(scene, p, deep=deep, owner=own)
    )


def _loose(scene: Scene, i: int) -> ActorRef:
    """A reference to an actor that names did not resolve: the words of its phrase, article and number left out."""
    words = scene.words
    first = i
    while first > 0 and words[first - 1].head == i and words[first - 1].dep in ("compound", "amod", "nmod"):
        first -= 1
    span = scene.parse.span(first, i)
    return ActorRef(None, span.of(scene.draft.text), span)


def _unique(refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    found: dict[str, ActorRef] = {}
    for ref in refs:
        found.setdefault(ref.actor or ref.name, ref)
    return tuple(found.values())


def participants(scene: Scene, candidate: Candidate) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]]:
    """Actors and recipients of a candidate; of two sides in a mutual event the second is the recipient."""
    between = candidate.frame.preps.get("between") or _between_below(scene, candidate)
    if between:
        sides = _unique(ref for head in between for ref in references(scene, head))
        mediator = kinds()[candidate.trigger.kind].name == "mediation"
        if len(sides) > 1 and not mediator:
            return (sides[:1], sides[1:]) if len(sides) == 2 else (sides, ())
    actors = _unique(ref for head in candidate.agents for ref in references(scene, head))
    recipients = _unique(ref for head in candidate.patients for ref in references(scene, head))
    if len(actors) == 2 and any(scene.words[p].lower in ("other", "another") for p in candidate.patients):
        return actors[:1], actors[1:]  # "accused each other"
    taken = {ref.actor or ref.name for ref in actors}
    recipients = tuple(ref for ref in recipients if (ref.actor or ref.name) not in taken)
    if candidate.trigger.kind in MUTUAL and not any(r.actor for r in recipients) and len(actors) == 2:
        return actors[:1], actors[1:]
    if kinds()[candidate.trigger.kind].type is EventType.CONSULT and not actors and recipients:
        return (recipients[:1], recipients[1:]) if len(recipients) == 2 else (recipients, ())
    return actors, recipients


def _between_below(scene: Scene, candidate: Candidate) -> list[int]:
    words = scene.words
    for used in candidate.used:
        for c in words[used].children:
            if words[c].dep == "prep" and words[c].lower in ("between", "among"):
                return [p for o in words[c].children if words[o].dep == "pobj" for p in conjuncts(scene.parse, o)]
    return []
