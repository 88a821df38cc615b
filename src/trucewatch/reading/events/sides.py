"""Tests of who takes part in a candidate event, shared by the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.scene import Scene

if TYPE_CHECKING:
    from trucewatch.reading.events.match import Candidate

_ACCIDENT = words("accident")


def any_of(scene: Scene, heads: list[int], argument: str) -> bool:
    if argument == "@actor":  # "the minister's office" speaks too
        return any(not scene.tags(h).isdisjoint(("actor", "owned")) for h in heads)
    if argument.startswith("@"):
        return any(argument[1:] in scene.tags(h) for h in heads)
    return any(argument in scene.forms(h) for h in heads)


def actor(scene: Scene, candidate: Candidate) -> bool:
    return any("actor" in scene.tags(h) for h in (*candidate.agents, *candidate.patients))


def armed(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients, *candidate.frame.complements)
    return any(not scene.tags(h).isdisjoint(("armed", "peacekeeper")) for h in heads)


def military(scene: Scene, candidate: Candidate) -> bool:
    return scene.military(scene.words[candidate.word].sent, candidate.word)


def plural(scene: Scene, i: int) -> bool:
    mention = scene.mention(i)
    return scene.words[i].tag in ("NNS", "NNPS") or (mention is not None and len(mention.actors) > 1)


def political_agent(scene: Scene, candidate: Candidate) -> bool:
    return any_of(scene, candidate.agents, "@actor")


def fighters(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients, *candidate.frame.complements)
    return any("armed" in scene.tags(h) and scene.words[h].lemma not in ("police", "policeman", "guard") for h in heads)


def accident(scene: Scene, sent: int) -> bool:
    return not scene.lemmas(sent).isdisjoint(_ACCIDENT)


def counted(scene: Scene, candidate: Candidate) -> bool:
    return any(scene.words[c].dep == "nummod" for p in candidate.patients for c in scene.words[p].children)


def inanimate(scene: Scene, i: int) -> bool:
    return scene.words[i].pos == "NOUN" and not scene.tags(i)
