"""Decisions as they stand at a tick, and what stands on what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, exists, or_, select

from trucewatch.model.errors import DecisionError
from trucewatch.model.judgement import Action, Decision
from trucewatch.record.tables import datum, decision, reading, target, tick

_taken, _back = tick.alias("taken"), tick.alias("back")
# A later decision stands on an earlier one of its family on the same target, and on no other.
_FAMILIES = (
    frozenset({Action.ACCEPT, Action.REJECT, Action.CORRECT}),
    frozenset({Action.MERGE, Action.SPLIT}),
    frozenset({Action.ATTACH}),
    frozenset({Action.STATUS}),
)


def decisions(
    connection: Connection,
    at: int | None,
    *,
    actions: Iterable[Action] = (),
    targets: Iterable[str] = (),
    undone: bool = False,
) -> list[Decision]:
    """Decisions of the state at a tick (``None``: now), in the order they were taken."""
    asked = _select()
    if at is not None:
        asked = asked.where(decision.c.since <= at)
    if not undone:
        held = decision.c.until.is_(None)
        asked = asked.where(held if at is None else or_(held, decision.c.until > at))
    if chosen := [str(each) for each in actions]:
        asked = asked.where(decision.c.action.in_(chosen))
    if wanted := list(targets):
        named = exists().where(target.c.decision_n == decision.c.n, target.c.target.in_(wanted))
        asked = asked.where(named)
    return [_decision(row, at) for row in connection.execute(asked.order_by(decision.c.n))]


def one(connection: Connection, n: int) -> Decision:
    """The decision of a number, which is there."""
    return _decision(connection.execute(_select().where(decision.c.n == n)).one(), None)


def standing(connection: Connection, row: Any) -> dict[str, Any]:
    """How a datum stands, for the record of what was before a decision."""
    by = None
    if row.decision_n is not None:
        by = connection.execute(select(decision.c.id).where(decision.c.n == row.decision_n)).scalar()
    return {"judgement": row.judgement, "decision": by, "body": json.loads(row.body)}


def unchanged(connection: Connection, keys: Sequence[str], expected: int | None) -> None:
    """See that nothing was decided or read anew about the targets since a tick.

    Raises:
        DecisionError: when something was; it tells what, by whom and when.
    """
    if expected is None:
        return
    changed = or_(decision.c.since > expected, decision.c.until > expected)
    named = exists().where(target.c.decision_n == decision.c.n, target.c.target.in_(keys))
    for row in connection.execute(_select().where(changed, named).order_by(decision.c.n.desc()).limit(1)):
        last = _decision(row, None)
        what = f"{last.action} ({last.id}) by {last.reviewer} at {last.at:%Y-%m-%d %H:%M} UTC"
        if last.undone is not None:
            what = f"{what}, taken back by {last.undone_by} at {last.undone:%Y-%m-%d %H:%M} UTC"
        raise DecisionError(f"{', '.join(json.loads(row.targets))} changed since you looked: {what}. Look again first.")
    read = (
        select(datum.c.key, reading.c.reader)
        .join(reading, reading.c.n == datum.c.reading_n)
        .where(datum.c.key.in_(keys), datum.c.until.is_(None), reading.c.since > expected)
    )
    for row in connection.execute(read.limit(1)):
        raise DecisionError(f"{row.key} was read anew by {row.reader} since you looked. Look again first.")


def is_last(connection: Connection, row: Any) -> None:
    """See that no later decision of its family stands on the targets of a decision.

    Raises:
        DecisionError: when one does; it names it.
    """
    family = next(each for each in _FAMILIES if row.action in each)
    own = select(target.c.target).where(target.c.decision_n == row.n)
    named = exists().where(target.c.decision_n == decision.c.n, target.c.target.in_(own))
    later = _select().where(
        decision.c.n > row.n, decision.c.until.is_(None), decision.c.action.in_([str(each) for each in family]), named
    )
    for each in connection.execute(later.order_by(decision.c.n.desc()).limit(1)):
        last = _decision(each, None)
        raise DecisionError(
            f"{last.id} ({last.action} by {last.reviewer} at {last.at:%Y-%m-%d %H:%M} UTC) stands on {row.id}: "
            f"take that back first with 'trucewatch undo {last.id}'."
        )


def _select() -> Select[Any]:
    return (
        select(decision, _taken.c.at.label("taken_at"), _back.c.at.label("back_at"))
        .join(_taken, _taken.c.n == decision.c.since)
        .join(_back, _back.c.n == decision.c.until, isouter=True)
    )


def _decision(row: Any, at: int | None) -> Decision:
    undone = row.until is not None and (at is None or row.until <= at)
    return Decision(
        id=row.id,
        at=datetime.fromisoformat(row.taken_at),
        reviewer=row.reviewer,
        action=Action(row.action),
        targets=tuple(json.loads(row.targets)),
        reason=row.reason,
        values=json.loads(row.fields),
        undone=datetime.fromisoformat(row.back_at) if undone else None,
        undone_by=row.undone_by if undone else None,
        undone_reason=row.undone_reason if undone else None,
    )
