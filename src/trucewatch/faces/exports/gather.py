"""From an answer to an export: looks up in the record and the dossiers what a format asks for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from trucewatch import dossiers as library
from trucewatch.faces import rows
from trucewatch.faces.asking.question import Answer, Asked, Plain, Question
from trucewatch.faces.exports.export import Export, Format, Need, Party, Position, documents_of, name
from trucewatch.model.dossier import ActorEntry, PlaceEntry
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Decision
from trucewatch.model.rows import PlaceRow

_AT_ONCE = 500  # ids in one question to the record


def gathered(question: Question, asked: Asked, answer: Answer, format_: Format) -> Export:
    """The export of ``answer``, with what ``format_`` needs.

    Raises:
        RecordError: when the database does not answer.
    """
    needs, found = format_.needs, answer.rows
    return Export(
        question,
        found,
        asked.as_of,
        documents=_documents(asked, found) if Need.DOCUMENTS in needs else {},
        places=_places(asked, found) if Need.PLACES in needs else {},
        actors=_actors(asked, found) if Need.ACTORS in needs else {},
        decisions=_decisions(asked, found) if Need.DECISIONS in needs else {},
        dossiers=asked.dossiers,
        about=about(question, asked),
    )


def about(question: Question, asked: Asked) -> Plain:
    """The question and what it was narrowed to, in plain values; conditions that were not given are left out."""
    chosen = {each.name: _plain(getattr(asked.filter, each.name)) for each in fields(Filter)}
    known_on = asked.view.as_known_on
    return {
        "question": question.name,
        **({"words": asked.words} if asked.words else {}),
        "filter": {name_: value for name_, value in chosen.items() if value not in (None, [], False, 0)},
        "as_of": asked.as_of.isoformat(),
        "as_known_on": None if known_on is None else known_on.isoformat(),
        "dossiers": [each.id for each in asked.dossiers],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _documents(asked: Asked, found: Iterable[Plain]) -> dict[str, Plain]:
    ids = list(dict.fromkeys(id_ for row in found for id_ in documents_of(row)))
    return {
        each.id: rows.document(each) for part in _parts(ids) for each in asked.view.documents(Filter(documents=part))
    }


def _places(asked: Asked, found: Iterable[Plain]) -> dict[str, Position]:
    """Positions as the record has them; what a dossier adds to the same spot is its radius and its number."""
    ids = list(dict.fromkeys(id_ for row in found if (id_ := place_id(row)) is not None))
    entries = {each.id: each for dossier in asked.dossiers for each in dossier.places}
    return {
        each.id: _position(each, entries.get(each.id))
        for part in _parts(ids)
        for each in asked.view.places(Filter(places=part))
    }


def _position(row: PlaceRow, entry: PlaceEntry | None) -> Position:
    made = Position(row.id, row.name, row.kind, row.latitude, row.longitude, str(row.precision))
    if entry is None or (entry.latitude, entry.longitude) != (row.latitude, row.longitude):
        return made
    return replace(made, radius_km=entry.radius_km, geonames=entry.geonames)


def place_id(row: Plain) -> str | None:
    """The id of the place a row is about: where it happened, or the place that it is."""
    place = row.get("place")
    if isinstance(place, dict):
        return place.get("place")
    return str(row["id"]) if "latitude" in row else None


def _actors(asked: Asked, found: Iterable[Plain]) -> dict[str, Party]:
    ids = list(dict.fromkeys(id_ for row in found for each in refs(row) if (id_ := each["actor"]) is not None))
    entries = {each.id: each for dossier in (library.world(), *asked.dossiers) for each in dossier.actors}
    unknown = [each for each in ids if each not in entries]
    met = {
        each.id: Party(each.id, each.name, each.kind)
        for part in _parts(unknown)
        for each in asked.view.actors(Filter(actors=part))
    }
    return met | {id_: _party(entries[id_], entries) for id_ in ids if id_ in entries}


def _party(entry: ActorEntry, entries: Mapping[str, ActorEntry]) -> Party:
    chain: list[str] = []
    country, at = entry.country_code, entry
    while at.parent is not None and at.parent in entries and len(chain) < len(entries):
        at = entries[at.parent]
        chain.append(str(at.kind))
        country = country or at.country_code
    return Party(entry.id, entry.name, str(entry.kind), country, tuple(chain))


def refs(row: Plain) -> Iterator[Plain]:
    """Every reference to an actor in a row: ``{"actor": id or None, "name": ...}``."""
    if "kind" in row and "known" in row and "latitude" not in row:
        yield {"actor": row["id"], "name": row["name"]}
    yield from _walked(row)


def _walked(value: Any) -> Iterator[Plain]:
    if isinstance(value, dict):
        if "actor" in value and "name" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _walked(each)


def _decisions(asked: Asked, found: Iterable[Plain]) -> dict[str, tuple[Decision, ...]]:
    wanted, made = {name(row) for row in found}, dict[str, tuple[Decision, ...]]()
    for each in asked.view.decisions(undone=True):
        for target in wanted.intersection(map(_target, each.targets)):
            made[target] = (*made.get(target, ()), each)
    return made


def _target(key: str) -> str:
    """What a decision is about, as a row of the questions is named."""
    return key.removeprefix("o:").replace("//", "/undertaking/") if key.startswith("o:") else key


def _parts(ids: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(ids[start : start + _AT_ONCE]) for start in range(0, len(ids), _AT_ONCE))
