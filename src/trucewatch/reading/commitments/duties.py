"""Duties that are owed: what binds, in the words of reports and agreements.

"The sides must prepare", "X shall withdraw", "is required to", "undertook to", "the deal requires X to", "calls for the
withdrawal of", "has until 5 May to".
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.commitment import Fulfilment
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.clauses import (
    agent,
    coordinated,
    gapped,
    infinitive,
    joined_verbs,
    negated,
    passive,
    subject,
    verb_phrase,
)
from trucewatch.reading.commitments.duty import Duty, Force
from trucewatch.reading.commitments.provided import body_of, noun_duties, phrase, provided
from trucewatch.reading.parse import Parse, Word

_OWED = Fulfilment.OWED


def owed(parse: Parse, word: Word) -> Iterator[Duty]:
    """The duties that ``word`` brings about, if it is a word that binds."""
    if word.tag == "MD":
        yield from _modal(parse, word)
    elif word.pos in ("VERB", "AUX"):
        if word.lemma in lists.REQUIRED and word.tag == "VBN" and passive(parse, word.i):
            yield from _required(parse, word)
        elif word.lemma in lists.PROVIDING and (body := body_of(parse, word)) is not None:
            yield from provided(parse, word, body)
        elif word.lemma in lists.BINDING and not negated(parse, word.i):
            yield from _bound(parse, word)
        elif word.lemma in ("have", "be", "need") or (word.lemma == "give" and passive(parse, word.i)):
            yield from _to_do(parse, word)
    elif word.pos == "ADJ" and word.lower in lists.DUE:
        yield from _required(parse, word)
    elif word.pos == "NOUN" and word.lemma in lists.DUTIES:
        yield from noun_duties(parse, word)


def duties(parse: Parse, verb: int, top: int, force: Force, *, body: int | None = None) -> Iterator[Duty]:
    """One duty for ``verb`` and each verb joined to it with an object of its own."""
    for each in joined_verbs(parse, verb):
        if parse.words[each].lemma in ("be", "have") and each == verb and parse.child(each, "xcomp") is not None:
            continue  # "must be ready to": the frame below binds
        doers = _doers(parse, each)
        yield Duty(each, top, doers, verb_phrase(parse, each), _OWED, force, body)
        for noun in gapped(parse, each):
            yield Duty(noun, noun, doers, phrase(parse, noun), _OWED, force, body)


def _doers(parse: Parse, verb: int) -> tuple[int, ...]:
    if passive(parse, verb):
        doer = agent(parse, verb)
        if doer is None and parse.words[verb].lemma in lists.MOVING:
            doer = parse.child(verb, "nsubjpass")  # forces that are withdrawn are bound to go
    else:
        doer = subject(parse, verb)
    return () if doer is None else tuple(coordinated(parse, doer))


def _modal(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Must", "shall", and "will", which binds only where an instrument or a promise stands behind it."""
    should = word.lower == "should"
    if word.dep != "aux" or not (should or word.lower in lists.MODALS | lists.FUTURES):
        return
    verb = word.head
    if parse.words[verb].pos not in ("VERB", "AUX"):
        return
    future = word.lower in lists.FUTURES
    perfect = any(parse.words[c].lemma == "have" and parse.words[c].dep == "aux" for c in parse.words[verb].children)
    if should and not perfect:
        return  # advice; only "should have left" tells of a duty
    for duty in duties(parse, verb, verb, Force.FIRM if word.lower == "shall" else Force.WEAK):
        status = Fulfilment.UNKNOWN if perfect else _OWED
        yield Duty(duty.verb, duty.top, duty.subjects, duty.action, status, duty.force, None, future)


def _required(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Is required to", "is due to", "committed to withdrawing" in the passive."""
    verb = infinitive(parse, word.i)
    if verb is not None:
        strong = word.lemma in ("require", "oblige", "obligate") or word.lower in ("obliged", "obligated")
        top = word.i if word.pos != "ADJ" else word.head
        doer = subject(parse, top)
        force = Force.FIRM if strong else Force.PLAIN
        for duty in duties(parse, verb, top, force):
            doers = duty.subjects if doer is None else tuple(coordinated(parse, doer))
            yield Duty(duty.verb, top, doers, duty.action, _OWED, force)


def _to_do(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Has to", "is to", "has yet to", "needs to", "has until 5 May to", "was given 60 days to"."""
    words = parse.words
    verb = infinitive(parse, word.i)
    if verb is None and word.lemma in ("have", "give"):
        term = next((c for c in words[word.i].children if words[c].dep == "dobj" and words[c].ent == "DATE"), None)
        verb = None if term is None else infinitive(parse, term)
    if verb is None or parse.child(word.i, "acomp", "attr") is not None:
        return
    to = parse.child(verb, "aux")
    between = [words[i].lower for i in range(word.i + 1, verb if to is None else to)]
    allowed = {"not", "yet", "also", "still", "now", "then", "both"}
    termed = word.lemma in ("have", "give") and ("until" in between or "days" in between or "months" in between)
    if not termed and (any(w not in allowed for w in between) or word.lemma == "need"):
        return
    doer = subject(parse, word.i)
    plain = termed or word.lemma == "be" or "yet" in between
    for duty in duties(parse, verb, word.i, Force.PLAIN if plain else Force.WEAK):
        doers = duty.subjects if doer is None or passive(parse, duty.verb) else tuple(coordinated(parse, doer))
        yield Duty(duty.verb, word.i, doers, duty.action, _OWED, duty.force)


def _bound(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Agreed to", "pledged that it would", "committed itself to withdrawing", "guaranteed the release of"."""
    words = parse.words
    doer = subject(parse, word.i)
    doers = () if doer is None else tuple(coordinated(parse, doer))
    verb = infinitive(parse, word.i)
    if verb is not None:
        for duty in duties(parse, verb, word.i, Force.PLAIN):
            yield Duty(duty.verb, word.i, doers, duty.action, _OWED, Force.PLAIN)
        return
    clause = parse.child(word.i, "ccomp")
    if clause is not None and clause > word.i and words[clause].pos in ("VERB", "AUX"):
        own = subject(parse, clause)
        if own is not None and not passive(parse, clause) and words[own].pos != "PRON":
            doers = tuple(coordinated(parse, own))
        future = any(words[c].tag == "MD" for c in words[clause].children)
        if future:
            yield Duty(clause, word.i, doers, verb_phrase(parse, clause), _OWED, Force.PLAIN)
        return
    yield from _matter(parse, word, doers)


def _matter(parse: Parse, word: Word, doers: tuple[int, ...]) -> Iterator[Duty]:
    """A noun of the trade or a gerund that a binding verb governs, at once or through "to", "on", "for"."""
    words = parse.words
    for child in words[word.i].children:
        target = child
        if child > word.i and words[child].dep == "prep" and words[child].lower in ("to", "on", "for"):
            inner = parse.child(child, "pobj", "pcomp")
            if inner is None:
                continue
            target = inner
        elif words[child].dep != "dobj":
            continue
        if words[target].tag == "VBG" and words[target].dep == "pcomp":
            yield Duty(target, word.i, doers, verb_phrase(parse, target), _OWED, Force.PLAIN)
        elif words[target].lemma in lists.WORKS:
            yield Duty(target, word.i, doers, phrase(parse, target), _OWED, Force.PLAIN)
