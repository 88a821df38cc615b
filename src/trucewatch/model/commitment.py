"""Commitments: what an agreement or a party binds someone to, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.model.actor import ActorRef
from trucewatch.model.text import Span


class Fulfilment(StrEnum):
    """Where a commitment stands, as the text tells it."""

    OWED = "owed"
    BEGUN = "begun"
    UNDER_WAY = "under-way"
    DONE = "done"
    BREACHED = "breached"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: its EDTF value (``None`` while the anchor's day is unknown), the rule, the words."""

    value: str | None
    rule: str | None
    mention: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (``km``, ``persons``, ``vehicles`` ...)."""

    value: float
    unit: str
    mention: Span


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment. ``mention`` are the words that name the instrument or point, where the text names one."""

    id: str
    instrument: str | None
    provision: str | None
    mention: Span | None
    obligors: tuple[ActorRef, ...]
    action: Span
    due: Due | None
    status: Fulfilment
    claimed_by: tuple[ActorRef, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statement: str | None = None
