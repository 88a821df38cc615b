"""Acts that the very words of a statement perform: "X must withdraw", "we will not sign"."""

from __future__ import annotations

from trucewatch.reading.events.frame import conjuncts, subject_of, verb_frame
from trucewatch.reading.events.lexicon import Trigger, trigger, words
from trucewatch.reading.events.match import Candidate
from trucewatch.reading.events.scene import Scene

_SAY = words("say")
# What a side may be asked for and may decline.
_COOPERATE = words("cooperate")
_DEMAND = trigger("v:must\tdemand\tstrong\t")
_REFUSAL = trigger("v:will\trefusal\tstrong\trec=")


def spoken(scene: Scene, sent: int) -> list[Candidate]:
    """Demands that a speaker makes of another, and refusals of his own side, in the clauses he is quoted with."""
    words = scene.words
    sentence = scene.parse.sentences[sent]
    found: list[Candidate] = []
    for i in range(sentence.first, sentence.last):
        if words[i].dep != "ccomp" or words[words[i].head].lemma not in _SAY:
            continue
        say = words[i].head
        speakers = subject_of(scene.parse, say)
        if not any("actor" in scene.tags(s) for s in speakers):
            continue
        auxiliary = _auxiliary(scene, i)
        made = None
        if auxiliary in ("must", "should", "have"):
            made = _demand(scene, i, speakers)
        elif auxiliary == "not" and words[i].lemma in _COOPERATE:
            made = _refusal(scene, i, speakers)
        if made is not None:
            found.append(made)
    return found


def _auxiliary(scene: Scene, verb: int) -> str | None:
    words = scene.words
    children = words[verb].children
    lowers = {words[c].lower for c in children if words[c].dep == "aux"}
    negated = any(words[c].dep == "neg" for c in children)
    if "must" in lowers or "should" in lowers:
        return "must"
    if words[verb].lemma in ("have", "need") and any(words[c].dep == "xcomp" for c in children):
        return "have"
    if negated and lowers & {"will", "wo", "would", "shall"}:
        return "not"
    return None


def _ids(scene: Scene, heads: list[int]) -> set[str]:
    ids: set[str] = set()
    for head in heads:
        mention = scene.mention(head)
        ids.update(mention.actors if mention is not None and mention.actors else (scene.words[head].lower,))
    return ids


def _demand(scene: Scene, verb: int, speakers: list[int]) -> Candidate | None:
    asked = [s for s in subject_of(scene.parse, verb) if "actor" in scene.tags(s) and scene.words[s].pos != "PRON"]
    if not asked or _ids(scene, asked) & _ids(scene, speakers):
        return None
    return _candidate(scene, _DEMAND, verb, speakers, asked)


def _refusal(scene: Scene, verb: int, speakers: list[int]) -> Candidate | None:
    own = subject_of(scene.parse, verb)
    pronoun = any(scene.words[s].lower in ("it", "they", "he", "she", "we", "i") for s in own)
    if not pronoun and not _ids(scene, own) & _ids(scene, speakers):
        return None
    objects = verb_frame(scene.parse, verb).patients
    return _candidate(scene, _REFUSAL, verb, speakers, [o for h in objects for o in conjuncts(scene.parse, h)])


def _candidate(scene: Scene, made: Trigger, verb: int, agents: list[int], patients: list[int]) -> Candidate:
    words = scene.words
    auxiliaries = tuple(c for c in words[verb].children if words[c].dep in ("aux", "neg") and verb - c <= 3)
    return Candidate(made, verb, verb_frame(scene.parse, verb), auxiliaries, agents, patients, performed=True)
