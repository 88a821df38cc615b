"""Rows of the record as dictionaries for JSON. Every datum carries its evidence, every statement its speaker.

Dates are EDTF or ISO 8601 strings, spans ``[start, end]`` in code points of the document's text, degrees in WGS 84.
``evidence`` is a list of :meth:`trucewatch.model.evidence.Evidence.to_dict`. Nothing here raises.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Count
from trucewatch.model.rows import (
    ActorRow,
    CommitmentRow,
    Datum,
    DisputeRow,
    DocumentRow,
    EventRow,
    Hit,
    PlaceRow,
    StatementRow,
)
from trucewatch.model.text import Span
from trucewatch.model.time import Dating

Plain = dict[str, Any]


def document(row: DocumentRow) -> Plain:
    """A document: its id, what is told of it, and which reading holds."""
    return {
        "id": row.id,
        "short": row.short,
        "title": row.title,
        "publisher": row.publisher,
        "url": row.url,
        "published": None if row.published is None else row.published.isoformat(),
        "language": row.language,
        "characters": row.characters,
        "added": row.added.isoformat(),
        "dossier": row.dossier,
        "reader": row.reader,
    }


def statement(row: StatementRow) -> Plain:
    """A statement. ``content`` are the words attributed; the evidence shows them with what surrounds them."""
    value = row.value
    return {
        "key": row.key,
        "speaker": _ref(value.speaker),
        "act": str(value.act),
        "form": str(value.form),
        "targets": _refs(value.targets),
        "date": _date(value.date),
        "content": [_words(row, span) for span in value.content],
        "within": value.within,
        **_standing(row, value.speaker.name),
    }


def event(row: EventRow, teller: str | None = None) -> Plain:
    """An event. ``teller`` is the speaker of the statement that tells of it, for events that name nobody themselves."""
    value = row.value
    told = "; ".join(each.name for each in (*value.claimed_by, *value.denied_by)) or teller
    return {
        "key": row.key,
        "kind": value.kind,
        "type": str(value.type),
        "mode": value.mode,
        "status": str(value.status),
        "actors": _refs(value.actors),
        "recipients": _refs(value.recipients),
        "place": {"place": value.place.place, "name": value.place.name},
        "date": _date(value.date),
        "claimed_by": _refs(value.claimed_by),
        "denied_by": _refs(value.denied_by),
        "killed": _count(value.killed),
        "wounded": _count(value.wounded),
        "statement": value.statement,
        **_standing(row, told),
    }


def commitment(row: CommitmentRow, teller: str | None = None) -> Plain:
    """A commitment. ``teller`` as for events."""
    value = row.value
    told = "; ".join(each.name for each in value.claimed_by) or teller
    due = value.due
    return {
        "key": row.key,
        "instrument": value.instrument,
        "provision": value.provision,
        "obligors": _refs(value.obligors),
        "action": _words(row, value.action),
        "due": None if due is None else {"value": due.value, "rule": due.rule, "words": _words(row, due.mention)},
        "status": str(value.status),
        "claimed_by": _refs(value.claimed_by),
        "quantities": [{"value": each.value, "unit": each.unit} for each in value.quantities],
        "statement": value.statement,
        **_standing(row, told),
    }


def dispute(row: DisputeRow) -> Plain:
    """A dispute within a document."""
    positions = [
        {**_ref(each.actor), "stance": str(each.stance), "statement": each.statement} for each in row.value.positions
    ]
    return {"key": row.key, "about": row.value.about, "positions": positions, **_standing(row, None)}


def actor(row: ActorRow) -> Plain:
    """An actor with its tallies."""
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "known": row.known,
        "documents": row.documents,
        "statements": row.statements,
        "events": row.events,
        "evidence": [each.to_dict() for each in row.evidence],
    }


def place(row: PlaceRow) -> Plain:
    """A place with its tallies."""
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "known": row.known,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "precision": str(row.precision),
        "documents": row.documents,
        "events": row.events,
        "evidence": [each.to_dict() for each in row.evidence],
    }


def hit(row: Hit) -> Plain:
    """A document found by its words: ``rank`` (smaller is better) and the best passage as evidence."""
    from trucewatch.model.evidence import Evidence

    passage = Evidence(row.document.id, row.quote, row.document.publisher, row.document.published)
    return {**document(row.document), "rank": row.rank, "evidence": [passage.to_dict()]}


def _standing(row: Datum[Any], speaker: str | None) -> Plain:
    return {"judgement": str(row.judgement), "evidence": [row.evidence(speaker).to_dict()]}


def _words(row: Datum[Any], span: Span) -> str | None:
    """The words under a span of the document, where the datum's quote holds them."""
    if not row.quote.span.holds(span):
        return None
    start = row.quote.span.start
    return row.quote.text[span.start - start : span.end - start]


def _ref(each: ActorRef) -> Plain:
    return {"actor": each.actor, "name": each.name}


def _refs(each: Iterable[ActorRef] | None) -> list[Plain]:
    return [_ref(one) for one in each or ()]


def _date(each: Dating) -> Plain:
    return {"value": each.value, "basis": str(each.basis)}


def _count(each: Count | None) -> Plain | None:
    return None if each is None else {"low": each.low, "high": each.high}
