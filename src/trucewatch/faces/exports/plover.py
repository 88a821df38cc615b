"""PLOVER: events as JSON records, one a line, under the field names of its manual (Open Event Data Alliance).

Fields that PLOVER has not begin with ``tw_``. PLOVER wants a day; where none is known ours is null, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import GENERATOR, Export, Format, Need, name
from trucewatch.faces.exports.gather import place_id
from trucewatch.faces.exports.geojson import located
from trucewatch.faces.exports.shape import begun, day, people
from trucewatch.faces.rows import json_line

CODEBOOK = "PLOVER 2024"
QUADS: Mapping[str, int] = (
    dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1)
    | dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2)
    | dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3)
    | dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4)
)
# The manual's scores by type; ACCUSE is left out, whose printed value contradicts its modes.
_SCALES: Mapping[str, float] = {
    "AGREE": 2.5,
    "CONSULT": 2.5,
    "SUPPORT": 5.0,
    "CONCEDE": 4.5,
    "COOPERATE": 9.5,
    "AID": 10.0,
    "RETREAT": 6.5,
    "REQUEST": 0.0,
    "REJECT": -2.0,
    "THREATEN": -3.5,
    "PROTEST": -5.0,
    "SANCTION": -6.0,
    "MOBILIZE": -5.5,
    "COERCE": -7.0,
    "ASSAULT": -9.0,
}
_OF_MODES: Mapping[tuple[str, str], float] = {
    ("RETREAT", "ceasefire"): 7.5,
    ("RETREAT", "withdraw"): 8.0,
    ("RETREAT", "disarm"): 10.0,
}
_AUXILIARY: Mapping[str, str] = {"planned": "future", "hypothetical": "hypothetical", "denied": "negation"}
_SECTORS: Mapping[str, str] = {"state": "GOV", "government": "GOV", "ministry": "GOV", "company": "BUS"}


def _plover(export: Export) -> Iterator[bytes]:
    return (json_line(_record(export, row)) for row in export.rows)


def _record(export: Export, row: Plain) -> Plain:
    first, last = begun(day(row))
    shown = (row.get("evidence") or [{}])[0]
    auxiliary = _AUXILIARY.get(str(row.get("status")))
    type_, mode = row.get("type"), row.get("mode")
    return {
        "id": name(row),
        "has_event": True,
        "date": None if first is None else first.isoformat(),
        "enddate": None if last is None or last == first else last.isoformat(),
        "source": [_actor(export, each) for each in people(row, "actors")],
        "recipient": [_actor(export, each) for each in people(row, "recipients")],
        "event": [type_] if type_ else [],
        "mode": [mode] if mode else [],
        "context": [],
        "quad_code": QUADS.get(str(type_)),
        "event_scale": _OF_MODES.get((str(type_), str(mode)), _SCALES.get(str(type_))),
        "event_loc": _location(export, row),
        "event_text": [each["quote"] for each in row.get("evidence") or ()],
        "text_info": _text(shown),
        "cite_info": _citation(export, shown),
        "coder": GENERATOR,
        "tw_auxiliary": [auxiliary] if auxiliary else [],
        "tw_status": row.get("status"),
        "tw_kind": row.get("kind"),
        "tw_date": row.get("date"),
        "tw_claimed_by": list(people(row, "claimed_by")),
        "tw_denied_by": list(people(row, "denied_by")),
        "tw_dead": row.get("killed"),
        "tw_injured": row.get("wounded"),
        "tw_judgement": row.get("judgement"),
        "tw_evidence": row.get("evidence") or [],
    }


def _actor(export: Export, each: Plain) -> Plain:
    """An actor: its country and sector where its kind settles them, else only what it is called."""
    party = export.actors.get(each["actor"] or "")
    code = None if party is None else party.country
    sector = None if party is None or party.kind is None else _SECTORS.get(party.kind)
    if party is not None and party.kind == "force" and party.chain and party.chain[0] in _SECTORS:
        sector = "MIL"
    return {
        "code": code,
        "sector": sector,
        "actor_text": each["name"],
        "identifier_id": each["actor"],
        "identifier_text": each["name"] if party is None else party.name,
    }


def _location(export: Export, row: Plain) -> Plain | None:
    place, position = row.get("place"), export.places.get(place_id(row) or "")
    if position is None:
        called = place.get("name") if isinstance(place, dict) else None
        return None if called is None else {"name": called, "tw_precision": "unknown"}
    found = {"name": position.name, "geonameid": position.geonames, "tw_id": position.id}
    point = (position.latitude, position.longitude) if located(position) else (None, None)
    return found | {"latitude": point[0], "longitude": point[1], "tw_precision": position.precision}


def _text(shown: Plain) -> Plain | None:
    return {"start": shown["span"][0], "end": shown["span"][1]} if "span" in shown else None


def _citation(export: Export, shown: Plain) -> Plain:
    document = export.documents.get(shown.get("document", ""), {})
    return {
        "citation": shown.get("document"),
        "url": document.get("url"),
        "title": document.get("title"),
        "language": document.get("language"),
        "publication": shown.get("publisher"),
        "coder": document.get("reader"),
        "codebook": CODEBOOK,
        "tw_published": shown.get("published"),
        "tw_speaker": shown.get("speaker"),
    }


PLOVER = Format(
    "plover",
    "jsonl",
    "application/x-ndjson",
    "Events as PLOVER records, one JSON object a line.",
    _plover,
    fits=frozenset({"events"}),
    needs=frozenset({Need.DOCUMENTS, Need.PLACES, Need.ACTORS}),
)
