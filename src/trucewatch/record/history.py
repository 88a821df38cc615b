"""What became of one datum: every reading that touched it and every decision about it, in order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from trucewatch.model.judgement import Judgement, Turn
from trucewatch.record.tables import datum, decision, reading, target, tick

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _File:
    """All rows about one key: its data by order, the decisions, the readings of its document by tick."""

    rows: Sequence[Any]
    decisions: Sequence[Any]
    readers: dict[int, str]


def history(connection: Connection, key: str, at: int | None) -> list[Turn]:
    """The turns of a key up to a tick (``None``: now), oldest first; none where the record never held it."""
    file = _file(connection, key)
    numbers = sorted(n for n in _ticks(file) if at is None or n <= at)
    times = {row.n: row.at for row in connection.execute(select(tick.c.n, tick.c.at).where(tick.c.n.in_(numbers)))}
    turns: list[Turn] = []
    for n in numbers:
        turns += _turns(file, n, datetime.fromisoformat(times[n]))
    return turns


def _file(connection: Connection, key: str) -> _File:
    rows = connection.execute(select(datum).where(datum.c.key == key).order_by(datum.c.n)).all()
    named = select(target.c.decision_n).where(target.c.target == key)
    decisions = connection.execute(select(decision).where(decision.c.n.in_(named)).order_by(decision.c.n)).all()
    readers: dict[int, str] = {}
    if rows:
        own = reading.c.document_n == rows[0].document_n
        first = or_(reading.c.n == rows[0].reading_n, reading.c.since >= rows[0].since)
        asked = select(reading.c.since, reading.c.reader).where(own, first)
        readers = {row.since: row.reader for row in connection.execute(asked)}
    return _File(rows, decisions, readers)


def _ticks(file: _File) -> set[int]:
    decided = {n for each in file.decisions for n in (each.since, each.until) if n is not None}
    touched = {n for each in file.rows for n in (each.since, each.until) if n is not None}
    return decided | (touched & set(file.readers))


def _turns(file: _File, n: int, at: datetime) -> Iterator[Turn]:
    before, after = _held(file, n - 1), _held(file, n)
    stands = None if after is None else Judgement(after.judgement)
    changed = _changed(before, after)
    for each in file.decisions:
        if each.since == n:
            yield Turn(at, each.action, each.reviewer, stands, each.id, each.reason, changed)
        if each.until == n:
            yield Turn(at, "undo", each.undone_by or "", stands, each.id, each.undone_reason or "", changed)
    if n in file.readers:
        overruled = next((each for each in file.rows if each.since == each.until == n), None)
        read = after if overruled is None else overruled
        found = read is not None and (overruled is not None or read.decision_n is None)
        earlier = before if overruled is None else _said(file, n)
        yield Turn(
            at,
            "read" if found else "lost",
            file.readers[n],
            stands,
            changed=_changed(earlier, read) if found else {},
            overruled=after is not None and after.decision_n is not None,
        )


def _held(file: _File, n: int) -> Any:
    """The row that held at a tick."""
    return next((each for each in file.rows if each.since <= n and (each.until is None or each.until > n)), None)


def _said(file: _File, n: int) -> Any:
    """The last row before a tick that is a reader's own word."""
    return next((each for each in reversed(file.rows) if each.since < n and each.decision_n is None), None)


def _changed(before: Any, after: Any) -> dict[str, tuple[Any, Any]]:
    if before is None or after is None:
        return {}
    old, new = json.loads(before.body), json.loads(after.body)
    names = [each for each in {**old, **new} if old.get(each) != new.get(each)]
    return {each: (old.get(each), new.get(each)) for each in names}
