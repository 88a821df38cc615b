"""The rows of data that a judgement changes: each superseded by another, none overwritten."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select, update

from trucewatch.model.errors import DecisionError
from trucewatch.model.judgement import Action, Judgement
from trucewatch.record.codec import DatumRow, packed, row_of
from trucewatch.record.fields import corrected
from trucewatch.record.tables import datum, participant
from trucewatch.record.writer import insert_datum

Json = dict[str, Any]

JUDGEMENTS = {
    Action.ACCEPT: Judgement.ACCEPTED,
    Action.REJECT: Judgement.REJECTED,
    Action.CORRECT: Judgement.CORRECTED,
}
"""How a datum stands after each action that judges it."""


def values_of(row: Any, values: Json) -> Json:
    """A correction's values as the datum takes them, in the contract's form.

    Raises:
        DecisionError: when it cannot take them, or holds them already.
    """
    body = json.loads(row.body)
    made = corrected(row.what, body, values, len(row.text))
    if packed(made) == packed(body):
        raise DecisionError(f"{row.key} holds these values already: accept it instead.")
    return {name: made[name] for name in values}


def judge(connection: Connection, row: Any, action: Action, values: Json, rest: tuple[int, int]) -> None:
    """Supersede a row by one that is judged; ``rest`` are the numbers of the decision and of its tick."""
    made, now = rest
    columns, parts = _columns(row), _participants(connection, row.n)
    if action is Action.CORRECT:
        fresh = row_of(row.what, row.key, {**json.loads(row.body), **values}, row.text)
        columns |= {name: value for name, value in fresh.columns.items() if name not in ("start", "end")}
        parts = fresh.participants
    columns |= {"judgement": JUDGEMENTS[action].value, "decision_n": made}
    _supersede(connection, row.n, now)
    insert_datum(connection, DatumRow(columns, parts), {**columns, "since": now})


def restore(connection: Connection, row: Any, undone: Any, now: int) -> None:
    """Put back what held before a decision: an earlier decision's values, else the word of the reader that holds."""
    asked = select(datum).where(datum.c.key == row.key)
    before = connection.execute(asked.where(datum.c.until == undone.since, datum.c.since < undone.since)).first()
    if before is not None and before.decision_n is None and before.reading_n != row.reading_n:
        said = datum.c.since == datum.c.until  # the word of a reader that a person's word overruled
        before = connection.execute(asked.where(datum.c.reading_n == row.reading_n, said)).first()
    _supersede(connection, row.n, now)
    if before is not None:
        columns = {**_columns(before), "reading_n": row.reading_n, "since": now}
        if before.reading_n != row.reading_n:
            columns["body"] = _referring(before.body, row.body)
        insert_datum(connection, DatumRow(columns, _participants(connection, before.n)), columns)


def _referring(body: str, now: str) -> str:
    """``body`` with the references of the row that stands now: a re-reading led them to data that hold."""
    kept, led = json.loads(body), json.loads(now)
    for name in ("statement", "within", "positions"):
        kept.pop(name, None)
        if name in led:
            kept[name] = led[name]
    return packed(kept)


def _columns(row: Any) -> Json:
    return {name: value for name, value in row._mapping.items() if name not in ("n", "since", "until", "text")}


def _participants(connection: Connection, datum_n: int) -> tuple[tuple[str, str], ...]:
    asked = select(participant.c.role, participant.c.actor).where(participant.c.datum_n == datum_n)
    return tuple((each.role, each.actor) for each in connection.execute(asked))


def _supersede(connection: Connection, n: int, now: int) -> None:
    connection.execute(update(datum).where(datum.c.n == n).values(until=now))
