"""Judgements that differ: criticism that another rejects or answers with praise, and accusations left unanswered."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from trucewatch.model.actor import ActorRef
from trucewatch.model.dispute import Dispute, Position, Stance
from trucewatch.model.event import EventType, Status
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.reading.disputes.wording import about_event, matter, words_for
from trucewatch.reading.draft import Draft
from trucewatch.reading.sides import Sides

_BLAMES = frozenset({Act.ACCUSE, Act.CRITICISE})
_ANSWERS = frozenset({Act.DENY, Act.REJECT, Act.PRAISE})
_REPLIES = _BLAMES | _ANSWERS | {Act.DECLINE}
_CRITICISM = re.compile(
    r"\b(?:critici[sz]\w*|accus\w*|allegation\w*|complaint\w*|reproach\w*|blam\w*|claim\w*|charges?)\b", re.I
)
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.REJECT})
_REACH = 20_000  # code points
_FORM_WORD = {Act.CRITICISE: "criticism of", Act.ACCUSE: "accusation against"}


def judgements(draft: Draft, sides: Sides, told: frozenset[str]) -> Iterator[Dispute]:
    """The disputes over criticism and accusations; ``told`` are the statements that disputes over events rest on."""
    blames = [s for s in draft.statements if s.act in _BLAMES and s.targets and not _own(sides, s) and s.id not in told]
    answers = sorted((s for s in draft.statements if s.act in _ANSWERS), key=lambda s: s.content[0].start)
    answered: set[str] = set()
    seen: set[str] = set()
    for blame in blames:
        key = _key(blame)
        replies = [reply for reply in _near(answers, blame) if _answers(draft, sides, reply, blame)]
        if not replies:
            continue
        answered.add(blame.id)
        if key in seen:
            continue
        seen.add(key)
        taken = {s.id: [r for r in _near(answers, s) if _answers(draft, sides, r, s)] for s in blames if _key(s) == key}
        alike = [s for s in blames if taken.get(s.id)]
        yield _dispute(draft, alike, [reply for s in alike for reply in taken[s.id]])
    yield from _silent(draft, sides, [s for s in blames if s.id not in answered], told)


def _key(blame: Statement) -> str:
    return blame.targets[0].actor or blame.targets[0].name.casefold()


def _near(answers: list[Statement], blame: Statement) -> list[Statement]:
    """The answers within reach of a criticism, before or after it."""
    start = blame.content[0].start
    low = bisect_left(answers, start - _REACH, key=lambda each: each.content[0].start)
    high = bisect_right(answers, start + _REACH, key=lambda each: each.content[0].start)
    return answers[low:high]


def _own(sides: Sides, statement: Statement) -> bool:
    return any(sides.same(statement.speaker, target) for target in statement.targets)


def _answers(draft: Draft, sides: Sides, reply: Statement, blame: Statement) -> bool:
    """Whether ``reply`` takes up the criticism.

    It does by praise of the target, and by the rejection of criticism in the mouth of the target's side or, for
    criticism, with the critic for its target.
    """
    if reply.id == blame.id or sides.same(reply.speaker, blame.speaker):
        return False
    if any(span.meets(part) for span in blame.content for part in reply.content) and reply.form is Form.INDIRECT:
        return False  # told within the criticism itself
    if reply.act is Act.PRAISE:
        return any(sides.same(t, target) for t in reply.targets for target in blame.targets)
    critic = any(sides.same(t, blame.speaker) for t in reply.targets)
    accused = any(sides.same(reply.speaker, target) for target in blame.targets)
    if (critic and (accused or blame.act is Act.CRITICISE)) or (
        accused and reply.form is Form.ACT and not reply.targets
    ):
        return True
    words = " ".join(part.of(draft.text) for part in reply.content)
    return accused and _CRITICISM.search(words) is not None


def _dispute(draft: Draft, blames: list[Statement], replies: list[Statement]) -> Dispute:
    positions: list[Position] = []
    held: set[str] = set()
    for statement in (*blames, *replies):
        voice = statement.speaker.actor or statement.speaker.name
        if voice in held:
            continue
        held.add(voice)
        stance = Stance.ASSERTS
        if statement.act is Act.DENY:
            stance = Stance.DENIES
        elif statement.act is Act.REJECT:
            stance = Stance.REJECTS
        positions.append(Position(statement.speaker, stance, statement.id))
    return Dispute(_about(draft, blames[0]), tuple(positions))


def _about(draft: Draft, blame: Statement) -> str:
    kind = _FORM_WORD[blame.act]
    if blame.form is Form.ACT:
        return f"{kind} {matter(draft, blame)}"
    return f"{kind} {words_for(draft, blame.targets[0])}: {matter(draft, blame)}"


def _silent(draft: Draft, sides: Sides, blames: list[Statement], told: frozenset[str]) -> Iterator[Dispute]:
    """Accusations, and hostile acts claimed of a side, to which that side is not heard in the document."""
    seen: set[tuple[str, str, str]] = set()
    heard = _Heard(draft, sides)
    blamed = {blame.id for blame in blames}
    for blame in blames:
        accused = blame.targets[0]
        if accused.actor is None or blame.act is not Act.ACCUSE or heard.answers(accused, blame.speaker):
            continue
        if _first(seen, blame.speaker, accused, blame.id):
            yield _unanswered(_about(draft, blame), blame.speaker, accused, blame.id)
    for event in draft.events:
        if event.type not in _HOSTILE or event.status is not Status.CLAIMED or event.denied_by or not event.actors:
            continue
        accused = event.actors[0]
        if accused.actor is None or event.statement in told or event.statement in blamed:
            continue
        for claimant in event.claimed_by[:1]:
            if sides.same(claimant, accused) or heard.answers(accused, claimant):
                continue
            if _first(seen, claimant, accused, event.kind):
                yield _unanswered(about_event(draft, event), claimant, accused, event.statement)


def _first(seen: set[tuple[str, str, str]], claimant: ActorRef, accused: ActorRef, what: str) -> bool:
    key = (claimant.actor or claimant.name, accused.actor or accused.name, what)
    if key in seen:
        return False
    seen.add(key)
    return True


class _Heard:
    """Who answers in the document: denies, rejects, blames or praises, or speaks of another."""

    def __init__(self, draft: Draft, sides: Sides) -> None:
        self.sides = sides
        self.replying: set[str] = set()
        self.speaking_of: set[tuple[str, str]] = set()
        for statement in draft.statements:
            speaker = sides.of(statement.speaker)
            if statement.act in _REPLIES:
                self.replying |= speaker
            self.speaking_of |= {(one, other) for one in speaker for other in sides.all(statement.targets)}

    def answers(self, accused: ActorRef, claimant: ActorRef) -> bool:
        """Whether the accused side is heard on the matter, as far as its acts of speech tell."""
        own, theirs = self.sides.of(accused), self.sides.of(claimant)
        return bool(own & self.replying) or any((one, other) in self.speaking_of for one in own for other in theirs)


def _unanswered(about: str, claimant: ActorRef, accused: ActorRef, statement: str | None) -> Dispute:
    return Dispute(about, (Position(claimant, Stance.ASSERTS, statement), Position(accused, Stance.SILENT, None)))
