"""What is known of each obligation that a text about it may name: words, places, who is bound, numbers, days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trucewatch.assessment.derived import Derived
from trucewatch.assessment.due import due_of
from trucewatch.assessment.likeness import Names, alike, stems, words
from trucewatch.assessment.parties import Parties
from trucewatch.assessment.vocabulary import KindWords, kind_words, kinds_of
from trucewatch.model.dossier import Dossier
from trucewatch.model.instrument import Instrument, Obligation, Provision
from trucewatch.model.time import PartialDate

_STEM = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Profile:
    """An obligation as matching sees it. ``stems`` leave out names of places and actors; ``places`` are ids.

    ``since`` is the first day on which it could be kept or broken: of the signing, or of the making of a promise.
    """

    instrument: Instrument | None
    provision: Provision | None
    obligation: Obligation
    derived: Derived
    kind: KindWords
    stems: frozenset[str]
    places: frozenset[str]
    quantities: frozenset[tuple[float, str]]
    since: date

    @property
    def id(self) -> tuple[str | None, str]:
        """Instrument and key; ``None`` for the instrument of an undertaking."""
        return (None if self.instrument is None else self.instrument.id), self.obligation.key


class Register:
    """The dossier as matching sees it: its obligations as of a day, the names of its places, actors and instruments."""

    def __init__(self, dossier: Dossier, as_of: date) -> None:
        self.dossier = dossier
        self.as_of = as_of
        self.parties = Parties(dossier)
        self.places = Names({each.id: (each.name, *(f.text for f in each.names)) for each in dossier.places})
        self.actors = Names(
            {
                each.id: (each.name, *(f.text for f in (*each.names, *each.labels)), *each.demonyms, *each.metonyms)
                for each in dossier.actors
            }
        )
        self.nouns = frozenset(noun.casefold() for each in dossier.instruments for noun in each.nouns)
        self.instruments = Names({each.id: (each.name, *each.names) for each in dossier.instruments})
        self._above = {each.id: (each.parent, each.parent_de_facto) for each in dossier.places}
        self.profiles = tuple(self._profiles())
        self._stems = frozenset(stem for each in self.profiles for stem in each.stems)
        self._alike: dict[str, frozenset[str]] = {}

    def _profiles(self) -> list[Profile]:
        found = [
            self._profile(instrument, provision, obligation)
            for instrument in self.dossier.instruments
            for provision in instrument.provisions
            for obligation in provision.obligations
        ]
        found += [self._profile(None, None, each) for each in self.dossier.undertakings]
        return [each for each in found if each.derived.made]

    def _profile(self, instrument: Instrument | None, provision: Provision | None, obligation: Obligation) -> Profile:
        alone = provision is not None and len(provision.obligations) == 1
        text = f"{obligation.action} {provision.title}" if provision is not None and alone else obligation.action
        named = self.places.words_within(text) | self.actors.words_within(text)
        return Profile(
            instrument,
            provision,
            obligation,
            due_of(obligation, instrument, self.dossier, self.as_of),
            kind_words(obligation.kind),
            stems(" ".join(word for word in words(text) if word not in named)),
            self.places.within(obligation.action),
            frozenset((value, unit) for value, unit, _ in obligation.quantities),
            _since(instrument, obligation),
        )

    def shared(self, found: Iterable[str]) -> frozenset[str]:
        """The stems of any obligation that are alike to one of ``found``."""
        return frozenset(each for stem in found for each in self._kin(stem))

    def _kin(self, stem: str) -> frozenset[str]:
        known = self._alike.get(stem)
        if known is None:
            known = frozenset(each for each in self._stems if alike(each, stem))
            self._alike[stem] = known
        return known

    def kinds_in(self, found: Iterable[str]) -> frozenset[str]:
        """The kinds of obligations that one of the words ``found`` is a word for."""
        return frozenset(kind for word in found for kind in kinds_of(word))

    def places_meet(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether a place of ``one`` is, holds or lies in one of ``other``."""
        return any(a in self._up(b) or b in self._up(a) for a in one for b in other)

    def _up(self, place: str) -> frozenset[str]:
        """``place`` with the places of the dossier it lies in."""
        seen, ahead = {place}, [place]
        while ahead:
            for above in self._above.get(ahead.pop(), ()):
                if above is not None and above not in seen and above in self._above:
                    seen.add(above)
                    ahead.append(above)
        return frozenset(seen)


def _since(instrument: Instrument | None, obligation: Obligation) -> date:
    if instrument is None:
        return obligation.announced or date.min
    return PartialDate(instrument.signed).earliest or date.min


def provision_stem(number: str) -> tuple[str, ...]:
    """The parts of a provision's number: ``6(a)``, ``6a`` and ``6.a`` come to one."""
    return tuple(part.casefold() for part in _STEM.findall(number))
