"""What each side says of an obligation: its latest word, and how many came before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.assessment.bearing import Bearing, Says
from trucewatch.assessment.parties import Parties


@dataclass(frozen=True, slots=True)
class Account:
    """The latest word of one side. ``party`` is its id, ``None`` for outlets and for speakers of no known side.

    ``name`` is the side's name, the speaker's where no side is known, "reports" for outlets in their own voice.
    ``doers`` are the sides it speaks of, where several are bound from day to day: one may say that it keeps a truce
    which the other breaks. ``earlier`` counts what it said before; ``changed`` tells whether one of those said else.
    """

    party: str | None
    name: str
    says: Says
    latest: Bearing
    earlier: int
    changed: bool
    doers: tuple[str, ...] = ()

    @property
    def reported(self) -> bool:
        """Whether outlets tell it in their own voice."""
        return self.latest.party is None and self.latest.speaker is None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; ``statement`` is the key of the statement that carries it."""
        return {
            "party": self.party,
            "name": self.name,
            "says": str(self.says),
            "of": list(self.doers),
            "datum": self.latest.datum,
            "statement": self.latest.statement,
            "known": self.latest.known.isoformat(),
            "earlier": self.earlier,
            "changed": self.changed,
            "evidence": self.latest.evidence.to_dict(),
        }


REPORTS = "reports"


def accounts(bearings: Sequence[Bearing], parties: Parties, *, by_doer: bool) -> tuple[Account, ...]:
    """The latest word of each side among the sure ``bearings`` that say something of fulfilment, by name.

    ``by_doer`` keeps apart what a side says of each side bound. What a side tells of its own acts that others would
    call a breach is no such word. Of words that became known on one day the surer match counts as the later.
    """
    sides: dict[tuple[str | None, str | None, tuple[str, ...]], list[Bearing]] = {}
    for each in bearings:
        if each.sure and each.says is not Says.MENTIONED and not each.own:
            doers = each.doers if by_doer else ()
            sides.setdefault((each.party, None if each.party else each.speaker, doers), []).append(each)
    found = []
    for (party, speaker, doers), said in sides.items():
        said.sort(key=lambda each: (each.known, each.by_hand, each.score, each.datum))
        last = said[-1]
        name = parties.name(party) if party is not None else speaker or REPORTS
        changed = any(each.says is not last.says for each in said)
        found.append(Account(party, name, last.says, last, len(said) - 1, changed, doers))
    return tuple(sorted(found, key=lambda each: (each.party is None, each.reported, each.name, each.doers)))
