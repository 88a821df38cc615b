"""Names people type, turned into ids: by the dossiers, the world's gazetteer and what the record itself names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from trucewatch.model.dossier import Dossier, NameForm

_APOSTROPHES = re.compile("['`´ʹʼʻ‘’.]")
_BREAKS = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """A name without case, accents, apostrophes and full stops; other marks are one space."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return " ".join(_BREAKS.sub(" ", _APOSTROPHES.sub("", bare).casefold()).split())


class NameBook:
    """Ids of one kind by their names. What a party itself is called goes before what it is also known by."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._levels: tuple[dict[str, dict[str, None]], ...] = ({}, {}, {})
        self._forms: dict[str, dict[str, None]] = {}

    def add(self, id_: str, names: Iterable[str], *, level: int = 0) -> None:
        """Enter names of an id: 0 its names, 1 what stands for it (adjectives, capitals), 2 what others call it."""
        self._ids.add(id_)
        for name in names:
            if folded := fold(name):
                self._levels[level].setdefault(folded, {})[id_] = None
                if level == 0:
                    self._forms.setdefault(id_, {})[name] = None

    def called(self, written: str) -> tuple[str, ...]:
        """The ids that are themselves called so; what merely stands for them is left out."""
        return tuple(self._levels[0].get(fold(written), ()))

    def forms(self, id_: str) -> tuple[str, ...]:
        """What an id is itself called, in the order entered."""
        return tuple(self._forms.get(id_, ()))

    def known(self) -> list[str]:
        """Every name it knows, folded."""
        return sorted({name for level in self._levels for name in level})

    def ids(self, written: str) -> tuple[str, ...]:
        """The ids that a name or an id stands for; none where nobody knows it, several where the name is shared."""
        if written in self._ids:
            return (written,)
        folded = fold(written)
        return next((tuple(level[folded]) for level in self._levels if folded in level), ())


def actors(dossiers: Iterable[Dossier], named: Iterable[tuple[str, str]] = ()) -> NameBook:
    """The book of actors; ``named`` are ids and names met in a record."""
    book = NameBook()
    for dossier in dossiers:
        for entry in dossier.actors:
            book.add(entry.id, (entry.name, *_texts(entry.names)))
            book.add(entry.id, (*entry.demonyms, *entry.metonyms), level=1)
            book.add(entry.id, _texts(entry.labels), level=2)
    for id_, name in named:
        book.add(id_, (name,))
    return book


def places(dossiers: Iterable[Dossier], named: Iterable[tuple[str, str]] = ()) -> NameBook:
    """The book of places; ``named`` are ids and names met in a record."""
    book = NameBook()
    for dossier in dossiers:
        for entry in dossier.places:
            book.add(entry.id, (entry.name, *_texts(entry.names)))
    for id_, name in named:
        book.add(id_, (name,))
    return book


def _texts(forms: Iterable[NameForm]) -> tuple[str, ...]:
    return tuple(each.text for each in forms)
