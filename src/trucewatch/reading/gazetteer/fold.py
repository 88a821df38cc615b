"""Folding of place names: one key for the spellings of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_DROPPED = re.compile(r"['`.\"]")
_TOKEN = re.compile(r"[a-z0-9]+")
ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|ad|at|an|az|ez) (?=..)")
"""The Arabic article, as it stands at the head of a folded name."""

_MIDDLE_ARTICLES = frozenset({"el", "ul", "ez", "az", "ash", "esh", "ad", "ed"})
_WHOLE = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The key of ``name``: transliterated to ASCII, casefolded, apostrophes and full stops dropped, other marks a
    space.

    "Kramators'k" and "Kramatorsk", "Deir ez-Zor" and "Deir al-Zor", "St. Louis" and "Saint Louis" share a key. A name
    without a letter or digit has the empty key. Transliteration is AnyAscii's.
    """
    words = _words(name)
    if len(words) == 1:
        return words[0]
    folded = [_WHOLE.get(word, word) for word in words]
    if len(folded) > 2:
        folded[1:-1] = ["al" if word in _MIDDLE_ARTICLES else word for word in folded[1:-1]]
    return " ".join(folded)


def squeeze(name: str) -> str:
    """The key of ``name`` written as one word."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    text = name if name.isascii() else anyascii(name)
    words: list[str] = _TOKEN.findall(_DROPPED.sub("", text.casefold()))
    return words
