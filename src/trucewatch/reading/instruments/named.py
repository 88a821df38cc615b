"""The dossier's own names of instruments, found word for word."""

from __future__ import annotations

import re

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft

_WORD = re.compile(r"\w+")
_LEAST = 2  # words: shorter names ("statement") are left to the phrases


def names_in(draft: Draft) -> list[tuple[Span, str]]:
    """Every name of a dossier's instrument in the text, longest first at each place, none overlapping, in order.

    A form that several instruments share is left to the phrases.
    """
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    owners: dict[tuple[str, ...], set[str]] = {}
    for instrument in draft.knowledge.instruments:
        for name in {instrument.name, *instrument.names}:
            words = tuple(word.lower() for word in _WORD.findall(name))
            if len(words) >= _LEAST:
                owners.setdefault(words, set()).add(instrument.id)
    for words, ids in owners.items():
        if len(ids) == 1:
            forms.setdefault(words[0], []).append((words, next(iter(ids))))
    if not forms:
        return []
    for each in forms.values():
        each.sort(key=lambda row: -len(row[0]))
    return _search(draft, forms)


def _search(draft: Draft, forms: dict[str, list[tuple[tuple[str, ...], str]]]) -> list[tuple[Span, str]]:
    tokens = [word for word in draft.parse.words if word.text[0].isalnum()]
    lowers = [word.lower for word in tokens]
    found: list[tuple[Span, str]] = []
    i = 0
    while i < len(tokens):
        for words, id_ in forms.get(lowers[i], ()):
            if tuple(lowers[i : i + len(words)]) == words:
                first = tokens[i].i
                words_all = draft.parse.words
                if first and words_all[first - 1].lower == "the":
                    first -= 1
                found.append((Span(words_all[first].start, tokens[i + len(words) - 1].end), id_))
                i += len(words) - 1
                break
        i += 1
    return found
