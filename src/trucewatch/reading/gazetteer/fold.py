"""Folding of place names: one key for the spellings of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_DROPPED = re.compile(r"['`.\"]")
_TOKEN = re.compile(r"[a-z0-9]+")
_WHOLE = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The key of ``name``: transliterated to ASCII, casefolded, apostrophes and full stops dropped, other marks a space.

    "Kramators'k" and "Kramatorsk", "Deir ez-Zor" and "Deir Ez Zor", "St. Louis" and "Saint Louis" share a key. A name
    without a letter or digit has the empty key. Transliteration is AnyAscii's.
    """
    text = name if name.isascii() else anyascii(name)
    words = _TOKEN.findall(_DROPPED.sub("", text.casefold()))
    return " ".join([_WHOLE.get(word, word) for word in words])
