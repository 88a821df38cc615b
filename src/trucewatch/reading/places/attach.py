"""Which place belongs to a given event word.

Every place named in the word's sentence is weighed by how the parse ties it to the word, where it stands and how
closely it is located; the best is taken if it weighs more than nothing. The weights are a conditional logit model
with "no place" as one of the choices, fitted on half of the event_location corpus (see docs/gazetteer.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from trucewatch.model.place import NOWHERE, Place, PlaceRef
from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft
from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Word

FEATURES = (
    "bias",
    "below",
    "depth",
    "clauses_down",
    "clauses_up",
    "locative",
    "of",
    "from_to",
    "object",
    "passive_subject",
    "active_subject",
    "compound",
    "possessive",
    "distance",
    "before",
    "settlement",
    "country",
    "region",
    "facility",
    "outer",
    "unlocated",
    "near",
    "conjunct",
    "between_verbs",
)
WEIGHTS = (
    2.84, 0.55, -0.43, -0.4, 0.11, 0.84, 0.58, -0.54,
    0.72, -0.62, -0.72, -0.47, -1.02, -0.7, -0.5, 0.71,
    -0.38, 0.35, 0.4, -1.39, 0.35, -0.24, 0.59, -0.22,
)  # fmt: skip
_CLAUSE = frozenset({"relcl", "advcl", "ccomp", "acl", "xcomp", "parataxis", "pcomp", "conj"})
_BACK = frozenset(
    {"village", "town", "city", "settlement", "area", "district", "region", "site", "scene", "base", "camp"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place named in the sentence: its words ``[first, last]``, the word that heads them, and the place."""

    first: int
    last: int
    head: int
    place: Place
    span: Span


@cache
def _locative() -> frozenset[str]:
    return frozenset(load("places")["locative"]) | {"on"}


def place_for(draft: Draft, anchor_word: int) -> PlaceRef:
    """The place of the event that the word ``anchor_word`` stands for, or ``NOWHERE``.

    Requires ``draft.places``. Without a place in its sentence, a word that refers back ("there", "the village") gives
    the last settlement named in the paragraph.
    """
    found = candidates(draft, anchor_word)
    if not found:
        return _referred(draft, anchor_word)
    rows = features(draft, anchor_word, found)
    scores = [sum(weight * value for weight, value in zip(WEIGHTS, row, strict=True)) for row in rows]
    best = max(range(len(found)), key=lambda i: scores[i])
    if scores[best] <= 0:
        return NOWHERE
    return _ref(found[best].place, found[best].span)


def _ref(place: Place, span: Span) -> PlaceRef:
    return PlaceRef(place.id, place.name, span)


def candidates(draft: Draft, anchor_word: int) -> list[Candidate]:
    """The places named in the sentence of ``anchor_word``, in text order."""
    words = draft.parse.words
    sentence = draft.parse.sentences[words[anchor_word].sent]
    by_id = {place.id: place for place in draft.places}
    found: list[Candidate] = []
    i = sentence.first
    while i < sentence.last:
        ref = draft.place_at(Span(words[i].start, words[i].end))
        if ref is None or ref.mention is None or ref.place is None:
            i += 1
            continue
        inside = draft.parse.within(ref.mention)
        first, last = (inside[0], inside[-1]) if inside else (i, i)
        if not first <= anchor_word <= last:
            head = next((j for j in range(last, first - 1, -1) if not first <= words[j].head <= last), last)
            if not _of_teller(draft, head, anchor_word):  # where the teller sits is not where it happened
                found.append(Candidate(first, last, head, by_id[ref.place], ref.mention))
        i = last + 1
    return found


def _of_teller(draft: Draft, head: int, anchor: int) -> bool:
    """Whether the place stands in the subject of a verb of saying: "officials in Harrow said"."""
    words = draft.parse.words
    chain = [head, *draft.parse.up(head)]
    for n, (below, above) in enumerate(pairwise(chain)):
        if words[below].dep in ("nsubj", "nsubjpass") and words[above].lemma in _sayings():
            return anchor not in (chain[: n + 2] if head > below else chain)
    return False


