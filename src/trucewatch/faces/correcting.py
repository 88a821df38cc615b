"""What a reviewer types to correct a datum, turned into values of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.faces.names import NameBook
from trucewatch.faces.narrowing import ids_of
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import InputError

Json = dict[str, Any]

_COUNT = re.compile(r"(\d{1,9})(?:(\+)|\s*[-–]\s*(\d{1,9}))?")
_ALIASES = {"actor": "actors", "recipient": "recipients", "target": "targets", "obligor": "obligors"}
_NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Books:
    """Where names are looked up."""

    actors: NameBook
    places: NameBook


def typed_values(pairs: Iterable[str], books: Books) -> Json:
    """``FIELD=VALUE`` as values of the contract.

    Actors are names or ids, several parted by ``;``, ``?NAME`` for one that nobody knows; ``killed`` and ``wounded``
    are ``3``, ``3-5`` or ``3+``; dates are EDTF; ``none`` empties a field; a value that begins with ``{`` or ``[`` is
    the contract's JSON.

    Raises:
        InputError: when a pair is none, a field is named twice, a name is not known, or a value is not of its form.
    """
    values: Json = {}
    for pair in pairs:
        name, sign, typed = pair.partition("=")
        name, typed = _ALIASES.get(name.strip(), name.strip()), typed.strip()
        if not sign or not name or not typed:
            raise InputError(f"{pair!r} is no correction: write FIELD=VALUE, as status=denied or place=Harrow.")
        if name in values:
            raise InputError(f"{name} is given twice.")
        values[name] = _json(pair, typed) if typed[0] in "{[" else _value(name, typed, books)
    return values | _with_kind(values)


def obligation(written: str, dossiers: Sequence[Dossier]) -> tuple[str, str | None, str]:
    """The dossier, instrument (``None`` for undertakings) and key of an obligation, by its id or how the id ends.

    Raises:
        InputError: when no obligation is called so, or several are.
    """
    wanted = written.strip("/").split("/")
    known = [(dossier.id, *each) for dossier in dossiers for each in _obligations(dossier)]
    found = [each for each in known if [each[0], each[1] or "undertaking", each[2]][-len(wanted) :] == wanted]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(
            f"no obligation is called {written!r}. 'trucewatch obligations --dossier NAME' shows them with their ids."
        )
    ids = [f"{name}/{instrument or 'undertaking'}/{key}" for name, instrument, key in found]
    raise InputError(f"{written!r} may be {' or '.join(ids[:4])}: write one whole.")


def _obligations(dossier: Dossier) -> list[tuple[str | None, str]]:
    made: list[tuple[str | None, str]] = [
        (instrument.id, each.key)
        for instrument in dossier.instruments
        for provision in instrument.provisions
        for each in provision.obligations
    ]
    return made + [(None, each.key) for each in dossier.undertakings]


def _json(pair: str, typed: str) -> Any:
    try:
        return json.loads(typed)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{pair!r} begins like JSON and is none: {error}.") from error


def _value(name: str, typed: str, books: Books) -> Any:
    making = _MAKERS.get(name)
    if making is not None:
        return making(name, typed, books)
    return None if typed == _NOTHING else typed


def _refs(_: str, typed: str, books: Books) -> list[Json]:
    if typed == _NOTHING:
        return []
    return [_ref(each.strip(), books.actors) for each in typed.split(";") if each.strip()]


def _speaker(_: str, typed: str, books: Books) -> Json:
    return _ref(typed, books.actors)


def _ref(written: str, book: NameBook) -> Json:
    if written.startswith("?"):
        return {"actor": None, "name": written[1:].strip()}
    id_ = _one("actor", written, book)
    return {"actor": id_, "name": _name(id_, written, book)}


def _place(_: str, typed: str, books: Books) -> Json | None:
    if typed == _NOTHING:
        return None
    if typed.startswith("?"):
        return {"place": None, "name": typed[1:].strip()}
    id_ = _one("place", typed, books.places)
    return {"place": id_, "name": _name(id_, typed, books.places)}


def _one(what: str, written: str, book: NameBook) -> str:
    ids = ids_of(what, (written,), book)
    short = [each for each in ids if all(other == each or other.startswith(f"{each}-") for other in ids)]
    if len(ids) > 1 and not short:  # a place and its surroundings: the place itself is meant
        raise InputError(f"{written!r} may be {' or '.join(ids)}: write the id of the one you mean.")
    return short[0] if short else ids[0]


def _name(id_: str, written: str, book: NameBook) -> str:
    return next(iter(book.forms(id_)), written)


def _date(_: str, typed: str, __: Books) -> Json:
    return {"value": None if typed == _NOTHING else typed}


def _due(_: str, typed: str, __: Books) -> Json | None:
    return None if typed == _NOTHING else {"value": typed, "rule": None}


def _count(name: str, typed: str, _: Books) -> Json | None:
    if typed == _NOTHING:
        return None
    match = _COUNT.fullmatch(typed)
    if match is None:
        raise InputError(f"{name}: {typed!r} is no count: write 3, 3-5, 3+ for at least three, or none.")
    low = int(match[1])
    return {"low": low, "high": None if match[2] else int(match[3] or match[1])}


def _with_kind(values: Mapping[str, Any]) -> Json:
    """Type and mode by the codebook, where an event's kind is given and they are not."""
    if not isinstance(values.get("kind"), str):
        return {}
    from trucewatch.reading.events.codebook import kinds

    kind = kinds().get(values["kind"])
    if kind is None:
        raise InputError(f"kind: {values['kind']!r} is none of the codebook's: {', '.join(kinds())}.")
    return {name: value for name, value in (("type", str(kind.type)), ("mode", kind.mode)) if name not in values}


_MAKERS: Mapping[str, Callable[[str, str, Books], Any]] = {
    "speaker": _speaker,
    **dict.fromkeys(("actors", "recipients", "targets", "obligors", "claimed_by", "denied_by"), _refs),
    "place": _place,
    "date": _date,
    "due": _due,
    "killed": _count,
    "wounded": _count,
}
