"""Which phrases name an agreement at all."""

from __future__ import annotations

from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import nouns
from trucewatch.reading.instruments.phrase import Phrase
from trucewatch.reading.instruments.resolve import Resolver

_FRAMES = (
    frozenset({"terms", "of"}),
    frozenset({"line", "with"}),
    frozenset({"according", "to"}),
    frozenset({"accordance", "with"}),
    frozenset({"compliance", "with"}),
    frozenset({"provisions", "of"}),
    frozenset({"obligations", "under"}),
    frozenset({"part", "of"}),
    frozenset({"text", "of"}),
)


def _before(phrase: Phrase, draft: Draft, count: int) -> list[str]:
    words = draft.parse.words
    return [word.lower for word in words[max(0, phrase.first - count) : phrase.first]]


def under(phrase: Phrase, draft: Draft) -> bool:
    """Whether the phrase stands as a source of duties: "under the truce", "in line with the ceasefire"."""
    before = _before(phrase, draft, 2)
    return bool(before) and (before[-1] in nouns.UNDER or frozenset(before) in _FRAMES)


def _press(phrase: Phrase, draft: Draft) -> bool:
    """Whether a statement, declaration or communiqué is words to the press: issued by one voice, or spoken in."""
    words = draft.parse.words
    before = _before(phrase, draft, 1)
    if any(words[i].tag in ("POS", "PRP$") for i in range(phrase.first, phrase.head)):
        return True
    after = words[phrase.last + 1 : phrase.last + 7]
    if any(word.lower in nouns.HANDS for word in after) or phrase.lower & nouns.JOINT:
        return bool(before) and before[-1] == "in" and not phrase.dates
    return True


def admitted(phrase: Phrase, draft: Draft, resolver: Resolver, *, pointed: bool) -> bool:
    """Whether a phrase that no dossier explains names an agreement. ``pointed``: a point of it is named before it."""
    noun = phrase.noun
    definite = phrase.determiner in nouns.DEFINITE
    if noun == nouns.RESOLUTION:
        return phrase.number is not None
    if noun in nouns.TRUCE:
        return bool(phrase.dates) or pointed or (definite and under(phrase, draft)) or _made(phrase, draft)
    if noun in nouns.PAPER:
        if noun == "declaration" and resolver.proper(phrase):
            return bool(phrase.dates) or draft.parse.words[phrase.head].text[:1].isupper()
        return (bool(phrase.dates) and (pointed or not _press(phrase, draft))) or pointed
    if noun in nouns.CODE:
        return resolver.proper(phrase)
    if phrase.dates:
        if phrase.last > phrase.head and noun not in nouns.CODE:
            return True  # "the package signed in Minsk on 12 February"
        return noun in nouns.FIRM or pointed or bool(phrase.lower & nouns.SUBJECTS)
    if resolver.proper(phrase):
        return True
    if pointed and noun in nouns.FIRM:
        return True
    if noun in nouns.FIRM and definite and phrase.words and under(phrase, draft):
        return True
    if not phrase.lower & nouns.TELLING:
        return False
    return definite or _signed(phrase, draft)


def _signed(phrase: Phrase, draft: Draft) -> bool:
    """Whether the phrase is the object of signing, reaching, breaching: an agreement that exists or is made."""
    words = draft.parse.words
    head = words[phrase.head]
    verb = words[head.head]
    if head.dep == "pobj" and verb.lemma in ("to", "on"):  # "agreed to a truce"
        return words[verb.head].lemma == "agree"
    return (head.dep in ("dobj", "nsubjpass") and verb.lemma in nouns.SIGNING) or under(phrase, draft)


def _made(phrase: Phrase, draft: Draft) -> bool:
    """Whether a truce is made here, not broken or kept: "accepted a truce"."""
    words = draft.parse.words
    return (
        phrase.determiner in ("a", "an") and words[words[phrase.head].head].lemma != "break" and _signed(phrase, draft)
    )


def refers_back(phrase: Phrase, draft: Draft, *, strict: bool) -> bool:
    """Whether the phrase is "the agreement" with nothing that tells which.

    ``strict`` asks more of a statement ("the statement" mostly means words just quoted) and of words like package.
    """
    if phrase.determiner not in ("the", "this", "that", "these", "both") or phrase.dates or phrase.number:
        return False
    if phrase.last > phrase.head or any(word not in nouns.PLAIN for word in phrase.lower):
        return False
    if phrase.noun in nouns.FIRM or phrase.noun == "deal":
        return True
    if phrase.noun in nouns.TRUCE:
        return under(phrase, draft)
    if phrase.noun in nouns.PAPER:
        before = _before(phrase, draft, 1)
        return not strict or under(phrase, draft) or (phrase.noun != "announcement" and before == ["of"])
    return not strict and phrase.noun in nouns.CODE | nouns.LOOSE | {nouns.RESOLUTION}
