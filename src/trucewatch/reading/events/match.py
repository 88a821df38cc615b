"""Matches triggers against the parse: every word that may name an event, with its arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trucewatch.model.event import EventType
from trucewatch.reading.events.carrier import light_verb
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.events.frame import LIGHT_NOUNS, Frame, noun_frame, subject_of, verb_frame
from trucewatch.reading.events.lexicon import Filler, Trigger, triggers
from trucewatch.reading.events.lexicon import words as word_list
from trucewatch.reading.events.scene import Scene
from trucewatch.reading.events.sense import holds
from trucewatch.reading.events.sense_arms import armed_violence, coercion

_POS = {"VERB": "v", "NOUN": "n", "ADJ": "j", "PROPN": "n", "AUX": "v"}
_UNDERGOES = word_list("undergoes")
_NAMED = frozenset(("ORG", "FAC", "PRODUCT", "WORK_OF_ART", "PERSON"))
_VERBAL = frozenset(("VBD", "VBN", "VBG", "VBZ", "VBP", "VB"))


@dataclass(slots=True)
class Candidate:
    """A trigger found at word ``word``: ``used`` are the other words of its pattern."""

    trigger: Trigger
    word: int
    frame: Frame
    used: tuple[int, ...] = ()
    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    performed: bool = False  # an act that the very words of a statement perform ("must withdraw")


def candidates(scene: Scene, sent: int) -> list[Candidate]:
    """The events that the words of one sentence name, in text order."""
    table = triggers()
    sentence = scene.parse.sentences[sent]
    found: list[Candidate] = []
    taken: set[int] = set()
    for verbs in (True, False):  # verbs first: they use up nouns ("opened fire")
        for i in range(sentence.first, sentence.last):
            if i in taken:
                continue
            for pos, lemma in _keys(scene, i):
                if (pos != "n") is not verbs:
                    continue
                group = table.get((pos, lemma))
                if group is None:
                    continue
                candidate = _first(scene, i, group)
                if candidate is not None:
                    found.append(candidate)
                    taken.add(i)
                    taken.update(candidate.used)
                    break
    found.sort(key=lambda c: c.word)
    return found


def _keys(scene: Scene, i: int) -> Iterator[tuple[str, str]]:
    word = scene.words[i]
    pos = _POS.get(word.pos)
    if pos is None or (word.pos == "PROPN" and word.ent in _NAMED):
        return
    if pos == "n" and word.dep in ("compound", "nmod", "amod"):
        return  # "attack helicopters", "fighting positions"
    if pos == "v" and word.tag == "VBN" and word.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "poss"):
        return  # "the injured", "the displaced"
    if pos == "n":
        yield ("n", word.lemma)
        if word.lower != word.lemma:
            yield ("n", word.lower)
        if word.tag in _VERBAL:
            yield ("v", word.lemma)
    else:
        yield (pos, word.lemma)
        if word.pos == "ADJ" and word.tag in ("VBN", "VBG"):
            yield ("v", word.lemma)


def _first(scene: Scene, i: int, group: tuple[Trigger, ...]) -> Candidate | None:
    frame = noun_frame(scene.parse, i) if group[0].pos == "n" else verb_frame(scene.parse, i)
    for trigger in group:
        used = _fit(scene, trigger, frame)
        if used is None:
            continue
        candidate = Candidate(trigger, i, frame, used)
        _assign(scene, candidate)
        if all(holds(scene, candidate, need) for need in trigger.needs) and _admitted(scene, candidate):
            return candidate
    return None


def _admitted(scene: Scene, candidate: Candidate) -> bool:
    """Whether the text is one in which the kind can be meant."""
    kind = kinds()[candidate.trigger.kind]
    if kind.type in (EventType.ASSAULT, EventType.MOBILIZE):
        return armed_violence(scene, candidate)
    return kind.type is not EventType.COERCE or coercion(scene, candidate)


def _fit(scene: Scene, trigger: Trigger, frame: Frame) -> tuple[int, ...] | None:
    """The words that fill the slots of the trigger's pattern, or ``None`` when one stays empty."""
    used: list[int] = []
    if trigger.modifiers:
        modifier = next((c for c in frame.complements if not trigger.modifiers.isdisjoint(scene.forms(c))), None)
        if modifier is None:
            return None
        used.append(modifier)
    if trigger.particle is not None and trigger.particle not in frame.particles:
        return None
    if trigger.preposition == "x":
        if not frame.infinitive:
            return None
        if trigger.prepositional is not None and not _admits(scene, trigger.prepositional, frame.clause or 0):
            return None
    elif trigger.preposition is not None:
        inside = frame.preps.get(trigger.preposition, ())
        filler = (
            next(iter(inside), None)
            if trigger.prepositional is None
            else _filler(scene, trigger.prepositional, list(inside))
        )
        if filler is None:
            return None
        if trigger.prepositional is not None and trigger.prepositional.words:
            used.append(filler)
    if trigger.object is not None:
        slots = [*frame.patients, *(frame.complements if trigger.pos != "n" else ())]
        filler = _filler(scene, trigger.object, slots)
        if filler is None:
            return None
        if trigger.object.words or not scene.tags(filler).isdisjoint(
            ("ceasefire", "talks", "agreement", "hostility", "protest_noun")
        ):
            used.append(filler)
    return tuple(used)


