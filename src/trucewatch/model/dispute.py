"""Disputes within a document, and warnings about its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.model.actor import ActorRef
from trucewatch.model.text import Span


class Stance(StrEnum):
    """Where an actor stands on the matter of a dispute."""

    ASSERTS = "asserts"
    DENIES = "denies"
    REJECTS = "rejects"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stance, with the statement it rests on (``None`` when silent)."""

    actor: ActorRef
    stance: Stance
    statement: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A matter on which the document's voices differ."""

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something odd that was left as it stands: a likely slip of the text, an unresolved name, an odd date."""

    mention: Span
    message: str
