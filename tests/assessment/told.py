"""Rows of a record, made by hand: one document a sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Commitment, Due, Fulfilment, Quantity
from trucewatch.model.event import Event, EventType, Status
from trucewatch.model.place import PlaceRef
from trucewatch.model.rows import CommitmentRow, Datum, DocumentRow, EventRow, StatementRow
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Quote, Span
from trucewatch.model.time import Dating

_COUNT = iter(range(1, 10**6))


def actor(id_: str | None, name: str | None = None) -> ActorRef:
    """A reference to that actor; by name alone where the id is ``None``."""
    return ActorRef(id_, name or id_ or "", None)


def document(published: str | None, **fields: Any) -> DocumentRow:
    """A document of that day; added to the record on 1 January 2032."""
    n = next(_COUNT)
    given: dict[str, Any] = {"publisher": "Valley Post", "url": None, "title": None, "language": "en"} | fields
    day = None if published is None else date.fromisoformat(published)
    return DocumentRow(
        n, f"sha256:{n:064d}", published=day, characters=500, added=datetime(2032, 1, 1, tzinfo=UTC), **given
    )


def _datum(value: Any, text: str, published: str | None, **fields: Any) -> Any:
    return Datum(value.id, document(published, **fields), value, Quote.cut(text, Span(0, len(text))))


def commitment(text: str, published: str | None = "2031-03-10", **fields: Any) -> CommitmentRow:
    """A commitment whose action is the whole of ``text``; of ``fields``, ``document`` goes to its document."""
    where = fields.pop("document", {})
    due, amounts = fields.pop("due", None), fields.pop("quantities", ())
    span = Span(0, len(text))
    given: dict[str, Any] = {"instrument": None, "provision": None, "obligors": (), "status": Fulfilment.OWED} | fields
    value = Commitment(
        f"c{next(_COUNT)}",
        mention=None,
        action=span,
        due=None if due is None else Due(due, None, span),
        quantities=tuple(Quantity(number, unit, span) for number, unit in amounts),
        **given,
    )
    return _datum(value, text, published, **where)


def statement(text: str, speaker: ActorRef, published: str | None = "2031-03-10", **fields: Any) -> StatementRow:
    """A statement of which all of ``text`` is the content."""
    where = fields.pop("document", {})
    act = fields.pop("act", Act.ASSERT)
    value = Statement(f"s{next(_COUNT)}", speaker, None, (Span(0, len(text)),), Form.INDIRECT, act, **fields)
    return _datum(value, text, published, **where)


def event(text: str, kind: str, published: str | None = "2031-03-10", **fields: Any) -> EventRow:
    """An event of that kind, reported by the outlet unless ``status`` says otherwise."""
    where, place = fields.pop("document", {}), fields.pop("place", None)
    day = fields.pop("date", published)
    given: dict[str, Any] = {"status": Status.REPORTED} | fields
    value = Event(
        f"e{next(_COUNT)}",
        EventType.ASSAULT,
        None,
        kind,
        Span(0, len(text)),
        place=PlaceRef(place, place, None),
        date=Dating(day),
        **given,
    )
    return _datum(value, text, published, **where)
