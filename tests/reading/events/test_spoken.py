"""Acts that the words of a statement perform."""

from tests.reading.events.happened import events, ids, only
from trucewatch.model.event import Status

ACTORS = {"Syria": "syria", "Turkey": "turkey"}


def test_must_is_a_demand():
    text = "Turkey said that Syria must withdraw its troops."
    found = events(text, ACTORS, says=[("turkey", "Syria must withdraw its troops")])
    event = only(found, "demand")
    assert (ids(event.actors), ids(event.recipients), event.status) == (["turkey"], ["syria"], Status.REPORTED)
    assert len(found) == 1


def test_of_oneself_it_is_none():
    assert events("Turkey said that Turkey must invest in roads.", ACTORS) == []


def test_will_not_is_a_refusal():
    event = only(events("Syria said it would not accept the plan.", ACTORS), "refusal")
    assert (ids(event.actors), event.status) == (["syria"], Status.REPORTED)
