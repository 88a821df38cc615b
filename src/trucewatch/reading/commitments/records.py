"""Keeping and breaking told beside the verb: "in breach of the truce", "ceasefire violations", "freed as agreed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.model.commitment import Fulfilment
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.clauses import (
    agent,
    blamed,
    coordinated,
    joined_verbs,
    negated,
    owners,
    passive,
    subject,
    verb_phrase,
)
from trucewatch.reading.commitments.duty import Duty, Force
from trucewatch.reading.commitments.provided import phrase
from trucewatch.reading.parse import Parse, Word

_SHORT = 60  # code points
_WHO = r"(?:(?:but|yet|so far|and),?\s)?(?:the\s)?\w+(?:\s(?:side|party|of them))?"
_NOT_DONE = re.compile(
    rf"{_WHO}\s(?:never\s(?:did|has|have)|(?:did|has|have)\snot(?:\sdone\sso)?[.!]|failed\sto\sdo\sso)"
    r"|(?:neither|none)(?:\s(?:side|party|of them))?\s(?:did(?:\sso)?[.!]|ha(?:s|ve)\sdone\sso)",
    re.IGNORECASE,
)
_DID = re.compile(
    r"(?:it|they|both|all)(?:\s(?:sides|parties))?\s(?:did(?:\sso)?[.!]|ha(?:s|ve)\sdone\sso)", re.IGNORECASE
)


def recorded(parse: Parse, word: Word) -> Iterator[Duty]:
    """The breaches named by a noun, and past acts, which count only where an instrument stands behind them."""
    if word.pos == "NOUN" and word.lemma in lists.BREACHES:
        yield from _breach(parse, word)
    elif word.pos == "VERB" and word.lemma in lists.ACTS and _past(parse, word):
        doer = agent(parse, word.i) if passive(parse, word.i) else subject(parse, word.i)
        doers = () if doer is None else tuple(coordinated(parse, doer))
        for each in joined_verbs(parse, word.i):
            if each == word.i:
                yield Duty(each, each, doers, verb_phrase(parse, each), Fulfilment.DONE, Force.WEAK)


def _past(parse: Parse, word: Word) -> bool:
    """Whether the verb tells of something that was done: not in a clause of saying, purpose or possibility."""
    words = parse.words
    helpers = [words[c] for c in word.children if words[c].dep in ("aux", "auxpass")]
    if negated(parse, word.i) or any(
        helper.tag in ("MD", "TO") or helper.lower in ("be", "being") for helper in helpers
    ):
        return False
    return word.tag == "VBD" or (word.tag == "VBN" and any(helper.lemma in ("have", "be") for helper in helpers))


def _breach(parse: Parse, word: Word) -> Iterator[Duty]:
    words = parse.words
    of = next((c for c in word.children if words[c].dep == "prep" and words[c].lower == "of"), None)
    bond = None if of is None else parse.child(of, "pobj")
    if bond is not None and words[bond].lemma not in lists.BONDS:
        return
    if bond is None and not any(words[c].dep == "compound" and words[c].lemma in lists.TRUCES for c in word.children):
        return
    doers = owners(parse, word.i)
    above = words[word.head]
    if not doers and word.dep == "pobj" and above.lower == "in" and words[above.head].pos == "VERB":
        doer = agent(parse, above.head) if passive(parse, above.head) else subject(parse, above.head)
        doers = () if doer is None else tuple(coordinated(parse, doer))
    if not doers and word.dep == "pobj" and (doer := blamed(parse, above.head)) is not None:
        doers = tuple(coordinated(parse, doer))
    if doers:
        matter = word.i if bond is None else bond
        yield Duty(matter, word.i, doers, phrase(parse, matter), Fulfilment.BREACHED, Force.PLAIN)


def sequel(text: str) -> Fulfilment | None:
    """What a short sentence tells of the keeping of what stood before it: "It never did", "Both have done so"."""
    if len(text) > _SHORT:
        return None
    if _NOT_DONE.match(text):
        return Fulfilment.BREACHED
    return Fulfilment.DONE if _DID.match(text) else None
