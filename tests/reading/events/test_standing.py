"""Who claims an event and who denies it."""

from tests.reading.events.happened import events, ids, only
from tests.reading.hand_set import draft_of, set_actors
from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Status
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.reading.events import read_events

ACTORS = {"Chad": "chad", "Sudan": "sudan", "Kenya": "kenya"}


def test_the_outlet_reports():
    event = only(events("Sudan shelled the village.", ACTORS), "shelling")
    assert (event.status, event.claimed_by, event.statement) == (Status.REPORTED, (), None)


def test_a_speaker_claims():
    text = "Chad said that Sudan had shelled the village."
    event = only(events(text, ACTORS, says=[("chad", "Sudan had shelled the village")]), "shelling")
    assert (event.status, ids(event.claimed_by), event.statement) == (Status.CLAIMED, ["chad"], "s1")


def test_an_accuser_claims_without_a_statement():
    event = only(events("Chad accused Sudan of shelling the village.", ACTORS), "shelling")
    assert (event.status, ids(event.claimed_by)) == (Status.CLAIMED, ["chad"])


def test_the_accusation_itself_is_reported():
    text = "Chad accused Sudan of shelling the village."
    event = only(events(text, ACTORS, says=[("chad", "shelling the village", Act.ACCUSE)]), "accusation")
    assert event.status is Status.REPORTED


def test_an_accusation_told_by_another_is_claimed():
    text = "Kenya said that Chad had accused Sudan of shelling the village."
    found = events(text, ACTORS, says=[("kenya", "Chad had accused Sudan of shelling the village")])
    assert ids(only(found, "accusation").claimed_by) == ["kenya"]


def test_the_innermost_speaker_stands_first():
    draft = draft_of("Kenya said that Chad reported that Sudan had shelled the village.")
    set_actors(draft, ACTORS)
    whole = draft.text.index("Chad reported")
    inner = draft.text.index("Sudan had")
    end = draft.text.index("village") + 7
    from trucewatch.model.text import Span

    kenya, chad = ActorRef("kenya", "Kenya", None), ActorRef("chad", "Chad", None)
    draft.statements = [
        Statement("s1", kenya, None, (Span(whole, end),), Form.INDIRECT, Act.ASSERT),
        Statement("s2", chad, None, (Span(inner, end),), Form.INDIRECT, Act.ASSERT, within="s1"),
    ]
    read_events(draft)
    assert ids(only(draft.events, "shelling").claimed_by) == ["chad", "kenya"]


def test_denied_firing():
    event = only(events("Sudan denied shelling the village.", ACTORS), "shelling")
    assert (event.status, ids(event.denied_by)) == (Status.DENIED, ["sudan"])


def test_what_a_speaker_says_did_not_happen():
    text = "Sudan said its troops did not shell the village."
    event = only(events(text, ACTORS, says=[("sudan", "its troops did not shell the village")]), "shelling")
    assert (event.status, ids(event.denied_by), event.claimed_by) == (Status.DENIED, ["sudan"], ())


def test_what_a_rejected_claim_says():
    event = only(events("Sudan rejected claims that its army had shelled the village.", ACTORS), "shelling")
    assert (event.status, ids(event.denied_by)) == (Status.DENIED, ["sudan"])
