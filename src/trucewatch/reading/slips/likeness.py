"""A word in the place of one very like it: "the continent is engaged" where the text speaks of a contingent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Parse, Word

_BODIES = frozenset({"force", "mission", "organisation", "ministry", "group", "authority", "government"})
_AGENTS = tuple(load("slips")["agent endings"].split())
_SUBJECTS = ("nsubj", "nsubjpass")
_SHORTEST = 7
_NEAREST = 2  # edits


def lookalikes(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Definite subjects of acting verbs, used once, a letter or two from the head of a known body's name.

    The head is one that the document itself uses for a force, a mission or an institution.
    """
    parse = draft.parse
    heads = _heads(draft)
    if not heads:
        return
    count = Counter(
        word.lemma for word in parse.words if word.pos in ("NOUN", "PROPN") and len(word.lemma) >= _SHORTEST
    )
    for word in parse.words:
        if word.dep not in _SUBJECTS or word.tag != "NN" or count[word.lemma] != 1 or word.lemma in heads:
            continue
        if not _acts(parse, word) or word.lemma.endswith(_AGENTS):
            continue
        mention = draft.mention_at(word.i)
        if mention is not None and mention.actors:
            continue
        for head in heads:
            if _alike(word.lemma, head):
                yield Span(word.start, word.end), f"“{word.text}” does not fit here; “{head}” may be meant."
                break


def _heads(draft: Draft) -> list[str]:
    """The head nouns by which the document calls forces and bodies."""
    words = draft.parse.words
    found: dict[str, None] = {}
    for mention in draft.mentions:
        if mention.kind is MentionKind.PRONOUN or mention.person:
            continue
        word = words[mention.head]
        if len(word.lemma) < _SHORTEST or word.pos not in ("NOUN", "PROPN"):
            continue
        if any(draft.actors[id_].kind in _BODIES for id_ in mention.actors if id_ in draft.actors):
            found[word.lemma] = None
    return list(found)


def _acts(parse: Parse, word: Word) -> bool:
    """Whether ``word`` stands with "the" alone as subject of a verb that wants a doer."""
    words = parse.words
    determiner = parse.child(word.i, "det")
    verb = words[word.head]
    described = any(words[c].dep in ("amod", "compound", "poss", "prep", "relcl") for c in word.children)
    if determiner is None or words[determiner].lower != "the" or described:
        return False
    return verb.pos == "VERB" or (verb.lemma == "be" and parse.child(verb.i, "acomp") is not None)


def _alike(word: str, head: str) -> bool:
    if word[:3] != head[:3] or word.startswith(head) or head.startswith(word):
        return False
    return Levenshtein.distance(word, head, score_cutoff=_NEAREST) <= _NEAREST
