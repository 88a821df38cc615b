"""The questions after single rows of the record: documents, statements, events, actors, places."""

from __future__ import annotations

from trucewatch.faces import rows
from trucewatch.faces.asking.question import Answer, Asked, Question
from trucewatch.faces.text.rows import TABLES


def _documents(asked: Asked) -> Answer:
    found = asked.view.documents(asked.filter)
    return Answer(tuple(map(rows.document, found)), asked.view.total("document", asked.filter))


def _statements(asked: Asked) -> Answer:
    found = asked.view.statements(asked.filter)
    return Answer(tuple(map(rows.statement, found)), asked.view.count("statement", asked.filter))


def _events(asked: Asked) -> Answer:
    found = asked.view.events(asked.filter)
    told = _tellers(asked, [each.value.statement for each in found])
    made = (rows.event(each, told.get(each.value.statement or "")) for each in found)
    return Answer(tuple(made), asked.view.count("event", asked.filter))


def _actors(asked: Asked) -> Answer:
    found = asked.view.actors(asked.filter)
    return Answer(tuple(map(rows.actor, found)), asked.view.total("actor", asked.filter))


def _places(asked: Asked) -> Answer:
    found = asked.view.places(asked.filter)
    return Answer(tuple(map(rows.place, found)), asked.view.total("place", asked.filter))


def _tellers(asked: Asked, keys: list[str | None]) -> dict[str, str]:
    """Who makes the statements of these keys."""
    wanted = {key for key in keys if key}
    return asked.view.speakers(wanted)


QUESTIONS = (
    Question("documents", _documents, *TABLES["documents"]),
    Question("statements", _statements, *TABLES["statements"]),
    Question("events", _events, *TABLES["events"]),
    Question("actors", _actors, *TABLES["actors"]),
    Question("places", _places, *TABLES["places"]),
)
