"""Whose word a saying is, and which sides it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from trucewatch.assessment.likeness import Names, words
from trucewatch.assessment.parties import Parties
from trucewatch.dossiers import world
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Dossier

# Speakers named by what they are: the ministry, a spokesman, "it". Whose they are the report takes for known.
_ORGAN = re.compile(
    r"\b(?:minist\w+|government|spokes\w+|officials?|president\w*|command|army|statement|office|authorities|"
    r"services?|department|forces|council|agency|staff|delegation|bulletin|report|peacekeepers|centre|center|presidency|police|mission|he|she|it|its|they)\b",
    re.I,
)
_PRINTS = re.compile(r"\b(?:bulletin|press|release|service|news|agency|website|channel|gazette)\b", re.I)
_ANYBODY = re.compile(r"\b(?:spokes\w+|officials?|he|she|it|its|they)\b", re.I)


_LINES = frozenset({"line", "border", "front", "zone", "state", "country"})  # where things happen all along


class Voices:
    """The sides of one dossier and the names they go by; documents read without one have an empty dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.parties = Parties(dossier)
        actors = dossier.actors
        self._names = Names(
            {
                each.id: (each.name, *(f.text for f in (*each.names, *each.labels)), *each.demonyms, *each.metonyms)
                for each in actors
            }
        )
        seats = {fold(word) for each in actors for word in each.metonyms}
        self._places = Names(
            {
                each.id: [name for name in (each.name, *(form.text for form in each.names)) if fold(name) not in seats]
                for each in dossier.places
                if each.kind not in _LINES
            }
        )
        self._above = {each.id: (each.parent, each.parent_de_facto) for each in dossier.places}
        self._bodies = [(fold(name), each.id) for each in actors for name in (each.name, *(f.text for f in each.names))]
        self._within: dict[str, frozenset[str]] = {}
        self._side: dict[tuple[str, date], str] = {}

    def side(self, actor: str | None, day: date) -> str | None:
        """The side of an actor on a day, ``None`` for those that nobody knows."""
        if actor is None or not self.parties.known(actor):
            return None
        found = self._side.get((actor, day))
        if found is None:
            found = self._side[actor, day] = self._sided(actor, day)
        return found

    def _sided(self, actor: str, day: date) -> str:
        """The party it belongs to; an authority or an armed group on the way up is a side of its own."""
        chain = self.parties.chain(actor, day)
        party = self.parties.side(actor, day)
        return next((each for each in chain if each == party or self.parties.warring(each)), party)

    def named(self, text: str, day: date) -> tuple[str, ...]:
        """The sides that ``text`` names by name, adjective, capital or label, in order."""
        found: dict[str, None] = {}
        for ids in self._names.in_order(text):
            for each in sorted(ids):
                side = self.side(each, day)
                if side is not None:
                    found[side] = None
        return tuple(found)

    def touched(self, text: str, day: date) -> frozenset[str]:
        """The sides named in ``text``, those inside longer names included: "remnants of the Ordvian forces"."""
        sides = (self.side(each, day) for each in self._names.inside(text))
        return frozenset(each for each in sides if each is not None)

    def names_in(self, text: str) -> frozenset[str]:
        """The words of ``text`` that are part of the name of an actor or a place."""
        return self._names.words_within(text) | self._places.words_within(text)

    def places_in(self, text: str) -> frozenset[str]:
        """The ids of the places that ``text`` names, without those that hold another of them, and without capitals.

        A capital is as a rule a government: Yerevan said, Baku denied.
        """
        found = self._places.within(text)
        holding = {above for each in found for above in self.around(each) if above != each}
        return found - holding

    def around(self, place: str) -> frozenset[str]:
        """The place and all it lies in."""
        known = self._within.get(place)
        if known is None:
            found, new = {place}, [place]
            while new:
                above = [each for each in self._above.get(new.pop(), ()) if each is not None and each not in found]
                found.update(above)
                new += above
            known = self._within[place] = frozenset(found)
        return known

    def apart(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two sets of places are both given and none of the one is, holds or lies in one of the other."""
        if not one or not other:
            return False
        return not any(a in self.around(b) or b in self.around(a) for a in one for b in other)

    def speaker(self, ref: ActorRef, day: date, heard: Sequence[tuple[str, str]], publisher: str | None) -> str | None:
        """The side whose word it is. ``heard`` are the speakers before it, name and side, in order.

        An organ that is named only by what it is belongs to the side of the same organ named before, else to that after
        which its publisher is called, else to the side that spoke last; a spokesman or "it" first to the latter.
        """
        known = self.side(ref.actor, day)
        if known is not None:
            return known
        named = self.named(ref.name, day)
        if named:
            return named[0]
        called = organ(ref.name)
        if called is None:
            return None
        for name, side in reversed(heard):
            if name != ref.name and called in name.casefold():
                return side
        last, home = (heard[-1][1] if heard else None), self.publisher(publisher, day)
        return (last or home) if _ANYBODY.search(ref.name) else (home or last)

    def publisher(self, publisher: str | None, day: date) -> str | None:
        """The side after whose name or capital a publisher is called; ``None`` where it is called after none or two."""
        named = self.named(publisher or "", day)
        if len(named) == 1:
            return named[0]
        bare = fold(_PRINTS.sub("", publisher or "")).strip()
        if named or len(bare.split()) <= 1:
            return None
        sides = {self.side(id_, day) for name, id_ in self._bodies if name.startswith(bare)}
        return sides.pop() if len(sides) == 1 else None


def organ(name: str) -> str | None:
    """What a speaker is called who is named only by what it is: ``ministry``, ``spokesman``; ``None`` for others."""
    found = _ORGAN.search(name)
    return None if found is None else found[0].casefold()


def fold(name: str) -> str:
    """A name as it is compared."""
    return name.casefold()


def first_words(text: str, most: int = 7) -> str:
    """The first words, where the doer of what is told stands."""
    return " ".join(words(text)[:most])


class Library:
    """The voices of each dossier that documents were read with."""

    def __init__(self, dossiers: Mapping[str, Dossier]) -> None:
        self._dossiers = dossiers
        self._made: dict[str | None, Voices] = {}

    def of(self, dossier: str | None) -> Voices:
        """The voices of one dossier; of the world's gazetteer, where it is not at hand."""
        if dossier not in self._made:
            self._made[dossier] = Voices(self._dossiers.get(dossier or "") or world())
        return self._made[dossier]
