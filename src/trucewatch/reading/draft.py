"""The draft that readers work on: the text, its parse and the layers that have been read so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Commitment
from trucewatch.model.dispute import Dispute, Warning
from trucewatch.model.document import Document
from trucewatch.model.event import Event
from trucewatch.model.place import Place, PlaceRef
from trucewatch.model.statement import Statement
from trucewatch.model.text import Span
from trucewatch.model.time import TimeMention
from trucewatch.reading.parse import Parse

if TYPE_CHECKING:
    from trucewatch.reading.knowledge import Knowledge


class Usage(StrEnum):
    """What quotation marks do."""

    SPEECH = "speech"  # words that someone said or wrote
    SCARE = "scare"  # a word held at arm's length, a title, a nickname: attributes nothing by itself


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks left out. One speech over several paragraphs has several ``parts``.

    ``closed`` is false where the closing mark is missing at the end of the last part.
    """

    parts: tuple[Span, ...]
    usage: Usage
    closed: bool = True


class MentionKind(StrEnum):
    """How an expression refers to an actor."""

    NAME = "name"
    METONYM = "metonym"  # a capital for its government, "the Kremlin"
    DEMONYM = "demonym"  # "Armenian", as a modifier or as a noun
    ROLE = "role"  # "the foreign minister of Russia", "the ministry's spokesman"
    NOMINAL = "nominal"  # "the ministry", "the peacekeepers", "the sides"
    PRONOUN = "pronoun"


@dataclass(slots=True)
class Mention:
    """An expression that refers to actors.

    ``span`` is what the reading shows ("Ivan Nechaev"), ``phrase`` the whole noun phrase with role and determiner
    ("Russia's Foreign Ministry spokesperson Ivan Nechaev"), ``head`` the index of its head word. ``actors`` are ids,
    more than one for "the sides", none while it is unresolved; ``person`` says that a person is meant.
    """

    span: Span
    phrase: Span
    head: int
    kind: MentionKind
    actors: tuple[str, ...]
    person: bool = False
    plural: bool = False


@dataclass(slots=True)
class ActorRecord:
    """An actor met in the text, as names found it; becomes an :class:`~trucewatch.model.actor.Actor` at the end."""

    id: str
    name: str
    kind: str
    known: bool


@dataclass(slots=True)
class InstrumentRef:
    """Words that name an instrument and perhaps a point of it ("the sixth point of the November 9 agreement").

    ``instrument`` is the dossier's id, or one made from the text where no dossier knows it; ``None`` when unresolved.
    ``time`` is the span of the date expression inside, if any.
    """

    span: Span
    instrument: str | None
    name: str
    provision: str | None = None
    time: Span | None = None


@dataclass(slots=True)
class Draft:
    """One document on its way to a reading. Each layer is filled by the reader that assigns it, in pipeline order."""

    document: Document
    parse: Parse
    knowledge: Knowledge
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeMention, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    actors: dict[str, ActorRecord] = field(default_factory=dict)
    author: tuple[str, ...] = ()  # whose statement the text itself is ("Statement of the Ministry of ...")
    affiliations: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)  # person -> (office, of whom)
    instruments: list[InstrumentRef] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    _warned: set[Warning] = field(default_factory=set)
    _by_word: dict[int, Mention] | None = None
    _place_index: list[tuple[int, int, Place]] | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def warn(self, span: Span, message: str) -> None:
        """Record something odd, left as it stands."""
        warning = Warning(span, message)
        if warning not in self._warned:
            self._warned.add(warning)
            self.warnings.append(warning)

    def mention_at(self, word: int) -> Mention | None:
        """The mention that word ``word`` belongs to (a name's shown words, or the head of a phrase), or ``None``."""
        if self._by_word is None:
            self._by_word = {}
            for mention in self.mentions:
                for i in self.parse.within(mention.span):
                    self._by_word.setdefault(i, mention)
            for mention in self.mentions:
                self._by_word.setdefault(mention.head, mention)
        return self._by_word.get(word)

    def forget_index(self) -> None:
        """Drop the word index after ``mentions`` changed."""
        self._by_word = None

    def refs(self, mention: Mention) -> tuple[ActorRef, ...]:
        """The actor references of a mention; one without an id when it is unresolved."""
        if not mention.actors:
            return (ActorRef(None, mention.span.of(self.text), mention.span),)
        return tuple(ActorRef(id_, self.actors[id_].name, mention.span) for id_ in mention.actors)

    def place_at(self, span: Span) -> PlaceRef | None:
        """The place whose mention meets ``span``, or ``None``."""
        if self._place_index is None:
            self._place_index = sorted(
                ((m.start, m.end, p) for p in self.places for m in p.mentions), key=lambda row: row[:2]
            )
        i = bisect_right(self._place_index, span.end - 1, key=lambda row: row[0]) - 1
        if i >= 0 and self._place_index[i][1] > span.start:
            start, end, place = self._place_index[i]
            return PlaceRef(place.id, place.name, Span(start, end))
        return None

    def quotation_of(self, offset: int) -> Quotation | None:
        """The speech that the code point lies in, or ``None`` outside speech."""
        for quotation in self.quotations:
            if quotation.usage is Usage.SPEECH and any(p.start <= offset < p.end for p in quotation.parts):
                return quotation
        return None
