"""Candidates on their way to events, and people killed or hurt brought to the act that caused it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Count, EventType
from trucewatch.reading.events import casualties
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.events.match import Candidate
from trucewatch.reading.events.modality import Footing
from trucewatch.reading.events.scene import Scene

HARM = frozenset(("casualty", "killing", "wounding"))
_NO_CAUSE = frozenset(("ceasefire-violation", "destruction"))
_NONE = Count(0, 0)


@dataclass(slots=True)
class Found:
    """A candidate with its footing and sides. ``parts`` are the harms that were brought to it."""

    candidate: Candidate
    footing: Footing
    killed: Count | None = None
    wounded: Count | None = None
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    parts: list[Found] = field(default_factory=list)

    @property
    def words(self) -> list[int]:
        """The words of the harms that were brought to it."""
        return [part.candidate.word for part in self.parts]

    def total(self) -> tuple[Count | None, Count | None]:
        """Killed and wounded, those of its parts added; the same people told twice count once."""
        killed, wounded = self.killed, self.wounded
        for part in self.parts:
            again = part.footing.relative is not None and part.footing.relative in self.candidate.patients
            about = self.footing.relative  # "the killing of a man, who was shot dead"
            again = again or (about is not None and about in _hurt(part.candidate))
            killed = killed if again and killed else casualties.add(killed, part.killed)
            wounded = wounded if again and wounded else casualties.add(wounded, part.wounded)
        return killed, wounded


def _hurt(candidate: Candidate) -> tuple[int, ...]:
    return (*candidate.patients, *candidate.frame.preps.get("of", ()))


def gather(scene: Scene, rows: list[Found]) -> list[Found]:
    """Bring numbers of killed and wounded to the act that caused them; without one, to one event of harm."""
    causes = [row for row in rows if _causes(row)]
    kept: list[Found] = []
    harm: list[Found] = []
    for row in rows:
        if row.candidate.trigger.kind not in HARM:
            kept.append(row)
            continue
        cause = _cause(scene, row, causes)
        if cause is not None:
            _merge(cause, row)
            continue
        first = _same(row, harm)
        if first is None:
            if _NONE not in (row.killed, row.wounded):
                harm.append(row)
                kept.append(row)
        elif row.actors and not first.actors:  # "the killing of a man, who was shot by soldiers"
            _merge(row, first)
            harm[harm.index(first)] = kept[kept.index(first)] = row
        else:
            _merge(first, row)
    return kept


def _merge(first: Found, row: Found) -> None:
    first.parts.append(row)
    first.actors = first.actors or row.actors
    first.recipients = first.recipients or row.recipients


def _same(row: Found, harms: Iterable[Found]) -> Found | None:
    """The harm of the same assertion, or that of the people whom a relative clause goes on about."""
    about = row.footing.relative
    for first in harms:
        if first.footing.top == row.footing.top and first.footing.negated == row.footing.negated:
            return first
        if about is not None and about in first.candidate.patients:
            return first
    return None


def _causes(row: Found) -> bool:
    kind = kinds()[row.candidate.trigger.kind]
    return kind.type is EventType.ASSAULT and kind.name not in HARM | _NO_CAUSE and not row.footing.hypothetical


def _cause(scene: Scene, row: Found, causes: list[Found]) -> Found | None:
    """The nearest cause in the same assertion, or the one that a relative clause belongs to."""
    about = row.footing.relative
    near = [c for c in causes if c.footing.top == row.footing.top]
    if not near and about is not None:
        near = [c for c in causes if about in (c.candidate.word, *c.candidate.patients)]
        if not near and _in_which(scene, row.candidate.word):
            near = [c for c in causes if c.candidate.word < row.candidate.word]
    return min(near, key=lambda c: abs(c.candidate.word - row.candidate.word), default=None)


def _in_which(scene: Scene, verb: int) -> bool:
    words = scene.words
    return any(
        words[c].dep == "prep" and any(words[g].lower == "which" for g in words[c].children)
        for c in words[verb].children
    )
