"""What the words of a statement say of fulfilment, by a few general cues; and what fulfilments and events say."""

from __future__ import annotations

import re

from trucewatch.assessment.bearing import Says
from trucewatch.assessment.vocabulary import ON_THE_WAY, KindWords
from trucewatch.model.commitment import Fulfilment
from trucewatch.model.event import Status
from trucewatch.model.statement import Act

FULFILMENTS = {
    Fulfilment.OWED: Says.OWED,
    Fulfilment.BEGUN: Says.BEGUN,
    Fulfilment.UNDER_WAY: Says.UNDER_WAY,
    Fulfilment.DONE: Says.DONE,
    Fulfilment.BREACHED: Says.BREACHED,
    Fulfilment.REFUSED: Says.REFUSED,
    Fulfilment.UNKNOWN: Says.MENTIONED,
}

_BE = r"(?:has|have|had|was|were|is|are|did|does|do)"
_CUES: tuple[tuple[Says, re.Pattern[str]], ...] = tuple(
    (says, re.compile("|".join(patterns), re.IGNORECASE))
    for says, patterns in (
        (
            Says.REFUSED,
            (r"\brefus\w+", r"\bwill (?:not|never)\b", r"\bwon['’]t\b", r"\bnot going to\b", r"\bno intention\b"),
        ),
        (
            Says.KEPT,
            (
                r"\bno (?:\w+ )?(?:violations?|breach\w*)\b",
                r"\b(?:compl(?:ies|ied|ying) with|abid\w+ by|observ(?:es|ed|ing) the)\b",
            ),
        ),
        (Says.BREACHED, (r"\b(?:violat\w+|breach\w*|broke|broken)\b",)),
        (
            Says.NOT_DONE,
            (
                rf"\b{_BE}(?: still)?(?:n['’]t| not| never)\b",
                r"\b(?:never|nothing)\b",
                r"\b(?:fail(?:s|ed|ing)?|yet|still) to\b",
                rf"\bno (?:\w+ ){{1,3}}{_BE}\b",
                r"\bwithout (?:any|an?) \w+",
            ),
        ),
        (
            Says.UNDER_WAY,
            (r"\b(?:is|are) (?:being )?(?:\w+ly )?\w+ing\b", r"\bunder ?way\b", r"\bcontinu\w+", r"\bin progress\b"),
        ),
        (Says.BEGUN, (r"\b(?:began|begun|begins|started|launched)\b",)),
        (
            Says.DONE,
            (
                r"\b(?:complet(?:ed|es)|fulfilled|finished|carried out|implemented|handed over)\b",
                r"\bha(?:s|ve|d) (?:been \w+ed|left|withdrawn)\b",
            ),
        ),
        (Says.OWED, (r"\b(?:will|would|shall|must|is to|are to|ready to|promis\w+|pledg\w+|by the end of)\b",)),
    )
)

_TURNED = {
    Says.BREACHED: Says.KEPT,
    Says.DONE: Says.NOT_DONE,
    Says.BEGUN: Says.NOT_DONE,
    Says.UNDER_WAY: Says.NOT_DONE,
    Says.NOT_DONE: Says.UNDER_WAY,
}
_AUXILIARY = re.compile(r"\b(?:is|are) (being )?(?:\w+ly )?$", re.IGNORECASE)
_BEFORE = 24  # characters before an event's word in which its auxiliary stands


def going_on(text: str, at: int) -> bool:
    """Whether the word of ``text`` at ``at`` tells of something under way: "are leaving", "are being pulled out"."""
    if at < 0:
        return False
    led = _AUXILIARY.search(text[max(0, at - _BEFORE) : at])
    word = re.match(r"\w+", text[at:])
    if led is None or word is None:
        return False
    return led[1] is not None or word[0].lower().endswith("ing")


def turned(says: Says) -> Says:
    """What a denial makes of what the words say of fulfilment."""
    return _TURNED.get(says, Says.MENTIONED)


def of_words(text: str, act: Act) -> Says:
    """What ``text``, said in that act, says of fulfilment: the first cue that it holds, turned round in a denial."""
    found = next((says for says, cue in _CUES if cue.search(text)), Says.MENTIONED)
    if act in (Act.DENY, Act.REJECT):
        return turned(found)
    if act in (Act.PROMISE, Act.DEMAND, Act.REQUEST) and found not in (Says.REFUSED, Says.BREACHED, Says.NOT_DONE):
        return Says.OWED
    return found


def of_event(kind: str, status: Status, words: KindWords) -> Says | None:
    """What an event of that kind and status says of an obligation with those words; ``None`` where nothing."""
    if kind in words.keeps:
        done = Says.KEPT if words.standing else Says.UNDER_WAY if kind in ON_THE_WAY else Says.DONE
    elif kind in words.breaks:
        done = Says.BREACHED
    else:
        return None
    if status is Status.PLANNED:
        return Says.OWED if done is not Says.BREACHED else None
    if status is Status.HYPOTHETICAL:
        return None
    return done


def denied(says: Says) -> Says:
    """What a denial of ``says`` comes to."""
    opposite = {Says.BREACHED: Says.KEPT, Says.KEPT: Says.BREACHED, Says.NOT_DONE: Says.DONE}
    return opposite.get(says, Says.NOT_DONE)
