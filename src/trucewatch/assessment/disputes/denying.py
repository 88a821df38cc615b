"""Whether words deny: by saying so, by calling a report false, or by saying the contrary of one's own side."""

from __future__ import annotations

import re
from enum import StrEnum

from trucewatch.assessment.disputes.voices import first_words
from trucewatch.model.statement import Act


class Manner(StrEnum):
    """How a saying may answer a claim."""

    NONE = "none"
    EXPLICIT = "explicit"  # denied that ..., it is untrue that ...
    GENERIC = "generic"  # the report is untrue, this is an invention: the matter stands elsewhere
    POINTING = "pointing"  # denied this: ..., replied that ...: it is of what was told just before
    NEGATIVE = "negative"  # our units did not fire
    CONTRARY = "contrary"  # work has begun, the road is open


FALSE = re.compile(
    r"\b(?:untrue|not\s+(?:true|correct|so)|incorrect|false(?:hoods?)?|baseless|unfounded|groundless|inventions?|invented|fabricat\w+|fakes?|"
    r"disinformation|misinformation|an?\s+lie|lies\s+(?:and|spread|told)|slander\w*|"
    r"do(?:es)?\s+not\s+correspond|no\s+(?:basis|foundation)|without\s+(?:any\s+)?(?:basis|foundation)|"
    r"far\s+from\s+(?:the\s+)?truth|contrary\s+to\s+(?:the\s+)?(?:truth|reality)|nothing\s+to\s+do\s+with\s+reality)\b",
    re.I,
)
_FRAME = re.compile(
    r"^(?:(?:[\w’'-]+\s+){1,4}(?:charge|claim|accusation|allegation|report|assertion)s?\s+that\s+)|"
    r"^(?:it|this)\s+(?:is|was)\s+(?:\w+\s+)?(?:untrue|not\s+true|false|a\s+lie)\s+that\s+",
    re.I,
)
_CLAIM = re.compile(
    r"\b(?:figures?|tolls?|numbers?|versions?|accus\w+|alleg\w+|claim\w*|reports?|charges?|critici\w+|assertions?|bulletin|information|rumou?rs?|blame|"
    r"messages?|accounts?|reproach\w*|complaints?)\b",
    re.I,
)
_CLAIM_FIRST = re.compile(rf"^(?:the|this|that|these|those|such|all|any|its|their|an?)?\s*{_CLAIM.pattern}", re.I)
# "denied this", "disputed that on Friday: ...", "there is no such thing": what is denied was told just before.
_POINTS_BACK = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|contest(?:s|ed|ing)?|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|"
    r"contradict(?:s|ed)?|(?:call|describ|brand|label)(?:s|ed|es)?)\s+"
    r"(?:(?:this|it|these|those)(?=\s*[:;.,]|\s*$|\s+(?:on|the\s+same|as|in|at|later|too|also|again|untrue|false)\b)|"
    r"that(?=\s*[:;.,]|\s*$|\s+(?:(?:on|in)\s+[\w\s]{1,24}:|too|also|again|untrue|false)))",
    re.I,
)
_NO_SUCH = re.compile(r"\bno\s+such\b", re.I)
_REPLIES = re.compile(
    r"\b(?:repl(?:y|ies|ied)|retort(?:s|ed)?|counter(?:s|ed)|rejoin(?:s|ed)|hits?\s+back|hit\s+back)\b", re.I
)
_NOT = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|neither|nor|cannot)\b(?!\s+(?:only|longer|doubt|less|more|far|wonder))|n['’]t\b",
    re.I,
)
_THERE_WAS_NO = re.compile(
    r"^(?:there\s+(?:is|are|was|were|has\s+been|have\s+been)\s+no(?!\s+(?:need|reason))|no|not\s+(?:a|one))\b", re.I
)
_BESIDE = re.compile(r"\bwith\s+no\b", re.I)
_DONE = re.compile(r"\b(?:(?:has|have|had)(?!\s+to\b)|was|were|began|started|completed|finished)\b", re.I)
_AHEAD = re.compile(r"\b(?:will|would|must|should|shall|may|might|could|can)\b", re.I)
_OPEN = re.compile(r"\b(?:open|reopened|re-opened|passable|works)\b", re.I)
_SHUT = re.compile(r"\b(?:shut|closed|closure|blocked|cut|blockade)\b", re.I)
_NO_BREACH = re.compile(r"\b(?:is|are|was|were)\s+(?:no|not\s+an?)\s+(?:\w+\s+)?(?:violat|breach|attack|provoc)", re.I)
_OWN = re.compile(r"\b(?:our|ours|we|us)\b", re.I)
_THEIRS = re.compile(
    r"\b(?:its|their|his|her)\s+(?:\w+\s+)?(?:units?|troops|forces|soldiers|army|side|posts?|positions?|servicem[ae]n|"
    r"men|police|guards|fighters|people)\b",
    re.I,
)
_POINTING = re.compile(
    r"^(?:(?:this|that|it|these|those|such|the|a|an|all|any|word|of|about|as|by|from|is|are|was|were|one|more|new|"
    r"further|recent|these|media|reports?|information|claims?|allegations?|accusations?|charges?|messages?|rumou?rs?|"
    r"accounts?|criticisms?|statements?|bulletin|beginning|to|end|and|meant|mislead|pure|mere|complete|entirely|wholly|"
    r"totally|absolutely)\W*)+",
    re.I,
)
_MOST_OF_ITS_OWN = 4  # content words of a generic denial that may still be a matter of its own


