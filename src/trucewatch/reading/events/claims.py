"""On whose word events stand: who claims them, and across the document who denies them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event, Status
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.model.time import PartialDate
from trucewatch.reading.draft import Draft

_DENIES = frozenset((Act.DENY, Act.REJECT))
_DENIAL = re.compile(
    r"\b(?:claims?|accusations?|allegations?|reports?|charges?|information|statements?|assertions?|false|untrue|baseless|"
    r"unfounded|groundless|disinformation|fabricat\w+|lies?|does not correspond|not true)\b",
    re.IGNORECASE,
)


class Claims:
    """The statements of a draft by what they hold."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._by_id = {s.id: s for s in draft.statements}
        spans = sorted((c.start, c.end, n) for n, s in enumerate(draft.statements) for c in s.content)
        self._starts = [row[0] for row in spans]
        self._rows = spans
        self._longest = max((end - start for start, end, _ in spans), default=0)
        self.cues = {s.cue.start: s for s in draft.statements if s.cue is not None}

    def around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds ``span``, or ``None`` in the outlet's own voice."""
        best: tuple[int, int] | None = None
        i = bisect_right(self._starts, span.start) - 1
        while i >= 0 and span.start - self._starts[i] <= self._longest:
            start, end, n = self._rows[i]
            if end >= span.end and (best is None or end - start < best[0]):
                best = (end - start, n)
            i -= 1
        return None if best is None else self.draft.statements[best[1]]

    def cued(self, span: Span) -> Statement | None:
        """The statement whose cue lies at ``span``, or ``None``."""
        found = self.cues.get(span.start)
        if found is None:
            found = (
                next((s for start, s in self.cues.items() if s.cue is not None and s.cue.meets(span)), None)
                if len(self.cues) < 40
                else None
            )
        return found

    def outer(self, statement: Statement) -> Statement | None:
        """The statement that this one is reported inside, if any."""
        return self._by_id.get(statement.within) if statement.within else None

    def speakers(self, statement: Statement) -> tuple[ActorRef, ...]:
        """Who vouches for what a statement holds, the innermost speaker first."""
        found: list[ActorRef] = []
        seen: set[str] = set()
        at: Statement | None = statement
        while at is not None and at.id not in seen:
            seen.add(at.id)
            found.append(at.speaker)
            at = self._by_id.get(at.within) if at.within else None
        return _unique(found)


def _unique(refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    found: dict[str, ActorRef] = {}
    for ref in refs:
        found.setdefault(ref.actor or ref.name, ref)
    return tuple(found.values())


def _side(draft: Draft, ref: ActorRef) -> frozenset[str]:
    """The ids that an actor may stand for: itself, and whom it holds office or is an organ of."""
    if ref.actor is None:
        return frozenset((ref.name.casefold(),))
    sides = {ref.actor}
    for _, whom in draft.affiliations.get(ref.actor, ()):
        if whom is not None:
            sides.add(whom)
    sides.update(_parents(draft, sides))
    return frozenset(sides)


def _parents(draft: Draft, ids: set[str]) -> set[str]:
    """Whom persons and organs belong to: by their entry, and for those made from the text by their id."""
    known = draft.knowledge.actors
    entries = [known[id_] for id_ in ids if id_ in known]
    above = {entry.parent for entry in entries if entry.parent} | {
        role.of for entry in entries for role in entry.roles if role.of
    }
    return above | {
        state
        for id_ in ids
        for state in draft.actors
        if state != id_ and (id_.startswith(state + "-") or id_.endswith("-" + state))
    }


def _sides(draft: Draft, refs: Iterable[ActorRef]) -> frozenset[str]:
    return frozenset(side for ref in refs for side in _side(draft, ref))


def settle(draft: Draft) -> None:
    """Bring denials to the claims they answer: one event, claimed by one side and denied by the other."""
    events = draft.events
    kept = [event for event in events if event.status is not Status.DENIED]
    for denial in (event for event in events if event.status is Status.DENIED):
        i = _answered(draft, kept, denial)
        if i is None:
            kept.append(denial)
        else:
            kept[i] = replace(kept[i], denied_by=_unique((*kept[i].denied_by, *denial.denied_by)))
    for statement in draft.statements:
        if statement.act in _DENIES and (statement.form is Form.ACT or _speaks_of_claims(draft, statement)):
            _deny(draft, kept, statement)
    kept.sort(key=lambda e: (e.anchor.start, e.anchor.end, e.date.value or ""))
    draft.events = [replace(event, id=f"e{n}") for n, event in enumerate(kept, 1)]


def _speaks_of_claims(draft: Draft, statement: Statement) -> bool:
    return any(_DENIAL.search(span.of(draft.text)) for span in statement.content)


def _answered(draft: Draft, kept: list[Event], denial: Event) -> int | None:
    """The claimed event that a denial answers: the nearest of its kind by another side, alike in who, where, when."""
    best: tuple[int, int] | None = None
    for i, event in enumerate(kept):
        if event.type is not denial.type or event.status is not Status.CLAIMED:
            continue
        if _sides(draft, event.claimed_by) & _sides(draft, denial.denied_by):
            continue
        if event.kind != denial.kind and (event.type.value != "ASSAULT"):
            continue
        if not _compatible(draft, event, denial):
            continue
        distance = abs(event.anchor.start - denial.anchor.start)
        if best is None or distance < best[0]:
            best = (distance, i)
    return None if best is None else best[1]


def _compatible(draft: Draft, one: Event, other: Event) -> bool:
    if one.actors and other.actors and not _sides(draft, one.actors) & _sides(draft, other.actors):
        return False
    if one.place.place and other.place.place and one.place.place != other.place.place:
        return False
    if one.date.value and other.date.value:
        return PartialDate(one.date.value).agrees(PartialDate(other.date.value))
    return True


def _deny(draft: Draft, kept: list[Event], statement: Statement) -> None:
    """Bring a bare denial ("Baku denied the claim") to the last events claimed of the speaker's side by another."""
    speaker = _side(draft, statement.speaker)
    start = statement.cue.start if statement.cue is not None else statement.content[0].start
    found: str | None = None
    for i in range(len(kept) - 1, -1, -1):
        event = kept[i]
        if event.anchor.start >= start or event.status is not Status.CLAIMED or not event.claimed_by:
            continue
        if event.type.value in ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT"):
            continue
        by = _sides(draft, event.claimed_by)
        if by & speaker or (event.actors and not _sides(draft, event.actors) & speaker):
            continue
        if found is not None and event.statement != found:
            break
        found = event.statement
        kept[i] = replace(event, denied_by=_unique((*event.denied_by, statement.speaker)))
        if found is None:
            break
