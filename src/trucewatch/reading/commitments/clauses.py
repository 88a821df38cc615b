"""Clauses of the parse as duties need them: subjects under control, agents, verb phrases and their conjuncts."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.text import Span
from trucewatch.reading.commitments.words import BLAMING, OWN_ACTS
from trucewatch.reading.parse import Parse, Word

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_RELATIVES = frozenset(["who", "which", "that", "whom"])
_LOOSE = frozenset({"relcl", "advcl", "acl", "conj"})
_FINITE = frozenset({"VBZ", "VBD", "VBP"})
_MOST_JOINED = 12
_STOPS = frozenset(",;:—–-")


def subject(parse: Parse, verb: int) -> int | None:
    """The word that does (or undergoes) ``verb``: its own subject, or the one that controls it from above.

    A relative pronoun gives its antecedent. ``None`` when no word in the sentence is it.
    """
    words = parse.words
    seen = 0
    while seen < 8:  # a chain of control is short; the bound keeps odd trees from looping
        seen += 1
        own = parse.child(verb, *_SUBJECTS)
        word = words[verb]
        if own is not None:
            if words[own].lower in _RELATIVES and word.dep == "relcl":
                return word.head
            return own
        if word.dep in ("relcl", "acl"):
            return word.head if word.tag in ("VBG", "VBN") else None
        if word.dep == "pcomp":
            above = words[word.head].head  # the verb that "of" or "by" hangs on
            accused = blamed(parse, above)
            return parse.child(above, "nsubj") if accused is None else accused
        if word.dep == "xcomp" and (controller := parse.child(word.head, "dobj", "dative")) is not None:
            return controller
        if (
            word.dep not in ("conj", "xcomp", "advcl")
            or word.head == verb
            or words[word.head].pos not in ("VERB", "AUX")
        ):
            return None
        verb = _peer(words, word)
    return None


def _peer(words: list[Word], word: Word) -> int:
    """The verb whose subject ``word`` takes: its head, or the finite one above an infinitive that it is joined to."""
    verb = words[word.head]
    if word.dep == "conj" and word.tag in _FINITE:
        while verb.tag == "VB" and verb.dep in ("xcomp", "conj", "ccomp", "advcl") and words[verb.head].pos == "VERB":
            verb = words[verb.head]
    return verb.i


def blamed(parse: Parse, verb: int) -> int | None:
    """In "accused Togo of violating": Togo; ``None`` where ``verb`` is no verb of blaming."""
    if parse.words[verb].lemma not in BLAMING:
        return None
    return parse.child(verb, "nsubjpass") if passive(parse, verb) else parse.child(verb, "dobj")


def infinitive(parse: Parse, i: int) -> int | None:
    """The verb of the "to" phrase that hangs on word ``i``."""
    words = parse.words
    for child in words[i].children:
        if child > i and words[child].dep in ("xcomp", "advcl", "acl", "relcl", "ccomp") and words[child].tag == "VB":
            to = parse.child(child, "aux")
            if to is not None and words[to].lower == "to":
                return child
    return None


def agent(parse: Parse, verb: int) -> int | None:
    """The word after "by" that does a passive ``verb``."""
    by = parse.child(verb, "agent")
    return None if by is None else parse.child(by, "pobj")


def passive(parse: Parse, verb: int) -> bool:
    """Whether ``verb`` stands in the passive."""
    return parse.child(verb, "auxpass", "nsubjpass") is not None


def negated(parse: Parse, verb: int) -> bool:
    """Whether ``verb`` is negated."""
    return parse.child(verb, "neg") is not None


def coordinated(parse: Parse, i: int) -> Iterator[int]:
    """Word ``i`` and the words joined to it by "and", at most as many as parties can be."""
    words = parse.words
    count = 0
    following: int | None = i
    while following is not None and count < _MOST_JOINED:
        here, count = following, count + 1
        yield here
        following = parse.child(here, "conj")
        yield from (c for c in words[here].children if words[c].dep == "conj" and c != following)


def joined_verbs(parse: Parse, verb: int) -> Iterator[int]:
    """``verb`` and the verbs joined to it that share its subject and have an object or preposition of their own."""
    words = parse.words
    waiting = [verb]
    count = 0
    while waiting and count < _MOST_JOINED:
        here, count = waiting.pop(), count + 1
        yield here
        waiting += [c for c in reversed(words[here].children) if _shares_subject(parse, here, c)]


def _shares_subject(parse: Parse, verb: int, child: int) -> bool:
    word = parse.words[child]
    if word.dep != "conj" or parse.child(child, *_SUBJECTS) is not None:
        return False
    # A verb taken for a noun ("hands over 40 vehicles") still has an object.
    misread = word.pos == "NOUN" and parse.child(child, "dobj") is not None
    alike = misread or (word.pos == "VERB" and word.tag == parse.words[verb].tag)
    return alike and parse.child(child, "dobj", "prep", "prt", "advmod") is not None


def gapped(parse: Parse, verb: int) -> Iterator[int]:
    """Further objects of ``verb`` with terms of their own: "returns the valley by May and the ridge by June"."""
    words = parse.words
    if parse.child(verb, "dobj", "nsubjpass") is None:
        return
    for child in words[verb].children:
        noun = words[child].dep == "conj" and words[child].pos in ("NOUN", "PROPN") and child > verb
        if noun and parse.child(child, "prep") is not None and parse.child(child, "dobj", "nsubj") is None:
            yield child


def verb_phrase(parse: Parse, verb: int) -> Span:
    """The words from ``verb`` (with its "not") to the end of its phrase.

    A passive takes in what it is done to ("all prisoners shall be released"). Joined verbs that are duties of their
    own, non-restrictive clauses after a comma and closing marks are left out.
    """
    words = parse.words
    first = verb
    neg = parse.child(verb, "neg")
    if neg is not None and neg < verb:
        first = neg
    matter = parse.child(verb, "nsubjpass")
    if matter is not None and words[matter].tag not in ("WDT", "WP"):
        first = parse.edges(matter)[0]
    last = _last(parse, verb)
    own = set(joined_verbs(parse, verb)) - {verb}
    for child in words[verb].children:
        if child > verb and child in own:
            last = min(last, child - 1)
    return trimmed(parse, first, max(last, verb))


def _last(parse: Parse, verb: int) -> int:
    """The last word of the phrase, cut before the first loose clause behind a comma or a dash."""
    words = parse.words
    last = parse.edges(verb)[1]
    for i in range(verb + 1, last):
        if words[i].text in _STOPS and loosens(words, i + 1):
            return i - 1
        if words[i].dep == "cc" and words[words[i].head].pos in ("VERB", "AUX") and words[i].head <= verb:
            return i - 1
    return last


def loosens(words: list[Word], i: int) -> bool:
    """Whether a comma before word ``i`` cuts off a clause that only adds: ", which ...", ", adding ...", ", while"."""
    word = words[i]
    return (
        word.tag in ("WDT", "WP", "WRB", "WP$")
        or (word.tag == "VBG" and word.dep in _LOOSE)
        or word.lower in ("while", "but", "as", "although", "though", "according", "after", "because")
    )


def trimmed(parse: Parse, first: int, last: int) -> Span:
    """The span from ``first`` to ``last`` without marks and conjunctions at its end."""
    words = parse.words
    while last > first and (words[last].pos in ("PUNCT", "CCONJ", "SCONJ") or not words[last].text.strip("\"'“”’‘")):
        last -= 1
    return parse.span(first, last)


_PARTS = frozenset({"work", "works", "portion", "part", "section", "stretch", "segment", "stage", "phase"})


def owners(parse: Parse, noun: int) -> tuple[int, ...]:
    """Who an act is of: "its portion", "Israel's withdrawal", "the withdrawal of Ugandan troops", "by both sides"."""
    words = parse.words
    owner = parse.child(noun, "poss")
    if owner is not None:
        return tuple(coordinated(parse, owner))
    for child in words[noun].children:
        if words[child].dep in ("prep", "agent") and words[child].lower == "by":
            inner = parse.child(child, "pobj")
            if inner is not None and words[inner].ent not in ("DATE", "TIME"):
                return tuple(coordinated(parse, inner))
    for child in words[noun].children:
        if words[child].dep == "amod" and words[child].text[:1].isupper():
            return (child,)
        if words[child].dep == "prep" and words[child].lower == "of" and words[noun].lemma in OWN_ACTS:
            inner = parse.child(child, "pobj")
            if inner is not None:
                return tuple(coordinated(parse, inner))
    if words[noun].lemma in _PARTS:  # "work on the Armenian section"
        on = parse.child(noun, "prep")
        inner = None if on is None else parse.child(on, "pobj")
        return () if inner is None or words[inner].lemma not in _PARTS else owners(parse, inner)
    return ()
