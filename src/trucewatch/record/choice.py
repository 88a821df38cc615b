"""What a decision is about and what it says: the checks it passes before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from trucewatch.model.errors import DecisionError
from trucewatch.model.judgement import Action, AttachStance, ObligationStatus, obligation_target
from trucewatch.model.time import parse_day
from trucewatch.record.tables import cluster, datum, document

Json = dict[str, Any]

_MANY = 2  # a merge or a split needs at least so many
_LONGEST = 4000  # code points of a reason


def expanded(connection: Connection, names: Sequence[str | Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """Keys of the data meant, each once, and the groups they came in: an incident stands for its events."""
    groups = []
    for name in names:
        members = [name] if isinstance(name, str) else list(name)
        if isinstance(name, str) and name.startswith("i:"):
            asked = select(cluster.c.event).where(cluster.c.incident == name).order_by(cluster.c.event)
            members = list(connection.execute(asked).scalars())
            if not members:
                raise DecisionError(
                    f"there is no incident {name}. Name one of 'trucewatch incidents', or events' keys."
                )
        groups.append(members)
    keys = list(dict.fromkeys(each for group in groups for each in group))
    if not keys:
        raise DecisionError("nothing is named to decide about: give the key of a datum, as 'trucewatch events' shows.")
    return keys, groups


def holding(connection: Connection, keys: Sequence[str]) -> dict[str, Any]:
    """The rows of keys that hold, by key, with the length of their document's text."""
    asked = (
        select(datum, document.c.text.label("text"))
        .join(document, document.c.n == datum.c.document_n)
        .where(datum.c.key.in_(keys), datum.c.until.is_(None))
    )
    return {row.key: row for row in connection.execute(asked)}


def checked(action: Action, values: Json, rows: Mapping[str, Any], groups: Sequence[Sequence[str]]) -> Json:
    keys = [each for group in groups for each in group]
    missing = next((each for each in keys if each not in rows), None)
    if missing is not None:
        raise DecisionError(f"the record holds no datum {missing}. 'trucewatch history' tells of one that is gone.")
    if action in (Action.MERGE, Action.SPLIT):
        return _grouped(action, rows, groups)
    if len(keys) != 1:
        raise DecisionError(f"{action} takes one datum, and {len(keys)} are named: decide about each by itself.")
    if action is Action.ATTACH and rows[keys[0]].what == "dispute":
        raise DecisionError(f"{keys[0]} is a dispute: attach one of its statements.")
    if action is Action.ATTACH:
        return _attachment(values)
    if action is not Action.CORRECT and values:
        raise DecisionError(f"{action} takes no values, and {', '.join(values)} is given: use correct for that.")
    return values


def _grouped(action: Action, rows: Mapping[str, Any], groups: Sequence[Sequence[str]]) -> Json:
    for each in rows.values():
        if each.what != "event":
            raise DecisionError(f"{each.key} is a {each.what}: only events are one incident or several.")
    if len(rows) < _MANY:
        raise DecisionError(f"{action} needs at least two events, or an incident of several.")
    if action is Action.SPLIT and len(groups) == 1:
        groups = [[each] for each in groups[0]]
    if action is Action.SPLIT and len({each for group in groups for each in group}) < sum(map(len, groups)):
        raise DecisionError("an event is named twice, or with the incident it is in: it cannot be split from itself.")
    return {"groups": [list(each) for each in groups]}


def _attachment(values: Json) -> Json:
    _only(values, {"obligation", "instrument", "stance", "dossier"})
    stance = values.get("stance", AttachStance.FOR)
    if stance not in set(AttachStance):
        raise DecisionError(f"stance: {stance!r} is none of {', '.join(AttachStance)}.")
    made = {"instrument": _name(values, "instrument", may_lack=True), "obligation": _name(values, "obligation")}
    told = {} if values.get("dossier") is None else {"dossier": _name(values, "dossier")}
    return {**made, "stance": str(stance), **told}


def status(values: Json) -> Json:
    _only(values, {"dossier", "instrument", "obligation", "status", "from"})
    status = values.get("status")
    if status not in set(ObligationStatus):
        raise DecisionError(f"status: {status!r} is none of {', '.join(ObligationStatus)}.")
    made = {
        "dossier": _name(values, "dossier"),
        "instrument": _name(values, "instrument", may_lack=True),
        "obligation": _name(values, "obligation"),
        "status": str(status),
    }
    since = values.get("from")
    return made if since is None else {**made, "from": parse_day(str(since)).isoformat()}


def obligation(values: Json) -> str:
    return obligation_target(values["dossier"], values["instrument"], values["obligation"])


def _only(values: Json, names: Iterable[str]) -> None:
    odd = sorted(set(values) - set(names))
    if odd:
        raise DecisionError(f"{odd[0]!r} is no value of this decision: it takes {', '.join(sorted(names))}.")


def _name(values: Json, name: str, *, may_lack: bool = False) -> str | None:
    value = values.get(name)
    if value is None and may_lack:
        return None
    if value is None:
        raise DecisionError(f"{name} is missing: say which {name} is meant.")
    return line(str(value), name)


def line(value: str, what: str) -> str:
    line = " ".join(value.split())
    if not line or len(line) > 200 or not line.isprintable():
        raise DecisionError(f"{what} must be a line of 1 to 200 characters, and {value[:40]!r} is not.")
    return line


def reason(value: str) -> str:
    if len(value) > _LONGEST or any("\ud800" <= each <= "\udfff" or each == "\0" for each in value):
        raise DecisionError(f"a reason has at most {_LONGEST} characters of text.")
    return value.strip()
