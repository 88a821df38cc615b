"""Carries a date from an event to the one that continues it."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.model.event import Event, Status
from trucewatch.model.time import UNDATED
from trucewatch.reading.events.dates import carried
from trucewatch.reading.events.scene import Scene

_CONTINUES = frozenset(("also", "then", "later", "afterwards", "meanwhile", "too"))


def carry(scene: Scene, event: Event, before: list[Event], previous: Event | None) -> Event:
    """Give an undated event the date of the one it continues, in its own sentence or in the one before."""
    if event.date.value is not None or event.status in (Status.PLANNED, Status.HYPOTHETICAL):
        return event
    words, sentences = scene.words, scene.parse.sentences
    at = scene.parse.at(event.anchor.start)
    if at is None:
        return event
    for earlier in reversed(before):
        head = scene.parse.at(earlier.anchor.start)
        if (
            head is not None
            and words[at].dep == "conj"
            and head in scene.parse.up(at)
            and earlier.statement == event.statement
        ):
            return replace(event, date=carried(earlier) or UNDATED)
    if previous is None or before:
        return event
    last = scene.parse.at(previous.anchor.start)
    if last is None or words[last].sent + 1 != words[at].sent:
        return event
    here, there = sentences[words[at].sent], sentences[words[last].sent]
    same = here.paragraph == there.paragraph and event.statement == previous.statement
    opening = [words[i].lower for i in range(here.first, min(here.first + 6, here.last))]
    if same and not _CONTINUES.isdisjoint(opening):
        return replace(event, date=carried(previous) or UNDATED)
    return event
