"""What an official statement tells in its own voice is its author's claim, not an outlet's report."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event, Status
from trucewatch.reading.draft import Draft


def authored(draft: Draft, event: Event) -> Event:
    """``event`` as its author's claim where the text is somebody's statement; unchanged in a report.

    What the author does by the statement itself ("we call on ...") stays reported: the text is the act.
    """
    if not draft.author or event.status is not Status.REPORTED or event.claimed_by:
        return event
    if any(ref.actor in draft.author for ref in event.actors):
        return event
    refs = tuple(ActorRef(actor, draft.actors[actor].name, None) for actor in draft.author)
    return replace(event, status=Status.CLAIMED, claimed_by=refs)
