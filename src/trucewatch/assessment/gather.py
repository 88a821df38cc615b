"""From rows of the record to bearings: whose word a datum is, what it says, which obligations it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from trucewatch.assessment.bearing import AGAINST, FOR, Bearing, Family, Says, edtf
from trucewatch.assessment.likeness import Names, words
from trucewatch.assessment.matching import Clue, Match, matches
from trucewatch.assessment.profiles import Profile, Register
from trucewatch.assessment.saying import FULFILMENTS, denied, going_on, of_event, of_words, turned
from trucewatch.model.actor import ActorKind, ActorRef
from trucewatch.model.commitment import Commitment
from trucewatch.model.event import Event, Status
from trucewatch.model.judgement import AttachStance, Judgement
from trucewatch.model.rows import CommitmentRow, Datum, EventRow, StatementRow
from trucewatch.model.statement import Act, Statement
from trucewatch.model.text import Span

_BODIES = frozenset({ActorKind.MINISTRY, ActorKind.FORCE, ActorKind.MISSION, ActorKind.ORGANISATION})
_FAMILIES = ((Commitment, Family.COMMITMENT), (Event, Family.EVENT), (Statement, Family.STATEMENT))


@dataclass(frozen=True, slots=True)
class Testimony:
    """Rows of the record that may bear on obligations, in any order.

    ``copies`` maps the id of a document that is a wire copy to that of the first telling: what it tells word for word
    counts once.
    """

    commitments: tuple[CommitmentRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whose word it is: ``party`` and ``speaker`` are both ``None`` for an outlet's own voice."""

    party: str | None = None
    speaker: str | None = None


