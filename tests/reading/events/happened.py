"""Events read from a sentence with the layers before them set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.reading.hand_set import draft_of, say, set_actors, set_times
from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event
from trucewatch.model.statement import Act
from trucewatch.reading.draft import Draft
from trucewatch.reading.events import read_events

Says = tuple[str, str] | tuple[str, str, Act]


def draft(
    text: str,
    actors: Mapping[str, str | tuple[str, ...]] | None = None,
    times: Mapping[str, str | None] | None = None,
    says: Iterable[Says] = (),
    *,
    forces: Mapping[str, str] | None = None,
) -> Draft:
    """A draft whose events are read; ``says`` are speaker, content and perhaps the act."""
    made = draft_of(text)
    set_actors(made, actors or {})
    set_actors(made, forces or {}, kind="force")
    set_times(made, times or {})
    for speaker, content, *act in says:
        say(made, speaker, content, *act)
    read_events(made)
    return made


def events(
    text: str,
    actors: Mapping[str, str | tuple[str, ...]] | None = None,
    times: Mapping[str, str | None] | None = None,
    says: Iterable[Says] = (),
    *,
    forces: Mapping[str, str] | None = None,
) -> list[Event]:
    """The events of a text with these layers."""
    return draft(text, actors, times, says, forces=forces).events


def only(found: list[Event], kind: str) -> Event:
    """The one event of a kind."""
    matching = [event for event in found if event.kind == kind]
    assert len(matching) == 1, [(event.kind, event.status) for event in found]
    return matching[0]


def ids(refs: Iterable[ActorRef]) -> list[str | None]:
    """The ids of references, or their names where they have none."""
    return [ref.actor or ref.name for ref in refs]
