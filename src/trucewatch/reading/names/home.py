"""Where a text speaks from: the country of its dateline or outlet, and the body whose bulletin it is.

"The Defence Ministry" under a dateline of Baku is Azerbaijan's. What is said here is used only where the text itself
names no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.reading.draft import MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import Scene
from trucewatch.reading.segments import dateline

_STATES = frozenset({"state", "authority", "government"})
_MINISTRY = re.compile(r"\bministry\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Home:
    """The country (or authority) a text is written in or for, and the body that issues it; ids, ``None`` if unknown."""

    country: str | None = None
    issuer: str | None = None


def home(scene: Scene) -> Home:
    """By the dateline first, then by the outlet's name ("Baku Evening Bulletin", "Azerbaijani Defence Ministry")."""
    publisher = scene.draft.document.publisher or ""
    place = dateline(scene.draft.text)
    country = _country(scene, place.title() if place and place.isupper() else place) or _country(scene, publisher)
    return Home(country, _issuer(scene, publisher))


def _country(scene: Scene, text: str | None) -> str | None:
    if not text:
        return None
    for hit in scene.knowledge.find(text):
        states = {state for form in hit.forms if (state := _state(scene, form.actor))}
        if len(states) == 1:
            return states.pop()
    return None


def _state(scene: Scene, actor: str) -> str | None:
    """The state or authority an actor is, or the one a body belongs to."""
    entry = scene.knowledge.actors[actor]
    if entry.kind in _STATES:
        return actor
    above = scene.knowledge.actors.get(entry.parent or "")
    return above.id if above is not None and above.kind in _STATES else None


def _issuer(scene: Scene, publisher: str) -> str | None:
    """The body an outlet is: one named in full, or a country's ministry."""
    for hit in scene.knowledge.find(publisher):
        form = hit.forms[0]
        entry = scene.knowledge.actors[form.actor]
        if entry.kind in ("force", "ministry", "mission") and len(hit.forms) == 1:
            return entry.id
        if entry.kind not in (*_STATES, "person") and len(hit.forms) == 1 and 5 * len(hit.span) >= 4 * len(publisher):
            return entry.id
        if form.kind in (MentionKind.DEMONYM, MentionKind.NAME) and entry.kind in _STATES:
            return _ministry_of(scene, entry.id, publisher)
    return None


def _ministry_of(scene: Scene, country: str, publisher: str) -> str | None:
    if not _MINISTRY.search(publisher):
        return None
    low = publisher.casefold()
    topics = sorted(load("organs")["ministry_topics"].items(), key=lambda pair: -len(pair[0]))
    part = next((part for topic, part in topics if f"{topic} ministry" in low or f"ministry of {topic}" in low), None)
    id_ = f"{country}-{part}-ministry"
    return id_ if id_ in scene.knowledge.actors else None
