"""What a text says of keeping a commitment: begun, under way, done, breached, refused."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.commitment import Fulfilment
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.clauses import (
    agent,
    coordinated,
    infinitive,
    negated,
    owners,
    passive,
    subject,
    verb_phrase,
)
from trucewatch.reading.commitments.duty import Duty, Force
from trucewatch.reading.commitments.provided import phrase
from trucewatch.reading.parse import Parse, Word

_VERBS: dict[str, Fulfilment] = {
    **dict.fromkeys(lists.BEGINNING, Fulfilment.BEGUN),
    **dict.fromkeys(lists.CONTINUING, Fulfilment.UNDER_WAY),
    **dict.fromkeys(lists.FINISHING, Fulfilment.DONE),
    **dict.fromkeys(lists.BREACHING, Fulfilment.BREACHED),
    **dict.fromkeys(lists.FAILING, Fulfilment.BREACHED),
    **dict.fromkeys(lists.REFUSING, Fulfilment.REFUSED),
}
_PARTS = frozenset(
    {
        "portion",
        "part",
        "section",
        "stretch",
        "work",
        "works",
        "segment",
        "stage",
        "phase",
        "process",
        "leg",
        "half",
        "share",
    }
)


def told(parse: Parse, word: Word) -> Iterator[Duty]:
    """The duties whose keeping ``word`` tells of, if it is such a word."""
    status = _VERBS.get(word.lemma)
    if status is not None and word.pos == "VERB":
        if status in (Fulfilment.BREACHED, Fulfilment.REFUSED):
            yield from _not_kept(parse, word, status)
        else:
            yield from _kept(parse, word, status)
    elif word.lemma in lists.MISSING and word.pos == "VERB":
        yield from _missed(parse, word)
    elif word.lemma == "be" and word.pos == "AUX":
        yield from _state(parse, word)
    elif word.lemma == "near" and word.pos == "VERB":
        yield from _near(parse, word)
    elif word.tag == "VBN" and word.lemma in lists.ACTS and _being(parse, word):
        yield from _building(parse, word)


def of_the_trade(parse: Parse, noun: int) -> bool:
    """Whether a noun is an act or a work of the trade: itself, or what it is a part of ("its portion of the road")."""
    words = parse.words
    lemma = words[noun].lemma
    if lemma in lists.WORKS:
        return True
    if lemma not in _PARTS:
        return False
    prep = next((c for c in words[noun].children if words[c].dep == "prep" and words[c].lower in ("of", "on")), None)
    inner = None if prep is None else parse.child(prep, "pobj")
    if inner is not None and words[inner].tag == "VBG":
        return True
    return inner is not None and words[inner].lemma in lists.WORKS | _PARTS


def _doers(parse: Parse, verb: int) -> tuple[int, ...]:
    doer = subject(parse, verb)
    return () if doer is None else tuple(coordinated(parse, doer))


def _kept(parse: Parse, word: Word, status: Fulfilment) -> Iterator[Duty]:
    """ "Began the construction of", "continues to withdraw", "completed the exchange"; passives and the like."""
    words = parse.words
    modal = any(words[c].tag == "MD" for c in words[word.i].children) or word.tag == "VB"
    if modal:
        return
    if negated(parse, word.i):
        yield from _unkept(parse, word, status)
        return
    if passive(parse, word.i):
        matter = parse.child(word.i, "nsubjpass")
        if matter is not None and of_the_trade(parse, matter):
            doer = agent(parse, word.i)
            doers = owners(parse, matter) if doer is None else tuple(coordinated(parse, doer))
            yield Duty(matter, word.i, doers, phrase(parse, matter), status, Force.PLAIN)
        return
    matter = parse.child(word.i, "dobj")
    doers = _doers(parse, word.i)
    if matter is not None:
        bond = status is Fulfilment.DONE and words[matter].lemma in lists.BONDS
        if of_the_trade(parse, matter) or bond:
            yield Duty(matter, word.i, doers, phrase(parse, matter), status, Force.PLAIN)
        return
    verb = infinitive(parse, word.i) or next(
        (c for c in words[word.i].children if words[c].tag == "VBG" and c > word.i), None
    )
    if verb is not None and words[verb].dep in ("xcomp", "ccomp", "advcl"):
        if words[verb].lemma in lists.ACTS - {"keep", "turn", "give", "report", "form"}:
            yield Duty(verb, word.i, doers, verb_phrase(parse, verb), status, Force.PLAIN)
        return
    matter = parse.child(word.i, "nsubj")
    if matter is not None and of_the_trade(parse, matter) and status is not Fulfilment.DONE:
        yield Duty(matter, word.i, owners(parse, matter), phrase(parse, matter), status, Force.PLAIN)


def _unkept(parse: Parse, word: Word, status: Fulfilment) -> Iterator[Duty]:
    """ "Has not honoured its commitments", "did not implement the accord"."""
    matter = parse.child(word.i, "dobj")
    past = word.tag == "VBN" or any(parse.words[c].lower == "did" for c in word.children)
    if status is Fulfilment.DONE and past and matter is not None and parse.words[matter].lemma in lists.BONDS:
        doers = _doers(parse, word.i)
        yield Duty(matter, word.i, doers, phrase(parse, matter), Fulfilment.BREACHED, Force.PLAIN)


def _not_kept(parse: Parse, word: Word, status: Fulfilment) -> Iterator[Duty]:
    """ "Violates the ceasefire", "failed to withdraw", "refuses to sign the annex"."""
    words = parse.words
    if negated(parse, word.i):
        return
    doers = _doers(parse, word.i)
    if word.lemma in lists.BREACHING:
        if passive(parse, word.i):
            matter = parse.child(word.i, "nsubjpass")
            doer = agent(parse, word.i)
            doers = () if doer is None else tuple(coordinated(parse, doer))
        else:
            matter = parse.child(word.i, "dobj")
        if matter is not None and words[matter].lemma in lists.BONDS:
            yield Duty(matter, word.i, doers, phrase(parse, matter), status, Force.PLAIN)
        return
    verb = infinitive(parse, word.i)
    if verb is None:
        return
    if words[verb].lemma in lists.ACTS or words[verb].lemma in lists.SIGNING:
        yield Duty(verb, word.i, doers, verb_phrase(parse, verb), status, Force.PLAIN)


def _missed(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Missed the deadline to withdraw", "missed the deadline for the withdrawal"."""
    words = parse.words
    matter = parse.child(word.i, "dobj")
    if matter is None or words[matter].lemma != "deadline" or negated(parse, word.i):
        return
    verb = infinitive(parse, matter) or infinitive(parse, word.i)
    prep = parse.child(matter, "prep")
    inner = None if prep is None else parse.child(prep, "pobj", "pcomp")
    doers = _doers(parse, word.i)
    if verb is not None:
        yield Duty(verb, word.i, doers, verb_phrase(parse, verb), Fulfilment.BREACHED, Force.PLAIN)
    elif inner is not None:
        yield Duty(inner, word.i, doers, phrase(parse, inner), Fulfilment.BREACHED, Force.PLAIN)


