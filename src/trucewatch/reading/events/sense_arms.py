"""Whether words that arms share with sport, illness, trade and debate mean armed force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.scene import Scene
from trucewatch.reading.events.sides import accident, actor, armed, counted, fighters, inanimate, military

if TYPE_CHECKING:
    from trucewatch.reading.events.match import Candidate

_NOT_WAR = words("not_war")
_CHEMICAL = frozenset(
    ("chemical", "biological", "nerve", "chlorine", "sarin", "mustard", "napalm", "toxic", "radiological")
)


def war(scene: Scene, candidate: Candidate) -> bool:
    """For words that arms share with sport, illness, trade and debate: "attack", "strike", "raid"."""
    modifiers = {scene.words[c].lower for c in candidate.frame.complements}
    if modifiers & _NOT_WAR and not modifiers & {"missile", "air", "armed", "deadly"}:
        return False
    if _verbal(scene, candidate):
        return False
    sent = scene.words[candidate.word].sent
    here = scene.paragraph(sent)
    if fighters(scene, candidate):
        return here.military >= here.off
    if scene.warlike(sent):
        return True
    states = sum(
        "polity" in scene.tags(h) or "polar" in scene.tags(h) for h in (*candidate.agents, *candidate.patients)
    )
    persons = any("person" in scene.tags(h) for h in (*candidate.agents, *candidate.patients))
    if persons and not states:
        return False
    if len(candidate.agents) and states > 1 and not persons and here.civil == 0 and scene.about.civil == 0:
        return True
    return here.military > here.civil or (actor(scene, candidate) and military(scene, candidate))


def _verbal(scene: Scene, candidate: Candidate) -> bool:
    """Whether a person attacks a person, or an idea: with words, where nothing says otherwise."""
    struck = ("armed", "polar", "place", "target", "people", "weapon")
    agents = candidate.agents
    return (
        bool(agents)
        and all("person" in scene.tags(a) and "armed" not in scene.tags(a) for a in agents)
        and all("person" in scene.tags(p) or scene.tags(p).isdisjoint(struck) for p in candidate.patients)
    )


def armed_violence(scene: Scene, candidate: Candidate) -> bool:
    """Whether a candidate of armed force stands in a text, or a paragraph, that is not of crime or of a campaign."""
    sent = scene.words[candidate.word].sent
    here, about = scene.paragraph(sent), scene.about
    if about.civil < 2 or here.military > here.civil or about.military > about.civil:
        return True
    return fighters(scene, candidate) and here.military + here.politics >= here.civil


def coercion(scene: Scene, candidate: Candidate) -> bool:
    """Whether an arrest, a ban or a closure is a side's act in a conflict rather than the law's daily work."""
    here = scene.paragraph(scene.words[candidate.word].sent)
    if here.crime > here.military and here.crime >= 2:
        return False
    if scene.conflict > scene.about.civil or here.military > 0:
        return True
    return scene.political or any("polity" in scene.tags(h) for h in (*candidate.agents, *candidate.patients))


def kill(scene: Scene, candidate: Candidate) -> bool:
    sent = scene.words[candidate.word].sent
    if accident(scene, sent) or (candidate.patients and all(inanimate(scene, p) for p in candidate.patients)):
        return False
    hostile = ("armed", "weapon", "works_of_war", "bomb", "polar")
    causes = [o for name in ("in", "by", "during") for o in candidate.frame.preps.get(name, ())]
    if any(not scene.tags(a).isdisjoint(hostile) for a in candidate.agents):
        return True
    if any(not scene.tags(o).isdisjoint(("works_of_war", "weapon", "bomb")) for o in causes):
        return scene.conflict > 0
    return military(scene, candidate)


def hurt(scene: Scene, candidate: Candidate) -> bool:
    return kill(scene, candidate) and scene.conflict > scene.off


def die(scene: Scene, candidate: Candidate) -> bool:
    if accident(scene, scene.words[candidate.word].sent) or scene.conflict <= scene.off:
        return False
    causes = [o for objects in candidate.frame.preps.values() for o in objects]
    if any(not scene.tags(o).isdisjoint(("works_of_war", "weapon", "bomb")) for o in causes):
        return True
    return armed(scene, candidate) or (
        scene.warlike(scene.words[candidate.word].sent) and bool(candidate.patients) and counted(scene, candidate)
    )


def number_of_dead(scene: Scene, candidate: Candidate) -> bool:
    number = any(
        scene.words[c].dep == "nummod" or scene.words[c].lower == "no" for c in scene.words[candidate.word].children
    )
    return number and military(scene, candidate) and not accident(scene, scene.words[candidate.word].sent)


def fire(scene: Scene, candidate: Candidate) -> bool:
    words = scene.words
    if accident(scene, words[candidate.word].sent):
        return False
    frame = candidate.frame
    owned = [*candidate.agents, *frame.complements, *frame.preps.get("from", ()), *frame.preps.get("by", ())]
    hostile = ("armed", "weapon", "actor")
    if any(not scene.tags(h).isdisjoint(hostile) for h in owned):
        return True
    return (
        scene.conflict >= 2
        and scene.conflict > scene.off
        and any(
            not scene.tags(o).isdisjoint(("armed", "target", "territory"))
            for n in ("on", "at", "towards")
            for o in frame.preps.get(n, ())
        )
    )


def battle(scene: Scene, candidate: Candidate) -> bool:
    if any(n in candidate.frame.preps for n in ("against", "with", "over")) and not armed(scene, candidate):
        return False
    return military(scene, candidate) and scene.conflict > scene.off


def clash(scene: Scene, candidate: Candidate) -> bool:
    return armed(scene, candidate) and "over" not in candidate.frame.preps


def invasion(scene: Scene, candidate: Candidate) -> bool:
    of = candidate.frame.preps.get("of", ())
    if any(scene.words[o].lower in ("privacy", "space", "tourist", "tourists", "pitch") for o in of):
        return False
    return actor(scene, candidate) or military(scene, candidate)


def deploy(scene: Scene, candidate: Candidate) -> bool:
    arms = ("troops", "armed", "arms", "weapon")
    return any(not scene.tags(h).isdisjoint(arms) for h in (*candidate.patients, *candidate.agents))


def withdraw(scene: Scene, candidate: Candidate) -> bool:
    if any(not scene.tags(h).isdisjoint(("troops", "armed", "arms")) for h in (*candidate.patients, *candidate.agents)):
        return True
    origin = candidate.frame.preps.get("from", ())
    return (
        not candidate.frame.patients
        and any("polar" in scene.tags(a) for a in candidate.agents)
        and any(not scene.tags(o).isdisjoint(("territory", "place")) for o in origin)
        and military(scene, candidate)
    )


def withdrawal(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients, *candidate.frame.complements)
    if any(not scene.tags(h).isdisjoint(("troops", "armed")) for h in heads):
        return True
    return actor(scene, candidate) and military(scene, candidate) and scene.conflict > scene.off


def do(scene: Scene, candidate: Candidate) -> bool:
    return scene.words[candidate.word].dep not in ("compound", "nmod") and (
        actor(scene, candidate) or scene.conflict >= 2
    )


def release(scene: Scene, candidate: Candidate) -> bool:
    return any("actor" in scene.tags(a) for a in candidate.agents) or military(scene, candidate)


def exchange(scene: Scene, candidate: Candidate) -> bool:
    """An exchange by itself is one of prisoners where the text has spoken of them."""
    word = scene.words[candidate.word]
    if word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or "of" in candidate.frame.preps:
        return False
    sentence = scene.parse.sentences[word.sent]
    start = max(0, sentence.first - 120)
    return any(scene.is_class(i, "prisoner") for i in range(start, sentence.last))


def border(scene: Scene, candidate: Candidate) -> bool:
    """Crossings of a line, by whoever the text has named."""
    modifiers = {scene.words[c].lower for c in candidate.frame.complements}
    return bool(modifiers & {"similar", "illegal", "border", "armed"}) and scene.warlike(
        scene.words[candidate.word].sent
    )


def chemical(scene: Scene, candidate: Candidate) -> bool:
    """Whether what is used is a chemical weapon or one of its kind."""
    of = candidate.frame.preps.get("of", ())
    objects = (*candidate.frame.patients, *candidate.used, *of)
    near = [w for o in objects for w in (o, *scene.words[o].children)]
    return any(scene.words[w].lower in _CHEMICAL for w in near) and scene.conflict > scene.off


def emergency(scene: Scene, candidate: Candidate) -> bool:
    sentence = scene.parse.sentences[scene.words[candidate.word].sent]
    return any(scene.words[i].lower in ("emergency", "siege") for i in range(sentence.first, sentence.last))
