"""Speech or scare quotes: what a quotation's marks do, by its own words and those beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trucewatch.model.text import Span
from trucewatch.reading.draft import Usage

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_SCARE = 5  # words
_LONGEST_TITLE = 9
# words that only clauses have: personal pronouns, auxiliaries, contracted ones
_CLAUSAL = re.compile(
    r"i|we|you|he|she|they|it|this|that|there|is|are|was|were|am|be|been|being|has|have|had|will|would|can|could|shall|"
    r"should|may|might|must|do|does|did|\w+n't|not|never|i'm|\w+'re|it's|let's|yes|no|please|what|who|why|how|when|where"
)
_SMALL = re.compile(r"an?|the|of|in|on|at|to|for|and|or|by|with|from|as")
# just before or just after: said, told, called, wrote ... and the colon
_CUE_BEFORE = re.compile(
    r"(?::|\b(?:sa(?:id|ys|y|ying)|told|tells?|telling|add(?:ed|s|ing)|wr(?:ote|ites?|iting)|(?<!so-)call(?:ed|s|ing)|describ(?:ed|es|ing)|"
    r"ask(?:ed|s|ing)|answer(?:ed|s)|repli(?:ed|es)|tweeted|posted|shouted|chanted|declar(?:ed|es|ing)|as|"
    r"warn(?:ed|s|ing)|insist(?:ed|s)|den(?:ied|ies)|alleged|claim(?:ed|s)|stat(?:ed|es|ing)|of|that),?)\s*$"
)
_CUE_AFTER = re.compile(
    r"\W{0,3}\s*(?:\w+\s+){0,3}(?:sa(?:id|ys)|told|tells|add(?:ed|s)|wr(?:ote|ites)|ask(?:ed|s)|answered|replied|tweeted|"
    r"shouted|chanted|declared|warned|insisted|according to)\b"
)
_STRONG_END = (".", "!", "?", "…")


def usage(text: str, parts: Sequence[Span], *, closed: bool, nested: bool) -> Usage:
    """Whether a quotation is speech or holds words at arm's length (a term, a title, a nickname).

    A few words without a clause of their own, not ended as a sentence and without a speech cue beside them are scare
    quotes; so is a title. Attribution may still find that the words are part of a report.
    """
    if len(parts) > 1 or not closed or len(parts[0]) > 120:
        return Usage.SPEECH
    span = parts[0]
    body = span.of(text)
    words = [match.group() for match in _WORD.finditer(body)]
    if not words:
        return Usage.SCARE
    if _is_title(words, body):
        return Usage.SCARE
    if len(words) > _LONGEST_SCARE or body.endswith(_STRONG_END):
        return Usage.SPEECH
    if len(words) > 1 and any(_CLAUSAL.fullmatch(word.lower().replace("’", "'")) for word in words):
        return Usage.SPEECH
    if not nested and _cue_beside(text, span, len(words)):
        return Usage.SPEECH
    return Usage.SCARE


def _is_title(words: list[str], body: str) -> bool:
    """Whether every word that counts is capitalised: "The Voice of the Valley"."""
    if not 2 <= len(words) <= _LONGEST_TITLE or body.endswith(_STRONG_END):
        return False
    heavy = [word for word in words if not _SMALL.fullmatch(word.lower())]
    return len(heavy) > 1 and all(word[0].isupper() or word[0].isdigit() for word in heavy)


def _cue_beside(text: str, span: Span, words: int) -> bool:
    before = text[max(0, span.start - 24) : span.start - 1]
    if _CUE_BEFORE.search(before) and not (words == 1 and before.rstrip().endswith((" as", " of", " that"))):
        return True
    after = text[span.end : span.end + 60]
    return text[span.end - 1] == "," and _CUE_AFTER.match(after) is not None
