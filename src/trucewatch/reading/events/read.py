"""Reads the events of a draft: sentence by sentence, then across the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event, EventType, Status
from trucewatch.model.place import NOWHERE, PlaceRef
from trucewatch.model.text import Span
from trucewatch.model.time import UNDATED, Dating
from trucewatch.reading.draft import Draft
from trucewatch.reading.events.authored import authored, spoken_by
from trucewatch.reading.events.carry import carry
from trucewatch.reading.events.casualties import toll
from trucewatch.reading.events.claims import settle
from trucewatch.reading.events.codebook import kinds
from trucewatch.reading.events.dates import Calendar, dating
from trucewatch.reading.events.harm import Found, gather
from trucewatch.reading.events.match import Candidate, candidates
from trucewatch.reading.events.modality import Footing, footing
from trucewatch.reading.events.recurrence import recurring
from trucewatch.reading.events.roles import participants
from trucewatch.reading.events.scene import Scene
from trucewatch.reading.events.spoken import spoken
from trucewatch.reading.events.standing import Claims, performed, standing
from trucewatch.reading.places.attach import place_for

# Acts of speech that swallow what they ask for, refuse or threaten; what accusations hold stays an event of its own.
_SWALLOWS = frozenset((EventType.REQUEST, EventType.REJECT, EventType.THREATEN))
_PROMISES = frozenset(("promise", "agreement"))
_SPEECH = _SWALLOWS | {EventType.ACCUSE, EventType.SUPPORT, EventType.AGREE}
_PLACELESS = _SWALLOWS | {EventType.ACCUSE, EventType.SUPPORT, EventType.SANCTION}


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
        made = [carry(scene, event, made[:n], previous) for n, event in enumerate(made)]
        draft.events.extend(made)
        previous = made[-1] if made else previous
    draft.events = recurring(scene, draft.events)
    spoken_by(draft)
    draft.events = [authored(draft, event) for event in draft.events]
    settle(draft)


def _sentence(scene: Scene, found: list[Candidate], claims: Claims, calendar: Calendar) -> list[Event]:
    """The events of one sentence: candidates on a footing of their own, with sides, numbers, standing and dates."""
    barred = frozenset(
        c.word for c in found if kinds()[c.trigger.kind].type in _SWALLOWS or c.trigger.kind in _PROMISES
    )
    rows = [Found(c, Footing(top=c.word) if c.performed else footing(scene, c.word, barred - {c.word})) for c in found]
    rows = [row for row in rows if not row.footing.dropped]
    for row in rows:
        row.actors, row.recipients = participants(scene, row.candidate)
        row.killed, row.wounded = toll(scene, row.candidate.word, _hurt(row.candidate))
    rows = gather(scene, rows)
    accusers = {row.candidate.word: row.actors for row in rows}
    words = frozenset(accusers)
    events: list[Event] = []
    for row in rows:
        times = calendar.of(row.candidate, row.words, words - {row.candidate.word})
        if len(times) > 1 and row.parts:  # the dead of two days cannot be told apart: an event of their own
            apart, row.parts = row.parts, []
        else:
            apart = []
        for part in (row, *apart):
            event = _event(scene, part, claims, accusers)
            if event is not None:
                dates = [dating(t) for t in times] if part is row else []
                events.extend(replace(event, date=date) for date in dates or [_said(part, event, claims)])
    return events


def _hurt(candidate: Candidate) -> list[int]:
    """The heads of those who are killed or hurt: what undergoes the verb, not what its prepositions add."""
    if candidate.trigger.pos == "n":
        return candidate.frame.preps.get("of", [])
    return candidate.frame.agents if candidate.trigger.swap else candidate.frame.patients


def _said(row: Found, event: Event, claims: Claims) -> Dating:
    """An act of speech is dated by its saying."""
    if event.type in _SPEECH:
        word = row.candidate.word
        statement, around = claims.cued(word), claims.around(word)
        if statement is not None and (around is None or around.date.mention != statement.date.mention):
            return statement.date  # what is said of an act of speech is not dated by the day it is said
    return UNDATED


def _event(scene: Scene, row: Found, claims: Claims, accusers: Mapping[int, tuple[ActorRef, ...]]) -> Event | None:
    """The event of a candidate, undated; ``None`` where nothing is asserted."""
    candidate, foot = row.candidate, row.footing
    kind = kinds()[candidate.trigger.kind]
    if foot.hypothetical and kind.type in _SPEECH:
        return None
    if foot.negated and foot.denier is None and not kind.conflict:
        return None
    if candidate.performed:
        stand = performed(claims, candidate.word)
    else:
        stand = standing(scene, claims, candidate.word, foot, accusers)
    if stand.status is Status.DENIED and kind.type in _SPEECH and foot.denier is None:
        return None
    name = _kind(kind.name, row.actors)
    mode = kinds()[name].mode
    if kind.type is EventType.CONSULT and len(row.actors) > 2 and mode is None:
        mode = "multilateral"
    killed, wounded = row.total()
    return Event(
        id="e0",
        type=kind.type,
        mode=mode,
        kind=name,
        anchor=_anchor(scene, candidate, row.words),
        status=stand.status,
        actors=row.actors,
        recipients=row.recipients,
        place=NOWHERE if kind.type in _PLACELESS else _place(scene, (candidate.word, *row.words)),
        claimed_by=stand.claimed_by,
        denied_by=stand.denied_by,
        killed=killed,
        wounded=wounded,
        statement=stand.statement,
    )


def _kind(name: str, actors: Sequence[ActorRef]) -> str:
    """Harm by someone is a killing or wounding, harm by nobody named a casualty."""
    if name == "casualty" and actors:
        return "killing"
    return "casualty" if name in ("killing", "wounding") and not actors else name


def _place(scene: Scene, words: Iterable[int]) -> PlaceRef:
    """The place of the first of the words that has one."""
    return next((place for word in words if (place := place_for(scene.draft, word)) != NOWHERE), NOWHERE)


def _anchor(scene: Scene, candidate: Candidate, also: Sequence[int] = ()) -> Span:
    """The trigger's words: with those of its pattern where they stand close by."""
    reach = 8 if candidate.trigger.kind == "call" else 4  # the telephone is what tells a call
    words = [candidate.word, *(u for u in candidate.used if abs(u - candidate.word) <= reach)]
    if scene.words[candidate.word].pos == "NOUN":  # "killed by sniper fire"
        words.extend(w for w in also if 0 < candidate.word - w <= 4)
    if candidate.trigger.particle is not None:
        children = scene.words[candidate.word].children
        words.extend(c for c in children if scene.words[c].lower == candidate.trigger.particle)
    clause = candidate.frame.clause
    preposition = candidate.trigger.preposition
    if candidate.trigger.kind in ("contact", "meeting") and preposition is not None:
        near = [o for o in candidate.frame.preps.get(preposition, ()) if 0 < o - candidate.word <= 3]
        words.extend(near[:1])  # "spoke to the envoy"
    if candidate.trigger.kind == "refusal" and clause is not None and 0 < clause - candidate.word <= 3:
        words.append(clause)
    return scene.parse.span(min(words), max(words))
