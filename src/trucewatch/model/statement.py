"""Statements: who said what, in which form, when, about whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.model.actor import ActorRef
from trucewatch.model.text import Span
from trucewatch.model.time import UNDATED, Dating


class Form(StrEnum):
    """How the words attributed stand in the text."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    ACT = "act"  # an act of speech reported without its content: "criticised the mission"


class Act(StrEnum):
    """What is done by saying it."""

    ASSERT = "assert"
    ANNOUNCE = "announce"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    DENY = "deny"
    REJECT = "reject"
    DEMAND = "demand"
    REQUEST = "request"
    PROMISE = "promise"
    THREATEN = "threaten"
    PRAISE = "praise"
    AGREE = "agree"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. ``content`` are the words attributed, quotation marks left out, in text order, never empty."""

    id: str
    speaker: ActorRef
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    act: Act
    targets: tuple[ActorRef, ...] = ()
    within: str | None = None
    date: Dating = UNDATED
