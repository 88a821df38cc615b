"""Negation, modality and embedding: on what footing a word's event stands in its clause."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.reading.events.lexicon import words
from trucewatch.reading.events.scene import Scene
from trucewatch.reading.parse import Parse

_PLAN = words("plan")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_MAY = frozenset(("would", "could", "may", "might", "can", "should", "must", "ca", "'d", "need"))
DENY = frozenset(("deny", "refute", "disavow", "disprove"))
_ASKED = words("asked")
_NOT_REAL = frozenset(("risk", "fear", "danger", "possibility", "prospect", "threat", "case", "event"))
_REPORT = words("report")
_DOUBT = frozenset(
    (
        "planned",
        "scheduled",
        "upcoming",
        "future",
        "forthcoming",
        "proposed",
        "possible",
        "potential",
        "next",
        "imminent",
    )
)
_CLAIMS = frozenset(
    ("claim", "accusation", "allegation", "charge", "report", "assertion", "rumour", "rumor", "statement")
)
_PRESUPPOSING = words("presupposing")
_OCCURS = words("occurs")
_GOES = words("goes")
_FACTIVE_END = frozenset(("end", "halt", "stop", "cease", "suspend", "lift", "investigate"))


_DEPTH = 60  # words above: deeper trees are no sentences


@dataclass(slots=True)
class Footing:
    """How an event stands in its clause.

    ``dropped``: asked for, refused, feared or prevented, so no event of its own. ``denier`` is the word whose agent
    denies it, ``accuser`` the accusing word above it, ``top`` the word at which its own assertion ends.
    """

    negated: bool = False
    planned: bool = False
    hypothetical: bool = False
    dropped: bool = False
    must: bool = False
    denier: int | None = None
    accuser: int | None = None
    top: int = 0
    reporter: int | None = None  # the verb that reports the assertion
    relative: int | None = None  # what the relative clause is about, where the assertion is one
    word: int = -1


def footing(scene: Scene, word: int, barred: frozenset[int]) -> Footing:
    """The footing of the event at ``word``; ``barred`` are accepted events that swallow what hangs on them."""
    words = scene.words
    found = Footing(word=word)
    _own(scene, word, found)
    if found.hypothetical and _reported_future(scene, word):
        found.hypothetical, found.planned = False, True
    below, i = word, words[word].head
    real = False  # beyond a finite clause of time or cause nothing above bears on the event
    for _ in range(_DEPTH):
        if below == i:
            break
        link = words[below].dep
        if link == "ccomp" and words[i].lemma in _REPORT and words[i].lemma not in ("deny", "warn"):
            found.reporter = i
            break
        if words[i].lemma in _FACTIVE_END and link in ("dobj", "ccomp") and words[i].pos == "VERB":
            break  # what is to be ended is there
        if words[i].pos == "NOUN" and words[i].lemma in _PRESUPPOSING and link == "prep":
            break  # what is looked into has happened
        real = real or (link == "advcl" and _finite(scene, below))
        if not real:
            _above(scene, i, below, found, barred)
        if found.denier is not None:
            break
        if link == "parataxis" and words[i].lemma in _REPORT:
            found.reporter = i
            break
        if link == "relcl":
            found.relative = i
            break
        below, i = i, words[i].head
    found.top = below
    found.dropped = found.dropped or found.must  # what must be done is asked for, not done
    return found


def _reported_future(scene: Scene, word: int) -> bool:
    """Whether "would" is the future of reported speech ("said it would send")."""
    words = scene.words
    if not any(words[c].lower in ("would", "'d") and words[c].dep == "aux" for c in words[word].children):
        return False
    head = words[words[word].head]
    if words[word].dep != "ccomp" or head.lemma not in _REPORT or head.tag not in ("VBD", "VBN"):
        return False
    return not any(
        words[c].dep == "advcl" and any(words[g].lower == "if" for g in words[c].children) for c in words[word].children
    )


def _own(scene: Scene, word: int, found: Footing) -> None:
    """What the word's own clause says: auxiliaries, negation, "if", determiners and adjectives."""
    words = scene.words
    for c in words[word].children:
        child = words[c]
        if child.dep == "neg" or child.lower in ("never", "neither"):
            found.negated = True
        elif child.dep in ("aux", "auxpass"):
            if child.lower in _FUTURE:
                found.planned = True
            elif child.lower in _MAY:
                found.hypothetical = True
                found.must = found.must or child.lower in ("must", "should")
        elif child.dep == "mark" and child.lower in ("if", "unless", "whether"):
            found.hypothetical = True
        elif child.dep == "det" and child.lower in ("no", "any", "neither"):
            found.negated = found.negated or child.lower != "any"
            found.hypothetical = found.hypothetical or child.lower == "any"
        elif child.dep in ("amod", "compound") and child.lower in _DOUBT:
            found.planned = child.lower not in ("possible", "potential")
            found.hypothetical = not found.planned
        elif (
            child.dep in ("nsubj", "nsubjpass")
            and any(
                words[g].lower in ("no", "neither") and words[g].dep in ("det", "preconj", "cc") for g in child.children
            )
        ) or (child.dep in ("nsubj", "nsubjpass") and child.lower in ("nobody", "none", "neither")):
            found.negated = True


