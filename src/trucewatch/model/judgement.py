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


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``targets`` are keys of data; ``undone`` tells when and by whom it was taken back."""

    id: str
    at: datetime
    reviewer: str
    action: Action
    targets: tuple[str, ...]
    reason: str
    values: dict[str, Any] = field(default_factory=dict)
    undone: datetime | None = None
    undone_by: str | None = None

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
        }
