"""Who does what to whom in the syntax of a clause: arguments of verbs and nouns, with control and coordination."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.reading.events.lexicon import words
from trucewatch.reading.parse import Parse

_SUBJECTS = frozenset(("nsubj", "csubj", "nsubjpass", "csubjpass"))
_COMPLEMENTS = frozenset(("dobj", "oprd", "acomp", "attr", "dative", "advmod", "npadvmod", "ccomp", "xcomp"))
# Verbs whose object, not their subject, does what the infinitive says ("forced them to leave").
OBJECT_CONTROL = words("object_control")


# Nouns behind whose "of" the thing itself stands ("a series of bombs", "a state of emergency").
LIGHT_NOUNS = words("light_nouns")


@dataclass(slots=True)
class Frame:
    """The arguments of one word, each the index of a phrase's head word.

    ``agents`` do it, ``patients`` undergo it, ``preps`` are the objects of its prepositions by preposition,
    ``complements`` other words bound to it, ``clause`` the verb of its infinitive or clause.
    """

    word: int
    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    preps: dict[str, list[int]] = field(default_factory=dict)
    complements: list[int] = field(default_factory=list)
    particles: frozenset[str] = frozenset()
    passive: bool = False
    clause: int | None = None
    infinitive: bool = False


def conjuncts(parse: Parse, head: int) -> list[int]:
    """A phrase's head and the heads coordinated with it, in text order."""
    found = [head]
    words = parse.words
    for i in found:
        for c in words[i].children:
            listed = words[c].dep == "appos" and any(words[g].dep == "conj" for g in words[c].children)
            if (words[c].dep == "conj" and words[c].pos not in ("VERB", "AUX")) or listed:
                found.append(c)  # the parser takes the second of "A, B, C and D" for an apposition
    return sorted(found)


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is passive, be it reduced ("troops deployed there") or elliptical ("and 14 wounded")."""
    words = parse.words
    word = words[verb]
    deps = {words[c].dep for c in word.children}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if word.tag != "VBN" or "dobj" in deps or any(words[c].lemma == "have" for c in word.children):
        return False
    if word.dep in ("acl", "relcl", "amod", "advcl", "oprd"):
        return True
    if word.dep == "conj" and words[word.head].pos == "VERB":
        return is_passive(parse, word.head)
    return "agent" in deps


def verb_frame(parse: Parse, verb: int) -> Frame:
    """The arguments of a verb or predicate adjective."""
    words = parse.words
    frame = Frame(verb, passive=is_passive(parse, verb))
    particles: set[str] = set()
    for c in words[verb].children:
        dep = words[c].dep
        if dep in ("nsubj", "csubj"):
            (frame.patients if frame.passive else frame.agents).extend(_named(parse, c))
        elif dep == "nsubjpass":
            frame.patients.extend(_named(parse, c))
        elif dep in ("dobj", "dative") and words[c].pos != "ADP":
            frame.patients.extend(conjuncts(parse, c))
        elif dep == "agent":
            frame.agents.extend(p for o in _objects(parse, c) for p in conjuncts(parse, o))
        elif dep in ("prep", "dative"):
            _add_prep(parse, frame, c)
        elif dep == "prt":
            particles.add(words[c].lower)
            frame.patients.extend(g for g in words[c].children if words[g].dep == "pobj")
        elif dep in ("xcomp", "ccomp"):
            frame.clause = c
            frame.infinitive = any(words[g].dep == "aux" and words[g].tag == "TO" for g in words[c].children)
        elif dep == "advmod" and words[c].lower in ("down", "off", "back", "out", "over", "up"):
            particles.add(words[c].lower)
        if dep in _COMPLEMENTS:
            frame.complements.append(c)
    frame.particles = frozenset(particles)
    if _gerund(parse, verb):
        frame.patients.extend(conjuncts(parse, words[verb].head))
    if not frame.patients and frame.clause is not None:
        frame.patients.extend(_clause_object(parse, frame.clause))
    if not frame.patients and not frame.passive:
        frame.patients.extend(_lost_object(parse, verb))
    if not frame.agents and not frame.passive:
        frame.agents.extend(controller(parse, verb))
    elif not frame.agents and words[verb].dep == "conj" and is_passive(parse, words[verb].head):
        frame.agents.extend(_doer(parse, words[verb].head))
    if frame.passive and not frame.patients:
        frame.patients.extend(controller(parse, verb))
    return frame


def _gerund(parse: Parse, verb: int) -> bool:
    """Whether a gerund was taken for a modifier of its object ("accused Uganda of moving troops")."""
    words = parse.words
    word, noun = words[verb], words[words[verb].head]
    return word.tag == "VBG" and word.dep == "amod" and noun.dep == "pobj" and noun.head == verb - 1


def _lost_object(parse: Parse, verb: int) -> list[int]:
    """The phrase right after a verb that the parser took for the subject of the verb above.

    "Arden has finished its part, an official said"; "after the last troops quit Harrow, the road opened".
    """
    words = parse.words
    word = words[verb]
    if word.dep not in ("ccomp", "advcl") or word.head <= verb or not subject_of(parse, verb):
        return []
    for c in words[word.head].children:
        if words[c].dep in ("nsubj", "nsubjpass") and verb < c < word.head:
            between = range(verb + 1, c)
            return [c] if all(words[i].head == c or words[words[i].head].head == c for i in between) else []
    return []


def _clause_object(parse: Parse, clause: int) -> list[int]:
    """The subject that the parser gave to an infinitive clause ("urged Baku to sign")."""
    words = parse.words
    if words[clause].tag == "VB" or any(words[c].tag == "TO" for c in words[clause].children):
        return [s for c in words[clause].children if words[c].dep == "nsubj" for s in conjuncts(parse, c)]
    return []


def _named(parse: Parse, subject: int) -> list[int]:
    """The heads of a subject; a relative pronoun gives the noun it stands for."""
    word = parse.words[subject]
    if word.tag in ("WDT", "WP") or (word.lower == "that" and word.pos in ("PRON", "SCONJ")):
        verb = parse.words[word.head]
        while verb.dep == "conj":
            verb = parse.words[verb.head]
        if verb.dep in ("relcl", "acl"):
            return [verb.head]
    return conjuncts(parse, subject)


def _objects(parse: Parse, prep: int) -> list[int]:
    words = parse.words
    return [c for c in words[prep].children if words[c].dep in ("pobj", "pcomp")]


def _add_prep(parse: Parse, frame: Frame, prep: int) -> None:
    words = parse.words
    name = words[prep].lower
    for o in _objects(parse, prep):
        frame.preps.setdefault(name, []).extend(conjuncts(parse, o) if words[o].dep == "pobj" else [o])
    for c in words[prep].children:  # "out of", "from near"
        if words[c].dep == "prep":
            for o in _objects(parse, c):
                frame.preps.setdefault(name, []).append(o)
                frame.preps.setdefault(words[c].lower, []).append(o)
        elif words[c].dep == "conj" and words[c].pos == "ADP":
            _add_prep(parse, frame, c)


def subject_of(parse: Parse, verb: int) -> list[int]:
    """The heads of the verb's own subject, active or passive."""
    words = parse.words
    for c in words[verb].children:
        if words[c].dep in _SUBJECTS:
            return _named(parse, c)
    return []


