"""Whether a trigger means what the codebook means by it, here: conditions on its arguments, clause and text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trucewatch.reading.events.carrier import light_verb
from trucewatch.reading.events.lexicon import Need, words
from trucewatch.reading.events.scene import Scene

if TYPE_CHECKING:
    from trucewatch.reading.events.match import Candidate

Test = Callable[[Scene, "Candidate"], bool]
# Causes of harm that no side's act explains.
_ACCIDENT = words("accident")
_NOT_WAR = words("not_war")
_HARM = words("harm")


def holds(scene: Scene, candidate: Candidate, need: Need) -> bool:
    """Whether the candidate meets one condition of its trigger."""
    return _check(scene, candidate, need) is not need.negated


def _check(scene: Scene, candidate: Candidate, need: Need) -> bool:
    argument = need.argument
    if need.name == "a":
        return _any(scene, candidate.agents, argument)
    if need.name == "o":
        return _any(scene, candidate.patients, argument) if argument != "*" else bool(candidate.patients)
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


_HOSTILE = words("hostile")


def _any(scene: Scene, heads: list[int], argument: str) -> bool:
    if argument == "@actor":  # "the minister's office" speaks too
        return any(not scene.tags(h).isdisjoint(("actor", "owned")) for h in heads)
    if argument.startswith("@"):
        return any(argument[1:] in scene.tags(h) for h in heads)
    return any(argument in scene.forms(h) for h in heads)


def _actor(scene: Scene, candidate: Candidate) -> bool:
    return any("actor" in scene.tags(h) for h in (*candidate.agents, *candidate.patients))


def _armed(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients, *candidate.frame.complements)
    return any(not scene.tags(h).isdisjoint(("armed", "peacekeeper")) for h in heads)


def _military(scene: Scene, candidate: Candidate) -> bool:
    return scene.military(scene.words[candidate.word].sent, candidate.word)


def _war(scene: Scene, candidate: Candidate) -> bool:
    """For words that arms share with sport, illness, trade and debate: "attack", "strike", "raid"."""
    modifiers = {scene.words[c].lower for c in candidate.frame.complements}
    if modifiers & _NOT_WAR and not modifiers & {"missile", "air", "armed", "deadly"}:
        return False
    sent = scene.words[candidate.word].sent
    here = scene.paragraph(sent)
    if _fighters(scene, candidate):
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
    return here.military > here.civil or (_actor(scene, candidate) and _military(scene, candidate))


def _fighters(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients, *candidate.frame.complements)
    return any("armed" in scene.tags(h) and scene.words[h].lemma not in ("police", "policeman", "guard") for h in heads)


def armed_violence(scene: Scene, candidate: Candidate) -> bool:
    """Whether a candidate of armed force stands in a text, or a paragraph, that is not of crime or of a campaign."""
    sent = scene.words[candidate.word].sent
    here, about = scene.paragraph(sent), scene.about
    if about.civil < 2 or here.military > here.civil or about.military > about.civil:
        return True
    return _fighters(scene, candidate) and here.military + here.politics >= here.civil


def coercion(scene: Scene, candidate: Candidate) -> bool:
    """Whether an arrest, a ban or a closure is a side's act in a conflict rather than the law's daily work."""
    here = scene.paragraph(scene.words[candidate.word].sent)
    if here.crime > here.military and here.crime >= 2:
        return False
    if scene.conflict > scene.about.civil or here.military > 0:
        return True
    return scene.political or any("polity" in scene.tags(h) for h in (*candidate.agents, *candidate.patients))


def _accident(scene: Scene, sent: int) -> bool:
    return not scene.lemmas(sent).isdisjoint(_ACCIDENT)


def _kill(scene: Scene, candidate: Candidate) -> bool:
    sent = scene.words[candidate.word].sent
    if _accident(scene, sent) or (candidate.patients and all(_inanimate(scene, p) for p in candidate.patients)):
        return False
    hostile = ("armed", "weapon", "works_of_war", "bomb", "polar")
    causes = [o for name in ("in", "by", "during") for o in candidate.frame.preps.get(name, ())]
    if any(not scene.tags(a).isdisjoint(hostile) for a in candidate.agents):
        return True
    if any(not scene.tags(o).isdisjoint(("works_of_war", "weapon", "bomb")) for o in causes):
        return scene.conflict > 0
    return _military(scene, candidate)


def _inanimate(scene: Scene, i: int) -> bool:
    return scene.words[i].pos == "NOUN" and not scene.tags(i)


def _hurt(scene: Scene, candidate: Candidate) -> bool:
    return _kill(scene, candidate) and scene.conflict > scene.off


def _die(scene: Scene, candidate: Candidate) -> bool:
    if _accident(scene, scene.words[candidate.word].sent) or scene.conflict <= scene.off:
        return False
    causes = [o for objects in candidate.frame.preps.values() for o in objects]
    if any(not scene.tags(o).isdisjoint(("works_of_war", "weapon", "bomb")) for o in causes):
        return True
    return _armed(scene, candidate) or (
        scene.warlike(scene.words[candidate.word].sent) and bool(candidate.patients) and _counted(scene, candidate)
    )


def _counted(scene: Scene, candidate: Candidate) -> bool:
    return any(scene.words[c].dep == "nummod" for p in candidate.patients for c in scene.words[p].children)


def _number_of_dead(scene: Scene, candidate: Candidate) -> bool:
    number = any(
        scene.words[c].dep == "nummod" or scene.words[c].lower == "no" for c in scene.words[candidate.word].children
    )
    return number and _military(scene, candidate) and not _accident(scene, scene.words[candidate.word].sent)


def _fire(scene: Scene, candidate: Candidate) -> bool:
    words = scene.words
    if _accident(scene, words[candidate.word].sent):
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


def _battle(scene: Scene, candidate: Candidate) -> bool:
    if any(n in candidate.frame.preps for n in ("against", "with", "over")) and not _armed(scene, candidate):
        return False
    return _military(scene, candidate) and scene.conflict > scene.off


def _clash(scene: Scene, candidate: Candidate) -> bool:
    return _armed(scene, candidate) and "over" not in candidate.frame.preps


def _invasion(scene: Scene, candidate: Candidate) -> bool:
    of = candidate.frame.preps.get("of", ())
    if any(scene.words[o].lower in ("privacy", "space", "tourist", "tourists", "pitch") for o in of):
        return False
    return _actor(scene, candidate) or _military(scene, candidate)


def _meet(scene: Scene, candidate: Candidate) -> bool:
    """Two parties at least: one that meets and one that is met, or several that meet."""
    agents = [a for a in candidate.agents if "actor" in scene.tags(a)]
    others = [p for p in candidate.patients if "actor" in scene.tags(p) or scene.words[p].pos == "PROPN"]
    if not agents:
        return len(others) > 1 or bool(others and _plural(scene, others[0]))
    if any(scene.is_class(a, "assembly") for a in agents):
        return True
    return bool(others) or len(agents) > 1 or _plural(scene, agents[0]) or bool(candidate.used)


def _plural(scene: Scene, i: int) -> bool:
    mention = scene.mention(i)
    return scene.words[i].tag in ("NNS", "NNPS") or (mention is not None and len(mention.actors) > 1)


def _event(scene: Scene, candidate: Candidate) -> bool:
    """A noun that stands for an act of actors: two of them, or one that the noun is bound to."""
    word = scene.words[candidate.word]
    if not _actor(scene, candidate):
        said = light_verb(scene, candidate.word) is not None and scene.conflict >= 2 and scene.conflict > scene.off
        return said and word.dep not in ("compound", "nmod", "amod")
    return word.dep not in ("compound", "nmod", "amod")


def _visit(scene: Scene, candidate: Candidate) -> bool:
    agents = [a for a in candidate.agents if "actor" in scene.tags(a)]
    officials = any(not scene.tags(a).isdisjoint(("polity", "leader", "polar")) for a in agents)
    there = any(not scene.tags(p).isdisjoint(("actor", "place", "armed")) for p in candidate.patients)
    return officials and there and (scene.political or scene.conflict > 0)


def _do(scene: Scene, candidate: Candidate) -> bool:
    return scene.words[candidate.word].dep not in ("compound", "nmod") and (
        _actor(scene, candidate) or scene.conflict >= 2
    )


def _deploy(scene: Scene, candidate: Candidate) -> bool:
    arms = ("troops", "armed", "arms", "weapon")
    return any(not scene.tags(h).isdisjoint(arms) for h in (*candidate.patients, *candidate.agents))


def _withdraw(scene: Scene, candidate: Candidate) -> bool:
    if any(not scene.tags(h).isdisjoint(("troops", "armed", "arms")) for h in (*candidate.patients, *candidate.agents)):
        return True
    origin = candidate.frame.preps.get("from", ())
    return (
        not candidate.frame.patients
        and any("polar" in scene.tags(a) for a in candidate.agents)
        and any(not scene.tags(o).isdisjoint(("territory", "place")) for o in origin)
        and _military(scene, candidate)
    )


def _withdrawal(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients, *candidate.frame.complements)
    if any(not scene.tags(h).isdisjoint(("troops", "armed")) for h in heads):
        return True
    return _actor(scene, candidate) and _military(scene, candidate) and scene.conflict > scene.off


def _political(scene: Scene, candidate: Candidate) -> bool:
    heads = (*candidate.agents, *candidate.patients)
    return any(not scene.tags(h).isdisjoint(("polity", "leader")) for h in heads) and (
        scene.political or scene.conflict > scene.off
    )


def _political_agent(scene: Scene, candidate: Candidate) -> bool:
    return _any(scene, candidate.agents, "@actor")


def _accuse(scene: Scene, candidate: Candidate) -> bool:
    return _actor(scene, candidate) and (_political_agent(scene, candidate) or candidate.frame.passive)


def _release(scene: Scene, candidate: Candidate) -> bool:
    return any("actor" in scene.tags(a) for a in candidate.agents) or _military(scene, candidate)


def _protest(scene: Scene, candidate: Candidate) -> bool:
    """A verb of protest: people or actors on their feet, with a cause, a place or a number."""
    if not any(not scene.tags(a).isdisjoint(("people", "actor")) for a in candidate.agents):
        return False
    if scene.words[candidate.word].lemma in ("march", "rally") and not (
        candidate.frame.infinitive or not {"against", "for", "through"}.isdisjoint(candidate.frame.preps)
    ):
        return False
    prices = any(not scene.tags(a).isdisjoint(("company",)) for a in candidate.agents)
    return not prices and not scene.words[candidate.word].lower.startswith("rallied to") and scene.conflict >= scene.off


def _protest_noun(scene: Scene, candidate: Candidate) -> bool:
    if scene.words[candidate.word].dep in ("compound", "nmod") or scene.conflict <= scene.off:
        return False
    return "against" in candidate.frame.preps or light_verb(scene, candidate.word) is not None or bool(candidate.agents)


def _phone(scene: Scene, candidate: Candidate) -> bool:
    others = {scene.words[c].dep for c in scene.words[candidate.word].children}
    return (
        not others & {"oprd", "xcomp", "ccomp", "prt"}
        and "on" not in candidate.frame.preps
        and not candidate.frame.passive
    )


def _mediation(scene: Scene, candidate: Candidate) -> bool:
    return any(
        scene.words[u].lemma == "mediation" or any(scene.words[c].lemma == "mediation" for c in scene.words[u].children)
        for u in candidate.used
    )


def _purpose(_: Scene, candidate: Candidate) -> bool:
    return "for" in candidate.frame.preps or candidate.frame.infinitive


def _ask(scene: Scene, candidate: Candidate) -> bool:
    clause = candidate.frame.clause
    if clause is not None and any(scene.words[c].lower == "that" for c in scene.words[clause].children):
        return _political_agent(scene, candidate)
    return _purpose(scene, candidate) and any("actor" in scene.tags(p) for p in candidate.patients)


def _promise(_: Scene, candidate: Candidate) -> bool:
    return candidate.frame.infinitive or bool(candidate.patients)


def _question(scene: Scene, candidate: Candidate) -> bool:
    return any(not scene.tags(p).isdisjoint(("act_of_state", "agreement")) for p in candidate.frame.patients)


def _defend(scene: Scene, candidate: Candidate) -> bool:
    return _political_agent(scene, candidate) and not _armed_agent(scene, candidate)


def _armed_agent(scene: Scene, candidate: Candidate) -> bool:
    return any("armed" in scene.tags(a) for a in candidate.agents)


def _fails(scene: Scene, candidate: Candidate) -> bool:
    clause = candidate.frame.clause
    return (
        clause is not None
        and scene.words[clause].lemma in ("reach", "agree", "meet", "attend")
        and _political_agent(scene, candidate)
    )


def _exchange(scene: Scene, candidate: Candidate) -> bool:
    """An exchange by itself is one of prisoners where the text has spoken of them."""
    word = scene.words[candidate.word]
    if word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or "of" in candidate.frame.preps:
        return False
    sentence = scene.parse.sentences[word.sent]
    start = max(0, sentence.first - 120)
    return any(scene.is_class(i, "prisoner") for i in range(start, sentence.last))


def _border(scene: Scene, candidate: Candidate) -> bool:
    """Crossings of a line, by whoever the text has named."""
    modifiers = {scene.words[c].lower for c in candidate.frame.complements}
    return bool(modifiers & {"similar", "illegal", "border", "armed"}) and scene.warlike(
        scene.words[candidate.word].sent
    )


def _signed(scene: Scene, candidate: Candidate) -> bool:
    """An agreement named by its signing: "the accord, signed in May"."""
    return candidate.frame.passive and bool(candidate.frame.preps) and scene.conflict > scene.off


def _emergency(scene: Scene, candidate: Candidate) -> bool:
    sentence = scene.parse.sentences[scene.words[candidate.word].sent]
    return any(scene.words[i].lower in ("emergency", "siege") for i in range(sentence.first, sentence.last))


# The conditions that triggers name, by name.
TESTS: dict[str, Test] = {
    "actor": _actor,
    "folk": lambda scene, candidate: any(not scene.tags(a).isdisjoint(("people", "actor")) for a in candidate.agents),
    "armed": _armed,
    "mil": _military,
    "ctx": _military,
    "tap": _military,
    "war": _war,
    "kill": _kill,
    "hurt": _hurt,
    "die": _die,
    "casualty": _number_of_dead,
    "death": _number_of_dead,
    "fire": _fire,
    "shot": _fire,
    "battle": _battle,
    "clash": _clash,
    "invasion": _invasion,
    "meet": _meet,
    "event": _event,
    "visit": _visit,
    "do": _do,
    "evac": lambda scene, candidate: _actor(scene, candidate) and scene.conflict >= scene.off,
    "deploy": _deploy,
    "withdraw": _withdraw,
    "withdrawal": _withdrawal,
    "political": _political,
    "accuse": _accuse,
    "release": _release,
    "protest": _protest,
    "protestn": _protest_noun,
    "phone": _phone,
    "mediation": _mediation,
    "agree": _political_agent,
    "ask": _ask,
    "appeal": _purpose,
    "propose": _political_agent,
    "promise": _promise,
    "question": _question,
    "defend": _defend,
    "failtalk": _fails,
    "refusal": _political_agent,
    "emergency": _emergency,
    "exchange": _exchange,
    "border": _border,
    "signed": _signed,
    "plural": lambda scene, candidate: scene.words[candidate.word].tag == "NNS",
    "x": lambda scene, candidate: candidate.frame.infinitive,  # noqa: ARG005
}
