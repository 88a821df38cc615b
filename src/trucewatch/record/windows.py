"""The words around a datum that show it to a person: the sentences it stands in."""

from __future__ import annotations

import re

from trucewatch.model.text import Span

_END = re.compile(r"[.!?][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W\d_a-z]|[\"“‘«(\[]*\d)|\n+")
# A full stop after these does not end a sentence.
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Brig|St|No|Nos|vs|approx|U\.S|U\.N|[A-Z])\.)\s$")
_REACH = 600  # code points looked at on either side


def window(text: str, span: Span) -> Span:
    """``span`` widened to the sentences it touches, at most 600 code points to either side, white space left out."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start, end = low, high
    for match in _END.finditer(text, low, high):
        if _SHORT.search(text, max(0, match.start() - 8), match.end()):
            continue
        if match.end() <= span.start:
            start = match.end()
        elif match.start() + 1 >= span.end:
            end = match.end()
            break
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Span(min(start, span.start), max(end, span.end))