def manner(act: Act, words: str, saying: str) -> Manner:
    """How ``words`` deny in so many words, if they do: :attr:`Manner.EXPLICIT`, ``GENERIC`` or ``NONE``.

    ``saying`` is the verb that tells it with what follows: a reply, or a denial of what was told before, is known by
    it.
    """
    said_false = FALSE.search(words) is not None
    refused = act is Act.REJECT and (_CLAIM.search(words) is not None)
    if _NO_SUCH.search(words) or _POINTS_BACK.match(saying) or _REPLIES.match(saying):
        return Manner.POINTING
    if act is not Act.DENY and not said_false and not refused:
        return Manner.NONE
    if _FRAME.match(words):
        return Manner.EXPLICIT
    if (said_false or refused) and _CLAIM_FIRST.match(words) and not re.search(r"\bthat\b", words):
        return Manner.GENERIC
    if act is Act.DENY and len(words.split()) <= 1:
        return Manner.POINTING
    if (said_false or refused or len(words.split()) <= _MOST_OF_ITS_OWN) and _without_matter(words):
        return Manner.GENERIC
    return Manner.EXPLICIT


def _without_matter(words: str) -> bool:
    """Whether nothing is left when what points to a report and what calls it false are taken away."""
    left = _POINTING.sub("", words)
    found = FALSE.search(left)
    if found is not None:
        left = left[: found.start()]
    return len(_POINTING.sub("", left).split()) < 2


def matter(words: str) -> str:
    """The words that say what is denied, without "it is untrue that" before them or "is an invention" after them."""
    left = _FRAME.sub("", words)
    found = FALSE.search(left)
    return left[: found.start()] if found is not None and found.start() > 0 else left


def negated(words: str) -> bool:
    """Whether the words say that something is not so; that a road is open is the contrary of its being shut."""
    no = _NOT.search(_BESIDE.sub(" ", words)) is not None
    if (
        _OPEN.search(words)
        and not _SHUT.search(words)
        and re.search(r"\b(?:road|highway|route|corridor)\b", words, re.I)
    ):
        return not no
    return no


def own(words: str, side: str | None, doers: tuple[str, ...]) -> bool:
    """Whether the words are of the speaker's own side: it is named first, or nobody and "our", "its units"."""
    first = first_words(words)
    if _OWN.search(first):
        return True
    if doers:
        return side is not None and side == doers[0]
    if _THEIRS.search(words) or _THERE_WAS_NO.search(words) or _NO_BREACH.search(words) or opened(words):
        return side is not None
    return False


def done(words: str) -> bool:
    """Whether the words tell of something done or begun, not of something to come."""
    return _DONE.search(words) is not None and not _AHEAD.search(words)


def opened(words: str) -> bool:
    """Whether the words say that a road is open."""
    return _OPEN.search(words) is not None and not _SHUT.search(words) and not _AHEAD.search(words)
