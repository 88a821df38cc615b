"""Contacts: who called, met or visited whom, planned, held or called off, and what each side says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from trucewatch.assessment.incidents import Incident, incidents
from trucewatch.assessment.parties import Parties
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DateError
from trucewatch.model.event import Status
from trucewatch.model.evidence import Evidence
from trucewatch.model.filters import Filter
from trucewatch.model.rows import StatementRow
from trucewatch.model.time import PartialDate
from trucewatch.record.view import View

KINDS = ("call", "meeting", "talks", "multilateral-meeting", "visit", "contact", "mediation")
_OFF = ("cancellation", "failed-talks")
_NEAR = timedelta(days=10)  # a contact is called off within that many days of its day
_READOUTS = 3  # statements of one side shown of one contact


class State(StrEnum):
    """Where a contact stands, as its reports tell it."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called off"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Readout:
    """What one side says in a report of the contact: ``side`` is its name, ``speaker`` who speaks for it."""

    side: str
    speaker: str
    words: str
    evidence: Evidence

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "side": self.side,
            "speaker": self.speaker,
            "words": self.words,
            "document": self.evidence.document,
            "statement": self.evidence.datum,
        }


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact: an incident of a kind of talking, its participants by name, and the readouts of its sides."""

    incident: Incident
    state: State
    participants: tuple[str, ...]
    readouts: tuple[Readout, ...]
    called_off: Evidence | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        told = self.incident.to_dict()
        kept = ("key", "kind", "date", "place", "sources", "versions", "rule")
        off = [] if self.called_off is None else [self.called_off.to_dict()]
        return {
            **{name: told[name] for name in kept},
            "state": str(self.state),
            "participants": list(self.participants),
            "readouts": [each.to_dict() for each in self.readouts],
            "evidence": [*told["evidence"], *off, *(each.evidence.to_dict() for each in self.readouts)],
        }


def contacts(
    view: View, as_of: date, narrowed: Filter | None = None, *, known: Sequence[Dossier] = ()
) -> tuple[list[Contact], int]:
    """The contacts a filter leaves, the latest first, and how many there are without its limit.

    A contact is held when a report tells it as past or as a claim, planned while all tell it as to come, called off
    when a report of about its day says so of the same sides.

    Raises:
        RecordError: when the database does not answer.
    """
    chosen = narrowed or Filter()
    kinds = tuple(each for each in chosen.kinds if each in KINDS) or KINDS
    found, total = incidents(view, replace(chosen, kinds=kinds), known=known)
    off, _ = incidents(view, replace(chosen, kinds=_OFF, limit=None, offset=0), known=known)
    maker = _Maker(view, known, off, as_of)
    return [maker.of(each) for each in found], total


class _Maker:
    def __init__(self, view: View, known: Sequence[Dossier], off: Sequence[Incident], as_of: date) -> None:
        self._view = view
        self._sides = [Parties(dossier) for dossier in known]
        self._off = off
        self._as_of = as_of

    def of(self, incident: Incident) -> Contact:
        """The contact that an incident is."""
        events = [each.row.value for each in incident.versions]
        named: dict[str, ActorRef] = {}
        for event in events:
            for each in (*event.actors, *event.recipients):
                named.setdefault(each.actor or each.name.casefold(), each)
        off = self._called_off(incident)
        statuses = {event.status for event in events}
        held = bool(statuses & {Status.REPORTED, Status.CLAIMED}) and not self._ahead(incident)
        state = State.HELD if held else State.DENIED if statuses == {Status.DENIED} else State.PLANNED
        if off is not None and not held:
            state = State.CALLED_OFF
        names = tuple(each.name for each in named.values())
        return Contact(incident, state, names, self._readouts(incident, named.values()), off if not held else None)

    def _ahead(self, incident: Incident) -> bool:
        first = _day(incident.date)
        return first is not None and first > self._as_of

    def _called_off(self, incident: Incident) -> Evidence | None:
        day, sides = _day(incident.date), self._of(incident)
        for each in self._off:
            other = _day(each.date)
            near = day is None or other is None or abs(day - other) <= _NEAR
            if near and sides and sides & self._of(each):
                return each.evidence[0]
        return None

    def _of(self, incident: Incident) -> set[str]:
        told = (each.row.value for each in incident.versions)
        return {side for event in told for each in (*event.actors, *event.recipients) if (side := self._side(each))}

    def _side(self, named: ActorRef) -> str | None:
        if named.actor is None:
            return None
        for sides in self._sides:
            if sides.known(named.actor):
                return sides.side(named.actor, self._as_of)
        return named.actor

    def _readouts(self, incident: Incident, named: Iterable[ActorRef]) -> tuple[Readout, ...]:
        sides = {side for each in named if (side := self._side(each))}
        documents = tuple(dict.fromkeys(each.row.document.id for each in incident.versions if each.copy_of is None))
        carried = {each.row.value.statement for each in incident.versions}
        told: dict[str, list[Readout]] = {}
        for row in self._view.statements(Filter(documents=documents)):
            side = self._side(row.value.speaker)
            if side in sides and (row.key in carried or _about(row, incident)):
                told.setdefault(str(side), []).append(self._readout(str(side), row))
        return tuple(each for side in sorted(told) for each in told[side][:_READOUTS])

    def _readout(self, side: str, row: StatementRow) -> Readout:
        name = next((sides.name(side) for sides in self._sides if sides.known(side)), side)
        speaker = row.value.speaker.name
        return Readout(name, speaker, row.quote.text, row.evidence(speaker))


def _about(row: StatementRow, incident: Incident) -> bool:
    """Whether a statement stands in the sentence that reports the contact, or in the next ones."""
    spans = (each.row.quote.span for each in incident.versions if each.row.document.id == row.document.id)
    return any(span.start <= row.quote.span.start <= span.end + _AFTER for span in spans)


_AFTER = 400  # code points: a readout follows its contact closely


def _day(value: str | None) -> date | None:
    try:
        return None if value is None else PartialDate(value).earliest
    except DateError:
        return None
