"""Who stands behind an event by the text's own form: the author of a statement, the speaker of an act."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event, EventType, Status
from trucewatch.reading.draft import Draft

_SPEECH = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.SUPPORT,
    }
)


def spoken_by(draft: Draft) -> None:
    """Give each act of speech the speaker of its statement: attribution has weighed the whole clause."""
    speakers = {s.cue.start: s.speaker for s in draft.statements if s.cue is not None and s.speaker.actor is not None}
    for n, event in enumerate(draft.events):
        speaker = speakers.get(event.anchor.start)
        if speaker is None or event.type not in _SPEECH or not event.actors:
            continue
        if any(ref.actor == speaker.actor for ref in event.actors):
            continue
        recipients = tuple(ref for ref in event.recipients if ref.actor != speaker.actor)
        draft.events[n] = replace(event, actors=(speaker,), recipients=recipients)


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
