"""The one door by which human decisions come into a record. They are appended, and no re-reading undoes them.

A decision about a datum supersedes its row; what stood before is kept, in the decision and as a row of its own. A
merge, a split, an attachment and an obligation's own status change no row: those who ask the view heed them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from trucewatch.model.errors import DecisionError
from trucewatch.model.judgement import Action, Decision
from trucewatch.record import choice, decided, judged
from trucewatch.record.keys import key
from trucewatch.record.session import Record
from trucewatch.record.tables import decision, target, tick

Json = dict[str, Any]
Events = Sequence[str | Sequence[str]]
"""Keys, incidents the record keeps, or lists of the keys of one incident."""


class Resolver:
    """Takes one reviewer's decisions.

    ``expected`` of every decision is a tick of the record (:attr:`~trucewatch.record.view.View.tick`) at which the
    reviewer looked: what was decided or read anew about the same targets since then refuses the decision.

    Raises:
        DecisionError: when the reviewer has no name.
    """

    def __init__(self, record: Record, reviewer: str) -> None:
        self._record = record
        self._reviewer = choice.line(reviewer, "the reviewer's name")

    def decide(
        self,
        action: Action,
        targets: Events = (),
        *,
        values: Mapping[str, Any] | None = None,
        reason: str = "",
        expected: int | None = None,
    ) -> Decision:
        """Take a decision; ``targets`` and ``values`` are by action those of the method that bears its name.

        Raises:
            DecisionError: when a target is not there or of another kind, a value cannot be, or ``expected`` is passed.
            BusyError, RecordError: when the record cannot be written.
        """
        given, why = dict(values or {}), choice.reason(reason)
        with self._record.writing(_tick_of(action)) as (connection, now):
            if action is Action.STATUS:
                given, keys = choice.status(given), [choice.obligation(given)]
                rows: dict[str, Any] = {}
            else:
                keys, groups = choice.expanded(connection, targets)
                rows = choice.holding(connection, keys)
                given = choice.checked(action, given, rows, groups)
                if action is Action.CORRECT:
                    given = judged.values_of(rows[keys[0]], given)
            decided.unchanged(connection, keys, expected)
            made = self._append(connection, action, keys, given, (why, rows, now))
            if action in judged.JUDGEMENTS:
                for row in rows.values():
                    judged.judge(connection, row, action, given, (made, now))
            return decided.one(connection, made)

    def accept(self, key_: str, *, reason: str = "", expected: int | None = None) -> Decision:
        """Confirm a datum as it stands. Raises as :meth:`decide`."""
        return self.decide(Action.ACCEPT, [key_], reason=reason, expected=expected)

    def reject(self, key_: str, *, reason: str = "", expected: int | None = None) -> Decision:
        """Leave a datum out of every answer that does not ask for it. Raises as :meth:`decide`."""
        return self.decide(Action.REJECT, [key_], reason=reason, expected=expected)

    def correct(
        self, key_: str, values: Mapping[str, Any], *, reason: str = "", expected: int | None = None
    ) -> Decision:
        """Give fields of a datum other values, in the contract's form: see :mod:`trucewatch.record.fields`.

        An event's ``type`` and ``mode`` go with its ``kind`` by the codebook: give them together. Raises as
        :meth:`decide`.
        """
        return self.decide(Action.CORRECT, [key_], values=values, reason=reason, expected=expected)

    def merge(self, events: Events, *, reason: str = "", expected: int | None = None) -> Decision:
        """Say that events are one incident: by key, by the incident the record keeps them in, or as lists of keys.

        Raises as :meth:`decide`.
        """
        return self.decide(Action.MERGE, events, reason=reason, expected=expected)

    def split(self, events: Events, *, reason: str = "", expected: int | None = None) -> Decision:
        """Say that no two of the events or incidents named are one incident; one incident alone falls into its events.

        A list of keys is an incident that the record does not keep.

        Raises as :meth:`decide`.
        """
        return self.decide(Action.SPLIT, events, reason=reason, expected=expected)

    def attach(
        self, key_: str, values: Mapping[str, Any], *, reason: str = "", expected: int | None = None
    ) -> Decision:
        """Put a datum to an obligation: ``values`` hold ``obligation``, ``instrument``, ``stance``, ``dossier``.

        ``instrument`` is ``None`` for undertakings, ``stance`` one of :class:`AttachStance`. Raises as :meth:`decide`.
        """
        return self.decide(Action.ATTACH, [key_], values=values, reason=reason, expected=expected)

    def status(self, values: Mapping[str, Any], *, reason: str = "", expected: int | None = None) -> Decision:
        """Set an obligation's own status: ``values`` hold ``dossier``, ``instrument``, ``obligation``, ``status``.

        ``from`` may give the day (ISO 8601) from which it holds. Raises as :meth:`decide`.
        """
        return self.decide(Action.STATUS, (), values=values, reason=reason, expected=expected)

    def undo(self, id_: str, *, reason: str = "") -> Decision:
        """Take a decision back; what it changed is as if it had never been taken, and the decision stays on file.

        Where the document was read anew since, the new reader's word comes to hold.

        Raises:
            DecisionError: when there is no such decision, it is undone already, or a later one on the same target
                stands on it.
            BusyError, RecordError: when the record cannot be written.
        """
        why = choice.reason(reason)
        with self._record.reading() as connection:
            action = connection.execute(select(decision.c.action).where(decision.c.id == id_)).scalar()
        with self._record.writing(_tick_of(action)) as (connection, now):
            row = connection.execute(select(decision).where(decision.c.id == id_)).first()
            if row is None:
                raise DecisionError(f"there is no decision {id_}. 'trucewatch review decisions' lists them.")
            if row.until is not None:
                raise DecisionError(f"{id_} was taken back already, by {row.undone_by}.")
            decided.is_last(connection, row)
            connection.execute(
                update(decision)
                .where(decision.c.n == row.n)
                .values(until=now, undone_by=self._reviewer, undone_reason=why)
            )
            if Action(row.action) in judged.JUDGEMENTS:
                for each in choice.holding(connection, json.loads(row.targets)).values():
                    judged.restore(connection, each, row, now)
            return decided.one(connection, row.n)

    def _append(
        self, connection: Connection, action: Action, keys: Sequence[str], values: Json, rest: tuple[str, Any, int]
    ) -> int:
        reason, rows, now = rest
        last = connection.execute(select(func.max(decision.c.n))).scalar() or 0
        at = connection.execute(select(tick.c.at).where(tick.c.n == now)).scalar_one()
        before = {name: decided.standing(connection, row) for name, row in rows.items()}
        made = connection.execute(
            insert(decision).values(
                id=key("decision", at, now, last, self._reviewer, action, *keys),
                reviewer=self._reviewer,
                action=str(action),
                targets=_json(list(keys)),
                fields=_json(values),
                reason=reason,
                before=_json(before),
                since=now,
            )
        ).inserted_primary_key
        assert made is not None
        connection.execute(insert(target), [{"decision_n": made[0], "target": each} for each in keys])
        return int(made[0])


def _tick_of(action: str | None) -> str:
    """What a transaction is called: ``decide`` where what is derived may come out otherwise, else ``note``."""
    return "note" if action in (Action.ACCEPT, Action.ATTACH, Action.STATUS) else "decide"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
