"""What a datum of the record says of an obligation, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from trucewatch.model.errors import DateError
from trucewatch.model.evidence import Evidence
from trucewatch.model.time import PartialDate


class Says(StrEnum):
    """What is said of an obligation's fulfilment."""

    OWED = "owed"  # it is due, promised or planned
    NOT_DONE = "not-done"
    BEGUN = "begun"
    UNDER_WAY = "under-way"
    DONE = "done"
    KEPT = "kept"  # what binds from day to day is being observed
    BREACHED = "breached"
    REFUSED = "refused"
    MENTIONED = "mentioned"  # it is spoken of, and nothing of its fulfilment


def edtf(value: str | None) -> PartialDate | None:
    """The date that a datum gives, ``None`` where it gives none or one that cannot be read: it spoils nothing else."""
    try:
        return None if value is None else PartialDate(value)
    except DateError:
        return None


FOR = frozenset({Says.BEGUN, Says.UNDER_WAY, Says.DONE, Says.KEPT})
AGAINST = frozenset({Says.NOT_DONE, Says.BREACHED, Says.REFUSED})


class Family(StrEnum):
    """What kind of datum it is."""

    COMMITMENT = "commitment"
    EVENT = "event"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Bearing:
    """One datum that bears on one obligation.

    ``party`` is the id of the side whose word it is, ``None`` where an outlet reports in its own voice; ``speaker`` the
    name as resolved. ``known`` is the day it became known (publication, else when it came into the record), ``day`` the
    EDTF date of the datum itself. ``sure`` data count for the proposed status, the others may bear on it.
    ``score`` and ``grounds`` say why it was matched. ``doers`` are the sides said to keep or break it, ``own`` marks
    what a side tells of its own acts. ``by_hand`` marks what a reviewer attached.
    """

    datum: str
    family: Family
    says: Says
    party: str | None
    speaker: str | None
    known: date
    day: str | None
    score: float
    sure: bool
    grounds: tuple[str, ...]
    evidence: Evidence
    statement: str | None = None
    doers: tuple[str, ...] = ()
    own: bool = False
    by_hand: bool = False

    @property
    def order(self) -> tuple[date, str]:
        """For sorting: when it became known, then its key."""
        return self.known, self.datum

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "datum": self.datum,
            "family": str(self.family),
            "says": str(self.says),
            "party": self.party,
            "speaker": self.speaker,
            "known": self.known.isoformat(),
            "day": self.day,
            "score": self.score,
            "sure": self.sure,
            "grounds": list(self.grounds),
            "doers": list(self.doers),
            "by_hand": self.by_hand,
            "statement": self.statement,
            "evidence": self.evidence.to_dict(),
        }
