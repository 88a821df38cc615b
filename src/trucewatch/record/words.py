"""Full text of the documents: FTS5 in SQLite, a text index in PostgreSQL, one query language for both.

The query language: words stand together (all must occur), ``"several words"`` a phrase, ``OR`` between alternatives,
``-word`` what must not occur, ``word*`` a beginning. Anything else is a word. It is parsed here; what a person types
never reaches the database's own query syntax.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

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

_MOST = 64  # terms in one query
_TOKEN = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+")
_words = table("document_words", column("rowid", Integer), column("title"), column("text"), column("rank", Float))


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
        if match["word"] == "OR" and every:
            joined = True
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
    if sum(map(len, every)) + len(no) > _MOST:
        raise InputError(f"the query has more than {_MOST} words: give fewer.")
    return Query(tuple(every), tuple(no))


def _term(match: re.Match[str]) -> Term | None:
    raw = match["phrase"] if match["phrase"] is not None else match["word"]
    words = tuple(fold(each) for each in _WORD.findall(raw))
    return Term(words, match["phrase"] is None and raw.endswith("*")) if words else None


def fold(word: str) -> str:
    """A word without case and accents, as the index holds it."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")


def index(connection: Connection, n: int, title: str | None, words: str) -> None:
    """Take a document into the index; PostgreSQL does so itself."""
    if is_sqlite(connection):
        connection.execute(insert(_words).values(rowid=n, title=title, text=words))


def found(connection: Connection, query: Query) -> tuple[Select[tuple[int]], ColumnElement[float]]:
    """A select of document numbers that match, and what to order them by (smaller first)."""
    if is_sqlite(connection):
        rank: ColumnClause[float] = _words.c.rank
        chosen = select(_words.c.rowid.label("n"), rank.label("rank")).where(
            column("document_words", is_literal=False).op("MATCH")(literal(_sqlite(query)))
        )
        return chosen, rank
    vector = func.to_tsvector("simple", func.coalesce(document.c.title, "") + " " + document.c.text)
    asked = func.to_tsquery("simple", _postgres(query))
    order = -func.ts_rank(vector, asked)
    return select(document.c.n.label("n"), order.label("rank")).where(vector.op("@@")(asked)), order


def _sqlite(query: Query) -> str:
    def said(term: Term) -> str:
        return '"' + " ".join(term.words) + '"' + ("*" if term.prefix else "")

    groups = [" OR ".join(map(said, group)) for group in query.every]
    asked = " AND ".join(f"({group})" for group in groups)
    return asked + "".join(f" NOT {said(term)}" for term in query.no)


def _postgres(query: Query) -> str:
    def said(term: Term) -> str:
        words = [f"'{word}'" for word in term.words]
        if term.prefix:
            words[-1] += ":*"
        return "(" + " <-> ".join(words) + ")"

    asked = " & ".join("(" + " | ".join(map(said, group)) + ")" for group in query.every)
    return asked + "".join(f" & !{said(term)}" for term in query.no)


def rebuild(connection: Connection) -> None:
    """Make the index anew from the documents."""
    if is_sqlite(connection):
        connection.execute(text("INSERT INTO document_words(document_words) VALUES ('rebuild')"))


def passage(text: str, query: Query) -> Quote:
    """The sentences around the first place where the words of the query stand; the text's beginning where none does."""
    for group in query.every:
        for term in group:
            for match in _WORD.finditer(text):
                folded = fold(match[0])
                if folded == term.words[0] or (term.prefix and folded.startswith(term.words[0])):
                    return Quote.cut(text, window(text, Span(match.start(), match.end())))
    return Quote.cut(text, window(text, Span(0, 1)))
