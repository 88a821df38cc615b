"""Whether a trigger means what the codebook means by it, here: its conditions, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trucewatch.reading.events import sense_arms as arms
from trucewatch.reading.events import sense_civil as civil
from trucewatch.reading.events import sense_ground as ground
from trucewatch.reading.events import sides
from trucewatch.reading.events.lexicon import Need, words
from trucewatch.reading.events.scene import Scene

if TYPE_CHECKING:
    from trucewatch.reading.events.match import Candidate

Test = Callable[[Scene, "Candidate"], bool]
_HOSTILE = words("hostile")


def holds(scene: Scene, candidate: Candidate, need: Need) -> bool:
    """Whether the candidate meets one condition of its trigger."""
    return _check(scene, candidate, need) is not need.negated


def _check(scene: Scene, candidate: Candidate, need: Need) -> bool:
    argument = need.argument
    if need.name == "a":
        return sides.any_of(scene, candidate.agents, argument)
    if need.name == "o":
        return sides.any_of(scene, candidate.patients, argument) if argument != "*" else bool(candidate.patients)
    if need.name == "p":
        return argument in candidate.frame.preps
    if need.name == "prt":
        return argument in candidate.frame.particles
    if need.name == "mod":
        return any(argument in scene.forms(c) for c in candidate.frame.complements)
    if need.name == "comp":
        clause = candidate.frame.clause
        return clause is not None and scene.words[clause].lemma in _HOSTILE
    return TESTS[need.name](scene, candidate)


# The conditions that triggers name, by name.
TESTS: dict[str, Test] = {
    "actor": sides.actor,
    "folk": lambda scene, candidate: any(not scene.tags(a).isdisjoint(("people", "actor")) for a in candidate.agents),
    "armed": sides.armed,
    "mil": sides.military,
    "ctx": sides.military,
    "tap": sides.military,
    "war": arms.war,
    "kill": arms.kill,
    "hurt": arms.hurt,
    "die": arms.die,
    "casualty": arms.number_of_dead,
    "death": arms.number_of_dead,
    "fire": arms.fire,
    "shot": arms.fire,
    "battle": arms.battle,
    "clash": arms.clash,
    "invasion": arms.invasion,
    "meet": civil.meet,
    "event": civil.event,
    "visit": civil.visit,
    "do": arms.do,
    "evac": lambda scene, candidate: sides.actor(scene, candidate) and scene.conflict >= scene.off,
    "deploy": arms.deploy,
    "withdraw": arms.withdraw,
    "withdrawal": arms.withdrawal,
    "political": civil.political,
    "accuse": civil.accuse,
    "release": arms.release,
    "protest": civil.protest,
    "protestn": civil.protest_noun,
    "phone": civil.phone,
    "mediation": civil.mediation,
    "agree": sides.political_agent,
    "ask": civil.ask,
    "appeal": civil.purpose,
    "propose": sides.political_agent,
    "promise": civil.promise,
    "question": civil.question,
    "defend": civil.defend,
    "failtalk": civil.fails,
    "refusal": sides.political_agent,
    "emergency": arms.emergency,
    "exchange": arms.exchange,
    "border": arms.border,
    "signed": civil.signed,
    "chem": arms.chemical,
    "plural": lambda scene, candidate: scene.words[candidate.word].tag == "NNS",
    "text": ground.conflict_text,
    "road": ground.of_roads,
    "traffic": ground.traffic,
    "told": ground.told,
    "fallen": ground.fallen,
    "mutual": ground.mutual,
    "neg": ground.no_longer,
    "not": ground.not_so,
    "air": ground.from_the_air,
    "drone": ground.by_drone,
    "x": lambda scene, candidate: candidate.frame.infinitive,  # noqa: ARG005
}