@cache
def _sayings() -> frozenset[str]:
    return frozenset(load("places")["sayings"])


def features(draft: Draft, anchor_word: int, found: list[Candidate]) -> list[list[float]]:
    """What ties each candidate to the word, in the order of :data:`FEATURES`."""
    words = draft.parse.words
    above = {anchor_word: 0}
    for step, i in enumerate(draft.parse.up(anchor_word), start=1):
        above.setdefault(i, step)
    return [_row(words, anchor_word, above, each, found) for each in found]


def _row(words: list[Word], anchor: int, above: dict[int, int], each: Candidate, found: list[Candidate]) -> list[float]:
    path = _climb(words, each.head, above)
    meet = path[-1]
    deps = [words[i].dep for i in path[:-1]]
    top = words[path[-2]] if len(path) > 1 else words[each.head]
    preposition = next((words[i].lower for i in path[1:-1] if words[i].dep in ("prep", "agent", "mark")), "")
    below = meet == anchor
    chain = [i for i, step in above.items() if step < above.get(meet, 99)]
    low, high = sorted((anchor, each.head))
    place = each.place
    return [
        1.0,
        float(below),
        min(6, len(path)) / 2,
        float(sum(dep in _CLAUSE for dep in deps)),
        float(sum(words[i].dep in _CLAUSE for i in chain)),
        float(preposition in _locative()),
        float(preposition == "of"),
        float(preposition in ("from", "to")),
        float(below and top.dep in ("dobj", "obj", "pobj") and len(path) <= 3),
        float(top.dep == "nsubjpass"),
        float(top.dep == "nsubj"),
        float(words[each.head].dep in ("compound", "nmod", "amod")),
        float(words[each.head].dep == "poss"),
        log(1 + high - low),
        float(each.head < anchor),
        float(place.kind == "settlement"),
        float(place.kind == "country"),
        float(place.kind in ("region", "district", "area")),
        float(place.kind in ("facility", "road", "height", "corridor", "line")),
        float(_is_outer(words, each, found)),
        float(place.latitude is None),
        float(place.precision == "near"),
        float(words[each.head].dep == "conj"),
        min(4.0, sum(words[i].pos == "VERB" for i in range(low + 1, high))) / 2,
    ]


def _climb(words: list[Word], start: int, above: dict[int, int]) -> list[int]:
    """From ``start`` up to the first word that the anchor's own chain of heads holds."""
    path = [start]
    while path[-1] not in above and words[path[-1]].head != path[-1]:
        path.append(words[path[-1]].head)
    return path


def _is_outer(words: list[Word], each: Candidate, found: list[Candidate]) -> bool:
    """Whether this place only says where the one before it lies ("Musa Qala in Helmand province")."""
    for other in found:
        gap = each.first - other.last
        if 1 < gap <= 5 and words[other.last + 1].lower in (",", "in", "of", "(", "district", "province", "village"):
            return all(words[i].pos not in ("VERB", "AUX", "CCONJ") for i in range(other.last + 1, each.first))
    return False


def _referred(draft: Draft, anchor: int) -> PlaceRef:
    """The last settlement named in the paragraph before a sentence that refers back to it."""
    words, sentences = draft.parse.words, draft.parse.sentences
    here = sentences[words[anchor].sent]
    if not any(_refers_back(words, i) for i in range(here.first, here.last)):
        return NOWHERE
    for sentence in reversed(sentences[: words[anchor].sent]):
        if sentence.paragraph != here.paragraph:
            break
        for i in range(sentence.last - 1, sentence.first - 1, -1):
            ref = draft.place_at(Span(words[i].start, words[i].end))
            if ref is not None and any(
                p.id == ref.place and p.kind in ("settlement", "facility", "height") for p in draft.places
            ):
                return ref
    return NOWHERE


def _refers_back(words: list[Word], i: int) -> bool:
    if words[i].lower == "there":
        return words[i].dep == "advmod"
    return words[i].lemma in _BACK and i > 0 and words[i - 1].lower in ("the", "this", "that")
