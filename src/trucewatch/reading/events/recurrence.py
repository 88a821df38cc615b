"""Brings later mentions of an event back to it: "the attack", "that meeting", with no new agent, place or day."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.model.event import Event, EventType, Status
from trucewatch.model.time import PartialDate
from trucewatch.reading.events.scene import Scene

_BACK = frozenset(("the", "this", "that", "these", "those", "such"))
_LOOK_BACK = 60
_WIDE = frozenset(("attack", "clash", "fire", "bombing"))  # "the attack" may be a shelling, "the incident" a clash


def recurring(scene: Scene, events: list[Event]) -> list[Event]:
    """The events without those that only point back; numbers told at the later mention go to the first."""
    kept: list[Event] = []
    for event in events:
        i = _earlier(kept, event) if _points_back(scene, event) else None
        if i is None:
            kept.append(event)
            continue
        first = kept[i]
        kept[i] = replace(
            first,
            recipients=first.recipients or event.recipients,
            killed=first.killed if first.killed is not None else event.killed,
            wounded=first.wounded if first.wounded is not None else event.wounded,
        )
    return kept


def _points_back(scene: Scene, event: Event) -> bool:
    at = scene.parse.at(event.anchor.start)
    if at is None or event.actors or any(r.actor for r in event.recipients) or event.place.place is not None:
        return False
    if event.status not in (Status.REPORTED, Status.CLAIMED):
        return False
    words = scene.words
    head = next((i for i in scene.parse.within(event.anchor) if words[i].pos == "NOUN"), None)
    return head is not None and any(words[c].dep == "det" and words[c].lower in _BACK for c in words[head].children)


def _earlier(kept: list[Event], event: Event) -> int | None:
    """The last earlier event that the mention may mean."""
    for i in range(len(kept) - 1, max(-1, len(kept) - _LOOK_BACK), -1):
        first = kept[i]
        if first.type is not event.type or first.status in (Status.PLANNED, Status.HYPOTHETICAL):
            continue
        same = first.kind == event.kind or (event.type is EventType.ASSAULT and event.kind in _WIDE)
        if (same or event.type is EventType.CONSULT) and _agree(first, event):
            return i
    return None


def _agree(first: Event, event: Event) -> bool:
    """Whether the dates may be one: a back reference may name the month or year, not another day."""
    if event.date.value is None:
        return True
    return first.date.value is not None and PartialDate(first.date.value).agrees(PartialDate(event.date.value))
