"""Denials across the document, brought to the claims that they answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event, EventType, Status
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.time import PartialDate
from trucewatch.reading.draft import Draft
from trucewatch.reading.events.modality import undenied
from trucewatch.reading.events.standing import unique

_DENIES = frozenset((Act.DENY, Act.REJECT))
_DENIAL = re.compile(
    r"^(?:this|that|it|these)\b|\b(?:claims?|accusations?|allegations?|reports?|charges?|information|assertions?|versions?|accounts?|false|"
    r"untrue|baseless|unfounded|groundless|disinformation|fabricat\w+|lies?|does not correspond|not true|responsible|"
    r"responsibility|involve\w+)\b",
    re.IGNORECASE,
)
# Acts of speech are not what a bare denial answers, and a few words of one kind of fire may answer another.
_SPOKEN = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.CONSULT))
_FIRE = frozenset(("fire", "shelling", "clash", "attack", "ceasefire-violation", "drone-strike", "air-strike"))
_LOOK_BACK = 100  # claimed events on either side of a denial that are looked at
_NEAR = 600  # code points: a bare denial answers what was claimed a paragraph or two before


class _Sides:
    """Whom actors may stand for, worked out once each: themselves, their office's owner, the body above them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._known: dict[str, frozenset[str]] = {}

    def of(self, refs: Iterable[ActorRef]) -> frozenset[str]:
        """The ids that any of the references may stand for."""
        return frozenset(side for ref in refs for side in self._one(ref))

    def _one(self, ref: ActorRef) -> frozenset[str]:
        if ref.actor is None:
            return frozenset((ref.name.casefold(),))
        found = self._known.get(ref.actor)
        if found is None:
            found = self._known[ref.actor] = self._work_out(ref.actor)
        return found

    def _work_out(self, actor: str) -> frozenset[str]:
        sides = {actor}
        for _, whom in self.draft.affiliations.get(actor, ()):
            if whom is not None:
                sides.add(whom)
        for id_ in tuple(sides):
            entry = self.draft.knowledge.actors.get(id_)
            if entry is not None:
                sides.update(role.of for role in entry.roles if role.of)
                if entry.parent:
                    sides.add(entry.parent)
            sides.update(
                s for s in self.draft.actors if s != id_ and (id_.startswith(s + "-") or id_.endswith("-" + s))
            )
        return frozenset(sides)


def settle(draft: Draft) -> None:
    """Bring denials to the claims they answer: one event, claimed by one side and denied by the other."""
    kept = [event for event in draft.events if event.status is not Status.DENIED]
    claimed = [i for i, event in enumerate(kept) if event.status is Status.CLAIMED]
    sides = _Sides(draft)
    for denial in [event for event in draft.events if event.status is Status.DENIED]:
        i = _answered(kept, claimed, denial, sides)
        if i is None:
            kept.append(denial)
        else:
            kept[i] = replace(kept[i], denied_by=unique((*kept[i].denied_by, *denial.denied_by)))
    for statement in draft.statements:
        if (
            statement.act in _DENIES
            and not _undenied(draft, statement)
            # "rejected the demand" answers no claim; "denied it" and "rejected the accusation" do.
            and ((statement.form is Form.ACT and statement.act is Act.DENY) or _speaks_of_claims(draft, statement))
        ):
            _deny(kept, claimed, statement, sides)
    kept.sort(key=lambda e: (e.anchor.start, e.anchor.end, e.date.value or ""))
    draft.events = [replace(event, id=f"e{n}") for n, event in enumerate(kept, 1)]


def _undenied(draft: Draft, statement: Statement) -> bool:
    """Whether the denial is itself negated ("neither confirmed nor denied")."""
    verb = draft.parse.at(statement.cue.start) if statement.cue is not None else None
    return verb is not None and undenied(draft.parse, verb)


def _speaks_of_claims(draft: Draft, statement: Statement) -> bool:
    return any(_DENIAL.search(span.of(draft.text)) for span in statement.content)


def _answered(kept: list[Event], claimed: list[int], denial: Event, sides: _Sides) -> int | None:
    """The claimed event that a denial answers: the nearest of its kind by another side, alike in who, where, when."""
    best: tuple[int, int] | None = None
    mine = sides.of(denial.denied_by)
    near = bisect_left(claimed, denial.anchor.start, key=lambda i: kept[i].anchor.start)
    for i in claimed[max(0, near - _LOOK_BACK) : near + _LOOK_BACK]:
        event = kept[i]
        distance = denial.anchor.start - event.anchor.start
        related = {event.kind, denial.kind} <= _FIRE and distance > 0
        if event.type is not denial.type or not (event.kind == denial.kind or related):
            continue
        if sides.of(event.claimed_by) & mine or not _compatible(event, denial, sides):
            continue
        if best is None or abs(distance) < best[0]:
            best = (abs(distance), i)
    return None if best is None else best[1]


def _compatible(one: Event, other: Event, sides: _Sides) -> bool:
    if one.actors and other.actors and not sides.of(one.actors) & sides.of(other.actors):
        return False
    if one.place.place and other.place.place and one.place.place != other.place.place:
        return False
    if one.date.value and other.date.value:
        return PartialDate(one.date.value).agrees(PartialDate(other.date.value))
    return True


def _deny(kept: list[Event], claimed: list[int], statement: Statement, sides: _Sides) -> None:
    """Bring a bare denial ("Baku denied the claim") to the last events claimed of its speaker's side by another."""
    speaker = sides.of((statement.speaker,))
    start = statement.cue.start if statement.cue is not None else statement.content[0].start
    answered: str | None = None
    near = bisect_left(claimed, start, key=lambda i: kept[i].anchor.start)
    for i in reversed(claimed[max(0, near - _LOOK_BACK) : near]):
        event = kept[i]
        if event.type in _SPOKEN or not event.claimed_by:
            continue
        if answered is not None and event.statement != answered:
            return
        if sides.of(event.claimed_by) & speaker:
            continue
        if event.actors and not sides.of(event.actors) & speaker and start - event.anchor.start > _NEAR:
            continue
        kept[i] = replace(event, denied_by=unique((*event.denied_by, statement.speaker)))
        if event.statement is None:
            return
        answered = event.statement