def _above(scene: Scene, i: int, below: int, found: Footing, barred: frozenset[int]) -> None:
    """What the word above says of what hangs on it through ``below``."""
    words = scene.words
    head, link = words[i], words[below].dep
    if link in ("conj", "cc"):
        if head.pos in ("VERB", "AUX") and not _own_subject(scene, below) and not _own_tense(scene, i, below):
            _shared(scene, i, found)
        return
    if link in ("advcl", "nsubj", "nsubjpass", "csubj"):
        if link == "advcl" and _infinitive(scene, below):
            found.dropped = True
        if link != "advcl" and i not in barred and head.pos in ("VERB", "AUX") and below == found.word:
            _predicate(scene, i, found)
        return
    if (
        link == "acl"
        and _infinitive(scene, below)
        and head.lemma not in ("attempt", "bid", "decision", "plan", "agreement", "deal")
    ):
        found.dropped = True
        return
    if head.lemma in DENY and link in ("dobj", "xcomp", "ccomp", "pobj", "pcomp"):
        if undenied(scene.parse, i):
            found.hypothetical = True  # "neither confirmed nor denied"
        else:
            found.denier = i
        return
    if head.lemma in _CLAIMS and link in ("prep", "acl", "relcl", "ccomp"):
        denier = words[head.head]
        if denier.lemma in DENY or denier.lemma in ("reject", "dismiss", "refute"):
            found.denier = denier.i
        return
    if i in barred and link in ("xcomp", "ccomp", "dobj", "prep", "acl", "pcomp", "nsubjpass", "dative"):
        found.dropped = True
        return
    if link in ("xcomp", "ccomp", "pcomp", "acomp", "dobj", "prep", "acl", "pobj", "attr", "oprd"):
        _embedding(scene, i, below, found)


def undenied(parse: Parse, verb: int) -> bool:
    """Whether the verb of denial is itself negated."""
    words = parse.words
    around = [*words[verb].children, *words[words[verb].head].children]
    return any(words[c].lower in ("not", "n't", "nor", "neither", "never") for c in around)


