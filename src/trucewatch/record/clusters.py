"""Which events are of one incident, kept so that a question about incidents need not group them anew.

Derived: a run of the conductor replaces it whole, and nothing else writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.record import rows
from trucewatch.record.conditions import datum_conditions
from trucewatch.record.session import Record
from trucewatch.record.tables import cluster, datum, derived, document, reading, tick

NAME = "cluster"
_AT_ONCE = 500  # rows of one insert, values of one list: below what every database takes


def current(connection: Connection, rule: str) -> bool:
    """Whether the incidents kept were grouped by ``rule``, and nothing was read or decided since."""
    kept = connection.execute(select(derived.c.tick).where(derived.c.what == NAME, derived.c.rule == rule)).scalar()
    if kept is None:
        return False
    later = select(tick.c.n).where(tick.c.n > kept, tick.c.what.in_(("add", "read", "decide"))).limit(1)
    return connection.execute(later).first() is None


def stale(record: Record, rule: str) -> bool:
    """Whether events should be grouped anew.

    Raises:
        RecordError: when the database does not answer.
    """
    with record.reading() as connection:
        return not current(connection, rule)


def replace_all(record: Record, rule: str, found: Mapping[str, str], at: int) -> None:
    """Put a grouping in the place of the one kept: the incident of every event, by key, as of the tick ``at``.

    Raises:
        BusyError, RecordError: when the record cannot be written.
    """
    made = [{"event": event, "incident": incident} for event, incident in sorted(found.items())]
    with record.writing("derive") as (connection, _):
        kept = select(derived.c.tick).where(derived.c.what == NAME, derived.c.rule == rule, derived.c.tick > at)
        if connection.execute(kept).first() is not None:  # another process grouped a later state meanwhile
            return
        connection.execute(delete(cluster))
        for start in range(0, len(made), _AT_ONCE):
            connection.execute(insert(cluster), made[start : start + _AT_ONCE])
        connection.execute(delete(derived).where(derived.c.what == NAME))
        connection.execute(insert(derived).values(what=NAME, rule=rule, tick=at))


def page(connection: Connection, chosen: Filter) -> dict[str, list[str]]:
    """Incidents of which an event meets the filter, the latest first, each with the keys of all its events."""
    latest = func.max(datum.c.first_day)
    asked = _met(select(cluster.c.incident), chosen).group_by(cluster.c.incident)
    asked = asked.order_by(latest.desc().nulls_last(), cluster.c.incident)
    names = [str(each) for each in connection.execute(rows.sliced(asked, chosen)).scalars()]
    found: dict[str, list[str]] = {name: [] for name in names}
    for start in range(0, len(names), _AT_ONCE):
        members = select(cluster).where(cluster.c.incident.in_(names[start : start + _AT_ONCE]))
        for row in connection.execute(members.order_by(cluster.c.event)):
            found[row.incident].append(row.event)
    return found


def count(connection: Connection, chosen: Filter) -> int:
    """How many incidents a filter leaves."""
    asked = _met(select(func.count(cluster.c.incident.distinct())), chosen)
    return int(connection.execute(asked).scalar() or 0)


def of_event(connection: Connection, key: str) -> str | None:
    """The incident of an event, or ``None``."""
    found = connection.execute(select(cluster.c.incident).where(cluster.c.event == key)).scalar()
    return None if found is None else str(found)


def _met(asked: Select[Any], chosen: Filter) -> Select[Any]:
    held = [datum.c.until.is_(None), datum.c.what == "event", *datum_conditions(chosen)]
    if not chosen.rejected:
        held.append(datum.c.judgement != Judgement.REJECTED.value)
    return (
        asked.select_from(cluster)
        .join(datum, datum.c.key == cluster.c.event)
        .join(document, document.c.n == datum.c.document_n)
        .join(reading, reading.c.n == datum.c.reading_n)
        .where(*held)
    )
