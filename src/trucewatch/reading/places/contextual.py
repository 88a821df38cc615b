"""The names that only their context shows to be places."""

from __future__ import annotations

from trucewatch.reading.gazetteer import GazetteerEntry, fold
from trucewatch.reading.places import typewords
from trucewatch.reading.places.evidence import word_set
from trucewatch.reading.places.offsets import offset
from trucewatch.reading.places.taker import Taker
from trucewatch.reading.places.toponym import Evidence

_JOINS = frozenset(
    {"al", "el", "ar", "as", "ash", "an", "ez", "ad", "az", "de", "del", "di", "da", "du", "la", "le", "les"}
)
_STEADY = frozenset(
    {"DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "WORK_OF_ART"}
)
_BEFORE = frozenset({"of", "on", "to", "from", "the", ",", "and", "or"})
_OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "FAC", "LOC"})
_TYPED = frozenset({"settlement", "height", "district", "region"})  # of these kinds an unknown name is taken, too
_TOP = 40  # words at the head of a text where a name in capitals may be a dateline
_LONGEST = 5  # words in a name looked up
_KNOWN_SIZE = 1_000  # people: below this, a name the model calls something else needs more than a preposition


def take_contextual(taker: Taker) -> None:
    """Take capitalised names that a preposition, a verb, a type word or a neighbour shows to be places."""
    words, taken = taker.words, taker.taken
    locative, taking, around = word_set("locative"), word_set("taking"), word_set("surroundings")
    leads = word_set("directions") | word_set("before_types") | _BEFORE
    for i, word in enumerate(words):
        if taken[i] or not word.text[0].isupper() or _is_steady(taker, i) or (word.pos != "PROPN" and not word.ent):
            continue
        start = i - 2 if i > 1 and words[i - 1].text == "-" and words[i - 2].lower in _JOINS else i
        previous = words[start - 1].lower if start else ""
        if (
            previous in locative
            or previous in leads
            or (word.dep in ("dobj", "nsubjpass") and words[word.head].lemma in taking)
            or (word.text.isupper() and i < _TOP)
            or (i + 1 < len(words) and (typewords.type_kind(words[i + 1].lower) or words[i + 1].lower in around))
        ):
            _take_context(taker, start)


def _take_context(taker: Taker, first: int) -> None:
    last = _run(taker, first)
    typed = (
        typewords.after(taker.words, last)
        or typewords.before(taker.words, first)
        or typewords.surroundings(taker.words, last)
    )
    if taker.scene.person[first] and not typed and not _was_mistaken(taker, first, last):
        return
    if taker.in_body(first, last) or taker.is_government(first, last):
        return
    for end in range(min(last, first + _LONGEST - 1), first - 1, -1):
        if not taker.free(first, end) or (end < last and typewords.type_kind(taker.words[end + 1].lower) is None):
            continue
        if _context_fits(taker, first, end):
            taker.add(first, end, Evidence.CONTEXT)
            return


def _is_steady(taker: Taker, i: int) -> bool:
    """Whether the model's label rules a place out; it is not held to in "in Xtown Monday", taken for one date."""
    word = taker.words[i]
    if word.ent == "DATE" and i > 0 and taker.words[i - 1].lower in ("in", "near") and word.ent_start:
        return word.lower in word_set("not_names")
    return word.ent in _STEADY


def _was_mistaken(taker: Taker, first: int, last: int) -> bool:
    """Whether a stranger that the model calls a person is a place by what governs it: "in X", "entered X"."""
    mention = taker.scene.strangers.get(first)
    if mention is None or mention.span.start != taker.words[first].start or mention.span.end != taker.words[last].end:
        return False
    before = taker.words[first - 1].lower if first else ""
    if before == "in" and taker.words[taker.words[first - 1].head].lemma in word_set("trusting"):
        return False
    if before in ("in", "at", "near", "into", "outside", "inside") or taker.joined(first):
        return True
    word = taker.words[last]
    if word.dep == "dobj" and taker.words[word.head].lemma in word_set("taking_places"):
        return bool(taker.known.gazetteer.find(taker.name(first, last)))
    return before == "of" and offset(taker.text, taker.words[first].start, before) is not None


def _context_fits(taker: Taker, first: int, last: int) -> bool:
    """Whether a run of words is a place's name: used as one, no part of another name, and known or told to be one."""
    typed = typewords.after(taker.words, last) or typewords.before(taker.words, first)
    if not typed and not taker.locative(first, last):
        return False
    name = taker.name(first, last)
    lower, key = name.lower(), fold(name)
    if lower in word_set("not_names") or taker.scene.within_longer(first, last):
        return False
    if key in taker.known.demonyms or typewords.type_kind(lower) is not None:
        return False
    if key in taker.known.states or taker.known.ids(key):
        return True
    if taker.scene.small(lower):
        return False
    if (
        typed
        and typed.kind in _TYPED
        and taker.words[first].ent != "NORP"
        and (not taker.words[first].ent or _is_bare_type(taker, typed))
    ):
        return True
    entries = taker.known.gazetteer.find(name)
    if entries:
        return _fits_label(taker, first, last, entries[0])
    return (
        typewords.described(taker.words, last)
        or taker.joined(first, Evidence.TYPE)
        or _was_mistaken(taker, first, last)
    )


def _fits_label(taker: Taker, first: int, last: int, entry: GazetteerEntry) -> bool:
    """Whether a known name may be meant in spite of the model's label: it is the whole label, and no hamlet's name."""
    words, label = taker.words, taker.words[first].ent
    if label not in _OTHER_LABELS:
        return True
    whole = not (last + 1 < len(words) and words[last + 1].ent == label and not words[last + 1].ent_start)
    return whole and (last == first or label == "PERSON") and not 0 < entry.population < _KNOWN_SIZE


def _is_bare_type(taker: Taker, typed: typewords.TypeWord) -> bool:
    """Whether a type word is no part of another noun ("district court")."""
    word = taker.words[typed.last]
    return word.dep not in ("compound", "amod", "nmod") and word.text.islower()


def _run(taker: Taker, first: int) -> int:
    """The last word of the run of capitalised words that begins at ``first``, with what joins them."""
    last, words = first, taker.words
    while last + 1 < len(words) and last - first < 7:
        following = words[last + 1]
        if following.start - words[last].end > 1 or following.sent != words[first].sent:
            break
        joins = (following.text in ("-", "'", "’") and following.start == words[last].end) or following.lower in _JOINS
        if joins and last + 2 < len(words) and words[last + 2].text[0].isupper():
            last += 2
        elif following.text[0].isupper() and following.pos in ("PROPN", "NOUN", "ADJ") and not following.ent_start:
            last += 1
        else:
            break
    return last