def _state(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Is near completion", "is under way", "is complete", "is 80 per cent finished"."""
    words = parse.words
    matter = parse.child(word.i, "nsubj")
    if matter is None or not of_the_trade(parse, matter) or negated(parse, word.i):
        return
    if any(words[c].tag == "MD" for c in words[word.i].children):
        return
    status = _standing(parse, word)
    if status is not None:
        yield Duty(matter, word.i, owners(parse, matter), phrase(parse, matter), status, Force.PLAIN)


def _standing(parse: Parse, word: Word) -> Fulfilment | None:
    words = parse.words
    for child in words[word.i].children:
        if child < word.i:
            continue
        lower = words[child].lower
        if lower in ("near", "nearing", "underway", "ongoing"):
            return Fulfilment.UNDER_WAY
        if words[child].dep == "prep" and lower in ("under", "in", "on", "close"):
            inner = parse.child(child, "pobj")
            if inner is not None and words[inner].lower in lists.WAYS | {"completion"}:
                return Fulfilment.UNDER_WAY
        if words[child].dep in ("acomp", "advmod", "attr") and lower in lists.COMPLETE:
            low, _ = parse.edges(child)
            partly = any(words[i].lower in _PARTLY for i in range(low, child))
            return Fulfilment.UNDER_WAY if partly else Fulfilment.DONE
    return None


_PARTLY = frozenset({"nearly", "almost", "partly", "largely", "partially", "half", "percent", "cent", "%"})


def _near(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "Is nearing completion"."""
    words = parse.words
    matter, goal = parse.child(word.i, "nsubj"), parse.child(word.i, "dobj")
    near_end = goal is not None and words[goal].lemma in ("completion", "end")
    if matter is not None and near_end and of_the_trade(parse, matter):
        yield Duty(matter, word.i, owners(parse, matter), phrase(parse, matter), Fulfilment.UNDER_WAY, Force.PLAIN)


def _being(parse: Parse, word: Word) -> bool:
    return any(parse.words[c].lower == "being" for c in parse.words[word.i].children)


def _building(parse: Parse, word: Word) -> Iterator[Duty]:
    """ "The road is being built", "prisoners are being released by both sides"."""
    matter = parse.child(word.i, "nsubjpass")
    if matter is None or parse.words[matter].pos == "PRON":
        return
    doer = agent(parse, word.i)
    doers = owners(parse, matter) if doer is None else tuple(coordinated(parse, doer))
    yield Duty(matter, word.i, doers, phrase(parse, matter), Fulfilment.UNDER_WAY, Force.PLAIN)
