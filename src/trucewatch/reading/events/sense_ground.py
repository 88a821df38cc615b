"""Whether words of daily life - work, traffic, departure, falling - tell of the ground that a conflict is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.reading.events.scene import Scene
from trucewatch.reading.events.sense_arms import die

if TYPE_CHECKING:
    from trucewatch.reading.events.match import Candidate

_TRAFFIC = frozenset(
    ("traffic", "vehicle", "car", "lorry", "truck", "bus", "convoy", "column", "movement", "transport", "motorist")
)
_PARTS = frozenset(("section", "stretch", "link", "bypass"))
_BACK = 3  # sentences
_DRONES = frozenset(("drone", "uav", "quadcopter", "drones"))
_UNMANNED = frozenset(("unmanned", "uncrewed", "pilotless", "drone"))
_AIR = frozenset(("air", "aviation", "aerial"))


def conflict_text(scene: Scene, _: Candidate) -> bool:
    """Whether the text as a whole is of a conflict."""
    return scene.conflict >= 2 and scene.conflict > scene.off


def of_roads(scene: Scene, candidate: Candidate) -> bool:
    """Whether its paragraph, from three sentences before on, is of a road or another work."""
    sent = scene.words[candidate.word].sent
    sentences = scene.parse.sentences
    first = max(sent - _BACK, 0)
    last = sent
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[sent].paragraph:
        last += 1
    return any(
        scene.is_class(i, "road") or scene.is_class(i, "works") or scene.words[i].lemma in _PARTS
        for i in range(sentences[first].first, sentences[last].last)
    )


def traffic(scene: Scene, candidate: Candidate) -> bool:
    """Whether the sentence is of traffic, which moves or whose movement is arranged."""
    lemmas = scene.lemmas(scene.words[candidate.word].sent)
    return conflict_text(scene, candidate) and not lemmas.isdisjoint(_TRAFFIC)


def told(scene: Scene, candidate: Candidate) -> bool:
    """Whether it is people of a place who are told to go."""
    people = ("people", "displaced", "actor", "pron")
    return conflict_text(scene, candidate) and any(
        not scene.tags(h).isdisjoint(people) and "polity" not in scene.tags(h) for h in candidate.patients
    )


def fallen(scene: Scene, candidate: Candidate) -> bool:
    """Whether those who fell are dead: people bearing arms, in a text of fighting, and nothing they fell from or on."""
    frame = candidate.frame
    return (
        not frame.infinitive
        and not {"to", "into", "on", "off", "behind", "ill"} & set(frame.preps)
        and die(scene, candidate)
    )


def mutual(_: Scene, candidate: Candidate) -> bool:
    """Whether two sides at least do it."""
    return len(candidate.agents) > 1 or "with" in candidate.frame.preps


def no_longer(scene: Scene, candidate: Candidate) -> bool:
    """Whether it ends: "will no longer be used"."""
    words = scene.words
    return any(words[c].lower == "longer" for c in words[candidate.word].children)


def not_so(scene: Scene, candidate: Candidate) -> bool:
    """Whether the verb is negated."""
    words = scene.words
    return any(words[c].dep == "neg" for c in words[candidate.word].children)


def by_drone(scene: Scene, candidate: Candidate) -> bool:
    """Whether aircraft without a crew do it."""
    words = scene.words
    return any(
        words[a].lemma in _DRONES or any(words[c].lower in _UNMANNED for c in words[a].children)
        for a in candidate.agents
    )


def from_the_air(scene: Scene, candidate: Candidate) -> bool:
    """Whether aircraft do it, or an air force."""
    words = scene.words
    return any(
        "aircraft" in scene.tags(a) or any(words[c].lower in _AIR for c in words[a].children) for a in candidate.agents
    )