def _embedding(scene: Scene, i: int, below: int, found: Footing) -> None:
    words = scene.words
    head, link = words[i], words[below].dep
    lemma = head.lemma
    if lemma in ("rule", "exclude") and link == "dobj" and undenied(scene.parse, i):
        found.planned = True  # "did not rule out talks"
    elif lemma in _PLAN and link in ("xcomp", "ccomp", "dobj", "acl", "acomp"):
        if lemma in ("hope", "want", "expect") and link == "dobj":
            return
        found.planned = True
        _shared(scene, i, found)
    elif lemma == "be" and link == "xcomp" and _infinitive(scene, below):
        found.planned = True  # "is to visit"
    elif lemma in ("accuse", "blame", "criticise", "criticize", "condemn", "denounce", "accusation"):
        found.accuser = i
    elif lemma in _ASKED and head.pos != "AUX" and _swallows(scene, i, below):
        found.dropped = True
    elif link == "prep" and words[below].lower == "for" and lemma in _GOES:
        _shared(scene, i, found)  # "will travel for talks"
    elif link == "prep" and words[below].lower == "for" and lemma in ("plan", "prepare", "preparation", "schedule"):
        found.planned = True
    elif head.pos in ("VERB", "AUX") and link in ("dobj", "xcomp", "attr", "acomp"):
        there = link != "attr" or any(words[c].dep == "expl" for c in head.children)  # "there was no shelling"
        _shared(scene, i, found, negation=there)


def _swallows(scene: Scene, i: int, below: int) -> bool:
    """Whether a word that asks, fears or prevents makes what hangs on it unreal."""
    head, link = scene.words[i], scene.words[below].dep
    if head.pos == "NOUN":
        return link in ("acl", "prep") or (link == "pobj" and head.lemma in _NOT_REAL)
    if link == "prep":
        return scene.words[below].lower in ("for", "from", "to") and head.lemma not in (
            "want",
            "believe",
            "stop",
            "end",
            "halt",
        )
    return not (head.lemma in _FACTIVE_END and link == "dobj") and not (head.lemma == "believe" and link != "xcomp")


def _shared(scene: Scene, i: int, found: Footing, *, negation: bool = True) -> None:
    """The modality of a verb that carries over to its complement, and its ``negation`` where that does."""
    other = Footing()
    _own(scene, i, other)
    found.negated = found.negated or (other.negated and negation)
    found.planned = found.planned or other.planned
    found.hypothetical = found.hypothetical or other.hypothetical


def _predicate(scene: Scene, i: int, found: Footing) -> None:
    """What a verb says of the event noun that is its subject: "talks will be held", "no shelling was recorded"."""
    exists = scene.carries(i) or scene.words[i].lemma in _OCCURS
    _shared(scene, i, found, negation=exists)  # "the attack was not forgotten" denies no attack
    children = scene.words[i].children
    if scene.words[i].lemma == "be" and any(scene.words[c].dep == "xcomp" and _infinitive(scene, c) for c in children):
        found.planned = True  # "a meeting is to be held"
    lemma = scene.words[i].lemma
    if lemma in ("schedule", "plan", "expect") and scene.words[i].tag == "VBN":
        found.planned = True
    if lemma in ("thwart", "avert", "prevent"):
        found.hypothetical = True


def _infinitive(scene: Scene, verb: int) -> bool:
    words = scene.words
    return any(words[c].tag == "TO" for c in words[verb].children)


def _finite(scene: Scene, verb: int) -> bool:
    words = scene.words
    return any(
        words[c].dep in ("mark", "nsubj", "nsubjpass") or words[c].lower in ("when", "as", "after")
        for c in words[verb].children
    )


def _own_tense(scene: Scene, head: int, below: int) -> bool:
    """Whether a coordinated verb has a tense of its own, so that auxiliaries and "not" before the first are not its.

    "Had not left the town and shelled the market" tells of shelling; "had not fired or shelled" does not.
    """
    words = scene.words
    if words[below].tag not in _FINITE or words[head].tag in _FINITE:
        return False
    joined = [words[c].lower for c in words[head].children if words[c].dep == "cc" and head < c < below]
    return bool(joined) and joined[-1] not in ("or", "nor")


def _own_subject(scene: Scene, verb: int) -> bool:
    words = scene.words
    return any(words[c].dep in ("nsubj", "nsubjpass") for c in words[verb].children)
