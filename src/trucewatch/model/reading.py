"""A reading: what one text says, each datum tied to its characters; and its form in JSON (contract, version 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trucewatch.model.actor import Actor, ActorRef
from trucewatch.model.commitment import Commitment
from trucewatch.model.dispute import Dispute, Warning
from trucewatch.model.document import Document
from trucewatch.model.event import Count, Event
from trucewatch.model.instrument import InstrumentMention
from trucewatch.model.place import Place, PlaceRef
from trucewatch.model.statement import Statement
from trucewatch.model.text import Span
from trucewatch.model.time import Dating, TimeMention

SCHEMA = "trucewatch.reading/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says. Order within each list is the text's."""

    document: Document
    dossier: str | None
    reader: str
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    instruments: tuple[InstrumentMention, ...] = ()
    dates: tuple[TimeMention, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    warnings: tuple[Warning, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The reading as the JSON object of the contract (``trucewatch.reading/1``)."""
        return {
            "schema": SCHEMA,
            "reader": self.reader,
            "document": _document(self.document),
            "dossier": self.dossier,
            "actors": [_actor(each) for each in self.actors],
            "places": [_place(each) for each in self.places],
            "statements": [_statement(each) for each in self.statements],
            "events": [_event(each) for each in self.events],
            "commitments": [_commitment(each) for each in self.commitments],
            "instruments": [
                {"id": each.id, "name": each.name, "mentions": _spans(each.mentions)} for each in self.instruments
            ],
            "dates": [
                {"mention": each.span.to_list(), "value": each.value, "kind": str(each.kind)} for each in self.dates
            ],
            "disputes": [_dispute(each) for each in self.disputes],
            "warnings": [{"mention": each.mention.to_list(), "message": each.message} for each in self.warnings],
        }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else span.to_list()


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [span.to_list() for span in spans]


def _ref(ref: ActorRef) -> dict[str, Any]:
    return {"actor": ref.actor, "name": ref.name, "mention": _span(ref.mention)}


def _refs(refs: Iterable[ActorRef]) -> list[dict[str, Any]]:
    return [_ref(ref) for ref in refs]


def _place_ref(ref: PlaceRef) -> dict[str, Any]:
    return {"place": ref.place, "name": ref.name, "mention": _span(ref.mention)}


def _dating(dating: Dating) -> dict[str, Any]:
    return {"value": dating.value, "basis": str(dating.basis), "mention": _span(dating.mention)}


def _count(count: Count | None) -> dict[str, int | None] | None:
    return None if count is None else {"low": count.low, "high": count.high}


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": None if document.published is None else document.published.isoformat(),
        "language": document.language,
        "encoding": document.encoding,
        "notes": list(document.notes),
        "text": document.text,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "known": actor.known,
        "mentions": _spans(actor.mentions),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "known": place.known,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": str(place.precision),
        "geonames": place.geonames,
        "mentions": _spans(place.mentions),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "speaker": _ref(statement.speaker),
        "cue": _span(statement.cue),
        "content": _spans(statement.content),
        "form": str(statement.form),
        "act": str(statement.act),
        "targets": _refs(statement.targets),
        "within": statement.within,
        "date": _dating(statement.date),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": str(event.type),
        "mode": event.mode,
        "kind": event.kind,
        "actors": _refs(event.actors),
        "recipients": _refs(event.recipients),
        "place": _place_ref(event.place),
        "date": _dating(event.date),
        "status": str(event.status),
        "claimed_by": _refs(event.claimed_by),
        "denied_by": _refs(event.denied_by),
        "killed": _count(event.killed),
        "wounded": _count(event.wounded),
        "anchor": event.anchor.to_list(),
        "statement": event.statement,
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    due = commitment.due
    return {
        "id": commitment.id,
        "instrument": commitment.instrument,
        "provision": commitment.provision,
        "mention": _span(commitment.mention),
        "obligors": _refs(commitment.obligors),
        "action": commitment.action.to_list(),
        "due": None if due is None else {"value": due.value, "rule": due.rule, "mention": due.mention.to_list()},
        "status": str(commitment.status),
        "claimed_by": _refs(commitment.claimed_by),
        "quantities": [
            {"value": each.value, "unit": each.unit, "mention": each.mention.to_list()}
            for each in commitment.quantities
        ],
        "statement": commitment.statement,
    }


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "about": dispute.about,
        "positions": [
            {"actor": _ref(each.actor), "stance": str(each.stance), "statement": each.statement}
            for each in dispute.positions
        ],
    }
