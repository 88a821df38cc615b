"""FollowTheMoney: the rows as entities, one JSON object a line, with the actors, places and documents they name.

Each row is one entity whose ``recordId`` or id is the row's; a statement, a duty, a dispute is a Note, for its schema
has no claims. Nothing but properties of the schema is written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import Export, Format, Need, Party, Position, documents_of, name
from trucewatch.faces.exports.gather import place_id, refs
from trucewatch.faces.exports.geojson import located
from trucewatch.faces.exports.shape import day, edtf, people, sayings, title, web
from trucewatch.faces.rows import json_line
from trucewatch.faces.safe import visible

_SCHEMATA: Mapping[str, str] = {
    "person": "Person",
    "state": "PublicBody",
    "government": "PublicBody",
    "authority": "PublicBody",
    "ministry": "PublicBody",
    "force": "Organization",
    "mission": "Organization",
    "organisation": "Organization",
    "company": "Company",
}
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")
_LONGEST = 100
_PRECISE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _ftm(export: Export) -> Iterator[bytes]:
    seen: set[str] = set()
    for row in export.rows:
        for entity in (*_own(export, row), *_named(export, row)):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield json_line(entity)


def _entity(id_: str, schema: str, properties: Mapping[str, Any]) -> Plain:
    """An entity; of its properties those that hold something, each a list of strings."""
    kept: dict[str, list[str]] = {}
    for key, value in properties.items():
        values = value if isinstance(value, list | tuple) else [value]
        texts = [visible(str(each), newlines=True).strip() for each in values if each is not None]
        if found := list(dict.fromkeys(filter(None, texts))):
            kept[key] = found
    return {"id": id_, "schema": schema, "properties": kept}


def _id(kind: str, key: str) -> str:
    """An id of an entity in letters, digits, stops and hyphens: the key itself, where it has others with a digest."""
    plain = key.replace(":", ".", 1)
    safe = _UNSAFE.sub("-", plain)
    if safe == plain and len(safe) <= _LONGEST and safe[-1:].isalnum():
        return f"{kind}.{safe}"
    return f"{kind}.{safe[:_LONGEST]}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _named(export: Export, row: Plain) -> Iterator[Plain]:
    """The documents, actors and places that a row names."""
    for id_ in documents_of(row):
        if (told := export.documents.get(id_)) is not None:
            yield _document(told)
    for each in refs(row):
        yield _actor(each, export.actors.get(each["actor"] or ""))
    if (position := export.places.get(place_id(row) or "")) is not None:
        yield _address(position)


def _own(export: Export, row: Plain) -> Iterator[Plain]:
    """The row itself; of actors and places, the words that name them too."""
    yield _MAKERS.get(export.question.name, _note)(export, row)
    if export.question.name == "actors":
        for each in row["evidence"]:
            yield _mention(row, each)


def _document(told: Plain) -> Plain:
    return _entity(
        _id("doc", told["id"]),
        "Article",
        {
            "name": told["title"] or told["short"],
            "title": told["title"],
            "publisher": told["publisher"],
            "sourceUrl": web(told["url"]),
            "publishedAt": told["published"],
            "retrievedAt": told["added"][:10],
            "processingAgent": told["reader"],
            "mimeType": "text/plain",
            "notes": f"{told['characters']} characters, {told['id']}",
        },
    )


def _actor(each: Plain, party: Party | None) -> Plain:
    kind = None if party is None else party.kind
    return _entity(
        _actor_id(each),
        _SCHEMATA.get(kind or "", "LegalEntity"),
        {
            "name": each["name"] if party is None else party.name,
            "alias": each["name"] if party is not None and each["name"] != party.name else None,
            "classification": kind,
            "notes": None if party is None or party.country is None else f"Country: {party.country}",
        },
    )


def _document_row(_: Export, row: Plain) -> Plain:
    return _document(row)


def _actor_row(export: Export, row: Plain) -> Plain:
    return _told(export, row, _actor({"actor": row["id"], "name": row["name"]}, export.actors.get(row["id"])))


def _place_row(export: Export, row: Plain) -> Plain:
    return _told(export, row, _address(export.places[row["id"]]))


def _told(export: Export, row: Plain, entity: Plain) -> Plain:
    """An entity that is itself a row, with the words that name it."""
    told = {key: value for key, value in _common(export, row).items() if key in ("description", "proof", "publisher")}
    return entity | {"properties": entity["properties"] | _entity("", "", told)["properties"]}


def _actor_id(each: Plain) -> str:
    return _id("actor", each["actor"]) if each["actor"] else _id("name", each["name"])


def _address(position: Position) -> Plain:
    point = located(position)
    return _entity(
        _id("place", position.id),
        "Address",
        {
            "full": position.name,
            "name": position.name,
            "latitude": position.latitude if point else None,
            "longitude": position.longitude if point else None,
            "remarks": f"{position.kind or 'place'}, position {position.precision}",
        },
    )


def _event(export: Export, row: Plain) -> Plain:
    place = row.get("place")
    return _entity(
        _id("row", name(row)),
        "Event",
        {
            **_common(export, row),
            **_dates(day(row)),
            "involved": [
                _actor_id(each)
                for part in (row, *row.get("versions", ()))
                for each in people(part, "actors", "recipients")
            ],
            "location": place.get("name") if isinstance(place, dict) else None,
            "addressEntity": _id("place", where) if (where := place_id(row)) in export.places and where else None,
            "summary": [each["quote"] for each in row.get("evidence") or ()],
            "keywords": [row.get(each) for each in ("kind", "type", "mode", "status", "judgement")],
            "recordId": name(row),
        },
    )


def _note(export: Export, row: Plain) -> Plain:
    evidence = row.get("evidence") or ()
    return _entity(
        _id("row", name(row)),
        "Note",
        {
            **_common(export, row),
            "entity": [_actor_id(each) for each in refs(row)],
            "summary": [each["quote"] for each in evidence],
            "keywords": [row.get(each) for each in ("kind", "act", "form", "status", "state", "judgement")],
            "namesMentioned": [each["name"] for each in refs(row)],
        },
    )


def _common(export: Export, row: Plain) -> Plain:
    evidence = row.get("evidence") or ()
    return {
        "name": title(export, row),
        "description": [f"{name(row)}: {each}" for each in sayings(row)] or [name(row)],
        "proof": [_id("doc", each) for each in documents_of(row) if each in export.documents],
        "publisher": [each.get("publisher") for each in evidence],
        "notes": [f"Day: {day(row)}"] if day(row) else [],
    }


def _dates(value: str | None) -> Plain:
    """A day, month or year as ``date``, a range by its ends; an end that is open is left out."""
    if edtf(value) is None or value is None:
        return {}
    if "/" not in value:
        return {"date": _precise(value)}
    first, _, last = value.partition("/")
    return {"startDate": _precise(first), "endDate": _precise(last)}


def _precise(point: str) -> str | None:
    found = _PRECISE.match(point)
    return None if found is None else found[0]


def _mention(row: Plain, shown: Plain) -> Plain:
    start, end = shown["span"]
    return _entity(
        _id("mention", f"{row['id']}:{shown['document']}:{start}-{end}"),
        "Mention",
        {
            "document": _id("doc", shown["document"]),
            "name": row["name"],
            "resolved": _id("actor", row["id"]),
            "detectedSchema": _SCHEMATA.get(row["kind"] or "", "LegalEntity"),
        },
    )


_MAKERS: Mapping[str, Callable[[Export, Plain], Plain]] = {
    "events": _event,
    "incidents": _event,
    "contacts": _event,
    "documents": _document_row,
    "actors": _actor_row,
    "places": _place_row,
}

FTM = Format(
    "ftm",
    "ftm.ndjson",
    "application/x-ndjson",
    "FollowTheMoney entities, one JSON object a line.",
    _ftm,
    needs=frozenset({Need.DOCUMENTS, Need.PLACES, Need.ACTORS}),
)
