"""Accounts that differ on one event: claim and denial, each side blaming the other, counts that do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.actor import ActorRef
from trucewatch.model.dispute import Dispute, Position, Stance
from trucewatch.model.event import Count, Event, EventType, Status
from trucewatch.model.statement import Act, Statement
from trucewatch.model.time import PartialDate
from trucewatch.reading.disputes.wording import about_event
from trucewatch.reading.draft import Draft
from trucewatch.reading.sides import Sides

_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
_DENIES = frozenset({Act.DENY, Act.REJECT})
_NEAR = 3_000  # code points between mutual accusations that answer each other
_NEIGHBOURS = 6
_OUTLET = "the report"


def accounts(draft: Draft, sides: Sides) -> Iterator[Dispute]:
    """The disputes over events, in text order."""
    yield from _denied(draft, sides)
    yield from _mutual(draft, sides)
    yield from _counts(draft, sides)


def _denied(draft: Draft, sides: Sides) -> Iterator[Dispute]:
    """Each claimed or reported event that someone denies; the events of one claim make one dispute."""
    seen: set[tuple[str | None, str | None]] = set()
    denials = [statement for statement in draft.statements if statement.act in _DENIES]
    for event in draft.events:
        if not event.denied_by:
            continue
        key = (event.statement, event.denied_by[0].actor or event.denied_by[0].name)
        if event.statement is not None and key in seen:
            continue
        seen.add(key)
        asserting = [Position(ref, Stance.ASSERTS, event.statement) for ref in event.claimed_by]
        if not asserting and event.status is Status.REPORTED:
            outlet = ActorRef(None, draft.document.publisher or _OUTLET, None)
            asserting = [Position(outlet, Stance.ASSERTS, None)]
        if not asserting and (accuser := _accuser(draft, sides, event)) is not None:
            asserting = [Position(accuser.speaker, Stance.ASSERTS, accuser.id)]
        denying = [Position(ref, Stance.DENIES, _denial(denials, sides, ref, event)) for ref in event.denied_by]
        if asserting:
            yield Dispute(about_event(draft, event), (*asserting, *denying))


def _accuser(draft: Draft, sides: Sides, event: Event) -> Statement | None:
    """Who accused the denier, where the denial is all that tells of the event."""
    denier = event.denied_by[0]
    for statement in draft.statements:
        if statement.act is not Act.ACCUSE or sides.same(statement.speaker, denier):
            continue
        if any(sides.same(target, denier) for target in statement.targets):
            return statement
    return None


def _denial(denials: list[Statement], sides: Sides, ref: ActorRef, event: Event) -> str | None:
    """The statement in which ``ref`` denies: one of its denials, the first after the event if there is one."""
    own = [s for s in denials if sides.same(s.speaker, ref)]
    after = [s for s in own if s.content[0].start >= event.anchor.start]
    chosen = after[0] if after else own[-1] if own else None
    return None if chosen is None else chosen.id


def _mutual(draft: Draft, sides: Sides) -> Iterator[Dispute]:
    """Two sides that each lay the same kind of act at the other's door: who fired first is left open."""
    claims = [e for e in draft.events if e.type in _FORCE and e.claimed_by and e.actors and e.status is Status.CLAIMED]
    seen: set[frozenset[str]] = set()
    for n, one in enumerate(claims):
        for other in claims[n + 1 :]:
            if other.anchor.start - one.anchor.start > _NEAR:
                break
            if not _crossed(sides, one, other) or not _may_be_one(one, other):
                continue
            pair = frozenset((one.claimed_by[0].name, other.claimed_by[0].name, one.type.value))
            if pair in seen:
                continue
            seen.add(pair)
            yield Dispute(
                f"who began: {about_event(draft, one)} or {about_event(draft, other)}",
                (
                    Position(one.claimed_by[0], Stance.ASSERTS, one.statement),
                    Position(other.claimed_by[0], Stance.ASSERTS, other.statement),
                ),
            )


def _crossed(sides: Sides, one: Event, other: Event) -> bool:
    """Whether each event is laid on the claimant of the other."""
    mine, theirs = sides.all(one.claimed_by), sides.all(other.claimed_by)
    if mine & theirs or one.type is not other.type:
        return False
    return bool(sides.all(one.actors) & theirs) and bool(sides.all(other.actors) & mine)


def _may_be_one(one: Event, other: Event) -> bool:
    """Whether two events may be told of one incident: nothing in place and date speaks against it."""
    if one.place.place and other.place.place and one.place.place != other.place.place:
        return False
    if one.date.value and other.date.value:
        return PartialDate(one.date.value).agrees(PartialDate(other.date.value))
    return True


def _counts(draft: Draft, sides: Sides) -> Iterator[Dispute]:
    """Numbers of dead or wounded at one place that two voices give differently."""
    for field in ("killed", "wounded"):
        by_place: dict[str, list[tuple[Event, Count]]] = {}
        for event in draft.events:
            count = event.killed if field == "killed" else event.wounded
            if count is not None and event.place.place is not None:
                by_place.setdefault(event.place.place, []).append((event, count))
        for told in by_place.values():
            pair = next(_differing(draft, sides, told), None)
            if pair is not None:
                (one, first), (other, second) = pair
                yield Dispute(
                    f"number {field} at {one.place.name}: {_spoken(first)} or {_spoken(second)}",
                    (
                        Position(_voice(draft, one), Stance.ASSERTS, one.statement),
                        Position(_voice(draft, other), Stance.ASSERTS, other.statement),
                    ),
                )


def _differing(
    draft: Draft, sides: Sides, told: list[tuple[Event, Count]]
) -> Iterator[tuple[tuple[Event, Count], tuple[Event, Count]]]:
    """The pairs of neighbouring counts by two sides that do not agree and may be of one incident."""
    for n, (one, first) in enumerate(told):
        for other, second in told[n + 1 : n + 1 + _NEIGHBOURS]:
            if _agree(first, second) or not _may_be_one(one, other):
                continue
            if not sides.same(_voice(draft, one), _voice(draft, other)):
                yield (one, first), (other, second)


def _agree(one: Count, other: Count) -> bool:
    high, other_high = (float("inf") if c.high is None else c.high for c in (one, other))
    return one.low <= other_high and other.low <= high


def _voice(draft: Draft, event: Event) -> ActorRef:
    return event.claimed_by[0] if event.claimed_by else ActorRef(None, draft.document.publisher or _OUTLET, None)


def _spoken(count: Count) -> str:
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
