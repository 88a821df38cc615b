"""The words by which agreements go, and the words around them that tell an agreement from other papers."""

from __future__ import annotations

from trucewatch.reading.lexicon import load

_LISTS: dict[str, str] = load("instruments")


def _list(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


FIRM = _list("firm")
"""Nouns that name an agreement by themselves once they are definite."""

LOOSE = _list("loose")
"""Nouns that name one only with a modifier of the trade, a date or a proper name."""

PAPER = _list("paper")
"""Nouns that mostly mean words said to the press: an agreement only when a dossier, a date with a point, or the
hands of several parties say so.
"""

CODE = _list("code")
"""Nouns of general treaties, which go by a proper name."""

TRUCE = _list("truce")
"""Nouns of the state that an agreement makes; they stand for the agreement in "under the truce"."""

RESOLUTION = "resolution"

NOUNS = FIRM | LOOSE | PAPER | CODE | TRUCE | {RESOLUTION, "fire"}

SUBJECTS = _list("subjects")
"""Modifiers that make a noun an agreement of the trade: "ceasefire deal", "prisoner exchange agreement"."""

TELLING = SUBJECTS - _list("not telling")
"""Those of them that tell so by themselves, even of something not yet named."""

JOINT = _list("joint")
"""Modifiers that put a paper into several hands."""

PLAIN = _list("plain")
"""Modifiers that leave "the ... agreement" a reference back."""

SIGNING = _list("signing")
"""Verbs whose object is an agreement between parties."""

DATING = _list("dating")
"""Words after the noun that lead to the day it is called by: "the memorandum of 19 September"."""

LINKS = _list("dating links") | DATING
"""Words that may stand between the noun and that day."""

TITLES = _list("titles")
"""Words that carry a title on after its noun: "the Convention on ..."."""

PARTISAN = _list("partisan")
"""Modifiers of gatherings that are called conventions too."""

UNDER = _list("under")
HANDS = _list("hands")
DEFINITE = _list("definite")
INDEFINITE = _list("indefinite")

CARDINALS = tuple(_LISTS["cardinals"].split())
ORDINALS = tuple(_LISTS["ordinals"].split())
NUMBERS = {word: str(i + 1) for words in (CARDINALS, ORDINALS) for i, word in enumerate(words)}
"""Number words, cardinal and ordinal, up to twenty, with their digits."""
