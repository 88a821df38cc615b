"""Actors: who speaks, acts, owes and meets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.model.text import Span


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    AUTHORITY = "authority"  # de facto or contested rule
    MINISTRY = "ministry"
    FORCE = "force"
    MISSION = "mission"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class ActorRef:
    """A reference to an actor: the id where one is known, the resolved name, the words that refer."""

    actor: str | None
    name: str
    mention: Span | None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of one reading. ``known`` says whether the dossier or the gazetteer knows it."""

    id: str
    name: str
    kind: ActorKind
    known: bool
    mentions: tuple[Span, ...]
