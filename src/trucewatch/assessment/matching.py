"""Which obligations a datum bears on, by points for what it shares with each; what is contrary rules out or takes off.

==========================  ======  ===============================================================================
same instrument             +3      another one rules out, but for undertakings
same provision              +4      another one of the same instrument rules out; +2 more for the very letter; +2
                                    where a point is named and no instrument
who is bound                +2      -3 where the datum names others, -1 for events
what is to be done          to +3   1 for each content word shared, names left out
words of the kind           +2      as "handed over" for the return of territory; +1 for events
kind of event               +3      it carries out or breaks obligations of the kind
same place                  +2      one inside the other counts; -3 where its own words name others only
same number and unit        +2
same due day                +2
==========================  ======  ===============================================================================

From ``LEAST`` points a datum may bear on an obligation. It surely does from ``SURE`` points, with a lead of ``LEAD``
over every other obligation; of several that come out equal all are kept as unsure, ``MOST`` at the highest. One
matter that several instruments or promises hold (one kind, one side bound) gives no rivals: the datum bears on each.
Never sure is what tells of others than are bound, or of elsewhere; an act at a place that another obligation names,
for one that names none and shares no word with it; what but for an event names neither the instrument
nor who is bound; and a statement matched by its words alone that shares no content word and names no instrument. What
affirms other obligations or binds nobody is matched only where its provision is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.assessment.bearing import edtf
from trucewatch.assessment.likeness import stems, words
from trucewatch.assessment.profiles import Profile, Register, provision_stem

LEAST, SURE, LEAD, MOST = 3.0, 4.0, 1.0, 3
_FAMILY_LEAD = 3.0  # how far behind the best a promise of the same matter may lie

INSTRUMENT, PROVISION, LETTER, BOUND, NUMBER, DUE, PLACE, KIND = 3.0, 4.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0
EVENT, EVENT_WORDS, POINT = 3.0, 1.0, 2.0
_TWO = 2
_WORDS = 3.0
_OTHERS, _OTHERS_ACT, _ELSEWHERE = -3.0, -1.0, -3.0
_POINT = r"points?|articles?|paragraphs?|clauses?|items?|sections?"
_NUMBERED = re.compile(rf"\b(?:{_POINT}) (\d{{1,3}}(?:\([a-z]\)|[a-z]\b)?)", re.IGNORECASE)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth",
)  # fmt: skip
_NTH = re.compile(rf"\b(?:({'|'.join(_ORDINALS)})|(\d{{1,2}})(?:st|nd|rd|th)) (?:{_POINT})\b", re.IGNORECASE)
_OPENED_FIRE = re.compile(r"\bopen(?:ed|s|ing)? fire\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """What a datum offers for matching. ``text`` are its words, ``context`` the words around, ``day`` the datum's day.

    ``bound`` are ids of who is said to be bound or to act, ``speaker`` of who says it. ``named`` are the instruments it
    speaks of and ``provision`` its number as the text counts it, both else looked for in the context. ``due`` is EDTF.
    An ``event`` is of a kind of the codebook, and bears only on obligations that this kind carries out or breaks.
    ``words_only`` marks a statement that no finer datum stands for.
    """

    text: str
    context: str
    day: date
    bound: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    provision: str | None = None
    due: str | None = None
    quantities: frozenset[tuple[float, str]] = frozenset()
    places: frozenset[str] | None = None  # ``None``: those that the context names
    event: str | None = None
    words_only: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An obligation that a datum bears on, with its points and what gave them."""

    profile: Profile
    score: float
    sure: bool
    grounds: tuple[str, ...]


def matches(register: Register, clue: Clue) -> tuple[Match, ...]:
    """The obligations that the datum bears on, best first: one that surely does, or several that may."""
    read = _Read(register, clue)
    scored = [(score, profile, grounds) for profile in register.profiles for score, grounds in read.score(profile)]
    scored.sort(key=lambda each: -each[0])
    if not scored or scored[0][0] < LEAST:
        return ()
    best, top, why = scored[0]
    rivals = [score for score, profile, _ in scored[1:] if not _one_matter(top, profile)]
    if best >= SURE and best - max(rivals, default=0.0) >= LEAD and read.firm(top, frozenset(why)):
        near = [
            each for each in scored if each[1] is top or (_one_matter(top, each[1]) and best - each[0] < _FAMILY_LEAD)
        ]
        return tuple(Match(profile, score, score >= SURE, grounds) for score, profile, grounds in near)
    kept = [each for each in scored if best - each[0] < LEAD]
    if len(kept) > MOST:
        return ()  # it fits everything alike, and so says nothing of any
    return tuple(Match(profile, score, False, grounds) for score, profile, grounds in kept)


def _one_matter(one: Profile, other: Profile) -> bool:
    """Whether two obligations of different instruments bind the same side to the same kind of thing."""
    if one.instrument is other.instrument and one.instrument is not None:
        return False
    return (one.obligation.kind, set(one.obligation.obligors)) == (
        other.obligation.kind,
        set(other.obligation.obligors),
    )


