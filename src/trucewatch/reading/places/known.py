"""What is known of places before a text is read: the dossier's places and the world's states, by folded name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import PlaceEntry
from trucewatch.reading.gazetteer import Gazetteer, fold
from trucewatch.reading.knowledge import Knowledge
from trucewatch.reading.lexicon import load


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form of a dossier place's name: its folded words, the place's id, whether it is a known slip."""

    words: tuple[str, ...]
    place: str
    slip: bool


class Known:
    """The dossier's places and the world's states. ``states``, ``demonyms``: ISO 3166 alpha-2 code by folded name."""

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self.places: dict[str, PlaceEntry] = knowledge.places
        self.region: frozenset[str] = frozenset(knowledge.region)
        self.gazetteer = gazetteer
        self.forms: dict[str, list[OwnForm]] = {}
        self.states: dict[str, str] = dict(load("places")["countries"])
        self.demonyms: dict[str, str] = {}
        for place in knowledge.places.values():
            self._add_place(place)
        neutral = {tuple(fold(place.name).split()): place.id for place in knowledge.places.values()}
        foreign = {
            (place.id, tuple(fold(form.text).split()))
            for place in knowledge.places.values()
            for form in place.names
            if form.language != "en"
        }
        for first, forms in self.forms.items():
            # Another place's own name stands above what a village is called in one language: Saribaba is the height.
            self.forms[first] = forms = [
                form
                for form in forms
                if neutral.get(form.words, form.place) == form.place or (form.place, form.words) not in foreign
            ]
            forms.sort(key=lambda form: (-len(form.words), form.place))
        for name, code in gazetteer.country_names.items():
            self.states.setdefault(fold(name), code)
        for actor in knowledge.actors.values():
            if actor.kind is ActorKind.STATE and actor.country_code:
                code = gazetteer.alpha2.get(actor.country_code, actor.country_code)
                for name in (actor.name, *(form.text for form in actor.names)):
                    self.states.setdefault(fold(name), code)
                for name in actor.demonyms:
                    self.demonyms.setdefault(fold(name), code)

    def _add_place(self, place: PlaceEntry) -> None:
        seen: set[tuple[str, ...]] = set()
        for text, slip in ((place.name, False), *((form.text, form.slip) for form in place.names)):
            words = tuple(fold(text).split())
            if words and words not in seen:
                seen.add(words)
                self.forms.setdefault(words[0], []).append(OwnForm(words, place.id, slip))

    def ids(self, key: str) -> tuple[str, ...]:
        """The dossier places that go by the folded name ``key``."""
        words = tuple(key.split())
        if not words:
            return ()
        return tuple(dict.fromkeys(form.place for form in self.forms.get(words[0], ()) if form.words == words))

    def typed(self, key: str, kinds: frozenset[str]) -> tuple[str, ...]:
        """The dossier places of one of ``kinds`` that go by ``key``, alone or with a type word after it."""
        words = tuple(key.split())
        found = (
            form.place
            for form in self.forms.get(words[0] if words else "", ())
            if form.words[: len(words)] == words
            and len(form.words) <= len(words) + 1
            and self.places[form.place].kind in kinds
        )
        return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4)
def known(knowledge: Knowledge) -> Known:
    """The known places for one body of knowledge, with the gazetteer that ships, built once."""
    return Known(knowledge, Gazetteer.shipped())
