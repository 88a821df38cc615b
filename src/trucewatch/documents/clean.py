"""The canonical text: what every span of a reading counts in.

Only what no store or terminal can carry is changed, and each change is counted: U+0000 and lone surrogates become
U+FFFD, CR and CR LF become LF. Everything else stays as it was written, bidirectional controls and zero-width
characters too: evidence is not edited. No Unicode normalisation is applied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
REPLACED = "replaced by U+FFFD"  # what a note says of them

_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A canonical text, and what was changed or is worth a look in it, in words."""

    text: str
    notes: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """The canonical form of ``text``. Idempotent; never raises; the result holds neither NUL nor surrogates nor CR."""
    notes: list[str] = []
    if not text.isascii():
        text, count = _SURROGATE.subn(REPLACEMENT, text)
        _note(notes, count, "lone surrogate", REPLACED)
    if count := text.count("\0"):
        text = text.replace("\0", REPLACEMENT)
        _note(notes, count, "NUL character", REPLACED)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    _note(notes, len(_CONTROL.findall(text)), "control character", "kept")
    if not text.isascii():
        _note(notes, len(_BIDI.findall(text)), "bidirectional control", "kept")
        _note(notes, len(_ZERO_WIDTH.findall(text)), "zero-width character", "kept")
    return Cleaned(text, tuple(notes))


def _note(notes: list[str], count: int, what: str, fate: str) -> None:
    if count:
        notes.append(f"{count:,} {what}{'s' if count > 1 else ''} {fate}")
