"""The answer to the question about incidents: each with all its reports, what they agree on and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trucewatch import dossiers
from trucewatch.assessment.incidents.clustering import grouped
from trucewatch.assessment.incidents.profile import Profiler
from trucewatch.assessment.incidents.rule import RULE
from trucewatch.assessment.incidents.versions import Toll, Voices, count, sources, tellers, tolls, voices
from trucewatch.assessment.parties import Parties
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DateError
from trucewatch.model.event import Event
from trucewatch.model.evidence import Evidence
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Action, Judgement
from trucewatch.model.rows import EventRow
from trucewatch.model.time import DateBasis, PartialDate
from trucewatch.record.keys import key
from trucewatch.record.view import View


@dataclass(frozen=True, slots=True)
class Version:
    """One report of an incident. ``by`` are those on whose word it stands, ``copy_of`` the document it copies."""

    row: EventRow
    by: tuple[ActorRef, ...]
    copy_of: str | None

    @property
    def evidence(self) -> Evidence:
        """Its words, with who says them."""
        return self.row.evidence("; ".join(each.name for each in (*self.by, *self.row.value.denied_by)) or None)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        event, document = self.row.value, self.row.document
        return {
            "key": self.row.key,
            "document": document.id,
            "publisher": document.publisher,
            "published": None if document.published is None else document.published.isoformat(),
            "kind": event.kind,
            "mode": event.mode,
            "status": str(event.status),
            "actors": _refs(event.actors),
            "recipients": _refs(event.recipients),
            "place": {"place": event.place.place, "name": event.place.name},
            "date": {"value": event.date.value, "basis": str(event.date.basis)},
            "killed": count(event.killed),
            "wounded": count(event.wounded),
            "by": _refs(self.by),
            "denied_by": _refs(event.denied_by),
            "copy_of": self.copy_of,
            "quote": self.row.quote.text,
        }


@dataclass(frozen=True, slots=True)
class Incident:
    """One event as its reports tell it, the first told first.

    ``kind`` and ``place`` are those most reports give (an id or ``None``); ``date`` (EDTF) is the day the reports
    agree on, else the span of the days they name, ``None`` where none names one. ``rule`` grouped them; ``decided``
    tells whether a reviewer had a part in it.
    """

    key: str
    kind: str
    type: str
    place: str | None
    place_name: str | None
    date: str | None
    versions: tuple[Version, ...]
    tolls: tuple[Toll, ...]
    voices: Voices
    sources: tuple[str, ...]
    rule: str = RULE
    decided: bool = False

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses its reports give it."""
        return tuple(sorted({str(each.row.value.status) for each in self.versions}))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of every version."""
        return tuple(each.evidence for each in self.versions)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "key": self.key,
            "kind": self.kind,
            "type": self.type,
            "date": self.date,
            "place": {"place": self.place, "name": self.place_name},
            "statuses": list(self.statuses),
            "sources": list(self.sources),
            "claims": list(self.voices.claims),
            "confirms": list(self.voices.confirms),
            "denies": list(self.voices.denies),
            "silent": list(self.voices.silent),
            "tolls": [each.to_dict() for each in self.tolls],
            "versions": [each.to_dict() for each in self.versions],
            "rule": self.rule,
            "decided": self.decided,
            "evidence": [each.to_dict() for each in self.evidence],
        }


def clusters(view: View, known: Iterable[Dossier]) -> dict[str, str]:
    """The incident of every event of a view, by key: the same whatever the order in which documents came in."""
    rows = view.events()
    profiler = Profiler(known, view.originals())
    decisions = view.decisions(actions=(Action.MERGE, Action.SPLIT))
    told = {row.key: (row.document.published or date.max, row.key) for row in rows}
    found: dict[str, str] = {}
    for keys in grouped(profiler.all(rows), decisions):
        name = key("incident", min(told[each] for each in keys)[1])
        found |= dict.fromkeys(keys, name)
    return found


def incidents(
    view: View, narrowed: Filter | None = None, *, known: Sequence[Dossier] = ()
) -> tuple[list[Incident], int]:
    """The incidents of which an event meets the filter, the latest first, and how many there are without its limit.

    ``known`` are the dossiers the documents were read with. The grouping kept in the record is used where it is of this
    state; else events are grouped anew.

    Raises:
        RecordError: when the database does not answer.
    """
    chosen = narrowed or Filter()
    kept = view.clusters(RULE, chosen)
    members, total = _grouped(view, chosen, known) if kept is None else kept
    rows = view.data(each for keys in members.values() for each in keys)
    maker = _Maker(view, known, list(rows.values()))
    made = [maker.of(name, [rows[each] for each in keys if each in rows]) for name, keys in members.items()]
    return made, total


def _grouped(view: View, chosen: Filter, known: Sequence[Dossier]) -> tuple[dict[str, list[str]], int]:
    found = clusters(view, known)
    members: dict[str, list[str]] = {}
    for each, name in sorted(found.items()):
        members.setdefault(name, []).append(each)
    met: dict[str, int] = {}
    for row in view.events(replace(chosen, limit=None, offset=0)):
        if row.key in found:
            met[found[row.key]] = max(met.get(found[row.key], -1), _began(row))
    names = sorted(met, key=lambda name: (-met[name], name))
    end = None if chosen.limit is None else chosen.offset + chosen.limit
    return {name: members[name] for name in names[chosen.offset : end]}, len(names)


def _began(row: EventRow) -> int:
    """The first day of an event as a proleptic ordinal, -1 where it has none: as the record orders incidents."""
    try:
        first = None if row.value.date.value is None else PartialDate(row.value.date.value).earliest
    except DateError:
        return -1
    return -1 if first is None else first.toordinal()


class _Maker:
    """Makes incidents of one view."""

    def __init__(self, view: View, known: Sequence[Dossier], rows: list[EventRow]) -> None:
        self._sides = Parties(known[0] if known else dossiers.world())
        self._originals = view.originals()
        self._spoken = view.speaker_refs(row.value.statement for row in rows if row.value.statement)
        merged = view.decisions(actions=(Action.MERGE, Action.SPLIT))
        self._decided = {each for decision in merged for each in decision.targets}

    def of(self, name: str, rows: list[EventRow]) -> Incident:
        """The incident of these reports."""
        rows = sorted(rows, key=lambda row: (row.document.published or date.max, row.document.id, row.key))
        events = [row.value for row in rows if row.judgement is not Judgement.REJECTED]
        kind = _most(each.kind for each in events) or events[0].kind
        place = _most(each.place.place for each in events if each.place.place)
        named = next((each.place.name for each in events if each.place.place == place), None)
        return Incident(
            key=name,
            kind=kind,
            type=str(next(each.type for each in events if each.kind == kind)),
            place=place,
            place_name=named,
            date=_date(events),
            versions=tuple(self._version(row) for row in rows),
            tolls=tolls(rows, self._spoken, self._sides),
            voices=voices(rows, self._spoken, self._sides),
            sources=sources(rows, self._originals),
            decided=any(row.key in self._decided for row in rows),
        )

    def _version(self, row: EventRow) -> Version:
        original = self._originals.get(row.document.id, row.document.id)
        return Version(row, tellers(row, self._spoken), None if original == row.document.id else original)


def _refs(named: Iterable[ActorRef]) -> list[dict[str, str | None]]:
    return [{"actor": each.actor, "name": each.name} for each in named]


def _most(values: Iterable[str | None]) -> str | None:
    """The value met most often; of several the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _date(events: Iterable[Event]) -> str | None:
    """The one day that most reports name exactly, if no other is named so; else the span of all that is named."""
    values = [each.date.value for each in events if each.date.value and each.date.basis is not DateBasis.PUBLISHED]
    days = []
    for value in values:
        try:
            days.append(PartialDate(value))
        except DateError:
            continue
    exact = {each.earliest for each in days if each.earliest is not None and each.earliest == each.latest}
    if len(exact) == 1:
        return exact.pop().isoformat()
    starts = [each.earliest for each in days if each.earliest is not None]
    ends = [each.latest for each in days if each.latest is not None]
    if not starts and not ends:
        return None
    first = min(starts).isoformat() if starts else ".."
    last = max(ends).isoformat() if ends else ".."
    return first if first == last else f"{first}/{last}"
