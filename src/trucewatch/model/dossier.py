"""A dossier: what is known beforehand of one ceasefire regime. The world's gazetteer of actors has the same shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trucewatch.model.actor import ActorKind
from trucewatch.model.instrument import Certainty, Instrument, Obligation
from trucewatch.model.place import Precision


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form of a name: its language (BCP 47), the party whose usage it is, the period it was used in (EDTF).

    ``slip`` marks a misspelling or misprint met in the press: it resolves, and is warned of.
    """

    text: str
    language: str = "en"
    party: str | None = None
    period: str | None = None
    slip: bool = False


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """An office held: ``office`` is a word of the product's list, ``of`` the actor whose office it is.

    Bounds are EDTF points, start included; ``None`` is unknown for ``start``, "still held when last known" for ``end``.
    """

    office: str
    title: str
    of: str
    start: str | None = None
    end: str | None = None
    certainty: Certainty = Certainty.SURE

    def held_on(self, day: date) -> bool:
        """Whether the office was held on ``day``, as far as the bounds tell."""
        from trucewatch.model.time import PartialDate

        if self.start is not None:
            first = PartialDate(self.start).earliest
            if first is not None and day < first:
                return False
        if self.end is not None:
            last = PartialDate(self.end).latest
            if last is not None and day > last:
                return False
        return True


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor a dossier or the world gazetteer knows.

    ``demonyms`` are the adjectives that stand for it ("Armenian"); ``capital`` holds the city names by which a
    government goes ("Yerevan", "the Kremlin"); ``parent`` is the actor it belongs to; ``labels`` are other parties'
    names for it, each as a name form with its party.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[NameForm, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    labels: tuple[NameForm, ...] = ()
    parent: str | None = None
    roles: tuple[RoleTerm, ...] = ()
    period: str | None = None
    gender: str | None = None
    base: str | None = None
    leader: str | None = None  # office of its leader: president, prime-minister ...
    country_code: str | None = None  # ISO 3166-1 alpha-3
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place a dossier knows.

    Coordinates are ``None`` where nothing sure or likely is known; ``radius_km`` goes with likely.
    ``names`` carry the party whose usage they are; ``neutral`` is the house's form.
    """

    id: str
    name: str
    kind: str
    names: tuple[NameForm, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    certainty: Certainty = Certainty.SURE
    precision: Precision = Precision.EXACT
    radius_km: float | None = None
    parent: str | None = None  # de jure
    parent_de_facto: str | None = None
    geonames: int | None = None
    elevation_m: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What parties take positions on: ``terms`` are words and phrases that speak of it, ``places`` ids of places.

    A word of a term that ends in ``*`` may go on.
    """

    id: str
    label: str
    terms: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One regime, whole. ``region`` lists the ISO 3166 alpha-2 codes of the countries it plays in, to decide homonyms.

    ``undertakings`` are promises and dates outside the instruments: announcements, oral and political deadlines.
    """

    id: str
    title: str
    summary: str
    period: str
    region: tuple[str, ...]
    actors: tuple[ActorEntry, ...]
    places: tuple[PlaceEntry, ...]
    instruments: tuple[Instrument, ...]
    facts: tuple[tuple[str, str], ...] = ()  # other things worth telling: (heading, words)
    sources: tuple[tuple[str, str], ...] = ()
    attribution: tuple[str, ...] = ()
    undertakings: tuple[Obligation, ...] = ()
    issues: tuple[Issue, ...] = ()

    def instrument(self, id_: str) -> Instrument | None:
        """The instrument of that id, or ``None``."""
        return next((each for each in self.instruments if each.id == id_), None)
