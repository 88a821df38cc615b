"""The disputes reader: the positions that one document holds, side by side. Who is right is never decided."""

from __future__ import annotations

from trucewatch.reading.disputes.accounts import accounts
from trucewatch.reading.disputes.judgements import judgements
from trucewatch.reading.draft import Draft
from trucewatch.reading.sides import Sides

__all__ = ["read_disputes"]


def read_disputes(draft: Draft) -> None:
    """Fill ``draft.disputes``: claim and denial of one event, each side blaming the other, counts that differ,
    criticism and its rejection, accusations that the accused is not heard on.

    Requires statements and events.
    """
    sides = Sides(draft)
    over_events = list(accounts(draft, sides))
    told = frozenset(p.statement for dispute in over_events for p in dispute.positions if p.statement is not None)
    order = {statement.id: n for n, statement in enumerate(draft.statements)}
    draft.disputes = sorted(
        (*over_events, *judgements(draft, sides, told)),
        key=lambda dispute: min((order.get(p.statement or "", len(order)) for p in dispute.positions), default=0),
    )
