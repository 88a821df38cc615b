"""Duties worded as what an instrument does, or as nouns.

"The deal requires X to free", "calls for the withdrawal of", "gives X 60 days to", "X's pledge to", "the deadline for".
"""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.commitment import Fulfilment
from trucewatch.model.text import Span
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.clauses import (
    coordinated,
    infinitive,
    joined_verbs,
    loosens,
    owners,
    passive,
    subject,
    trimmed,
    verb_phrase,
)
from trucewatch.reading.commitments.duty import Duty, Force
from trucewatch.reading.parse import Parse, Word

_BREAKS = frozenset("—–(:;")
_OWED = Fulfilment.OWED
_TELLING = frozenset({"say", "state", "specify", "stipulate", "provide", "prescribe"})


def phrase(parse: Parse, noun: int) -> Span:
    """The words of the noun phrase of ``noun``, cut before a dash, a bracket or an addition behind a comma."""
    words = parse.words
    first, last = parse.edges(noun)
    for i in range(noun + 1, last):
        mark = words[i].text
        if mark in _BREAKS or (
            mark == "," and (words[i + 1].dep in ("relcl", "appos", "acl") or loosens(words, i + 1))
        ):
            return trimmed(parse, first, max(noun, i - 1))
    return trimmed(parse, first, last)


def body_of(parse: Parse, verb: Word) -> int | None:
    """The word for an instrument that is the subject of ``verb`` ("the deal requires", "which stipulates")."""
    doer = subject(parse, verb.i)
    if doer is None or passive(parse, verb.i):
        return None
    return doer if parse.words[doer].lemma in lists.BODIES else None


def provided(parse: Parse, verb: Word, body: int) -> Iterator[Duty]:
    """What the instrument ``body`` requires, calls for, provides for, gives time for or says shall be."""
    words = parse.words
    clause = parse.child(verb.i, "ccomp")
    if clause is not None and clause > verb.i and words[clause].tag != "VB":
        if verb.lemma not in _TELLING or any(words[c].tag == "MD" for c in words[clause].children):
            yield from _clause(parse, verb, clause, body)
        return
    target = infinitive(parse, verb.i) or (clause if clause is not None and words[clause].tag == "VB" else None)
    held = next((c for c in words[verb.i].children if words[c].dep in ("dative", "dobj")), None)
    if target is None and held is not None:
        things = (c for c in words[verb.i].children if words[c].dep in ("dative", "dobj", "npadvmod"))
        target = next((found for c in things if (found := infinitive(parse, c)) is not None), None)
        giver = parse.child(verb.i, "dative")
        held = giver if giver is not None else held
    on = parse.child(verb.i, "prep")
    if held is None and on is not None and words[on].lower in ("on", "upon"):
        held = parse.child(on, "pobj")
        target = target or (None if held is None else infinitive(parse, held))
    if target is not None:
        own = parse.child(target, "nsubj", "nsubjpass")
        doer = own if own is not None else held
        for each in joined_verbs(parse, target):
            doers = () if doer is None or passive(parse, each) else tuple(coordinated(parse, doer))
            yield Duty(each, verb.i, doers, verb_phrase(parse, each), _OWED, Force.FIRM, body)
        return
    yield from _nouns(parse, verb, body)


def _clause(parse: Parse, verb: Word, clause: int, body: int) -> Iterator[Duty]:
    for each in joined_verbs(parse, clause):
        doer = None if passive(parse, each) else subject(parse, each)
        doers = () if doer is None else tuple(coordinated(parse, doer))
        yield Duty(each, verb.i, doers, verb_phrase(parse, each), _OWED, Force.FIRM, body)


def _nouns(parse: Parse, verb: Word, body: int) -> Iterator[Duty]:
    """ "Calls for the withdrawal of", "provides for", "envisages the return of"; obligors are in the phrase itself."""
    words = parse.words
    for child in words[verb.i].children:
        target: int | None = child
        if words[child].dep == "prep" and words[child].lower == "for":
            target = parse.child(child, "pobj")
        elif words[child].dep != "dobj":
            continue
        if target is None:
            continue
        for each in coordinated(parse, target):
            if words[each].lemma in lists.WORKS | {"end", "halt", "ban", "cessation", "establishment", "ceasefire"}:
                yield Duty(each, verb.i, owners(parse, each), phrase(parse, each), _OWED, Force.FIRM, body)
            elif words[each].tag == "VBG":
                yield Duty(each, verb.i, (), verb_phrase(parse, each), _OWED, Force.FIRM, body)


def noun_duties(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Russia's pledge to withdraw", "the obligation of both sides to free", "the deadline for Ordvia to leave"."""
    words = parse.words
    verb = infinitive(parse, word.i)
    doer = parse.child(word.i, "poss")
    of = next((c for c in words[word.i].children if words[c].dep == "prep" and words[c].lower in ("of", "for")), None)
    inner = None if of is None else parse.child(of, "pobj")
    if verb is None and inner is not None:
        verb = infinitive(parse, inner)
        doer = inner
    if verb is not None:
        own = parse.child(verb, "nsubj")
        doer = own if own is not None else doer if doer is not None else inner
        doers = () if doer is None else tuple(coordinated(parse, doer))
        for each in joined_verbs(parse, verb):
            yield Duty(each, word.i, doers, verb_phrase(parse, each), _OWED, Force.PLAIN)
    elif word.lemma == "deadline" and inner is not None and words[inner].lemma in lists.WORKS:
        yield Duty(inner, word.i, (), phrase(parse, inner), _OWED, Force.PLAIN)