def provision_in(text: str) -> str | None:
    """The number of the one point, article or clause that ``text`` names; ``None`` for none or several."""
    found = {match[1] for match in _NUMBERED.finditer(text)}
    for match in _NTH.finditer(text):
        found.add(match[2] or str(_ORDINALS.index(match[1].lower()) + 1))
    return next(iter(found)) if len(found) == 1 else None


class _Read:
    """A clue with its text taken apart once."""

    def __init__(self, register: Register, clue: Clue) -> None:
        self.register = register
        self.clue = clue
        text = _OPENED_FIRE.sub("fire", clue.text)
        self.shared = register.shared(stems(text))
        self.kinds = register.kinds_in(words(text))
        self.places = register.places.within(clue.context) if clue.places is None else clue.places
        self.own_places = register.places.within(clue.text) if clue.places is None else clue.places
        self.named = clue.named or register.instruments.within(clue.context)
        self.provision = clue.provision or (provision_in(clue.context) if len(self.named) < _TWO else None)

    def score(self, profile: Profile) -> Iterable[tuple[float, tuple[str, ...]]]:
        """The points with what gave them; nothing where the obligation is ruled out."""
        event, kind = self.clue.event, profile.kind
        if self.clue.day < profile.since or (event is not None and event not in kind.keeps | kind.breaks):
            return
        source = self._source(profile)
        if source is None:
            return
        points = [*source, *self._what(profile)]
        if not points and not self.clue.quantities and self.clue.due is None:
            return  # nothing ties them, wherever and whoever it is
        points += self._who(profile)
        points += self._where(profile)
        points += self._numbers(profile)
        grounds = tuple(why for _, why in points)
        if self._fits(profile, frozenset(grounds)):
            yield sum(value for value, _ in points), grounds

    def _fits(self, profile: Profile, grounds: frozenset[str]) -> bool:
        """Whether the grounds are of a sort that can tie the datum to the obligation at all."""
        if not profile.kind.beginnings:
            return "provision" in grounds
        return bool(grounds & {"words", "kind", "event", "provision", "number", "due day"})

    def firm(self, profile: Profile, grounds: frozenset[str]) -> bool:
        """Whether the grounds can make a match with ``profile`` sure."""
        if grounds & {"others are bound", "elsewhere"}:
            return False
        if self.clue.event is not None:
            if not profile.places and not grounds & {"words", "instrument", "provision"} and self._placed_elsewhere():
                return False
            against = self.clue.event in profile.kind.breaks and not profile.kind.standing
            return not against or bool(grounds & {"words", "kind", "place", "instrument"})
        if not grounds & {"who is bound", "instrument", "provision"}:
            return False
        return not self.clue.words_only or bool(grounds & {"words", "instrument", "provision"})

    def _placed_elsewhere(self) -> bool:
        """Whether the act has a place of its own that another obligation names: it is rather of that one."""
        return any(
            each.places and self.register.places_meet(self.own_places, each.places) for each in self.register.profiles
        )

    def _source(self, profile: Profile) -> Sequence[tuple[float, str]] | None:
        if profile.instrument is None or profile.provision is None:
            return []
        if self.named and profile.instrument.id not in self.named:
            return None
        points = [(INSTRUMENT, "instrument")] if self.named else []
        if self.provision is None:
            return points
        said, own = provision_stem(self.provision), provision_stem(profile.provision.number)
        if said[:1] != own[:1]:
            return None if self.named else points
        points.append((PROVISION if self.named else POINT, "provision"))
        if said == provision_stem(profile.obligation.key) and said != own:
            points.append((LETTER, "letter"))
        return points

    def _who(self, profile: Profile) -> Sequence[tuple[float, str]]:
        obligors, clue = profile.obligation.obligors, self.clue
        same = self.register.parties.same
        if any(same(one, other, clue.day) for one in clue.bound | clue.speaker for other in obligors):
            return [(BOUND, "who is bound")]
        if not obligors or not clue.bound:
            return []
        return [(_OTHERS if clue.event is None else _OTHERS_ACT, "others are bound")]

    def _what(self, profile: Profile) -> Sequence[tuple[float, str]]:
        shared = len(self.shared & profile.stems)
        points = [(min(_WORDS, float(shared)), "words")] if shared else []
        if self.clue.event is not None:
            points.append((EVENT, "event"))
        if profile.obligation.kind in self.kinds:
            points.append((KIND if self.clue.event is None else EVENT_WORDS, "kind"))
        return points

    def _where(self, profile: Profile) -> Sequence[tuple[float, str]]:
        if not profile.places or not self.places:
            return []
        if self.register.places_meet(self.places, profile.places):
            return [(PLACE, "place")]
        return [(_ELSEWHERE, "elsewhere")] if self.own_places else []

    def _numbers(self, profile: Profile) -> Sequence[tuple[float, str]]:
        points = [(NUMBER, "number")] if self.clue.quantities & profile.quantities else []
        if self.clue.due is not None and any(_same_day(self.clue.due, day) for day in profile.derived.days):
            points.append((DUE, "due day"))
        return points


def _same_day(said: str, derived: str) -> bool:
    one, other = edtf(said), edtf(derived)
    if one is None or other is None or one.latest is None or other.latest is None or other.earliest is None:
        return False
    return other.earliest <= one.latest <= other.latest
