"""What an incident's reports say: tolls by claimant, independent sources, who claims, denies, confirms, is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trucewatch.assessment.parties import Parties
from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Count, Status
from trucewatch.model.evidence import Evidence
from trucewatch.model.rows import EventRow

REPORTS = "reports"
"""The claimant of a toll that outlets tell in their own voice."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What one claimant tells of dead and wounded: its newest figures, and how many earlier ones differ.

    Figures are never added: a later one takes the place of an earlier one, be it higher or lower.
    """

    claimant: str
    killed: Count | None
    wounded: Count | None
    told: date | None
    evidence: Evidence
    earlier: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "claimant": self.claimant,
            "killed": count(self.killed),
            "wounded": count(self.wounded),
            "told": None if self.told is None else self.told.isoformat(),
            "earlier": self.earlier,
            "evidence": self.evidence.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Voices:
    """Sides by what they say of an incident, by name. The first side to tell it claims it, others confirm it.

    ``silent`` are sides said to have acted or suffered that no report quotes on it.
    """

    claims: tuple[str, ...]
    confirms: tuple[str, ...]
    denies: tuple[str, ...]
    silent: tuple[str, ...]


def tellers(row: EventRow, spoken: Mapping[str, ActorRef]) -> tuple[ActorRef, ...]:
    """Whose word an event stands on: those who claim it, else who makes the statement that carries it."""
    value = row.value
    if value.claimed_by:
        return value.claimed_by
    carried = spoken.get(value.statement or "")
    return (carried,) if carried is not None and value.status is Status.CLAIMED else ()


def tolls(rows: Sequence[EventRow], spoken: Mapping[str, ActorRef], sides: Parties) -> tuple[Toll, ...]:
    """The tolls of an incident by claimant; ``rows`` are its reports, the first told first."""
    found: dict[str, Toll] = {}
    for row in rows:
        value = row.value
        if (value.killed is None and value.wounded is None) or value.status is Status.DENIED:
            continue
        day = row.document.published
        names = [side(each, sides, day) for each in tellers(row, spoken)] or [REPORTS]
        for name in names:
            before = found.get(name)
            told = Toll(name, value.killed, value.wounded, day, row.evidence(None if name == REPORTS else name))
            found[name] = told if before is None else _newer(before, told)
    return tuple(found[name] for name in sorted(found, key=lambda name: (name == REPORTS, name)))


def _newer(before: Toll, after: Toll) -> Toll:
    """The later of two; what the later leaves untold stays as the earlier told it."""
    killed = before.killed if after.killed is None else after.killed
    wounded = before.wounded if after.wounded is None else after.wounded
    changed = (killed, wounded) != (before.killed, before.wounded)
    return Toll(after.claimant, killed, wounded, after.told, after.evidence, before.earlier + changed)


def voices(rows: Sequence[EventRow], spoken: Mapping[str, ActorRef], sides: Parties) -> Voices:
    """Which side says what of an incident; ``rows`` are its reports, the first told first."""
    told: list[str] = []
    denied: list[str] = []
    involved: list[str] = []
    for row in rows:
        day, value = row.document.published, row.value
        denied += [side(each, sides, day) for each in value.denied_by]
        if value.status is not Status.DENIED:
            told += [side(each, sides, day) for each in tellers(row, spoken)]
        known = [each for each in (*value.actors, *value.recipients) if each.actor and sides.known(each.actor)]
        involved += [side(each, sides, day) for each in known]
    first = list(dict.fromkeys(told))
    denies = list(dict.fromkeys(denied))
    silent = sorted({*involved} - {*first, *denies})
    return Voices(tuple(first[:1]), tuple(first[1:]), tuple(denies), tuple(silent))


def side(named: ActorRef, sides: Parties, day: date | None) -> str:
    """The name of the side someone speaks for; of whom no dossier knows, the name as written."""
    if named.actor is None or not sides.known(named.actor):
        return named.name
    return sides.name(sides.side(named.actor, day or date.today()))


def sources(rows: Iterable[EventRow], originals: Mapping[str, str]) -> tuple[str, ...]:
    """The independent sources, by name: a wire copy counts as the outlet it copies, versions of a page once."""
    told = list(rows)
    outlets = {row.document.id: row.document.publisher or row.document.url or row.document.id for row in told}
    first = (originals.get(row.document.id, row.document.id) for row in told)
    return tuple(sorted({outlets.get(each, each) for each in first}))


def count(each: Count | None) -> dict[str, int | None] | None:
    """A count as plain values for JSON."""
    return None if each is None else {"low": each.low, "high": each.high}
