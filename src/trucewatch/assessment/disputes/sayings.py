"""Sayings: what the rows of a record tell, made ready to be matched as claims and as denials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.assessment.bearing import edtf
from trucewatch.assessment.disputes import days
from trucewatch.assessment.disputes.days import Stretch
from trucewatch.assessment.disputes.denying import FALSE, Manner, done, manner, matter, negated, opened, own
from trucewatch.assessment.disputes.material import Material, printed
from trucewatch.assessment.disputes.voices import Library, Voices, first_words, organ
from trucewatch.assessment.disputes.words import classes
from trucewatch.model.event import Event, Status
from trucewatch.model.judgement import Judgement
from trucewatch.model.rows import DocumentRow, EventRow, StatementRow
from trucewatch.model.statement import Act, Form
from trucewatch.model.text import Quote, Span

_CLAIMS = frozenset({Act.ASSERT, Act.ANNOUNCE, Act.ACCUSE, Act.CRITICISE})
_PRONOUN = re.compile(r"^(?:they|he|she|it|we)\b", re.I)  # what is named after it is not the doer
_ASKING = re.compile(r"^(?:how|why|what|whether)\b", re.I)
_DATELINE = re.compile(r"\A[^\n–—]{2,40}[–—]\s")
_HARM_FIRST = re.compile(r"\b(?:killed|wounded|injured|dead|died|fell|hurt)\b.*\b(?:when|after|in|by)\b", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Saying:
    """One saying. ``side`` is whose word it is, ``None`` where nobody knows; ``doers`` are the sides it tells of, the
    first first; ``places`` stand in its words, ``scene`` in the paragraph before them; ``days`` are those named,
    ``said`` when it was said. ``addressed`` are the sides it answers by name. ``manner`` says how it denies.
    """

    key: str
    document: DocumentRow
    paragraph: int
    span: Span
    quote: Quote
    speaker: str
    side: str | None
    words: str
    classes: frozenset[str]
    doers: tuple[str, ...]
    named: frozenset[str]
    places: frozenset[str]
    scene: frozenset[str]
    days: Stretch | None
    told: Stretch | None
    said: int
    negated: bool
    manner: Manner
    claim: bool
    accusing: bool
    addressed: frozenset[str] = frozenset()
    harm_first: bool = False
    before: frozenset[str] = frozenset()
    form: Form | None = None
    bare: bool = False
    voices: Voices | None = None

    @property
    def concerns(self) -> frozenset[str]:
        """The sides a claim speaks of or is aimed at."""
        return self.named | self.addressed | frozenset(self.doers)

    @property
    def order(self) -> tuple[int, str, int, str]:
        """For sorting: by day, document, place in it."""
        return self.said, self.document.id, self.span.start, self.key


def sayings(material: Material, library: Library) -> dict[str, list[Saying]]:
    """The sayings of each document by its id, in the order they stand in. Rejected data are left out."""
    statements: dict[str, list[StatementRow]] = {}
    events: dict[str, list[EventRow]] = {}
    rows: dict[str, DocumentRow] = {}
    for each in material.statements:
        if each.judgement is not Judgement.REJECTED:
            statements.setdefault(each.document.id, []).append(each)
            rows[each.document.id] = each.document
    for told in material.events:
        if told.judgement is not Judgement.REJECTED:
            events.setdefault(told.document.id, []).append(told)
            rows[told.document.id] = told.document
    found = {}
    for id_ in sorted(rows):
        text = material.texts.get(id_, "")
        reader = _Reader(rows[id_], text, library.of(rows[id_].dossier))
        found[id_] = reader.read(statements.get(id_, ()), events.get(id_, ()))
    return found


class _Reader:
    """Reads the rows of one document."""

    def __init__(self, row: DocumentRow, text: str, voices: Voices) -> None:
        self.row, self.text, self.voices = row, text, voices
        self.day = printed(row)
        self.only: str | None = None  # the one side that speaks in the document
        self.starts = [0, *(match.end() for match in re.finditer(r"\n+", text))]

    def read(self, statements: Sequence[StatementRow], events: Sequence[EventRow]) -> list[Saying]:
        carried: dict[str, list[Event]] = {}
        for row in events:
            if row.value.statement is not None:
                carried.setdefault(row.value.statement, []).append(row.value)
        sides = {self.voices.side(each.value.speaker.actor, self.day) for each in statements} - {None}
        self.only = next(iter(sides)) if len(sides) == 1 else None
        found: list[Saying] = []
        for each in sorted(statements, key=lambda row: (row.value.content[0].start, row.key)):
            found.append(self._statement(each, carried.get(each.key, ()), found))
        found += self._own_voice(events, found)
        return sorted(_settled(found), key=lambda each: (each.span.start, each.key))

    def _statement(self, row: StatementRow, events: Sequence[Event], before: Sequence[Saying]) -> Saying:
        value = row.value
        span = Span(value.content[0].start, value.content[-1].end)
        heard = [(each.speaker, each.side) for each in before if each.side is not None]
        side = self.voices.speaker(value.speaker, self.day, heard, self.row.publisher)
        words = " ".join(_cut(row.quote, part) for part in value.content)
        made = self._saying(row.key, span, row.quote, words, side)
        if side is None and made.negated and made.doers[:1] == (self.only,) and organ(value.speaker.name):
            side = self.only  # nobody else denies for it
            made = replace(made, side=side)
        targets = [self.voices.side(each.actor, self.day) for each in value.targets]
        doers = made.doers or tuple(self._doers(events))
        how = manner(value.act, words, _from(row.quote, value.cue))
        if how is Manner.EXPLICIT and value.form is Form.DIRECT and value.act is Act.DENY and made.negated:
            how = Manner.NEGATIVE  # the denier's own words, not what is denied
        if how is Manner.GENERIC and any(each.startswith("act:") for each in made.classes):
            how = Manner.EXPLICIT  # "reports of destroyed guns are an invention" names its matter
        if how in (Manner.GENERIC, Manner.POINTING):
            made = replace(made, before=self._before(row, paragraph=made.paragraph))
        if how is Manner.NONE and side is not None and own(words, side, doers):
            how = Manner.NEGATIVE if made.negated else Manner.NONE
        if how is Manner.NONE and side is not None and not made.negated and done(words) and doers[:1] == (side,):
            how = Manner.CONTRARY
        claims = value.act in _CLAIMS or (value.act is Act.REQUEST and _ASKING.match(words) is not None)
        said = edtf(value.date.value)
        accused = bool(doers) and side not in doers[:1]
        return replace(
            made,
            speaker=value.speaker.name,
            doers=doers,
            said=self.day.toordinal() if said is None or said.earliest is None else said.earliest.toordinal(),
            told=made.told or _stretch(value.date.value),
            manner=how,
            claim=claims and how in (Manner.NONE, Manner.CONTRARY),
            accusing=value.act in (Act.ACCUSE, Act.CRITICISE) or accused,
            addressed=self._addressed(row, side, targets, how),
            form=value.form,
            bare=value.form is Form.ACT and value.act is Act.REJECT and FALSE.search(row.quote.text) is None,
        )

    def _saying(self, key: str, span: Span, quote: Quote, words: str, side: str | None) -> Saying:
        """What the words alone tell."""
        voices, paragraph = self.voices, self._paragraph(span.start)
        scene = _DATELINE.sub("", self.text[self.starts[paragraph] : max(span.end, quote.span.end)])
        told = matter(words)
        return Saying(
            key=key,
            document=self.row,
            paragraph=paragraph,
            span=span,
            quote=quote,
            speaker=self.row.publisher or "",
            side=side,
            words=words,
            classes=_classes(told, voices),
            doers=() if _PRONOUN.match(told) else voices.named(first_words(told), self.day),
            named=voices.touched(words, self.day),
            places=voices.places_in(words),
            scene=voices.places_in(scene),
            days=days.named(words, self.day),
            told=days.named(scene, self.day),
            said=self.day.toordinal(),
            negated=negated(told),
            manner=Manner.NONE,
            claim=True,
            accusing=False,
            harm_first=_HARM_FIRST.search(words) is not None,
            voices=voices,
        )

    def _before(self, row: StatementRow, paragraph: int) -> frozenset[str]:
        """What the paragraph speaks of before a denial that names no matter itself."""
        return _classes(self.text[self.starts[paragraph] : row.quote.span.start], self.voices)

    def _doers(self, events: Iterable[Event]) -> Iterator[str]:
        for event in events:
            for ref in event.actors:
                found = self.voices.side(ref.actor, self.day)
                if found is not None and event.status is not Status.PLANNED:
                    yield found

    def _addressed(
        self, row: StatementRow, side: str | None, targets: Sequence[str | None], how: Manner
    ) -> frozenset[str]:
        """The sides that a denial answers by name: its targets, those whose report or charge it speaks of."""
        if how is Manner.NONE:
            return frozenset(each for each in targets if each is not None)
        found = {each for each in targets if each is not None and each != side}
        for match in _SAID_BY.finditer(row.quote.text):
            found |= {each for each in self.voices.named(match[0], self.day) if each != side}
        return frozenset(found)

    def _own_voice(self, events: Sequence[EventRow], before: Sequence[Saying]) -> Iterator[Saying]:
        """What a side's own bulletin tells in its own voice is that side's word."""
        side = self.voices.publisher(self.row.publisher, self.day)
        if side is None or any(each.side not in (None, side) for each in before):
            return
        for row in events:
            value = row.value
            if value.statement is not None or value.claimed_by or value.status not in (Status.REPORTED, Status.DENIED):
                continue
            made = self._saying(row.key, value.anchor, row.quote, row.quote.text, side)
            doers = tuple(dict.fromkeys(self._doers((value,)))) or made.doers
            when = made.days or _stretch(value.date.value)
            yield replace(made, doers=doers, days=when, accusing=bool(doers) and doers[0] != side)

    def _paragraph(self, at: int) -> int:
        low = 0
        for n, start in enumerate(self.starts):
            if start <= at:
                low = n
        return low


_SAID_BY = re.compile(
    r"\b(?:reports?|claims?|charges?|accusations?|allegations?|bulletins?|criticisms?)\s+(?:of|from|by)\s+(?:[\w’'-]+\s*){1,6}|"
    r"(?!(?:The|This|That|These|Those|An?|All|Its|Their)\b)(?:[A-Z][\w’'-]+\s+){1,3}(?:charge|accusation|report|claim|bulletin|criticism)s?\b|"
    r"\bas\s+(?:[\w’'-]+\s+){1,4}(?:had|has|have)\s+(?:charged|claimed|said|alleged|reported)|"
    r"\b(?:answer\w*|in\s+reply\s+to|rejecting)\s+(?:[\w’'-]+\s*){1,6}"
)


def _settled(found: Sequence[Saying]) -> list[Saying]:
    """Leave out of the claims what only wraps a denial, and of the denials of one sentence and side the poorer."""
    plain = [each for each in found if each.manner in (Manner.EXPLICIT, Manner.GENERIC, Manner.POINTING)]
    kept = []
    for each in found:
        wraps = any(each.span.meets(other.span) and each.key != other.key for other in plain)
        kept.append(replace(each, claim=False, manner=Manner.NONE) if wraps and each not in plain else each)
    best: dict[tuple[str | None, Span], Saying] = {}
    for each in kept:
        if each.manner is not Manner.NONE:
            place = each.side, each.quote.span
            best[place] = max(best.get(place, each), each, key=_rank)
    return [
        each
        if each.manner is Manner.NONE or best[each.side, each.quote.span] is each
        else replace(each, manner=Manner.NONE, claim=False)
        for each in kept
    ]


def _rank(each: Saying) -> tuple[bool, bool, int, str]:
    return each.form is not Form.ACT, each.manner is not Manner.GENERIC, len(each.words), each.key


def _cut(quote: Quote, span: Span) -> str:
    low = span.start - quote.span.start
    return quote.text[max(low, 0) : max(low, 0) + len(span)]


def _from(quote: Quote, cue: Span | None) -> str:
    """The words of a quote from a saying's verb on."""
    return "" if cue is None else quote.text[max(cue.start - quote.span.start, 0) :]


def _classes(text: str, voices: Voices) -> frozenset[str]:
    """What words speak of; where they say that a road is open, only that counts of what is done."""
    found = classes(text, voices.names_in(text))
    if opened(text) and "act:shut" in found:
        found = frozenset(each for each in found if not each.startswith("act:")) | {"act:shut"}
    return found


def _stretch(value: str | None) -> Stretch | None:
    day = edtf(value)
    if day is None or day.earliest is None or day.latest is None:
        return None
    return Stretch(day.earliest.toordinal(), day.latest.toordinal())
