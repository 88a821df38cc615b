"""Judgements: what a person decided about what was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Judgement(StrEnum):
    """How a datum stands with the people who review."""

    OPEN = "open"  # nobody has looked
    ACCEPTED = "accepted"
    REJECTED = "rejected"  # kept, and left out of every answer that does not ask for it
    CORRECTED = "corrected"


class Action(StrEnum):
    """What a reviewer may do."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"  # ``values``: field -> new value
    MERGE = "merge"  # the events named are one incident
    SPLIT = "split"  # the events named are not one incident
    ATTACH = "attach"  # a datum bears on an obligation: ``values`` {"instrument", "obligation", "stance"}
    STATUS = "status"  # an obligation stands so: ``values`` {"dossier", "instrument", "obligation", "status"}


class ObligationStatus(StrEnum):
    """Where an obligation stands, proposed by rule or set by an analyst."""

    OWED = "owed"  # also what binds from day to day and is kept; PAM's step tells
    BEGUN = "begun"
    UNDER_WAY = "under-way"
    DONE = "done"
    LATE = "late"  # its day was missed: it is not done, or was done after it; PAM's step tells which
    BREACHED = "breached"
    REFUSED = "refused"
    EXPIRED = "expired"  # its term is over, or events overtook it
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class AttachStance(StrEnum):
    """How an attached datum bears on its obligation."""

    FOR = "for"
    AGAINST = "against"
    NONE = "none"  # not at all: it is taken off


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    ``targets`` are keys of data; for ``status`` the obligation as :func:`obligation_target` writes it. ``values`` of a
    merge or a split hold ``groups``, lists of keys: those of one list were one incident when it was decided. ``undone``
    tells when it was taken back, ``undone_by`` and ``undone_reason`` by whom and why.
    """

    id: str
    at: datetime
    reviewer: str
    action: Action
    targets: tuple[str, ...]
    reason: str
    values: dict[str, Any] = field(default_factory=dict)
    undone: datetime | None = None
    undone_by: str | None = None
    undone_reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "id": self.id,
            "at": self.at.isoformat(),
            "reviewer": self.reviewer,
            "action": str(self.action),
            "targets": list(self.targets),
            "values": self.values,
            "reason": self.reason,
            "undone": None if self.undone is None else self.undone.isoformat(),
            "undone_by": self.undone_by,
            "undone_reason": self.undone_reason,
        }


@dataclass(frozen=True, slots=True)
class Turn:
    """One step in the history of a datum.

    ``what`` is ``read`` (a reader found it), ``lost`` (a newer reading no longer has it), an :class:`Action`'s word, or
    ``undo``. ``by`` is the reader with its version, or the reviewer. ``judgement`` is how it stood afterwards, ``None``
    where it no longer held; ``overruled`` marks what a reader said while a person's word held. ``changed`` tells the
    fields whose values differ from those before: name to (before, after), in the contract's form.
    """

    at: datetime
    what: str
    by: str
    judgement: Judgement | None = None
    decision: str | None = None
    reason: str = ""
    changed: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    overruled: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; each change as ``{"before": ..., "after": ...}``."""
        return {
            "at": self.at.isoformat(),
            "what": self.what,
            "by": self.by,
            "judgement": None if self.judgement is None else str(self.judgement),
            "decision": self.decision,
            "reason": self.reason,
            "changed": {name: {"before": old, "after": new} for name, (old, new) in self.changed.items()},
            "overruled": self.overruled,
        }


def obligation_target(dossier: str, instrument: str | None, obligation: str) -> str:
    """An obligation as the target of a decision: ``o:DOSSIER/INSTRUMENT/KEY``; undertakings have no instrument."""
    return f"o:{dossier}/{instrument or ''}/{obligation}"
