"""Likeness of words: stems, and names of a dossier found in a text."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ities", "ings", "ions", "ing", "ity", "ion", "ers", "ies", "als", "al", "ed",
    "es", "er", "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 4
_ENDING = 2
_LONGEST_NAME = 6  # words
_STOP = frozenset(
    word
    for line in (
        "a an the and or of to in on at by for from with within without into over under between through along both",
        "each all any its their his her this that these those which who whom as is are was were be been being has",
        "have had do does did not no nor but if then than so such other others one two three party parties side",
        "sides shall will would must may can could should said says say told also still yet only more most very",
        "there where when while up out about after before during against per it they he she we you",
    )
    for word in line.split()
) | frozenset(name.casefold() for name in calendar.month_name if name)


def words(text: str) -> list[str]:
    """The words of ``text``, lower case, possessive endings left off."""
    found = _WORD.findall(text.casefold())
    return [_POSSESSIVE.sub("", each) if "'" in each or "’" in each else each for each in found]


def stem(word: str) -> str:
    """``word`` without its English ending: withdrawal, withdrawing and withdraws come to one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def stems(text: str) -> frozenset[str]:
    """The stems of the content words of ``text``; numbers and months are none."""
    return frozenset(
        stem(each) for each in words(text) if each not in _STOP and len(each) > 1 and not each[0].isdigit()
    )


def alike(one: str, other: str) -> bool:
    """Whether two stems are one, but for a short ending: withdraw and withdrawn."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > _SHORTEST and len(long) - len(short) <= _ENDING and long.startswith(short)


class Names:
    """Names, each of one or several things, found whole in texts, the longest first."""

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        """``forms`` gives the forms of each thing's name, by its id."""
        self._ids: dict[tuple[str, ...], set[str]] = {}
        for id_, texts in forms.items():
            for text in texts:
                key = tuple(words(text))
                if key and len(key) <= _LONGEST_NAME:
                    self._ids.setdefault(key, set()).add(id_)
        self._first = {key[0] for key in self._ids}

    def within(self, text: str) -> frozenset[str]:
        """The ids of all that is named in ``text``."""
        return frozenset(id_ for _, ids in self._found(words(text)) for id_ in ids)

    def in_order(self, text: str) -> tuple[frozenset[str], ...]:
        """As :meth:`within`, name by name in the order they stand in."""
        return tuple(frozenset(ids) for _, ids in self._found(words(text)))

    def inside(self, text: str) -> frozenset[str]:
        """As :meth:`within`, and what is named inside longer names: Arden in "Arden army"."""
        tokens = words(text)
        keys = (tuple(tokens[i : i + n]) for i in range(len(tokens)) for n in range(1, _LONGEST_NAME + 1))
        return frozenset(id_ for key in keys for id_ in self._ids.get(key, ()))

    def words_within(self, text: str) -> frozenset[str]:
        """The words of ``text`` that are part of a name."""
        return frozenset(word for key, _ in self._found(words(text)) for word in key)

    def _found(self, tokens: list[str]) -> Iterator[tuple[tuple[str, ...], set[str]]]:
        at = 0
        while at < len(tokens):
            length = 1
            if tokens[at] in self._first:
                for size in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
                    key = tuple(tokens[at : at + size])
                    if key in self._ids:
                        yield key, self._ids[key]
                        length = size
                        break
            at += length
