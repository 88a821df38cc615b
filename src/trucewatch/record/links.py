"""Links between claims and their answers, kept so that a question about disputes need not draw them anew.

They are derived: a run of the conductor replaces them whole, and nothing else writes them. A claim that the side it
charges has not answered has a row whose answer is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, insert, or_, select, union

from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.model.rows import Datum
from trucewatch.record import rows
from trucewatch.record.conditions import datum_conditions, holds
from trucewatch.record.session import Record
from trucewatch.record.tables import datum, derived, document, link, reading, tick

NAME = "link"
OPEN = ""
"""The answer of a row for a claim that the side it charges has not answered."""
_STATES = {"answered": False, "unanswered": True}
_AT_ONCE = 500  # rows of one insert, values of one list: below what every database takes


def current(connection: Connection, rule: str) -> bool:
    """Whether the links kept were drawn by ``rule`` and nothing was read since; decisions count when they are asked."""
    return _kept(connection, rule, "add", "read")


def stale(record: Record, rule: str) -> bool:
    """Whether links should be drawn anew: by another rule, or after anything that was read or decided since.

    Raises:
        RecordError: when the database does not answer.
    """
    with record.reading() as connection:
        return not _kept(connection, rule, "add", "read", "decide")


def replace_all(record: Record, rule: str, found: Iterable[tuple[str, str]], at: int) -> None:
    """Put links in the place of those kept. ``found`` are keys of claims and answers, ``at`` the tick drawn of.

    Raises:
        BusyError, RecordError: when the record cannot be written.
    """
    with record.writing("derive") as (connection, _):
        kept = select(derived.c.tick).where(derived.c.what == NAME, derived.c.rule == rule, derived.c.tick > at)
        if connection.execute(kept).first() is None:  # else another process drew a later state meanwhile
            keep(connection, rule, found, at)


def _kept(connection: Connection, rule: str, *unless: str) -> bool:
    kept = connection.execute(select(derived.c.tick).where(derived.c.what == NAME, derived.c.rule == rule)).scalar()
    if kept is None:
        return False
    later = select(tick.c.n).where(tick.c.n > kept, tick.c.what.in_(unless)).limit(1)
    return connection.execute(later).first() is None


def keep(connection: Connection, rule: str, found: Iterable[tuple[str, str]], at: int) -> None:
    """As :func:`replace_all`, within a transaction."""
    made = [{"claim": claim, "answer": answer, "rule": rule} for claim, answer in sorted(set(found))]
    connection.execute(delete(link))
    for start in range(0, len(made), _AT_ONCE):
        connection.execute(insert(link), made[start : start + _AT_ONCE])
    connection.execute(delete(derived).where(derived.c.what == NAME))
    connection.execute(insert(derived).values(what=NAME, rule=rule, tick=at))


def page(connection: Connection, chosen: Filter) -> tuple[list[tuple[str, str]], int]:
    """The links of the claims that a filter leaves, claims printed last first, and how many claims it leaves in all.

    A claim stays when it or one of its answers meets the filter; ``statuses`` are ``answered`` and ``unanswered``.
    ``limit`` and ``offset`` count claims.
    """
    every = [row.key for row in connection.execute(_claims(chosen))]
    end = None if chosen.limit is None else chosen.offset + chosen.limit
    keys = every[chosen.offset : end]
    answers: dict[str, list[str]] = {key: [] for key in keys}
    for start in range(0, len(keys), _AT_ONCE):
        some = select(link.c.claim, link.c.answer).where(link.c.claim.in_(keys[start : start + _AT_ONCE]))
        for row in connection.execute(some.order_by(link.c.claim, link.c.answer)):
            answers[row.claim].append(row.answer)
    return [(key, answer) for key in keys for answer in answers[key]], len(every)


def ends(connection: Connection, keys: Iterable[str], at: int | None) -> dict[str, Datum[Any]]:
    """The data of these keys that hold and were not rejected, by key."""
    wanted = sorted(set(keys))
    found: dict[str, Datum[Any]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        named = datum.c.key.in_(wanted[start : start + _AT_ONCE])
        kept = datum.c.judgement != Judgement.REJECTED.value
        asked = rows.data().where(named, kept, holds(datum, at))
        found |= {row["key"]: rows.datum_row(row) for row in connection.execute(asked).mappings()}
    return found


def _claims(chosen: Filter) -> Select[Any]:
    """The keys of the claims that a filter leaves, in order."""
    narrowed = replace(chosen, statuses=(), limit=None, offset=0)
    asked = (
        select(datum.c.key)
        .join(document, document.c.n == datum.c.document_n)
        .where(datum.c.key.in_(select(link.c.claim)), datum.c.until.is_(None))
        .order_by(document.c.published.desc().nulls_last(), document.c.id, datum.c.start, datum.c.key)
    )
    if not chosen.rejected:
        asked = asked.where(datum.c.judgement != Judgement.REJECTED.value)
    if narrowed != Filter(rejected=chosen.rejected):
        asked = asked.where(datum.c.key.in_(_meeting(narrowed)))
    states = {_STATES[each] for each in chosen.statuses if each in _STATES}
    if chosen.statuses and len(states) < len(_STATES):
        left_open = exists().where(link.c.claim == datum.c.key, link.c.answer == OPEN)
        asked = asked.where(left_open if True in states else ~left_open if states else datum.c.key.is_(None))
    return asked


def _meeting(narrowed: Filter) -> Select[Any]:
    """The keys of the claims which meet a filter, or one of whose answers does."""
    both = union(select(link.c.claim.label("key")), select(link.c.answer.label("key"))).subquery()
    meets = (
        select(datum.c.key)
        .join(both, both.c.key == datum.c.key)
        .join(document, document.c.n == datum.c.document_n)
        .join(reading, reading.c.n == datum.c.reading_n)
        .where(datum.c.until.is_(None), *datum_conditions(narrowed))
    ).cte("meets")
    return select(link.c.claim).where(
        or_(link.c.claim.in_(select(meets.c.key)), link.c.answer.in_(select(meets.c.key)))
    )
