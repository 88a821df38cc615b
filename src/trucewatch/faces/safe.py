"""Untrusted text made harmless for a terminal, and how wide it is there.

A control character or a mark that turns the direction of text is never sent on: it is shown in its place. Letters of
every script, and the joiners some scripts are written with, pass untouched.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# C0 and C1 controls, DEL; bidirectional marks, embeddings, overrides and isolates (UAX #9); invisible spaces and
# separators; lone surrogates; tag characters. Tab and newline are white space and handled apart.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARKS_KEPT = 4  # combining marks on one letter: more than any script needs is a flood
_FLOOD = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}")


def visible(text: str, *, newlines: bool = False) -> str:
    """``text`` with every hidden character shown as a symbol; tabs become spaces, and newlines too unless kept."""
    shown = _FLOOD.sub(lambda match: match[0][:_MARKS_KEPT], _HIDDEN.sub(_symbol, text.replace("\t", " ")))
    return shown if newlines else shown.replace("\n", " ")


def _symbol(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x0D:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)  # the pictures of the control characters
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"<U+{code:04X}>"


def cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes: two for wide letters (UAX #11), none for combining marks."""
    return len(text) if text.isascii() else sum(map(_cell, text))


@lru_cache(maxsize=4096)
def _cell(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
