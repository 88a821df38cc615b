"""Reads the events of a draft: sentence by sentence, then across the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Count, Event, EventType, Status
from trucewatch.model.place import NOWHERE, PlaceRef
from trucewatch.model.text import Span
from trucewatch.model.time import UNDATED, Dating
from trucewatch.reading.draft import Draft
from trucewatch.reading.events import casualties
from trucewatch.reading.events.claims import Claims, settle
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.events.dates import Calendar, carried, dating
from trucewatch.reading.events.match import Candidate, candidates
from trucewatch.reading.events.modality import Footing, footing
from trucewatch.reading.events.recurrence import recurring
from trucewatch.reading.events.roles import participants, references
from trucewatch.reading.events.scene import Scene
from trucewatch.reading.events.spoken import spoken
from trucewatch.reading.places.attach import place_for

_HARM = frozenset(("casualty", "killing", "wounding"))
# Acts of speech that swallow what they ask for, refuse or threaten; what accusations hold stays an event of its own.
_SWALLOWS = frozenset((EventType.REQUEST, EventType.REJECT, EventType.THREATEN))
_PROMISES = frozenset(("promise", "agreement"))
_SPEECH = frozenset(
    (EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.ACCUSE, EventType.SUPPORT, EventType.AGREE)
)
_NO_CAUSE = frozenset(("ceasefire-violation", "destruction"))
_NO_PLACE = _SPEECH | {EventType.SANCTION}
_CONTINUES = frozenset(("also", "then", "later", "afterwards", "meanwhile", "too"))


@dataclass(slots=True)
class _Found:
    """A candidate on its way to an event."""

    candidate: Candidate
    footing: Footing
    killed: Count | None = None
    wounded: Count | None = None
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    also: list[int] = field(default_factory=list)  # the words of harm that were brought to it


def read_events(draft: Draft) -> None:
    """Fill ``draft.events``, ids e1, e2 ... in text order.

    Requires times, mentions, places and statements; a text about something else yields no events.
    """
    draft.events = []
    scene = Scene(draft)
    if not scene.relevant:
        return
    claims, calendar = Claims(draft), Calendar(scene)
    previous: Event | None = None
    for sent in range(len(draft.parse.sentences)):
        if not scene.sentence_relevant(sent):
            continue
        found = sorted([*candidates(scene, sent), *spoken(scene, sent)], key=lambda c: c.word)
        if not found:
            continue
        made = _sentence(scene, found, claims, calendar)
        made = [_carry(scene, event, made[:n], previous) for n, event in enumerate(made)]
        draft.events.extend(made)
        previous = made[-1] if made else previous
    draft.events = recurring(scene, draft.events)
    settle(draft)


def _sentence(scene: Scene, found: list[Candidate], claims: Claims, calendar: Calendar) -> list[Event]:
    barred = frozenset(
        c.word for c in found if kinds()[c.trigger.kind].type in _SWALLOWS or c.trigger.kind in _PROMISES
    )
    rows = [_Found(c, Footing(top=c.word) if c.performed else footing(scene, c.word, barred - {c.word})) for c in found]
    rows = [row for row in rows if not row.footing.dropped]
    for row in rows:
        row.actors, row.recipients = participants(scene, row.candidate)
        row.killed, row.wounded = casualties.toll(scene, row.candidate.word, _hurt(row.candidate))
    rows = _gather(rows)
    others = frozenset(row.candidate.word for row in rows)
    events: list[Event] = []
    accusers = {row.candidate.word: row.actors for row in rows}
    for row in rows:
        event = _event(scene, row, claims, accusers)
        if event is None:
            continue
        times = calendar.of(row.candidate, row.also, others - {row.candidate.word})
        dates = [dating(t) for t in times] or [_said(event, claims)]
        events.extend(replace(event, date=date) for date in dates)
    return events


def _said(event: Event, claims: Claims) -> Dating:
    """An act of speech is dated by its saying."""
    if event.type in _SPEECH:
        statement, around = claims.cued(event.anchor), claims.around(event.anchor)
        if statement is not None and (around is None or around.date.mention != statement.date.mention):
            return statement.date  # what is said of an act of speech is not dated by the day it is said
    return UNDATED


def _hurt(candidate: Candidate) -> list[int]:
    """The heads of those who are killed or hurt: what undergoes the verb, not what its prepositions add."""
    return candidate.frame.agents if candidate.trigger.swap else candidate.frame.patients


def _gather(rows: list[_Found]) -> list[_Found]:
    """Bring numbers of killed and wounded to the act that caused them; without one, to one event of harm."""
    causes = [r for r in rows if _causes(r)]
    kept: list[_Found] = []
    harm: dict[int, _Found] = {}
    for row in rows:
        if row.candidate.trigger.kind not in _HARM:
            kept.append(row)
            continue
        cause = _cause(row, causes)
        if cause is not None:
            _merge(cause, row)
            continue
        first = harm.get(row.footing.top) or _same_people(row, harm.values())
        if first is not None and first.footing.negated == row.footing.negated:
            _merge(first, row)
            continue
        if row.killed == Count(0, 0) or row.wounded == Count(0, 0):
            continue
        harm[row.footing.top] = row
        kept.append(row)
    return kept


def _merge(first: _Found, row: _Found) -> None:
    """Give the numbers, sides and words of a harm to the event that it belongs to."""
    told = row.footing.relative in first.candidate.patients  # the same people, not more of them
    first.killed = (first.killed or row.killed) if told else casualties.add(first.killed, row.killed)
    first.wounded = (first.wounded or row.wounded) if told else casualties.add(first.wounded, row.wounded)
    first.actors = first.actors or row.actors
    first.recipients = first.recipients or row.recipients
    first.also.append(row.candidate.word)


def _same_people(row: _Found, harms: Iterable[_Found]) -> _Found | None:
    """The harm to the people that a relative clause goes on about ("the killing of a man, who was shot")."""
    head = row.footing.relative
    return next((h for h in harms if head is not None and head in h.candidate.patients), None)


def _causes(row: _Found) -> bool:
    kind = kinds()[row.candidate.trigger.kind]
    return kind.type is EventType.ASSAULT and kind.name not in _HARM | _NO_CAUSE and not row.footing.hypothetical


def _cause(row: _Found, causes: list[_Found]) -> _Found | None:
    """The nearest cause in the same assertion."""
    head = row.footing.relative
    near = [
        c
        for c in causes
        if c.footing.top == row.footing.top or (head is not None and head in (c.candidate.word, *c.candidate.patients))
    ]
    return min(near, key=lambda c: abs(c.candidate.word - row.candidate.word), default=None)


def _event(scene: Scene, row: _Found, claims: Claims, accusers: dict[int, tuple[ActorRef, ...]]) -> Event | None:
    """The event of a candidate with its standing, undated; ``None`` where nothing is asserted."""
    candidate, stand = row.candidate, row.footing
    kind = kinds()[candidate.trigger.kind]
    anchor = _anchor(scene, candidate, row.also)
    statement = claims.around(anchor)
    speakers = claims.speakers(statement) if statement is not None else ()
    if candidate.performed and statement is not None:
        statement = claims.outer(statement)
        speakers = claims.speakers(statement) if statement is not None else ()
    if statement is None and stand.accuser is not None:
        speakers = accusers.get(stand.accuser, ())
    denied_by: tuple[ActorRef, ...] = ()
    if stand.denier is not None or (statement is not None and statement.act.value == "deny"):
        denied_by = speakers[:1] or _agents_of(scene, stand.denier)
        status, speakers = Status.DENIED, speakers[1:]
    elif stand.negated:
        if not kind.conflict:
            return None
        status, denied_by, speakers = Status.DENIED, speakers[:1], speakers[1:]
    elif stand.hypothetical:
        status = Status.HYPOTHETICAL
    elif stand.planned:
        status = Status.PLANNED
    else:
        status = Status.CLAIMED if speakers else Status.REPORTED
    if status is Status.HYPOTHETICAL and kind.type in _SPEECH:
        return None
    name = "killing" if kind.name == "casualty" and row.actors else kind.name
    if kind.name in ("killing", "wounding") and not row.actors:
        name = "casualty"
    mode = kinds()[name].mode
    if kind.type is EventType.CONSULT and len(row.actors) > 2 and mode is None:
        mode = "multilateral"
    return Event(
        id="e0",
        type=kind.type,
        mode=mode,
        kind=name,
        anchor=anchor,
        status=status,
        actors=row.actors,
        recipients=row.recipients,
        place=NOWHERE if kind.type in _NO_PLACE else _place(scene, (candidate.word, *row.also)),
        claimed_by=speakers,
        denied_by=denied_by,
        killed=row.killed,
        wounded=row.wounded,
        statement=statement.id if statement is not None else None,
    )


def _agents_of(scene: Scene, word: int | None) -> tuple[ActorRef, ...]:
    if word is None:
        return ()
    words = scene.words
    return tuple(r for c in words[word].children if words[c].dep == "nsubj" for r in references(scene, c))


def _place(scene: Scene, words: Iterable[int]) -> PlaceRef:
    """The place of the first of the words that has one."""
    return next((place for word in words if (place := place_for(scene.draft, word)) != NOWHERE), NOWHERE)


def _anchor(scene: Scene, candidate: Candidate, also: Sequence[int] = ()) -> Span:
    """The trigger's words: with those of its pattern where they stand close by."""
    words = [candidate.word, *(u for u in candidate.used if abs(u - candidate.word) <= 4)]
    if scene.words[candidate.word].pos == "NOUN":  # "killed by sniper fire"
        words.extend(w for w in also if 0 < candidate.word - w <= 4)
    if candidate.trigger.particle is not None:
        words.extend(c for c in scene.words[candidate.word].children if 0 < c - candidate.word <= 2)
    clause = candidate.frame.clause
    preposition = candidate.trigger.preposition
    if candidate.trigger.kind in ("contact", "meeting") and preposition is not None:
        near = [o for o in candidate.frame.preps.get(preposition, ()) if 0 < o - candidate.word <= 3]
        words.extend(near[:1])  # "spoke to the envoy"
    if candidate.trigger.kind == "refusal" and clause is not None and 0 < clause - candidate.word <= 3:
        words.append(clause)
    return scene.parse.span(min(words), max(words))


def _carry(scene: Scene, event: Event, before: list[Event], previous: Event | None) -> Event:
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
