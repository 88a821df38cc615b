"""What of an event decides whether another telling is of the same one: kind, days, place, sides, words, toll."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from trucewatch import dossiers
from trucewatch.assessment.incidents.kinship import CONSULT, GROUND, families
from trucewatch.assessment.likeness import stems
from trucewatch.assessment.parties import Parties
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Dossier, PlaceEntry
from trucewatch.model.errors import DateError
from trucewatch.model.event import Count
from trucewatch.model.place import Precision
from trucewatch.model.rows import EventRow
from trucewatch.model.time import DateBasis, PartialDate

_FAR_BACK = timedelta(days=4)  # an event without a day is news: it lies that far at most before its telling
_REACH = {Precision.EXACT: 6.0, Precision.NEAR: 15.0, Precision.DISTRICT: 40.0, Precision.REGION: 120.0}  # km
_COUNTRY = 400.0  # km
_SHORT = 3  # letters: shorter parts of names mean little
_DATELINE = 60  # code points from the beginning of a text
_OPENING = re.compile(r"[^\W\d_][^–—\n]{1,58}? [–—-]{1,2} ")
_NEAR = 600  # code points within which a report goes on about the same
_BEFORE = 8  # events looked back over
_EARTH = 6371.0
_BACK = frozenset(("they", "he", "she", "two", "three", "both", "sides", "leaders", "presidents", "it", "them", "we"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that may be compared: what it lies in (itself first), and its point with a reach in kilometres."""

    id: str
    within: tuple[str, ...]
    point: tuple[float, float] | None
    reach: float
    names: frozenset[str] = frozenset()  # stems

    @property
    def precise(self) -> bool:
        """Whether it is one spot rather than an area."""
        return self.reach <= _REACH[Precision.NEAR]

    def apart(self, other: Spot) -> bool:
        """Whether the two cannot be one place, however loosely named."""
        if self.id == other.id or self.id in other.within or other.id in self.within:
            return False
        if self.point is None or other.point is None:
            return False
        return _distance(self.point, other.point) > self.reach + other.reach

    def same(self, other: Spot) -> float:
        """1 for one place, 0.5 where one lies in the other, -1 for two spots of different names, else 0."""
        if self.id == other.id:
            return 1.0
        if self.id in other.within or other.id in self.within:
            return 0.5
        return -1.0 if self.precise and other.precise else 0.0


@dataclass(frozen=True, slots=True)
class Profile:
    """One event for comparison. ``first`` and ``last`` are its days; ``sure`` tells whether the text states them."""

    key: str
    document: str
    original: str
    kind: str
    first: date | None
    last: date | None
    sure: bool
    told: date | None
    spot: Spot | None
    doers: frozenset[str]
    sides: frozenset[str]
    words: frozenset[str]
    page: str | None
    killed: Count | None
    wounded: Count | None
    planned: bool
    carried: bool = False  # the day is that of what was told before in the same text


class Profiler:
    """Makes profiles for one record: knows the dossiers' places and sides."""

    def __init__(self, known: Iterable[Dossier], originals: Mapping[str, str]) -> None:
        self._known = tuple(known)
        self._parties = [Parties(dossier) for dossier in (*self._known, dossiers.world())]
        self._originals = originals
        self._spots = _spots(self._known)

    def all(self, rows: Iterable[EventRow]) -> list[Profile]:
        """Profiles of the events of whole documents; who meets "again" is who met before in the same document."""
        made: list[tuple[Profile, EventRow]] = []
        for row in sorted(rows, key=lambda each: (each.document.id, each.value.anchor.start, each.key)):
            profile = self.of(row)
            before = [each for each in reversed(made[-_BEFORE:]) if each[0].document == profile.document]
            if not profile.sides and families(profile.kind) & CONSULT and _points_back(row):
                met = (each.sides for each, _ in before if each.sides and families(each.kind) & CONSULT)
                profile = replace(profile, sides=next(met, frozenset()))
            made.append((_going_on(profile, row, before), row))
        return [profile for profile, _ in made]

    def of(self, row: EventRow) -> Profile:
        """The profile of one event."""
        value, told = row.value, row.document.published
        first, last, sure = _days(row)
        day = told or first or date.today()
        doers = self._sides(value.actors, day)
        done_to = self._sides(value.recipients, day)
        id_ = value.place.place
        return Profile(
            key=row.key,
            document=row.document.id,
            original=self._originals.get(row.document.id, row.document.id),
            kind=value.kind,
            first=first,
            last=last,
            sure=sure,
            told=told,
            spot=None if id_ is None or _far_off(row) else self._spots.get(id_) or Spot(id_, (id_,), None, 0.0),
            doers=doers,
            sides=doers | done_to,
            words=stems(row.quote.text),
            page=row.document.url,
            killed=value.killed,
            wounded=value.wounded,
            planned=str(value.status) in ("planned", "hypothetical"),
        )

    def _sides(self, named: Iterable[ActorRef], day: date) -> frozenset[str]:
        """The sides of those named; who is only described ("two soldiers", "they") is nobody's side."""
        found = set()
        for each in named:
            side = self._side(each.actor, day) if each.actor else None
            if side is not None:
                found.add(side)
            elif each.actor not in self._spots and _named(each.name):
                found.add(each.name.casefold())
        return frozenset(found)

    def _side(self, actor: str, day: date) -> str | None:
        for parties in self._parties:
            if parties.known(actor):
                return parties.side(actor, day)
        return None


