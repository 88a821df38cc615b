"""What is known before a text is read: the world's gazetteer of actors with a dossier laid over it, indexed by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from trucewatch.dossiers import world
from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry, Dossier, NameForm, PlaceEntry
from trucewatch.model.instrument import Instrument
from trucewatch.model.text import Span
from trucewatch.reading.draft import MentionKind

_TOKEN = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SHORT_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an actor's name as it is looked for: ``words`` casefolded, ``plain`` the whole with marks evened out.

    ``exact`` forms (acronyms) must match in case too; a form with a capital must be capitalised in the text.
    """

    words: tuple[str, ...]
    plain: str
    actor: str
    kind: MentionKind
    exact: bool = False
    capital: bool = True
    slip: bool = False
    label: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A known form found in a text, with every actor it may mean."""

    span: Span
    forms: tuple[Form, ...]


def even(text: str) -> str:
    """``text`` with runs of space, apostrophes and dashes made one kind, for comparing names."""
    text = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'").replace("–", "-").replace("\u2011", "-")
    return _SPACE.sub(" ", text)


def _form(text: str, actor: str, kind: MentionKind, *, slip: bool = False, label: bool = False) -> Form | None:
    plain = even(text)
    words = tuple(word.casefold() for word in _TOKEN.findall(plain))
    if not words:
        return None
    letters = [c for c in plain if c.isalpha()]
    exact = len(letters) < _SHORT_ACRONYM and all(c.isupper() for c in letters)
    return Form(words, plain, actor, kind, exact, any(c.isupper() for c in plain), slip, label)


def _forms(entry: ActorEntry) -> Iterable[Form | None]:
    yield _form(entry.name, entry.id, MentionKind.NAME)
    for name in entry.names:
        yield _form(name.text, entry.id, MentionKind.NAME, slip=name.slip)
    if entry.kind is ActorKind.PERSON:
        for text in (entry.name, *(name.text for name in entry.names)):
            if " " in text:
                yield _form(text.rsplit(" ", 1)[1], entry.id, MentionKind.NAME)
    for name in entry.labels:
        yield _form(name.text, entry.id, MentionKind.NAME, slip=name.slip, label=True)
    for text in entry.demonyms:
        yield _form(text, entry.id, MentionKind.DEMONYM)
    for text in entry.metonyms:
        yield _form(text, entry.id, MentionKind.METONYM)


@dataclass(slots=True)
class Index:
    """Forms by their first word, longest first."""

    by_word: dict[str, list[Form]] = field(default_factory=dict)

    def add(self, entry: ActorEntry) -> None:
        """Index every form of ``entry``."""
        seen = set()
        for form in _forms(entry):
            if form is not None and (form.words, form.kind) not in seen:
                seen.add((form.words, form.kind))
                self.by_word.setdefault(form.words[0], []).append(form)

    def sort(self) -> None:
        """Put longer forms first, as the search expects."""
        for forms in self.by_word.values():
            forms.sort(key=lambda form: -len(form.words))


@lru_cache(maxsize=1)
def _world_index() -> Index:
    index = Index()
    for entry in world().actors:
        index.add(entry)
    index.sort()
    return index


class Knowledge:
    """The world's actors and one dossier, with look-up by name. The dossier's entries win over the world's.

    ``region`` holds the ISO 3166 alpha-2 codes of the dossier's countries.
    """

    def __init__(self, dossier: Dossier | None = None) -> None:
        self.dossier = dossier
        self.actors: dict[str, ActorEntry] = {entry.id: entry for entry in world().actors}
        self.places: dict[str, PlaceEntry] = {}
        self.instruments: tuple[Instrument, ...] = ()
        self.region: tuple[str, ...] = ()
        self.place_forms: dict[str, list[tuple[tuple[str, ...], str, NameForm]]] = {}
        self._own = Index()
        self.own_ids: frozenset[str] = frozenset()
        self._children: dict[str, list[ActorEntry]] | None = None
        if dossier is not None:
            self._overlay(dossier)

    def _overlay(self, dossier: Dossier) -> None:
        for entry in dossier.actors:
            self.actors[entry.id] = entry
            self._own.add(entry)
        self._own.sort()
        self.own_ids = frozenset(entry.id for entry in dossier.actors)
        self.instruments = dossier.instruments
        self.region = dossier.region
        for place in dossier.places:
            self.places[place.id] = place
            for name in (NameForm(place.name), *place.names):
                words = tuple(word.casefold() for word in _TOKEN.findall(name.text))
                if words:
                    self.place_forms.setdefault(words[0], []).append((words, place.id, name))
        for forms in self.place_forms.values():
            forms.sort(key=lambda row: -len(row[0]))

    def children(self, actor: str) -> list[ActorEntry]:
        """The actors that belong to ``actor`` (its ministries, forces ...)."""
        if self._children is None:
            self._children = {}
            for entry in self.actors.values():
                if entry.parent:
                    self._children.setdefault(entry.parent, []).append(entry)
        return self._children.get(actor, [])

    def holders(self, office: str, of: str) -> list[ActorEntry]:
        """The persons who ever held ``office`` of actor ``of``, as far as the dossier tells."""
        return [
            entry
            for entry in self.actors.values()
            if any(role.office == office and role.of == of for role in entry.roles)
        ]

    def find(self, text: str) -> list[Hit]:
        """Every known name in ``text``, longest first at each place, none overlapping, in text order."""
        own, shared = self._own.by_word, _world_index().by_word
        tokens = [(m.start(), m.end(), m.group().casefold()) for m in _TOKEN.finditer(text)]
        hits: list[Hit] = []
        i = 0
        while i < len(tokens):
            word = tokens[i][2]
            found = self._longest(text, tokens, i, (own.get(word, ()), shared.get(word, ())))
            if found is None:
                i += 1
                continue
            length, forms = found
            hits.append(Hit(Span(tokens[i][0], self._end(text, tokens[i + length - 1][1], forms[0])), forms))
            i += length
        return hits

    @staticmethod
    def _end(text: str, end: int, form: Form) -> int:
        """The end of a hit, with the full stop that belongs to an abbreviation ("U.S.")."""
        return end + 1 if form.plain.endswith(".") and text[end : end + 1] == "." else end

    def _longest(
        self,
        text: str,
        tokens: list[tuple[int, int, str]],
        i: int,
        candidates: tuple[Iterable[Form], Iterable[Form]],
    ) -> tuple[int, tuple[Form, ...]] | None:
        best = 0
        found: list[Form] = []
        own_found = False
        for own, forms in zip((True, False), candidates, strict=True):
            for form in forms:
                length = len(form.words)
                if length < best:
                    break
                if own_found and not own and length == best:
                    break  # the dossier's entries stand above the world's
                if self._matches(text, tokens, i, form):
                    if length > best:
                        found, best = [], length
                    if all(other.actor != form.actor for other in found):
                        found.append(form)
                    own_found = own
        return (best, tuple(found)) if found else None

    @staticmethod
    def _matches(text: str, tokens: list[tuple[int, int, str]], i: int, form: Form) -> bool:
        last = i + len(form.words) - 1
        if last >= len(tokens) or any(tokens[i + k][2] != word for k, word in enumerate(form.words)):
            return False
        start, end = tokens[i][0], tokens[last][1]
        raw = even(text[start:end])
        plain = form.plain.rstrip(".")
        if form.exact:
            return raw == plain and not (len(plain) < 3 and text[end : end + 1] == "'")
        if raw.casefold() != plain.casefold():
            return False
        return not form.capital or any(c.isupper() for c in raw)


_BUILT: dict[int, tuple[Dossier | None, Knowledge]] = {}


def knowledge(dossier: Dossier | None = None) -> Knowledge:
    """The knowledge for one dossier (or none), built once for each dossier object."""
    key = id(dossier)  # hashing a whole dossier would cost more than building the index
    if key not in _BUILT:
        _BUILT[key] = (dossier, Knowledge(dossier))
    return _BUILT[key][1]
