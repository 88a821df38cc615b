"""Words that do not fit where they stand: calques, adjectives for nouns, near-forms of verbs."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Parse, Word

_LISTS: dict[str, str] = load("slips")
_TO_VERBS = tuple(_LISTS["to verbs"].split())
_OBJECT_VERBS = frozenset(_LISTS["object verbs"].split())
_SUFFIXES = ("ing", "ed", "es", "s", "e")
_SINGULAR = frozenset({"VBZ"})
_NEAREST = 2  # edits between the stems of a verb and of the one that fits


def not_once(parse: Parse) -> Iterator[tuple[Span, str]]:
    """ "Was emphasized not once": in English "never", in the languages it is carried over from "repeatedly".

    "Not once did he" and "not once but twice" are plain English and left alone.
    """
    words = parse.words
    for word in words:
        if word.lower != "once" or word.i < 2 or words[word.i - 1].lower != "not":
            continue
        verb = words[word.i - 2]
        after = words[word.i + 1] if word.i + 1 < len(words) else None
        closed = after is None or after.sent != word.sent or after.pos == "PUNCT"
        if closed and verb.sent == word.sent and verb.pos in ("VERB", "AUX"):
            message = (
                "“not once” after the verb: may be a calque that means “repeatedly”; in plain English it is “never”."
            )
            yield Span(words[word.i - 1].start, word.end), message


def adjective_for_noun(draft: Draft) -> Iterator[tuple[Span, str]]:
    """ "Azerbaijani continues to violate": the adjective of a people where the name of the country is meant."""
    words = draft.parse.words
    for mention in draft.mentions:
        if mention.kind is not MentionKind.DEMONYM or len(draft.parse.within(mention.span)) != 1:
            continue
        word = words[mention.head]
        if word.dep != "nsubj" or word.ent == "PERSON" or word.children or word.tag in ("NNS", "NNPS"):
            continue
        verb = words[word.head]
        finite = verb if verb.tag in _SINGULAR else _helper(words, verb)
        if finite is None or verb.lemma in ("be", "sound") or not 0 < finite.i - word.i <= 2:
            continue
        if word.i and words[word.i - 1].sent == word.sent and words[word.i - 1].pos in ("DET", "NUM", "ADJ", "CCONJ"):
            continue
        yield mention.span, f"“{word.text}” is an adjective; the name of the country or people seems to be meant."


def _helper(words: list[Word], verb: Word) -> Word | None:
    return next((words[c] for c in verb.children if words[c].tag in _SINGULAR and words[c].dep == "aux"), None)


def odd_verb(parse: Parse) -> Iterator[tuple[Span, str]]:
    """ "Is instating to divert": a verb that needs an object before "to", one letter or two from a verb that fits."""
    words = parse.words
    for word in words:
        if word.lower != "to" or word.i == 0 or word.i + 1 >= len(words) or words[word.i + 1].tag != "VB":
            continue
        verb = words[word.i - 1]
        if verb.pos != "VERB" or verb.lemma not in _OBJECT_VERBS or verb.sent != word.sent:
            continue
        if parse.child(verb.i, "auxpass", "dobj") is not None or verb.tag == "VBN":
            continue
        near = _near(verb.lower)
        if near:
            fits = " or ".join(f"“{each}”" for each in near[:2])
            yield Span(verb.start, verb.end), f"“{verb.text}” does not go with “to”; perhaps a form of {fits}."


def _near(form: str) -> list[str]:
    stem = _stem(form)
    ranked = sorted((Levenshtein.distance(stem, _stem(verb)), verb) for verb in _TO_VERBS)
    return [verb for distance, verb in ranked if distance <= _NEAREST and verb[0] == form[0]]


def _stem(form: str) -> str:
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) > len(suffix) + 3:
            return form[: -len(suffix)]
    return form
