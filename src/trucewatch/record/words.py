"""Full text of the documents: FTS5 in SQLite, a text index in PostgreSQL, one query language for both.

Words are folded here, of case and accents, for the index as for the query: both databases then find the same.

The query language: words stand together (all must occur), ``"several words"`` a phrase, ``OR`` between alternatives,
``-word`` what must not occur, ``word*`` a beginning. Anything else is a word; the word "or" itself is found small or in
quotation marks. It is parsed here; what a person types never reaches the database's own query syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Select,
    column,
    func,
    insert,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.sql.elements import ColumnClause

from trucewatch.model.errors import InputError
from trucewatch.model.text import Quote, Span
from trucewatch.record.engine import is_sqlite
from trucewatch.record.tables import document
from trucewatch.record.windows import window

_MOST = 64  # words in one query
_LONGEST = 200  # code points of a word that count; PostgreSQL leaves words of more than 2,046 bytes out
# PostgreSQL tells places only up to the 16,383rd word of a text and holds at most a megabyte: longer ones lie in parts.
_PART_WORDS = 16_000
_PART_BYTES = 500_000
_TOKEN = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+")
_words = table("document_words", column("rowid", Integer), column("title"), column("text"), column("rank", Float))
_vectors = table("document_words", column("document_n", Integer), column("words"))


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: its words folded of case and accents. ``prefix`` lets the last word go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Every group of ``every`` must be met by one of its terms; none of ``no`` may be."""

    every: tuple[tuple[Term, ...], ...]
    no: tuple[Term, ...] = ()


def parse_query(written: str) -> Query:
    """A query as a person writes it.

    Raises:
        InputError: when it holds no word, only exclusions, an open quotation mark, or more than 64 terms.
    """
    if written.count('"') % 2:
        raise InputError(f"the query has an open quotation mark at character {written.rindex(chr(34)) + 1}: close it.")
    every: list[tuple[Term, ...]] = []
    no: list[Term] = []
    joined = False
    for match in _TOKEN.finditer(written):
        if match["word"] == "OR" and not match["not"]:
            joined = bool(every)
            continue
        term = _term(match)
        if term is None:
            continue
        if match["not"]:
            no.append(term)
        elif joined:
            every[-1] = (*every[-1], term)
        else:
            every.append((term,))
        joined = False
    if not every:
        raise InputError("the query names no word to look for: give a word, a name or a phrase in quotation marks.")
    if sum(len(term.words) for term in [*no, *(each for group in every for each in group)]) > _MOST:
        raise InputError(f"the query has more than {_MOST} words: give fewer.")
    return Query(tuple(every), tuple(no))


def pieces(written: str) -> list[str]:
    """The query's words, phrases and signs as written, in order."""
    return [match[0].strip() for match in _TOKEN.finditer(written) if match[0].strip()]


def _term(match: re.Match[str]) -> Term | None:
    raw = match["phrase"] if match["phrase"] is not None else match["word"]
    words = tuple(_split(raw))
    return Term(words, match["phrase"] is None and raw.endswith("*")) if words else None


def fold(word: str) -> str:
    """A word without case and accents, as the index holds it."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")


def _split(written: str) -> list[str]:
    """The words of a text, folded. Marks go first, so that a letter and its accent are never two words."""
    return [word[:_LONGEST] for word in _WORD.findall(fold(written))]


def index(connection: Connection, n: int, title: str | None, words: str) -> None:
    """Take a document into the index."""
    head, body = _split(title or ""), _split(words)
    if is_sqlite(connection):
        connection.execute(insert(_words).values(rowid=n, title=" ".join(head), text=" ".join(body)))
        return
    for part in _parts([*head, *body]):
        vector = func.to_tsvector(text("'simple'"), " ".join(part))
        connection.execute(insert(_vectors).values(document_n=n, words=vector))


def _parts(words: list[str]) -> Iterator[list[str]]:
    """All words in parts that PostgreSQL can hold. They overlap by as many words as a query may have."""
    start = 0
    while True:
        end, size = start, 0
        while end < len(words) and end - start < _PART_WORDS and size < _PART_BYTES:
            size += len(words[end].encode()) + 16
            end += 1
        yield words[start:end]
        if end == len(words):
            return
        start = end - _MOST


def found(connection: Connection, query: Query) -> tuple[Select[tuple[int]], ColumnElement[float]]:
    """A select of document numbers that match, and what to order them by (smaller first)."""
    if is_sqlite(connection):
        rank: ColumnClause[float] = _words.c.rank
        chosen = select(_words.c.rowid.label("n"), rank.label("rank")).where(
            column("document_words", is_literal=False).op("MATCH")(literal(_sqlite(query)))
        )
        return chosen, rank
    groups = [" | ".join(map(_said, group)) for group in query.every]
    some = _asked(" | ".join(groups))
    best = -func.max(func.ts_rank(_vectors.c.words, some))
    chosen = select(_vectors.c.document_n.label("n"), best.label("rank")).where(_vectors.c.words.op("@@")(some))
    # What stands together may lie in several parts of one document.
    for group in groups if len(groups) > 1 else ():
        chosen = chosen.where(_vectors.c.document_n.in_(_documents(group)))
    for term in query.no:
        chosen = chosen.where(_vectors.c.document_n.not_in(_documents(_said(term))))
    return chosen.group_by(_vectors.c.document_n), best


def _asked(said: str) -> Any:
    return func.to_tsquery(text("'simple'"), said)


def _documents(said: str) -> Select[Any]:
    parts = _vectors.alias()
    return select(parts.c.document_n).where(parts.c.words.op("@@")(_asked(said)))


def _said(term: Term) -> str:
    """A term in PostgreSQL's syntax; its words are letters and digits alone."""
    words = [f"'{word}'" for word in term.words]
    if term.prefix:
        words[-1] += ":*"
    return "(" + " <-> ".join(words) + ")"


def _sqlite(query: Query) -> str:
    def said(term: Term) -> str:
        return '"' + " ".join(term.words) + '"' + ("*" if term.prefix else "")

    groups = [" OR ".join(map(said, group)) for group in query.every]
    asked = " AND ".join(f"({group})" for group in groups)
    return asked + "".join(f" NOT {said(term)}" for term in query.no)


def rebuild(connection: Connection) -> None:
    """Make the index anew from the documents."""
    emptied = "INSERT INTO document_words(document_words) VALUES ('delete-all')"
    connection.execute(text(emptied if is_sqlite(connection) else "DELETE FROM document_words"))
    for n in connection.execute(select(document.c.n).order_by(document.c.n)).scalars().all():
        row = connection.execute(select(document.c.title, document.c.text).where(document.c.n == n)).one()
        index(connection, n, row.title, row.text)


def passage(text: str, query: Query) -> Quote:
    """The sentences around the first place where the words of the query stand; the text's beginning where none does."""
    for group in query.every:
        for term in group:
            for match in _WORD.finditer(text):
                folded = fold(match[0])
                if folded == term.words[0] or (term.prefix and folded.startswith(term.words[0])):
                    return Quote.cut(text, window(text, Span(match.start(), match.end())))
    return Quote.cut(text, window(text, Span(0, 1)))