def _named(words: str) -> bool:
    """Whether it is a name of several words, rather than a description or a single word at the head of a sentence."""
    parts = words.split()
    return len(parts) > 1 and all(each[:1].isupper() for each in parts if len(each) > _SHORT) and parts[0][:1].isupper()


def _points_back(row: EventRow) -> bool:
    """Whether those who meet are the ones spoken of before: "they", "the two leaders", or nobody named."""
    named = [each for each in (*row.value.actors, *row.value.recipients) if each.actor is None]
    return all(_BACK & set(each.name.casefold().split()) for each in named)


def _going_on(profile: Profile, row: EventRow, before: Iterable[tuple[Profile, EventRow]]) -> Profile:
    """With the day, and the place, of the violence that a report was telling of, where a sentence names none."""
    if profile.planned or profile.sure or not _narrated(profile.kind):
        return profile
    for each, other in before:
        if row.value.anchor.start - other.value.anchor.end > _NEAR:
            break
        if each.planned or not _narrated(each.kind) or not families(each.kind) & families(profile.kind):
            continue
        if profile.spot is not None and (each.spot is None or profile.spot.same(each.spot) <= 0):
            continue
        if each.sure and each.first is not None and each.first == each.last:
            spot, doers = profile.spot or each.spot, profile.doers
            if not doers and {actor.name.casefold() for actor in row.value.actors} & _BACK:
                doers = each.doers
            return replace(
                profile,
                first=each.first,
                last=each.last,
                sure=True,
                carried=True,
                spot=spot,
                doers=doers,
                sides=profile.sides | doers,
            )
    return profile


def _narrated(kind: str) -> bool:
    return bool(families(kind) & GROUND) and kind != "ceasefire-violation"


def _far_off(row: EventRow) -> bool:
    """Whether the place is that of the dateline, where the report was written rather than where it happened."""
    mention, quote = row.value.place.mention, row.quote
    if mention is None or mention.end >= _DATELINE:
        return False
    if not quote.span.holds(mention):
        return True
    opening = _OPENING.match(quote.text) if mention.start == quote.span.start else None
    return opening is not None and mention.end < quote.span.start + opening.end()


def _days(row: EventRow) -> tuple[date | None, date | None, bool]:
    dating, told = row.value.date, row.document.published
    if dating.value is not None and dating.basis is not DateBasis.PUBLISHED:
        try:
            when = PartialDate(dating.value)
        except DateError:
            when = None
        if when is not None and (when.earliest or when.latest):
            by_the_hour = when.earliest is None and "T" in dating.value  # "before noon" speaks of that day
            return (when.latest if by_the_hour else when.earliest), when.latest, True
    return (None, None, False) if told is None else (told - _FAR_BACK, told, False)


def _spots(known: Iterable[Dossier]) -> dict[str, Spot]:
    entries = {place.id: place for dossier in known for place in dossier.places}
    found, own = {}, _own_names(entries)
    for id_, entry in entries.items():
        chain, above = [id_], [entry.parent, entry.parent_de_facto]
        while above:
            each = above.pop()
            if each is not None and each not in chain:
                chain.append(each)
                if each in entries:
                    above += [entries[each].parent, entries[each].parent_de_facto]
        point = None if entry.latitude is None or entry.longitude is None else (entry.latitude, entry.longitude)
        reach = entry.radius_km or _REACH.get(entry.precision, _COUNTRY)
        found[id_] = Spot(id_, tuple(chain), point, reach, frozenset(own[id_]))
    return found


def _own_names(entries: Mapping[str, PlaceEntry]) -> dict[str, set[str]]:
    """Stems of each place's names that no other place has: not "height" or "north"."""
    forms = {
        id_: {stem for form in (entry.name, *(each.text for each in entry.names)) for stem in stems(form)}
        for id_, entry in entries.items()
    }
    shared = Counter(stem for each in forms.values() for stem in each)
    return {id_: {stem for stem in each if shared[stem] == 1 and len(stem) > _SHORT} for id_, each in forms.items()}


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres on a sphere (haversine)."""
    a, b = radians(one[0]), radians(other[0])
    c = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(c, 1.0)))