class Gatherer:
    """The bearings of a record's rows on the obligations of one dossier, as of its register's day."""

    def __init__(self, register: Register) -> None:
        self.register = register
        bodies = [each for each in register.dossier.actors if each.kind in _BODIES]
        self._publishers = Names({each.id: (each.name, *(form.text for form in each.names)) for each in bodies})

    def bearings(self, testimony: Testimony) -> Iterator[tuple[Profile, Bearing]]:
        """Every obligation with every datum that bears on it; a statement only where no finer datum of it does."""
        told: set[tuple[str, tuple[str | None, str]]] = set()
        statements = {row.key: row for row in testimony.statements}
        for found in (self._commitments(testimony, statements), self._events(testimony, statements)):
            for profile, bearing in found:
                if bearing.statement is not None:
                    told.add((bearing.statement, profile.id))
                yield profile, bearing
        for profile, bearing in self._statements(testimony):
            if (bearing.datum, profile.id) not in told:
                yield profile, bearing

    # -- rows ----------------------------------------------------------------------------------------------------

    def by_hand(self, row: Datum[Any], profile: Profile, stance: str, testimony: Testimony) -> Iterator[Bearing]:
        """What a datum says of the obligation a reviewer put it to, ``for`` or ``against``: whose word, and what of it.

        Nothing where it was rejected, or became known after the day.
        """
        if known_on(row) > self.register.as_of or row.judgement is Judgement.REJECTED:
            return
        match = Match(profile, 1.0, True, ("attached by a reviewer",))
        value, day = row.value, known_on(row)
        statements = {each.key: each for each in testimony.statements}
        if isinstance(value, Event):
            told = list(self._told(row, _stanced(of_event(value.kind, value.status, profile.kind), stance), statements))
            told = told or [(self._outlet(row, day), _stanced(None, stance))]
        elif isinstance(value, Commitment):
            says = _stanced(FULFILMENTS[value.status], stance)
            told = [(self._voice(ref, day), says) for ref in value.claimed_by] or [(self._outlet(row, day), says)]
        else:
            says = _stanced(of_words(cut(row, value.content), value.act), stance)
            told = [(self._voice(value.speaker, day), says)]
        for voice, says in told:
            yield replace(self._bearing(row, says, voice, match), by_hand=True)

    def _commitments(
        self, testimony: Testimony, statements: dict[str, StatementRow]
    ) -> Iterator[tuple[Profile, Bearing]]:
        for row in self._known(testimony.commitments, testimony.copies):
            value, day = row.value, known_on(row)
            clue = Clue(
                cut(row, (value.action,)),
                row.quote.text,
                day,
                _ids(value.obligors),
                named=frozenset() if value.instrument is None else frozenset({value.instrument}),
                provision=value.provision,
                due=None if value.due is None else value.due.value,
                quantities=frozenset((each.value, each.unit) for each in value.quantities),
            )
            said = statements.get(value.statement or "")
            says = FULFILMENTS[value.status]
            if said is not None and said.value.act is Act.DENY:
                says = turned(says)
            voices = [self._voice(ref, day) for ref in value.claimed_by] or [self._outlet(row, day)]
            for match in matches(self.register, clue):
                for voice in voices:
                    yield match.profile, self._bearing(row, says, voice, match)

    def _events(self, testimony: Testimony, statements: dict[str, StatementRow]) -> Iterator[tuple[Profile, Bearing]]:
        for row in self._known(testimony.events, testimony.copies):
            value = row.value
            said = _first_day(value.date.value) or known_on(row)
            places = None if value.place.place is None else frozenset({value.place.place})
            clue = Clue(row.quote.text, row.quote.text, said, _ids(value.actors), places=places, event=value.kind)
            for match in matches(self.register, clue):
                says = of_event(value.kind, value.status, match.profile.kind)
                if says is Says.DONE and going_on(row.quote.text, value.anchor.start - row.quote.span.start):
                    says = Says.UNDER_WAY
                if says is None:
                    continue
                for voice, word in self._told(row, says, statements):
                    yield match.profile, self._bearing(row, word, voice, match)

    def _told(self, row: EventRow, says: Says, statements: dict[str, StatementRow]) -> Iterator[tuple[_Voice, Says]]:
        """Whose word the event is, and what each of them says of it."""
        value, day = row.value, known_on(row)
        for ref in value.claimed_by:
            if ref.actor is not None or not self._is_paper(ref.name):
                yield self._voice(ref, day), says
        for ref in value.denied_by:
            yield self._voice(ref, day), denied(says)
        if value.status is Status.REPORTED:
            yield self._outlet(row, day), says
        elif not value.claimed_by and not value.denied_by:
            said = statements.get(value.statement or "")
            if said is not None:
                word = denied(says) if value.status is Status.DENIED else says
                yield self._voice(said.value.speaker, day), word
            elif value.status is Status.DENIED:
                yield self._outlet(row, day), denied(says)

    def _statements(self, testimony: Testimony) -> Iterator[tuple[Profile, Bearing]]:
        register = self.register
        for row in self._known(testimony.statements, testimony.copies):
            value, day = row.value, known_on(row)
            if value.speaker.actor is None and self._is_paper(value.speaker.name):
                continue
            text = cut(row, value.content)
            clue = Clue(
                text,
                row.quote.text,
                day,
                _ids(value.targets),
                _ids((value.speaker,)) | register.actors.inside(text),
                words_only=True,
            )
            says = of_words(text, value.act)
            for match in matches(register, clue):
                yield match.profile, self._bearing(row, says, self._voice(value.speaker, day), match)

    def _is_paper(self, name: str) -> bool:
        """Whether the speaker is an agreement ("the agreement says"), which is no side's word."""
        head = words(name.split(" of ")[0])[-1:]
        return bool(self.register.nouns & set(head)) or bool(self.register.instruments.within(name))

    # -- who and when --------------------------------------------------------------------------------------------

    def _known[Row: Datum[Any]](self, rows: Iterable[Row], copies: Mapping[str, str]) -> Iterator[Row]:
        """The rows known by the day and not rejected; of wire copies the first only, where the words agree."""
        told: dict[tuple[str, str], str] = {}
        for row in sorted(rows, key=lambda each: (known_on(each), each.document.n, each.quote.span)):
            if known_on(row) > self.register.as_of or row.judgement is Judgement.REJECTED:
                continue
            document = row.document.id
            words_ = (copies.get(document, document), " ".join(row.quote.text.split()))
            if told.setdefault(words_, document) == document:
                yield row

    def _bearing(self, row: Datum[Any], says: Says, voice: _Voice, match: Match) -> Bearing:
        value, day = row.value, known_on(row)
        family = next(name for kind, name in _FAMILIES if isinstance(value, kind))
        dating = getattr(value, "date", None)
        doers = self._doers(row, match.profile, voice)
        return Bearing(
            row.key,
            family,
            says,
            voice.party,
            voice.speaker,
            day,
            None if dating is None else dating.value,
            match.score,
            match.sure,
            match.grounds,
            row.evidence(voice.speaker),
            row.key if family is Family.STATEMENT else value.statement,
            doers,
            says is Says.BREACHED and voice.party is not None and doers == (voice.party,),
        )

    def _doers(self, row: Datum[Any], profile: Profile, voice: _Voice) -> tuple[str, ...]:
        """The sides bound that the datum says keep or break the obligation."""
        value, day = row.value, known_on(row)
        if isinstance(value, Event):
            ids = _ids(value.actors)
        elif isinstance(value, Commitment):
            ids = _ids(value.obligors)
        else:
            ids = _ids(value.targets) | self.register.actors.within(cut(row, value.content))
        side = self.register.parties.side
        obligors = {side(each, day) for each in profile.obligation.obligors}
        found = {side(each, day) for each in ids} & obligors
        if isinstance(value, Statement) and len(found) > 1:
            found.discard(voice.party or "")
        return tuple(sorted(found))

    def _voice(self, ref: ActorRef, day: date) -> _Voice:
        if ref.actor is None or not self.register.parties.known(ref.actor):
            return _Voice(None, ref.name)
        return _Voice(self.register.parties.side(ref.actor, day), ref.name)

    def _outlet(self, row: Datum[Any], day: date) -> _Voice:
        """The outlet's own voice; a party's, where the publisher is a body of it by name."""
        bodies = self._publishers.within(row.document.publisher or "")
        if not bodies:
            return _Voice()
        body = min(bodies)
        return _Voice(self.register.parties.side(body, day), self.register.parties.name(body))


def known_on(row: Datum[Any]) -> date:
    """The day a datum became known: of publication, else the day its document came into the record."""
    return row.document.published or row.document.added.date()


def cut(row: Datum[Any], spans: Sequence[Span]) -> str:
    """The words under ``spans`` of the document, as far as the row's quote holds them; else the whole quote."""
    start = row.quote.span.start
    inside = [each for each in spans if row.quote.span.holds(each)]
    parts = [row.quote.text[each.start - start : each.end - start] for each in inside]
    return " ".join(parts) if parts else row.quote.text


def _stanced(says: Says | None, stance: str) -> Says:
    """What a datum says that a reviewer put for or against: its own word if that fits, else the mildest that does."""
    if stance == AttachStance.AGAINST:
        return says if says in AGAINST else Says.NOT_DONE
    return says if says in FOR else Says.UNDER_WAY


def _ids(refs: Iterable[ActorRef]) -> frozenset[str]:
    return frozenset(ref.actor for ref in refs if ref.actor is not None)


def _first_day(value: str | None) -> date | None:
    when = edtf(value)
    return None if when is None else when.latest
