"""What a question is: asked of a view of the record under a filter, answered in rows that every face shows alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from trucewatch.faces.text.table import Line
from trucewatch.model.dossier import Dossier
from trucewatch.model.filters import Filter
from trucewatch.record.view import View

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put: of which state of the record, narrowed how, as of which day.

    ``dossiers`` are those chosen, else those the record's documents were read with. ``words`` are what a question takes
    besides its filter: the query of a search, the id to show, the period to compare.
    """

    view: View
    filter: Filter = field(default_factory=Filter)
    dossiers: tuple[Dossier, ...] = ()
    as_of: date = field(default_factory=date.today)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows as plain values, how many there are beyond the filter's limit, and notes for the reader (said apart)."""

    rows: tuple[Plain, ...]
    total: int
    notes: tuple[str, ...] = ()


class Listing(Protocol):
    """Rows laid out for a screen, where a table would cut them short."""

    def __call__(self, rows: Sequence[Plain], *, width: int, colour: bool) -> str: ...


class Page(Protocol):
    """A question's answer as a page for a screen, where a table would not do."""

    def __call__(self, asked: Asked, *, width: int, colour: bool) -> str: ...


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``name`` is its command, ``heads`` and ``line`` lay out its rows on a screen, or ``page`` or
    ``listing`` do where there is one: a page asks for more than the rows, a listing does not.

    Every row has a ``key`` or an ``id``, unique among the rows, and ``evidence``, a list.
    """

    name: str
    ask: Callable[[Asked], Answer]
    heads: tuple[str, ...]
    line: Callable[[Plain], Line]
    page: Page | None = None
    listing: Listing | None = None
