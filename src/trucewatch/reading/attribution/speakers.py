"""Who speaks: the source of a cue, by the syntax around it."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.model.text import Span
from trucewatch.reading.attribution.content import rejoined
from trucewatch.reading.attribution.scene import QUOTE_MARKS, Scene, Speaker
from trucewatch.reading.draft import MentionKind
from trucewatch.reading.lexicon import load

_CLIMBS = frozenset(("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acl"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_EMPTY = frozenset(("there", "this", "that", "which", "what", "us", "me", "him", "them", "whom"))
_LONGEST_PHRASE = 25
_MOST_JOINT = 8


def subject_of(scene: Scene, verb: int, *, passive: bool = False) -> int | None:
    """The head word of who does ``verb``: its own subject, or through control, coordination and participles.

    For a verb in the passive the agent ("by X"); with ``passive`` its grammatical subject ("X is quoted as").
    """
    words = scene.words
    current = verb
    for _ in range(6):
        is_passive = _is_passive(scene, current)
        if is_passive and not passive and current == verb:
            return _agent(scene, current)
        for c in words[current].children:
            if words[c].dep in ("nsubj", "nsubjpass", "csubj") and c != verb and words[c].pos not in ("VERB", "AUX"):
                return _antecedent(scene, current, c)
        word = words[current]
        if word.dep == "relcl":
            return word.head
        if word.dep == "acl":
            return word.head if word.tag in ("VBG", "VBN") or word.head < current else None
        if word.dep == "prep" and word.tag == "VBG":  # "including", "following": mislabelled participles
            current = word.head
            continue
        if word.dep not in _CLIMBS or word.head == current:
            return None
        if word.dep == "pcomp":
            prep = word.head
            current = words[prep].head if words[prep].dep == "prep" else prep
            if words[current].pos not in ("VERB", "AUX"):
                return None
            if (
                words[prep].lower in ("for", "of")
                and prep > current
                and (told := _object_of(scene, current)) is not None
            ):
                return told  # "blamed Baku for refusing"
            continue
        if word.dep == "ccomp" and any(words[c].dep == "mark" for c in word.children):
            return None
        if word.dep == "xcomp" and (told := _object_of(scene, word.head)) is not None:
            return told
        if word.dep == "conj" and (cue := rejoined(scene, current)) is not None:
            current = cue
            continue
        if word.dep == "conj" and (nearer := _nearer_subject(scene, current)) is not None:
            return nearer
        current = word.head
    return None


def _is_passive(scene: Scene, verb: int) -> bool:
    words = scene.words
    word = words[verb]
    deps = {words[c].dep for c in word.children}
    if "nsubjpass" in deps or "auxpass" in deps:
        return True
    return word.tag == "VBN" and word.dep in ("advcl", "acl") and not deps & {"aux", "nsubj"}


def _nearer_subject(scene: Scene, verb: int) -> int | None:
    """The subject of a clause between a coordinated verb and its head, where no "and" joins the two.

    "A began, while B, having waited, announced": the parser joins "announced" to "began".
    """
    words = scene.words
    head = words[verb].head
    between = range(head + 1, verb)
    if words[verb - 1].text != "," or any(c in between for c in scene.children(head, "cc")):
        return None
    for c in reversed(words[head].children):
        if c in between and words[c].dep == "advcl" and scene.parse.child(c, "mark") is not None:
            return scene.parse.child(c, "nsubj")
    return None


def _object_of(scene: Scene, verb: int) -> int | None:
    """The object that does the infinitive after ``verb`` ("urged Baku to say")."""
    return scene.parse.child(verb, "dobj")


def _agent(scene: Scene, verb: int) -> int | None:
    by = scene.parse.child(verb, "agent")
    if by is None:
        return None
    return scene.parse.child(by, "pobj")


def _antecedent(scene: Scene, verb: int, subject: int) -> int | None:
    """The subject itself, or the noun that a relative pronoun stands for."""
    word = scene.words[subject]
    if word.lower in _RELATIVE and scene.words[verb].dep == "relcl":
        return scene.words[verb].head
    return subject


def owner_of(scene: Scene, noun: int) -> int | None:
    """Who makes the claim a noun names: "X's claim", "the claim by X", "a warning from X", "the statement of X"."""
    words = scene.words
    owner = scene.parse.child(noun, "poss")
    if owner is not None:
        return owner
    for c in words[noun].children:
        if words[c].dep in ("prep", "agent") and words[c].lower in ("by", "from"):
            pobj = scene.parse.child(c, "pobj")
            if pobj is not None:
                return pobj
    return None


def speaker_at(scene: Scene, head: int, *, paper: bool = True) -> Speaker | None:
    """The speaker whose head word is ``head``; a paper's issuer where it is named; ``None`` for texts that bind."""
    word = scene.words[head]
    sources = load("sources")
    if word.lower in _EMPTY or word.lemma in sources["binding"] or head in scene.dated:
        return None
    if word.pos not in _NOMINAL and word.tag != "CD":
        return None
    if paper and word.lemma in sources["papers"]:
        owner = owner_of(scene, head)
        if owner is not None and scene.words[owner].lower not in _EMPTY:
            return speaker_at(scene, owner, paper=False)
    return Speaker(head, phrase(scene, head), _conjuncts(scene, head))


