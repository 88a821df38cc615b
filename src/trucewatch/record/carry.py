"""What people decided on outlives every re-reading: which rows are carried over to a new reading, and how.

A row that a person judged keeps its values and its judgement; what the new reader makes of the same words is kept
beside it as a row that never held, so that taking the decision back gives the reader's word. A row that a decision
only names (merged, split, attached) keeps its key and takes the new reader's values. Both stay where the new reader no
longer finds them. The same datum in other words is known by the words it shares with the old one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, exists, or_, select

from trucewatch.model.judgement import Judgement
from trucewatch.record.codec import DatumRow, packed
from trucewatch.record.tables import datum, decision, participant, target

Json = dict[str, Any]

_SHARED = 0.5  # of the words of both: what makes two statements or commitments one
_OPEN: Json = {"judgement": Judgement.OPEN.value, "decision_n": None}
_OWN = ("n", "reading_n", "since", "until")  # columns that are each row's own


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that decisions are about. ``judged`` says that its values are a person's and not only its key."""

    row: DatumRow
    judged: bool


def kept(connection: Connection, document_n: int) -> dict[str, Kept]:
    """The rows of a document that hold and that standing decisions are about, by key.

    Raises:
        sqlalchemy.exc.DBAPIError: when the database does not answer.
    """
    named = exists().where(
        target.c.target == datum.c.key, decision.c.n == target.c.decision_n, decision.c.until.is_(None)
    )
    asked = select(datum).where(
        datum.c.document_n == document_n, datum.c.until.is_(None), or_(datum.c.decision_n.is_not(None), named)
    )
    return {row.columns["key"]: Kept(row, row.columns["decision_n"] is not None) for row in _rows(connection, asked)}


def referred(connection: Connection, rows: Iterable[Kept]) -> list[DatumRow]:
    """The rows that ``rows`` refer to, as they hold."""
    keys = sorted({key for each in rows for key in _references(json.loads(each.row.columns["body"]))})
    if not keys:
        return []
    return _rows(connection, select(datum).where(datum.c.key.in_(keys), datum.c.until.is_(None)))


def carried(new: Sequence[DatumRow], old: dict[str, Kept], behind: Sequence[DatumRow] = ()) -> list[DatumRow]:
    """The rows of a new reading with what is kept of ``old`` in it; columns tell judgement, decision and ``until``.

    ``until`` is ``"now"`` in rows that never hold. ``behind`` are the rows that ``old`` refers to.
    """
    if not old:
        return [DatumRow({**each.columns, **_OPEN}, each.participants) for each in new]
    partners = _partners([each.row for each in old.values()], new)
    names = {new[at].columns["key"]: key for key, at in partners.items()}
    places = {at: key for key, at in partners.items()}
    rows = []
    for at, each in enumerate(new):
        columns = {**each.columns, **_OPEN, "key": names.get(each.columns["key"], each.columns["key"])}
        if at in places and old[places[at]].judged:
            columns["until"] = "now"
        rows.append(DatumRow(columns, each.participants))
    rows += [each.row for key, each in old.items() if each.judged or key not in partners]
    return _tied(rows, names, _successors(behind, new, names))


def _tied(rows: Sequence[DatumRow], names: dict[str, str], after: dict[str, str]) -> list[DatumRow]:
    """``rows`` with their references led to rows that hold; those that lead nowhere are dropped."""
    there = {each.columns["key"] for each in rows if each.columns.get("until") is None}

    def led(key: str | None) -> str | None:
        found = names.get(key or "", after.get(key or "", key))
        return found if found in there else None

    tied = []
    for each in rows:
        body = json.loads(each.columns["body"])
        if any(led(key) != key for key in _references(body)):
            columns = {**each.columns, "body": packed(_with_references(body, led))}
            each = DatumRow(columns, each.participants)
        tied.append(each)
    return tied


def _references(body: Json) -> list[str]:
    found = [body.get("statement"), body.get("within"), *(each.get("statement") for each in body.get("positions", ()))]
    return [each for each in found if each]


def _with_references(body: Json, led: Any) -> Json:
    changed = {**body, **{name: led(body[name]) for name in ("statement", "within") if body.get(name)}}
    if "positions" in body:
        changed["positions"] = [{**each, "statement": led(each.get("statement"))} for each in body["positions"]]
    return changed


def _successors(behind: Sequence[DatumRow], new: Sequence[DatumRow], names: dict[str, str]) -> dict[str, str]:
    """For rows of the old reading the key of the new one in the same words."""
    found = {key: new[at].columns["key"] for key, at in _partners(behind, new).items()}
    return {key: names.get(other, other) for key, other in found.items()}


def _partners(old: Sequence[DatumRow], new: Sequence[DatumRow]) -> dict[str, int]:
    """For each old key the place of the new row that is the same datum: of the same key, else of shared words."""
    same = {each.columns["key"]: at for at, each in enumerate(new)}
    found = {each.columns["key"]: same[each.columns["key"]] for each in old if each.columns["key"] in same}
    taken = set(found.values())
    likeness = sorted(
        (
            (_shared(one, other), one.columns["label"] == other.columns["label"], -at, one.columns["key"])
            for one in old
            if one.columns["key"] not in found
            for at, other in enumerate(new)
            if at not in taken and one.columns["what"] == other.columns["what"]
        ),
        key=lambda each: (each[0] > 0, each[1], each[0], each[2], each[3]),
        reverse=True,
    )
    for share, _, minus, key in likeness:
        if share > 0 and key not in found and -minus not in taken:
            found[key] = -minus
            taken.add(-minus)
    return found


def _shared(one: DatumRow, other: DatumRow) -> float:
    """How far two rows stand on the same words, from 0 to 1; 0 where that is too little to be one datum."""
    (low, high), (start, end) = _identity(one), _identity(other)
    both = min(high, end) - max(low, start)
    if both <= 0:
        return 0.0
    share = both / (max(high, end) - min(low, start))
    # An event stands on its verb alone: to share a word of that is enough.
    return share if share >= _SHARED or one.columns["what"] == "event" else 0.0


def _identity(row: DatumRow) -> tuple[int, int]:
    body, what = json.loads(row.columns["body"]), row.columns["what"]
    if what == "statement":
        return body["content"][0][0], body["content"][-1][1]
    span = body["anchor" if what == "event" else "action" if what == "commitment" else "span"]
    return span[0], span[1]


def _rows(connection: Connection, asked: Any) -> list[DatumRow]:
    rows = []
    for row in connection.execute(asked).mappings().all():
        columns = {name: value for name, value in row.items() if name not in _OWN}
        parts = connection.execute(
            select(participant.c.role, participant.c.actor).where(participant.c.datum_n == row["n"])
        ).all()
        rows.append(DatumRow(columns, tuple((each.role, each.actor) for each in parts)))
    return rows
