"""Full text: a name in the query stands for every form of it that a dossier or the record knows, in any script."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch import dossiers as library
from trucewatch.faces import names, rows
from trucewatch.faces.asking.question import Answer, Asked, Question
from trucewatch.faces.text.rows import TABLES
from trucewatch.record.words import pieces

_MOST_FORMS = 12  # of one name: the query language takes 64 terms in all
_MOST_TERMS = 60
_LONGEST = 6  # words of a name


def _search(asked: Asked) -> Answer:
    query, notes = widened(asked.words, _books(asked))
    found = asked.view.search(query, asked.filter)
    return Answer(tuple(map(rows.hit, found)), asked.view.total_found(query, asked.filter), notes)


def widened(written: str, books: tuple[names.NameBook, ...]) -> tuple[str, tuple[str, ...]]:
    """The query with its names joined by OR to their other forms, and notes that say so. What is no name stays."""
    out: list[str] = []
    notes: list[str] = []
    terms = 0
    tokens = pieces(written)
    at = 0
    while at < len(tokens):
        run, forms = _name(tokens[at : at + _LONGEST], books)
        if run:
            kept = forms[: max(min(_MOST_FORMS, _MOST_TERMS - terms), 1)]
            terms += len(kept)
            out.append(" OR ".join(f'"{form}"' for form in kept))
            if len(kept) > 1:
                notes.append("looked for " + " or ".join(kept))
            at += run
            continue
        out.append(tokens[at])
        terms += 1
        at += 1
    return " ".join(out), tuple(notes)


def _name(tokens: list[str], books: tuple[names.NameBook, ...]) -> tuple[int, list[str]]:
    """How many of the first tokens are one name, the longest; and its forms, as it was written first."""
    for run in range(len(tokens), 0, -1):
        words = " ".join(token.strip('"') for token in tokens[:run])
        if any(mark in words for mark in '*"') or tokens[0].startswith("-") or "OR" in tokens[:run]:
            continue
        if forms := list(_forms(words, books)):
            return run, forms
    return 0, []


def _forms(words: str, books: tuple[names.NameBook, ...]) -> Iterator[str]:
    ids = [(book, id_) for book in books for id_ in book.called(words)]
    seen = {names.fold(words)}
    if ids:
        yield words
    for book, id_ in ids:
        for form in book.forms(id_):
            if (folded := names.fold(form)) not in seen and '"' not in form:
                seen.add(folded)
                yield form


def _books(asked: Asked) -> tuple[names.NameBook, ...]:
    everywhere = (*asked.dossiers, library.world())
    people = names.actors(everywhere, asked.view.names("actor"))
    return people, names.places(asked.dossiers, asked.view.names("place"))


QUESTION = Question("search", _search, *TABLES["hits"])
