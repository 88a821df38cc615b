"""What was handed in and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from trucewatch.model.rows import Intake
from trucewatch.record.conditions import holds
from trucewatch.record.tables import document, intake, tick


def arrivals(connection: Connection, states: Sequence[str], at: int | None) -> list[Intake]:
    """What was handed in and came to one of ``states`` (any, where none is named), latest first."""
    asked = (
        select(intake, tick.c.at, document.c.id)
        .join(tick, tick.c.n == intake.c.since)
        .join(document, document.c.n == intake.c.document_n, isouter=True)
        .where(holds(intake, at))
        .order_by(intake.c.n.desc())
    )
    if states:
        asked = asked.where(intake.c.state.in_(states))
    return [
        Intake(
            row.source,
            row.state,
            datetime.fromisoformat(row.at),
            None if row.id is None else f"sha256:{row.id}",
            row.reason,
            row.message,
        )
        for row in connection.execute(asked)
    ]