def controller(parse: Parse, verb: int, steps: int = 4) -> list[int]:
    """Who is understood as the subject of a verb that shows none ("having employed", "refusing to sign")."""
    words = parse.words
    word = words[verb]
    head = word.head
    if head == verb or steps == 0:
        return []
    if _gerund(parse, verb):
        return _under_preposition(parse, words[head].head, steps)
    if word.dep == "conj":
        return subject_of(parse, head) or _doer(parse, head) or controller(parse, head, steps - 1)
    if word.dep in ("acl", "relcl"):
        return (
            [head]
            if words[head].pos in ("NOUN", "PROPN", "PRON", "NUM") and word.tag in ("VBG", "VBN")
            else (possessors(parse, head) or controller_of_noun(parse, head, steps - 1))
        )
    if word.dep in ("pcomp", "prep") or (word.dep == "pobj" and words[head].pos in ("ADP", "SCONJ")):
        return _under_preposition(parse, head, steps)
    if word.dep in ("acomp", "attr"):
        return subject_of(parse, head) or controller(parse, head, steps - 1)
    if word.dep in ("xcomp", "ccomp", "advcl", "dep", "oprd"):
        if word.dep != "advcl" and words[head].lemma in OBJECT_CONTROL:
            objects = _objects_of(parse, head)
            if objects:
                return objects
        if word.dep == "advcl":
            return _doer(parse, head) or controller(parse, head, steps - 1)
        return subject_of(parse, head) or controller(parse, head, steps - 1)
    return []