def _conjuncts(scene: Scene, head: int) -> tuple[int, ...]:
    """The heads coordinated with a noun, however many."""
    found: list[int] = []
    current: int | None = head
    while current is not None and len(found) < _MOST_JOINT:
        current = next((c for c in scene.children(current, "conj") if scene.words[c].pos in _NOMINAL), None)
        if current is not None:
            found.append(current)
    return tuple(found)


def _named_beside(scene: Scene, head: int) -> ActorRef | None:
    """The person whom an apposition names: "a spokesman for the rebels, Jorun Vask, denied"."""
    words = scene.words
    for i in range(head + 1, min(scene.parse.edges(head)[1], head + _LONGEST_PHRASE) + 1):
        if words[i - 1].text != "," or words[i].pos not in ("PROPN", "NOUN"):
            continue
        for j in range(i, min(i + 3, len(words))):
            mention = scene.draft.mention_at(j)
            if mention is None or mention.kind is not MentionKind.NAME or len(mention.actors) != 1:
                continue
            inside = scene.parse.within(mention.span)
            if inside and (mention.person or words[inside[-1]].ent == "PERSON") and _ends(scene, inside[-1] + 1):
                return scene.draft.refs(mention)[0]
    return None


def _ends(scene: Scene, i: int) -> bool:
    return i >= len(scene.words) or scene.words[i].text in (",", ".", "—", "–")


_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"))


def phrase(scene: Scene, head: int) -> Span:
    """The noun phrase of ``head``, without relative clauses and what follows a comma, quotation marks or a bracket."""
    words = scene.words
    first, last = scene.parse.edges(head)
    first = max(first, head - _LONGEST_PHRASE, scene.first_of_sentence(head))
    last = min(last, head + _LONGEST_PHRASE)
    level = scene.level[head]
    low = head
    while low > first and _belongs(scene, low - 1, level):
        low -= 1
    for c in words[head].children:
        if c > head and (words[c].dep in ("relcl", "acl", "advcl") or words[c].lower in ("as", "while", "when")):
            last = min(last, max(head, scene.parse.edges(c)[0] - 1))
    high = head
    while high < last and _belongs(scene, high + 1, level) and not _breaks(scene, high + 1):
        high += 1
    while low < head and words[low].pos in ("PUNCT", "CCONJ", "ADV", "SCONJ", "ADP"):
        low += 1
    while high > head and words[high].pos in ("PUNCT", "CCONJ", "ADP"):
        high -= 1
    if high > low and words[high].tag == "POS":
        high -= 1
    return scene.parse.span(low, high)


def _breaks(scene: Scene, i: int) -> bool:
    """Whether a mark ends a noun phrase: a comma, a bracket, a dash that does not join a compound."""
    word = scene.words[i]
    if word.text == "-":
        return scene.words[i - 1].end != word.start
    return word.text in (",", "—", "–", "(", ":", ";")


def _belongs(scene: Scene, i: int, level: int) -> bool:
    return scene.level[i] == level and scene.words[i].text not in QUOTE_MARKS


def reference(scene: Scene, speaker: Speaker | None) -> ActorRef:
    """The actor reference of a speaker: as names resolved it, else the words themselves."""
    if speaker is None or speaker.phrase is None:
        return ActorRef(None, "unnamed", None)
    heads = [] if speaker.head is None else [speaker.head, *speaker.also]
    found: list[ActorRef] = []
    for head in heads:
        mention = scene.draft.mention_at(head)
        if mention is not None:
            found.extend(scene.draft.refs(mention))
        elif (namesake := scene.namesake(head)) is not None:
            found.append(namesake)
    if not found and speaker.head is not None and (named := _named_beside(scene, speaker.head)) is not None:
        return named
    if not found or (len(heads) > 1 and len(found) < len(heads)):
        return ActorRef(None, speaker.phrase.of(scene.text), speaker.phrase)
    if len(found) == 1:
        alone = found[0]
        if alone.actor is None and speaker.head is not None:
            alone = _named_beside(scene, speaker.head) or alone
        if alone.actor is None and alone.mention is not None and speaker.phrase.holds(alone.mention):
            return ActorRef(None, speaker.phrase.of(scene.text), speaker.phrase)
        return alone
    name = " and ".join(dict.fromkeys(ref.name for ref in found))
    return ActorRef(None, name, speaker.phrase)


def is_first_person(scene: Scene, head: int | None) -> bool:
    """Whether a word is "I" or "we"."""
    return head is not None and scene.words[head].lower in ("i", "we")


def is_someone(scene: Scene, head: int) -> bool:
    """Whether a word may mean someone who holds a view: an actor, a named entity, a pronoun, a noun for persons."""
    word = scene.words[head]
    if word.ent in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    if word.pos == "PRON":
        return word.lower in ("he", "she", "they", "we", "i", "who", "both", "some", "many", "others", "all", "one")
    if word.lemma in load("sources")["people"]:
        return True
    mention = scene.draft.mention_at(head)
    return mention is not None and mention.kind is not MentionKind.PRONOUN