def _filler(scene: Scene, wanted: Filler, slots: list[int]) -> int | None:
    """The slot that fits, by its head, by what stands behind a light noun, or by a noun that modifies it."""
    words = scene.words
    for o in slots:
        if _admits(scene, wanted, o):
            return o
    for o in slots:
        if words[o].lemma in LIGHT_NOUNS:
            for c in words[o].children:
                if words[c].dep == "prep" and words[c].lower == "of":
                    found = next((g for g in words[c].children if _admits(scene, wanted, g)), None)
                    if found is not None:
                        return found
        if words[o].pos == "NOUN" and not scene.tags(o) - _ACTOR_TAGS:
            found = next(
                (c for c in words[o].children if words[c].dep == "compound" and _admits(scene, wanted, c)), None
            )
            if found is not None:
                return found
    return None


_ACTOR_TAGS = frozenset(("actor", "polar", "owned"))


def _admits(scene: Scene, filler: Filler, i: int) -> bool:
    return filler.admits(scene.forms(i), scene.tags(i))


_RECIPIENTS = ("to", "against", "at", "on", "upon", "with", "into", "towards", "toward", "of", "for", "from")
_NOUN_RECIPIENTS = ("on", "against", "into", "of", "at", "to", "with", "towards", "toward", "between", "in")


def _assign(scene: Scene, candidate: Candidate) -> None:
    """Who does the candidate event and who undergoes it, by the trigger's rules."""
    trigger, frame = candidate.trigger, candidate.frame
    agents, patients = list(frame.agents), [p for p in frame.patients if p not in candidate.used]
    if trigger.pos == "n":
        agents = _noun_agents(scene, candidate)
    if trigger.swap:
        patients, agents = agents or patients, list(frame.preps.get("by", ()))
        candidate.agents, candidate.patients = agents or [], patients
        if not agents:
            candidate.agents = [o for o in frame.preps.get("from", ()) if "actor" in scene.tags(o)]
        return
    names = trigger.recipients
    if names is None:
        names = _NOUN_RECIPIENTS if trigger.pos == "n" else _RECIPIENTS
    if trigger.of_agent:
        agents = [*agents, *frame.preps.get("of", ())]
        names = tuple(n for n in names if n != "of")
    if trigger.recipients:  # "handed the bodies to the envoy": the other side before those who are handed over
        named = [o for n in trigger.recipients for o in frame.preps.get(n, ()) if "actor" in scene.tags(o)]
        patients = [*(o for o in named if o not in agents and o not in candidate.used), *patients]
    if not any("actor" in scene.tags(p) or "people" in scene.tags(p) for p in patients):
        patients += [o for n in names for o in frame.preps.get(n, ()) if o not in agents and o not in candidate.used]
    if not patients:  # "held a meeting with the envoy": the phrase hangs on a word of the pattern
        patients = [o for u in candidate.used for o in _below(scene, u, names) if o not in agents]
    if not patients and frame.clause is not None and kinds()[trigger.kind].type is EventType.REQUEST:
        patients = subject_of(scene.parse, frame.clause)
    candidate.agents, candidate.patients = agents, patients


def _below(scene: Scene, noun: int, names: tuple[str, ...]) -> list[int]:
    if scene.words[noun].pos not in ("NOUN", "PROPN"):
        return []
    frame = noun_frame(scene.parse, noun)
    return [o for n in names for o in frame.preps.get(n, ())]


def _noun_agents(scene: Scene, candidate: Candidate) -> list[int]:
    """Agents of an event noun: possessor, "by", a demonym before it, "from", the subject of its light verb."""
    frame = candidate.frame
    agents = list(frame.agents)
    if not agents:
        agents = [c for c in frame.complements if c not in candidate.used and _names_actor(scene, c)]
    if not agents:
        agents = [o for o in frame.preps.get("from", ()) if "actor" in scene.tags(o) or "owned" in scene.tags(o)]
    if not agents:
        agents = _by_above(scene, candidate.word)
    verb = light_verb(scene, candidate.word)
    if verb is not None:
        above = verb_frame(scene.parse, verb)
        if not agents:
            undergone = scene.words[verb].lemma in _UNDERGOES  # who reports an explosion has not caused it
            subjects = [a for a in above.agents if a != candidate.word and not undergone]
            agents = [a for a in subjects if not scene.tags(a).isdisjoint(("actor", "people"))]
        if not agents:
            agents = [a for a in above.preps.get("by", ()) if "actor" in scene.tags(a)]
        for name, objects in above.preps.items():
            if name != "by":
                frame.preps.setdefault(name, []).extend(o for o in objects if o != candidate.word)
    return agents


def _by_above(scene: Scene, noun: int) -> list[int]:
    """The agent after "by" that the parser hung on the verb above ("condemned the invasion by its neighbour")."""
    words = scene.words
    verb = words[noun].head
    if words[noun].dep != "dobj" or words[verb].pos != "VERB":
        return []
    by = [c for c in words[verb].children if words[c].dep == "prep" and words[c].lower == "by" and c > noun]
    return [o for c in by for o in words[c].children if words[o].dep == "pobj" and "actor" in scene.tags(o)]


def _names_actor(scene: Scene, i: int) -> bool:
    return scene.mention(i) is not None or scene.words[i].ent in ("NORP", "GPE", "ORG") or "armed" in scene.tags(i)
