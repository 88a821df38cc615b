"""From the contract's JSON objects back to the model. Every function undoes its counterpart in :mod:`.reading`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from trucewatch.model.actor import Actor, ActorKind, ActorRef
from trucewatch.model.commitment import Commitment, Due, Fulfilment, Quantity
from trucewatch.model.dispute import Dispute, Position, Stance, Warning
from trucewatch.model.document import Document
from trucewatch.model.event import Count, Event, EventType, Status
from trucewatch.model.instrument import InstrumentMention
from trucewatch.model.place import NOWHERE, Place, PlaceRef, Precision
from trucewatch.model.reading import Reading
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.model.time import UNDATED, DateBasis, Dating, TimeKind, TimeMention

Json = Mapping[str, Any]


def span(value: Sequence[int] | None) -> Span | None:
    """``[start, end]`` or ``None``."""
    return None if value is None else Span(value[0], value[1])


def _sure(value: Sequence[int]) -> Span:
    return Span(value[0], value[1])


def _spans(values: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in values)


def actor_ref(value: Json) -> ActorRef:
    """A reference to an actor."""
    return ActorRef(value.get("actor"), value["name"], span(value.get("mention")))


def _refs(values: Sequence[Json] | None) -> tuple[ActorRef, ...]:
    return tuple(actor_ref(each) for each in values or ())


def _place_ref(value: Json | None) -> PlaceRef:
    if not value or not any(value.values()):
        return NOWHERE
    return PlaceRef(value.get("place"), value.get("name"), span(value.get("mention")))


def _dating(value: Json | None) -> Dating:
    if not value:
        return UNDATED
    return Dating(value.get("value"), DateBasis(value["basis"]), span(value.get("mention")))


def _count(value: Json | None) -> Count | None:
    return None if value is None else Count(value["low"], value.get("high"))


def statement(value: Json) -> Statement:
    """A statement; keys that were left out because empty are empty again."""
    return Statement(
        id=value["id"],
        speaker=actor_ref(value["speaker"]),
        cue=span(value.get("cue")),
        content=_spans(value["content"]),
        form=Form(value["form"]),
        act=Act(value["act"]),
        targets=_refs(value.get("targets")),
        within=value.get("within"),
        date=_dating(value.get("date")),
    )


def event(value: Json) -> Event:
    """An event."""
    return Event(
        id=value["id"],
        type=EventType(value["type"]),
        mode=value.get("mode"),
        kind=value["kind"],
        anchor=_sure(value["anchor"]),
        status=Status(value["status"]),
        actors=_refs(value.get("actors")),
        recipients=_refs(value.get("recipients")),
        place=_place_ref(value.get("place")),
        date=_dating(value.get("date")),
        claimed_by=_refs(value.get("claimed_by")),
        denied_by=_refs(value.get("denied_by")),
        killed=_count(value.get("killed")),
        wounded=_count(value.get("wounded")),
        statement=value.get("statement"),
    )


def commitment(value: Json) -> Commitment:
    """A commitment."""
    due = value.get("due")
    return Commitment(
        id=value["id"],
        instrument=value.get("instrument"),
        provision=value.get("provision"),
        mention=span(value.get("mention")),
        obligors=_refs(value.get("obligors")),
        action=_sure(value["action"]),
        due=None if due is None else Due(due.get("value"), due.get("rule"), _sure(due["mention"])),
        status=Fulfilment(value["status"]),
        claimed_by=_refs(value.get("claimed_by")),
        quantities=tuple(
            Quantity(each["value"], each["unit"], _sure(each["mention"])) for each in value.get("quantities") or ()
        ),
        statement=value.get("statement"),
    )


def dispute(value: Json) -> Dispute:
    """A dispute."""
    return Dispute(
        value["about"],
        tuple(
            Position(actor_ref(each["actor"]), Stance(each["stance"]), each.get("statement"))
            for each in value.get("positions") or ()
        ),
    )


def actor(value: Json) -> Actor:
    """An actor of a reading."""
    return Actor(value["id"], value["name"], ActorKind(value["kind"]), value["known"], _spans(value["mentions"]))


def place(value: Json) -> Place:
    """A place of a reading."""
    return Place(
        id=value["id"],
        name=value["name"],
        kind=value["kind"],
        known=value["known"],
        latitude=value.get("latitude"),
        longitude=value.get("longitude"),
        precision=Precision(value["precision"]),
        mentions=_spans(value["mentions"]),
        geonames=value.get("geonames"),
    )


def document(value: Json) -> Document:
    """A document with its text."""
    published = value.get("published")
    return Document(
        text=value["text"],
        title=value.get("title"),
        publisher=value.get("publisher"),
        url=value.get("url"),
        published=None if published is None else date.fromisoformat(published),
        language=value.get("language", "und"),
        encoding=value.get("encoding", "utf-8"),
        notes=tuple(value.get("notes", ())),
    )


def reading(value: Json) -> Reading:
    """A whole reading. What the contract does not carry of a time mention (basis, rule) is lost.

    Raises:
        KeyError, ValueError: when the object is not of the contract.
    """
    return Reading(
        document=document(value["document"]),
        dossier=value.get("dossier"),
        reader=value.get("reader", ""),
        actors=tuple(map(actor, value["actors"])),
        places=tuple(map(place, value["places"])),
        statements=tuple(map(statement, value["statements"])),
        events=tuple(map(event, value["events"])),
        commitments=tuple(map(commitment, value["commitments"])),
        instruments=tuple(
            InstrumentMention(each["id"], each["name"], _spans(each["mentions"])) for each in value["instruments"]
        ),
        dates=tuple(
            TimeMention(_sure(each["mention"]), each["value"], TimeKind(each["kind"])) for each in value["dates"]
        ),
        disputes=tuple(map(dispute, value["disputes"])),
        warnings=tuple(Warning(_sure(each["mention"]), each["message"]) for each in value["warnings"]),
    )
