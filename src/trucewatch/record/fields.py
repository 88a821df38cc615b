"""What a reviewer may correct in a datum, and the checks its new values pass; in and out in the contract's form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from trucewatch.model.commitment import Fulfilment
from trucewatch.model.errors import DateError, DecisionError
from trucewatch.model.event import EventType, Status
from trucewatch.model.statement import Act, Form
from trucewatch.model.time import DateBasis, PartialDate

Json = dict[str, Any]
_Check = Callable[[Any, Any, int], Any]  # the new value, the one before, the length of the text

_LONGEST = 500  # code points of a name or a word


def correctable(what: str) -> tuple[str, ...]:
    """The fields of a kind of datum that a reviewer may correct."""
    return tuple(_FIELDS[what])


def corrected(what: str, body: Json, values: Mapping[str, Any], length: int) -> Json:
    """``body`` with ``values`` in it, checked; ``length`` is that of the document's text in code points.

    An actor or a place that was named before keeps the words that name it, unless others are given.

    Raises:
        DecisionError: when there is nothing to correct, no such field, or the field cannot take the value.
    """
    if not values:
        raise DecisionError(f"nothing is corrected: name a field. A {what} has {', '.join(_FIELDS[what])}.")
    made = dict(body)
    for name, value in values.items():
        check = _FIELDS[what].get(name)
        if check is None:
            known = ", ".join(_FIELDS[what])
            raise DecisionError(f"a {what} has no field {name!r} to correct. It has {known}.")
        try:
            made[name] = check(value, body.get(name), length)
        except (DateError, ValueError) as error:
            raise DecisionError(f"{name}: {error}") from error
        if name == "due" and made[name] is not None and made[name]["mention"] is None:
            made[name]["mention"] = body["action"]  # no words of the text set the day: the duty's own stand for it
    return made


def _text(value: Any, _: Any = None, __: int = 0) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text.")
    if len(value) > _LONGEST or any(ord(each) < ord(" ") or "\ud800" <= each <= "\udfff" for each in value):
        raise ValueError(f"a text of at most {_LONGEST} characters on one line is needed.")
    return value.strip()


def _maybe_text(value: Any, _: Any, __: int) -> str | None:
    return None if value is None else _text(value)


def _word(words: type[StrEnum]) -> _Check:
    def check(value: Any, _: Any, __: int) -> str:
        if not isinstance(value, str) or value not in set(words):
            raise ValueError(f"{value!r} is none of {', '.join(words)}.")
        return str(value)

    return check


def _object(value: Any, *names: str) -> Json:
    if not isinstance(value, dict) or not set(value) <= set(names):
        raise ValueError(f"{value!r} is no object of {', '.join(names)}.")
    return value


def _span(value: Any, length: int) -> list[int] | None:
    if value is None:
        return None
    whole = isinstance(value, list | tuple) and len(value) == 2 and all(type(each) is int for each in value)
    if not whole or not 0 <= value[0] < value[1] <= length:
        raise ValueError(f"{value!r} is no span [start, end) of a text of {length} characters.")
    return list(value)


def _ref(value: Any, before: Any, length: int) -> Json:
    given = _object(value, "actor", "name", "mention")
    made = {"actor": _maybe_text(given.get("actor"), None, 0), "name": _text(given.get("name"))}
    same = next((each for each in before or () if each.get("actor") == made["actor"] is not None), None)
    known = same.get("mention") if same is not None and "mention" not in given else given.get("mention")
    return {**made, "mention": _span(known, length)}


def _actor(value: Any, before: Any, length: int) -> Json:
    return _ref(value, [before] if before else [], length)


def _actors(value: Any, before: Any, length: int) -> list[Json]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{value!r} is no list of actors.")
    return [_ref(each, before, length) for each in value]


def _place(value: Any, before: Any, length: int) -> Json | None:
    if value is None:
        return None
    given = _object(value, "place", "name", "mention")
    made = {"place": _maybe_text(given.get("place"), None, 0), "name": _text(given.get("name"))}
    same = before and before.get("place") == made["place"] is not None and "mention" not in given
    return {**made, "mention": _span(before.get("mention") if same else given.get("mention"), length)}


def _edtf(value: Any) -> str | None:
    return None if value is None else PartialDate(_text(value)).value


def _dating(value: Any, _: Any, length: int) -> Json:
    """A date that a person gives without a basis rests on what they know: ``resolved``."""
    given = _object(value or {}, "value", "basis", "mention")
    when = _edtf(given.get("value"))
    basis = given.get("basis") or (DateBasis.UNKNOWN if when is None else DateBasis.RESOLVED)
    if (when is None) != (_word(DateBasis)(basis, None, 0) == DateBasis.UNKNOWN):
        raise ValueError("a date without a value is unknown, and only that.")
    return {"value": when, "basis": str(basis), "mention": _span(given.get("mention"), length)}


def _due(value: Any, before: Any, length: int) -> Json | None:
    if value is None:
        return None
    given = _object(value, "value", "rule", "mention")
    mention = given.get("mention") or (before or {}).get("mention")
    return {
        "value": _edtf(given.get("value")),
        "rule": _maybe_text(given.get("rule"), None, 0),
        "mention": _span(mention, length),
    }


def _count(value: Any, _: Any, __: int) -> Json | None:
    if value is None:
        return None
    given = _object(value, "low", "high")
    low, high = given.get("low"), given.get("high")
    numbers = [each for each in (low, high) if each is not None]
    if low is None or any(type(each) is not int for each in numbers) or not 0 <= low <= numbers[-1]:
        raise ValueError('a count is {"low": n, "high": n}, whole numbers, "high": null for "at least".')
    return {"low": low, "high": high}


_FIELDS: Mapping[str, Mapping[str, _Check]] = {
    "statement": {"speaker": _actor, "act": _word(Act), "form": _word(Form), "targets": _actors, "date": _dating},
    "event": {
        "kind": _text,
        "type": _word(EventType),
        "mode": _maybe_text,
        "actors": _actors,
        "recipients": _actors,
        "place": _place,
        "date": _dating,
        "status": _word(Status),
        "claimed_by": _actors,
        "denied_by": _actors,
        "killed": _count,
        "wounded": _count,
    },
    "commitment": {
        "instrument": _maybe_text,
        "provision": _maybe_text,
        "obligors": _actors,
        "due": _due,
        "status": _word(Fulfilment),
        "claimed_by": _actors,
    },
    "dispute": {"about": _text},
}