def _under_preposition(parse: Parse, preposition: int, steps: int) -> list[int]:
    """The subject of a gerund after a preposition: whom the verb above accuses, else its own subject."""
    words = parse.words
    above = words[preposition].head
    if words[above].dep == "dobj" and words[above].lower == "other":  # "accused each other of firing"
        above = words[above].head
    if words[above].pos not in ("VERB", "AUX"):
        return controller_of_noun(parse, above, steps - 1)
    if words[above].lemma in OBJECT_CONTROL and words[preposition].lower in ("of", "for", "from", "over", "with"):
        return _objects_of(parse, above) or subject_of(parse, above)
    return subject_of(parse, above) or controller(parse, above, steps - 1)


def _doer(parse: Parse, verb: int) -> list[int]:
    """Who does what the verb says: its agent in the passive, else its subject."""
    words = parse.words
    if is_passive(parse, verb):
        for c in words[verb].children:
            if words[c].dep == "agent":
                return [p for o in _objects(parse, c) for p in conjuncts(parse, o)]
        return []
    return subject_of(parse, verb)


def _objects_of(parse: Parse, verb: int) -> list[int]:
    words = parse.words
    if is_passive(parse, verb):
        return subject_of(parse, verb)
    for c in words[verb].children:
        if words[c].dep == "dobj" or (words[c].dep == "dative" and words[c].pos != "ADP"):
            return conjuncts(parse, c)
    for c in words[verb].children:
        if words[c].dep == "prep" and words[c].lower in ("on", "upon", "to"):
            objects = [p for o in _objects(parse, c) if words[o].dep == "pobj" for p in conjuncts(parse, o)]
            if objects:
                return objects
    return []


def possessors(parse: Parse, noun: int) -> list[int]:
    """Whose the noun is: its possessive, with what is coordinated to it."""
    words = parse.words
    return [p for c in words[noun].children if words[c].dep == "poss" for p in conjuncts(parse, c)]


def controller_of_noun(parse: Parse, noun: int, steps: int = 3) -> list[int]:
    """Who does the act that a noun names: its possessor, or the subject of the verb it belongs to."""
    found = possessors(parse, noun)
    if found or steps <= 0:
        return found
    word = parse.words[noun]
    if word.dep in ("dobj", "attr") and parse.words[word.head].pos in ("VERB", "AUX"):
        return subject_of(parse, word.head) or controller(parse, word.head, steps - 1)
    return []


def noun_frame(parse: Parse, noun: int) -> Frame:
    """The arguments of a noun: possessor and "by" as agents, its prepositions, the infinitive after it.

    ``complements`` are its modifiers, which may name agents too ("Azerbaijani incursions").
    """
    words = parse.words
    frame = Frame(noun, agents=possessors(parse, noun))
    for c in words[noun].children:
        dep = words[c].dep
        if dep in ("prep", "agent"):
            _add_prep(parse, frame, c)
        elif dep in ("amod", "compound", "nmod", "npadvmod"):
            frame.complements.append(c)
            frame.complements.extend(g for g in words[c].children if words[g].dep in ("conj", "amod", "compound"))
        elif dep in ("acl", "relcl"):
            if any(words[g].dep == "aux" and words[g].tag == "TO" for g in words[c].children):
                frame.clause, frame.infinitive = c, True
            elif is_passive(parse, c):
                for g in words[c].children:
                    if words[g].dep == "agent":
                        frame.agents.extend(p for o in _objects(parse, g) for p in conjuncts(parse, o))
                    elif words[g].dep == "prep":
                        _add_prep(parse, frame, g)
    frame.agents.extend(frame.preps.get("by", ()))
    return frame
