"""The timeline: incidents, statements that matter and days on which something falls due, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trucewatch.assessment.due import due_of
from trucewatch.assessment.incidents import incidents
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DateError
from trucewatch.model.evidence import Evidence, Ground
from trucewatch.model.filters import Filter
from trucewatch.model.instrument import Instrument, Obligation
from trucewatch.model.statement import Act
from trucewatch.model.time import PartialDate
from trucewatch.record.view import View

ACTS = (Act.ACCUSE, Act.DENY, Act.REJECT, Act.DEMAND, Act.PROMISE, Act.THREATEN, Act.AGREE, Act.DECLINE, Act.ANNOUNCE)
"""Acts of speech that change something; mere assertions stand in the incidents they tell of."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``what`` is incident, statement or deadline; ``day`` (EDTF) is ``None`` where none is known.

    ``according_to`` names on whose word it stands: sides, else the outlets, else the dossier's instrument.
    """

    key: str
    what: str
    day: str | None
    kind: str
    words: str
    according_to: tuple[str, ...]
    sources: int
    evidence: tuple[Evidence, ...] = ()
    ground: Ground | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "key": self.key,
            "what": self.what,
            "day": self.day,
            "kind": self.kind,
            "words": self.words,
            "according_to": list(self.according_to),
            "sources": self.sources,
            "ground": None if self.ground is None else self.ground.to_dict(),
            "evidence": [each.to_dict() for each in self.evidence],
        }


def timeline(
    view: View, as_of: date, narrowed: Filter | None = None, *, known: Sequence[Dossier] = ()
) -> tuple[list[Entry], int]:
    """What a filter leaves, the latest day first and what has no day at the end; and how many entries in all.

    Deadlines are those of ``known`` as of a day; a filter by kind, speaker, place, status or document leaves them out.

    Raises:
        RecordError: when the database does not answer.
    """
    chosen = narrowed or Filter()
    reach = None if chosen.limit is None else chosen.offset + chosen.limit
    wide = replace(chosen, limit=reach, offset=0)
    happened, number = incidents(view, wide, known=known)
    entries = [
        Entry(
            each.key,
            "incident",
            each.date,
            each.kind,
            each.evidence[0].quote.text,
            (*each.voices.claims, *each.voices.confirms) or each.sources,
            len(each.sources),
            each.evidence,
        )
        for each in happened
    ]
    said, spoken = _said(view, wide)
    due = _due(known, as_of, chosen)
    entries = sorted([*entries, *said, *due], key=_order)
    return entries[chosen.offset : reach], number + spoken + len(due)


def _said(view: View, chosen: Filter) -> tuple[list[Entry], int]:
    acts = tuple(str(act) for act in ACTS if not chosen.kinds or str(act) in chosen.kinds)
    if not acts or chosen.statuses:
        return [], 0
    asked = replace(chosen, kinds=acts)
    rows = view.statements(asked)
    entries = []
    for row in rows:
        speaker = row.value.speaker.name
        published = row.document.published
        day = row.value.date.value or (None if published is None else published.isoformat())
        shown = (row.evidence(speaker),)
        entries.append(Entry(row.key, "statement", day, str(row.value.act), row.quote.text, (speaker,), 1, shown))
    return entries, view.count("statement", asked)


def _due(known: Sequence[Dossier], as_of: date, chosen: Filter) -> list[Entry]:
    if chosen.kinds or chosen.speakers or chosen.places or chosen.statuses or chosen.documents:
        return []
    people = {*chosen.actors, *chosen.about}
    entries = []
    for dossier in known:
        duties: list[tuple[Instrument | None, Obligation]] = [
            (instrument, duty)
            for instrument in dossier.instruments
            for provision in instrument.provisions
            for duty in provision.obligations
        ]
        for instrument, duty in [*duties, *((None, each) for each in dossier.undertakings)]:
            if people and not people & set(duty.obligors):
                continue
            if chosen.instruments and (instrument is None or instrument.id not in chosen.instruments):
                continue
            derived = due_of(duty, instrument, dossier, as_of)
            name = instrument.id if instrument else "undertaking"
            for day in derived.days if derived.made else ():
                if _within(day, chosen):
                    ground = Ground(dossier.id, instrument.id if instrument else None, duty.key, duty.action)
                    title = instrument.name if instrument else dossier.title
                    key = f"{dossier.id}/{name}/{duty.key}/{day}"
                    entries.append(Entry(key, "deadline", day, "due", duty.action, (title,), 0, (), ground))
    return entries


def _within(day: str, chosen: Filter) -> bool:
    first, last = _ends(day)
    return (chosen.since is None or (last or date.max) >= chosen.since) and (
        chosen.until is None or (first or date.min) <= chosen.until
    )


def _ends(value: str | None) -> tuple[date | None, date | None]:
    try:
        when = None if value is None else PartialDate(value)
    except DateError:
        when = None
    return (None, None) if when is None else (when.earliest, when.latest)


def _order(entry: Entry) -> tuple[int, str]:
    first, last = _ends(entry.day)
    day = first or last
    return (-day.toordinal() if day else 1, entry.key)
