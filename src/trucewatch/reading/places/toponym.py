"""A name of a place as it stands in the text, before and after it is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from trucewatch.model.text import Span
from trucewatch.reading.gazetteer import GazetteerEntry


class Evidence(IntEnum):
    """How surely a name is that of a place."""

    CARRIED = 1  # the same name is a place elsewhere in the text
    LABEL = 2  # the language model calls it one
    CONTEXT = 3  # a place preposition or a container stands by it
    TYPE = 4  # a type word stands by it
    DOSSIER = 5


@dataclass(frozen=True, slots=True)
class Offset:
    """Where a place lies from the one named: kilometres and bearing (degrees from north), each ``None`` when not said.

    ``span`` are the words that say so; ``span.start`` is where the whole phrase begins.
    """

    km: float | None
    bearing: float | None
    span: Span


@dataclass(slots=True)
class Toponym:
    """One place name in the text.

    ``first`` and ``last`` are the words of the bare name (both included), ``span`` covers the type word too.
    ``kinds`` are the kinds a type word asks for (none: any). ``container`` is the key of a name that says where this
    one lies ("Martuni, Gegharkunik"), ``contains`` marks that other name, and ``located_by`` is the name a distance
    is counted from in an apposition ("X, 5 km west of Y"). ``own`` are dossier ids and ``entries`` gazetteer entries
    it may mean.
    """

    first: int
    last: int
    name: str
    key: str
    span: Span
    evidence: Evidence
    type: str | None = None
    type_words: str = ""
    kinds: frozenset[str] = frozenset()
    container: str | None = None
    offset: Offset | None = None
    contains: bool = False
    located_by: Toponym | None = None
    own: tuple[str, ...] = ()
    entries: tuple[GazetteerEntry, ...] = ()
    slip: bool = False
    label: str = ""
    chosen: GazetteerEntry | None = field(default=None)
    sure: bool = True

    @property
    def words(self) -> range:
        """The words of the bare name."""
        return range(self.first, self.last + 1)
