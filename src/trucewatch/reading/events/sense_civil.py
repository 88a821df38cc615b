"""Whether words of talk, protest and politics mean acts between sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.reading.events.carrier import light_verb
from trucewatch.reading.events.scene import Scene
from trucewatch.reading.events.sides import actor, plural, political_agent

if TYPE_CHECKING:
    from trucewatch.reading.events.match import Candidate


def meet(scene: Scene, candidate: Candidate) -> bool:
    """Two parties at least: one that meets and one that is met, or several that meet."""
    agents = [a for a in candidate.agents if "actor" in scene.tags(a)]
    others = [p for p in candidate.patients if "actor" in scene.tags(p) or scene.words[p].pos == "PROPN"]
    if not agents:
        return len(others) > 1 or bool(others and plural(scene, others[0]))
    if any(scene.is_class(a, "assembly") for a in agents):
        return True
    return bool(others) or len(agents) > 1 or plural(scene, agents[0]) or bool(candidate.used)


def event(scene: Scene, candidate: Candidate) -> bool:
    """A noun that stands for an act of actors: two of them, or one that the noun is bound to."""
    word = scene.words[candidate.word]
    if not actor(scene, candidate):
        said = light_verb(scene, candidate.word) is not None and scene.conflict >= 2 and scene.conflict > scene.off
        return said and word.dep not in ("compound", "nmod", "amod")
    return word.dep not in ("compound", "nmod", "amod")


def visit(scene: Scene, candidate: Candidate) -> bool:
    agents = [a for a in candidate.agents if "actor" in scene.tags(a)]
    officials = any(not scene.tags(a).isdisjoint(("polity", "leader", "polar")) for a in agents)
    there = any(not scene.tags(p).isdisjoint(("actor", "place", "armed")) for p in candidate.patients)
    return officials and there and (scene.political or scene.conflict > 0)


def political(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients)
    return any(not scene.tags(h).isdisjoint(("polity", "leader")) for h in heads) and (
        scene.political or scene.conflict > scene.off
    )


def accuse(scene: Scene, candidate: Candidate) -> bool:
    return actor(scene, candidate) and (political_agent(scene, candidate) or candidate.frame.passive)


def protest(scene: Scene, candidate: Candidate) -> bool:
    """A verb of protest: people or actors on their feet, with a cause, a place or a number."""
    if not any(not scene.tags(a).isdisjoint(("people", "actor")) for a in candidate.agents):
        return False
    if scene.words[candidate.word].lemma in ("march", "rally") and not (
        candidate.frame.infinitive or not {"against", "for", "through"}.isdisjoint(candidate.frame.preps)
    ):
        return False
    prices = any(not scene.tags(a).isdisjoint(("company",)) for a in candidate.agents)
    return not prices and not scene.words[candidate.word].lower.startswith("rallied to") and scene.conflict >= scene.off


def protest_noun(scene: Scene, candidate: Candidate) -> bool:
    if scene.words[candidate.word].dep in ("compound", "nmod") or scene.conflict <= scene.off:
        return False
    return "against" in candidate.frame.preps or light_verb(scene, candidate.word) is not None or bool(candidate.agents)


def phone(scene: Scene, candidate: Candidate) -> bool:
    others = {scene.words[c].dep for c in scene.words[candidate.word].children}
    return (
        not others & {"oprd", "xcomp", "ccomp", "prt"}
        and "on" not in candidate.frame.preps
        and not candidate.frame.passive
    )


def mediation(scene: Scene, candidate: Candidate) -> bool:
    return any(
        scene.words[u].lemma == "mediation" or any(scene.words[c].lemma == "mediation" for c in scene.words[u].children)
        for u in candidate.used
    )


def purpose(_: Scene, candidate: Candidate) -> bool:
    return "for" in candidate.frame.preps or candidate.frame.infinitive


def ask(scene: Scene, candidate: Candidate) -> bool:
    clause = candidate.frame.clause
    if clause is not None and any(scene.words[c].lower == "that" for c in scene.words[clause].children):
        return political_agent(scene, candidate)
    return purpose(scene, candidate) and any("actor" in scene.tags(p) for p in candidate.patients)


def promise(_: Scene, candidate: Candidate) -> bool:
    return candidate.frame.infinitive or bool(candidate.patients)


def question(scene: Scene, candidate: Candidate) -> bool:
    return any(not scene.tags(p).isdisjoint(("act_of_state", "agreement")) for p in candidate.frame.patients)


def defend(scene: Scene, candidate: Candidate) -> bool:
    return political_agent(scene, candidate) and not armed_agent(scene, candidate)


def armed_agent(scene: Scene, candidate: Candidate) -> bool:
    return any("armed" in scene.tags(a) for a in candidate.agents)


def fails(scene: Scene, candidate: Candidate) -> bool:
    clause = candidate.frame.clause
    return (
        clause is not None
        and scene.words[clause].lemma in ("reach", "agree", "meet", "attend")
        and political_agent(scene, candidate)
    )


def signed(scene: Scene, candidate: Candidate) -> bool:
    """An agreement named by its signing: "the accord, signed in May"."""
    return candidate.frame.passive and bool(candidate.frame.preps) and scene.conflict > scene.off
