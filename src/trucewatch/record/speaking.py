"""Who makes the statements that other data rest on."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select

from trucewatch.model.actor import ActorRef
from trucewatch.record.conditions import holds
from trucewatch.record.tables import datum

_AT_ONCE = 500  # values in one list of a query: below what every database takes


def speakers(connection: Connection, keys: Iterable[str], at: int | None) -> dict[str, ActorRef]:
    """The speakers of the statements of these keys; keys of no statement are left out."""
    wanted = sorted(set(keys))
    named: dict[str, ActorRef] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        asked = select(datum.c.key, datum.c.body).where(
            datum.c.what == "statement", datum.c.key.in_(wanted[start : start + _AT_ONCE]), holds(datum, at)
        )
        for row in connection.execute(asked):
            told = json.loads(row.body)["speaker"]
            named[row.key] = ActorRef(told.get("actor"), told["name"], None)
    return named
