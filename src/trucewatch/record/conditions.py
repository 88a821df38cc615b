"""A filter as conditions of SQL; values are always bound, never written in."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, exists, or_, select

from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.record.codec import name_id
from trucewatch.record.tables import datum, document, mention, participant, reading


def holds(table: Table, at: int | None) -> ColumnElement[bool]:
    """Whether a row of a bitemporal table holds: now, or at a tick."""
    if at is None:
        return table.c.until.is_(None)
    return (table.c.since <= at) & (table.c.until.is_(None) | (table.c.until > at))


def current(chosen: Filter, at: int | None) -> Select[Any]:
    """The numbers of the readings that hold, of the documents a filter leaves: for lists of values, made once."""
    asked = select(reading.c.n).where(holds(reading, at), *document_conditions(chosen))
    if chosen.documents or chosen.since is not None or chosen.until is not None:
        asked = asked.join(document, document.c.n == reading.c.document_n)
    return asked


def document_conditions(chosen: Filter) -> list[ColumnElement[bool]]:
    """Conditions on documents: days of publication, ids, dossiers; actors and places named in them."""
    where: list[ColumnElement[bool]] = []
    if chosen.documents:
        where.append(document.c.id.in_([each.removeprefix("sha256:") for each in chosen.documents]))
    if chosen.dossiers:
        where.append(reading.c.dossier.in_(chosen.dossiers))
    if chosen.since is not None:
        where.append(document.c.published >= chosen.since.isoformat())
    if chosen.until is not None:
        where.append(document.c.published <= chosen.until.isoformat())
    for what, ids in (("actor", chosen.actors), ("place", chosen.places), ("instrument", chosen.instruments)):
        if ids:
            named = mention.alias()  # the question itself may be over mentions
            of_reading = (named.c.reading_n == reading.c.n) & (named.c.what == what) & named.c.id.in_(ids)
            where.append(exists().where(of_reading))
    return where


def datum_conditions(chosen: Filter) -> list[ColumnElement[bool]]:
    """Conditions on data; see :class:`trucewatch.model.filters.Filter`."""
    where: list[ColumnElement[bool]] = []
    if not chosen.rejected:
        where.append(datum.c.judgement != Judgement.REJECTED.value)
    if chosen.actors:
        where.append(_takes_part(chosen.actors))
    if chosen.speakers:
        where.append(_takes_part(chosen.speakers, "speaker", "claimant", "denier"))
    if chosen.about:
        where.append(_takes_part(chosen.about, "target", "actor", "recipient", "obligor"))
    if chosen.places:
        where.append(datum.c.place.in_(chosen.places))
    if chosen.kinds:
        where.append(or_(datum.c.label.in_(chosen.kinds), datum.c.type.in_(chosen.kinds)))
    if chosen.statuses:
        where.append(datum.c.status.in_(chosen.statuses))
    if chosen.instruments:
        where.append(datum.c.instrument.in_(chosen.instruments))
    if chosen.documents:
        where.append(document.c.id.in_([each.removeprefix("sha256:") for each in chosen.documents]))
    if chosen.dossiers:
        where.append(reading.c.dossier.in_(chosen.dossiers))
    return where + _days(chosen.since, chosen.until)


def _days(since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if since is not None:
        where.append(datum.c.last_day >= since.toordinal())
    if until is not None:
        where.append(datum.c.first_day <= until.toordinal())
    return where


def _takes_part(actors: tuple[str, ...], *roles: str) -> ColumnElement[bool]:
    wanted = [*actors, *(name_id(each) for each in actors)]
    part = exists().where(participant.c.datum_n == datum.c.n, participant.c.actor.in_(wanted))
    return part.where(participant.c.role.in_(roles)) if roles else part
