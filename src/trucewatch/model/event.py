"""Events: what happened, according to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.model.actor import ActorRef
from trucewatch.model.place import NOWHERE, PlaceRef
from trucewatch.model.text import Span
from trucewatch.model.time import UNDATED, Dating


class EventType(StrEnum):
    """The PLOVER event types (PLOVER manual, Open Event Data Alliance, 2024)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """On whose word an event stands."""

    REPORTED = "reported"  # the outlet's own voice
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as a range, ends included. ``high`` is ``None`` for "at least"."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``kind`` is of the product's own codebook, ``mode`` a PLOVER mode or ``None``."""

    id: str
    type: EventType
    mode: str | None
    kind: str
    anchor: Span
    status: Status
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    place: PlaceRef = NOWHERE
    date: Dating = UNDATED
    claimed_by: tuple[ActorRef, ...] = ()
    denied_by: tuple[ActorRef, ...] = ()
    killed: Count | None = None
    wounded: Count | None = None
    statement: str | None = None
