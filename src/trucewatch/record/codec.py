"""A reading as rows, and rows as the model's objects again."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trucewatch.model import decode
from trucewatch.model.errors import DateError
from trucewatch.model.reading import Reading
from trucewatch.model.text import Span
from trucewatch.model.time import PartialDate
from trucewatch.record.keys import key
from trucewatch.record.windows import window

Json = dict[str, Any]

# Which fields of a datum name actors, and in which role.
ROLES: Mapping[str, Mapping[str, str]] = {
    "statement": {"speaker": "speaker", "targets": "target"},
    "event": {"actors": "actor", "recipients": "recipient", "claimed_by": "claimant", "denied_by": "denier"},
    "commitment": {"obligors": "obligor", "claimed_by": "claimant"},
    "dispute": {},
}
_LABEL = {"statement": "act", "event": "kind", "commitment": "provision", "dispute": "about"}
_STATUS = {"statement": "form", "event": "status", "commitment": "status"}
DECODE: Mapping[str, Callable[[Any], Any]] = {
    "statement": decode.statement,
    "event": decode.event,
    "commitment": decode.commitment,
    "dispute": decode.dispute,
}
_FAR = 3_652_059  # the ordinal of 9999-12-31: an interval open to the right
_PLURAL = {"statement": "statements", "event": "events", "commitment": "commitments", "dispute": "disputes"}


@dataclass(frozen=True, slots=True)
class DatumRow:
    """One row of ``datum`` before it is numbered, with its participants (role, actor)."""

    columns: Json
    participants: tuple[tuple[str, str], ...]


def rows_of(reading: Reading) -> list[DatumRow]:
    """The data of a reading as rows, references between them turned into keys."""
    whole, document = reading.to_dict(), reading.document
    keys = {what: _keys(document.id, what, whole) for what in _PLURAL}
    statements: dict[str, str] = {}
    for value, name in zip(whole["statements"], keys["statement"], strict=True):
        statements.setdefault(value["id"], name)
    rows = []
    for what, plural in _PLURAL.items():
        for value, name in zip(whole[plural], keys[what], strict=True):
            _replace_references(what, value, statements)
            rows.append(row_of(what, name, value, document.text))
    return rows


def row_of(what: str, name: str, value: Json, text: str) -> DatumRow:
    """One row of a datum in the contract's form, its references being keys already."""
    first, last = _days(value)
    shown = window(text, _hull(what, value))
    columns = {
        "key": name,
        "what": what,
        "label": value.get(_LABEL[what]),
        "type": value.get("type"),
        "status": value.get(_STATUS.get(what, "")),
        "place": (value.get("place") or {}).get("place"),
        "instrument": value.get("instrument"),
        "first_day": first,
        "last_day": last,
        "start": shown.start,
        "end": shown.end,
        "body": packed(value),
    }
    return DatumRow(columns, tuple(sorted(_participants(what, value))))


def packed(value: Json) -> str:
    """A datum as compact JSON, without its id and without empty fields."""
    slim = {name: _slim(item) for name, item in value.items() if name != "id" and item not in (None, [], {})}
    return json.dumps(slim, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def unpacked(what: str, name: str, body: str) -> Any:
    """The model's object of a row's body."""
    return DECODE[what]({**json.loads(body), "id": name})


def squeeze(reading: Reading) -> bytes:
    """What the reading holds beside its data and its text, compressed."""
    whole = reading.to_dict()
    whole["document"] = {"id": whole["document"]["id"]}
    for plural in _PLURAL.values():
        del whole[plural]
    return zlib.compress(
        json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 9
    )


def unsqueeze(body: bytes) -> Json:
    """The object :func:`squeeze` took."""
    value: Json = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
    return value


def _slim(item: Any) -> Any:
    """Inner objects without their empty fields; lists keep their length."""
    if isinstance(item, dict):
        return {name: _slim(each) for name, each in item.items() if each is not None}
    if isinstance(item, list):
        return [_slim(each) for each in item]
    return item


def _keys(document: str, what: str, whole: Json) -> list[str]:
    """The keys of all data of one kind, in their order."""
    turns: dict[tuple[int, int], int] = defaultdict(int)
    keys = []
    for value in whole[_PLURAL[what]]:
        span = _anchor(what, value, whole)
        keys.append(key(what, document, what, *span, turns[span]))
        turns[span] += 1
    return keys


def _anchor(what: str, value: Json, whole: Json) -> tuple[int, int]:
    """The words that give a datum its identity."""
    if what == "statement":
        return value["content"][0][0], value["content"][-1][1]
    if what == "event":
        return value["anchor"][0], value["anchor"][1]
    if what == "commitment":
        return value["action"][0], value["action"][1]
    spans = [
        tuple(each["content"][0])
        for each in whole["statements"]
        if each["id"] in {position["statement"] for position in value["positions"]}
    ]
    return (min(spans)[0], max(spans)[1]) if spans else (0, 0)


def _replace_references(what: str, value: Json, statements: Mapping[str, str]) -> None:
    def turned(local: str | None) -> str | None:
        return None if local is None else statements.get(local)

    if what == "statement":
        value["within"] = turned(value["within"])
    elif what == "dispute":
        spans = [each["actor"]["mention"] for each in value["positions"] if each["actor"]["mention"]]
        value["span"] = [min(each[0] for each in spans), max(each[1] for each in spans)] if spans else [0, 1]
        for position in value["positions"]:
            position["statement"] = turned(position["statement"])
    else:
        value["statement"] = turned(value["statement"])


def _hull(what: str, value: Json) -> Span:
    """The words to show: for a statement what was said with who said it, for the rest the words of identity."""
    if what == "statement":
        spans = [*value["content"], *([value["cue"]] if value.get("cue") else [])]
        return Span(min(each[0] for each in spans), max(each[1] for each in spans))
    low, high = value["span"] if what == "dispute" else value["anchor" if what == "event" else "action"]
    return Span(low, high)


def _participants(what: str, value: Json) -> set[tuple[str, str]]:
    found = set()
    for field, role in ROLES[what].items():
        for ref in _listed(value.get(field)):
            found.add((role, ref.get("actor") or name_id(ref["name"])))
    if what == "dispute":
        found |= {
            ("party", each["actor"].get("actor") or name_id(each["actor"]["name"])) for each in value["positions"]
        }
    return found


def name_id(name: str) -> str:
    """How an actor without an id is told from others: by its name, marked with ``?``."""
    return "?" + " ".join(name.casefold().split())


def _listed(value: Any) -> Iterable[Json]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _days(value: Json) -> tuple[int | None, int | None]:
    """First and last day as ordinals; an open end reaches to the end of the calendar."""
    written = (value.get("date") or {}).get("value") or (value.get("due") or {}).get("value")
    if not written:
        return None, None
    try:
        day = PartialDate(written)
    except DateError:  # a duration whose anchor is unknown
        return None, None
    first, last = day.earliest, day.latest
    return (1 if first is None else first.toordinal()), (_FAR if last is None else last.toordinal())
