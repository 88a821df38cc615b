"""Denials answer claims across the document, and the two stand in one event."""

from tests.reading.events.happened import events, ids, only
from trucewatch.model.event import Status
from trucewatch.model.statement import Act

ACTORS = {"Georgia": "georgia", "Russia": "russia", "Chad": "chad"}


def test_one_event_two_accounts():
    text = "Georgia said that Russia had shelled the village. Russia denied shelling the village."
    found = events(text, ACTORS, says=[("georgia", "Russia had shelled the village")])
    event = only(found, "shelling")
    assert (event.status, ids(event.claimed_by), ids(event.denied_by)) == (Status.CLAIMED, ["georgia"], ["russia"])


def test_a_bare_denial_answers_the_claim_before():
    text = "Georgia said that Russia had shelled the village. Russia denied the claim."
    says = [("georgia", "Russia had shelled the village"), ("russia", "the claim", Act.DENY)]
    assert ids(only(events(text, ACTORS, says=says), "shelling").denied_by) == ["russia"]


def test_nobody_denies_his_own_claim():
    text = "Georgia said that Russia had shelled the village. Georgia denied the reports."
    says = [("georgia", "Russia had shelled the village"), ("georgia", "the reports", Act.DENY)]
    assert only(events(text, ACTORS, says=says), "shelling").denied_by == ()


def test_another_day_is_another_event():
    text = (
        "Georgia said that Russia had shelled the village on 4 May. Russia did not shell the village on 9 May, it said."
    )
    says = [
        ("georgia", "Russia had shelled the village on 4 May"),
        ("russia", "Russia did not shell the village on 9 May"),
    ]
    found = events(text, ACTORS, {"4 May": "2023-05-04", "9 May": "2023-05-09"}, says)
    assert [event.status for event in found] == [Status.CLAIMED, Status.DENIED]


def test_ids_are_in_text_order():
    text = "Georgia said that Russia had shelled the village. Chad condemned Russia."
    found = events(text, ACTORS, says=[("georgia", "Russia had shelled the village")])
    assert [event.id for event in found] == ["e1", "e2"]
    assert found[0].anchor < found[1].anchor
