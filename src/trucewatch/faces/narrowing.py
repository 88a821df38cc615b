"""What people type to narrow a question, turned into a filter: names in any spelling or script become ids."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from trucewatch import dossiers as library
from trucewatch.faces import names
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DossierError, InputError
from trucewatch.model.filters import Filter
from trucewatch.model.time import parse_day
from trucewatch.record.view import View


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The conditions as typed. Days are ``YYYY-MM-DD``; see :class:`trucewatch.model.filters.Filter` for the rest."""

    actor: Sequence[str] = ()
    speaker: Sequence[str] = ()
    about: Sequence[str] = ()
    place: Sequence[str] = ()
    kind: Sequence[str] = ()
    status: Sequence[str] = ()
    instrument: Sequence[str] = ()
    document: Sequence[str] = ()
    dossier: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    rejected: bool = False
    limit: int | None = None
    offset: int = 0


def known_dossiers(view: View, chosen: Sequence[str] = ()) -> tuple[list[Dossier], list[str]]:
    """The dossiers chosen, else those the record's documents were read with; and notes on those that are not at hand.

    Raises:
        DossierError: when a chosen dossier is not there or is broken.
    """
    if chosen:
        return [library.load(name) for name in chosen], []
    found, notes = [], []
    for name in view.dossiers():
        try:
            found.append(library.load(name))
        except DossierError:
            notes.append(f"documents were read with the dossier {name!r}, which is not at hand: name its file.")
    return found, notes


def narrowed(view: View, typed: Narrowing, known: Sequence[Dossier]) -> Filter:
    """The filter that was meant.

    Raises:
        InputError: when a name stands for nothing known; the message proposes what is spelt alike.
        DateError: when a day is none.
    """
    people = names.actors((*known, library.world()), view.names("actor")) if _asks_people(typed) else None
    where = names.places(known, view.names("place")) if typed.place else None
    since, until = _day(typed.since), _day(typed.until)
    if since and until and since > until:
        raise InputError(f"--since {since} lies after --until {until}: no day is between them.")
    return Filter(
        actors=ids_of("actor", typed.actor, people),
        speakers=ids_of("actor", typed.speaker, people),
        about=ids_of("actor", typed.about, people),
        places=ids_of("place", typed.place, where),
        kinds=tuple(typed.kind),
        statuses=tuple(typed.status),
        instruments=tuple(typed.instrument),
        documents=tuple(_document(view, each) for each in typed.document),
        dossiers=tuple(each.id for each in known) if typed.dossier else (),
        since=since,
        until=until,
        rejected=typed.rejected,
        limit=typed.limit,
        offset=typed.offset,
    )


def _asks_people(typed: Narrowing) -> bool:
    return bool(typed.actor or typed.speaker or typed.about)


def _day(written: str | None) -> date | None:
    return None if written is None else parse_day(written)


def ids_of(what: str, written: Iterable[str], book: names.NameBook | None) -> tuple[str, ...]:
    """The ids that names stand for, each once; ``what`` is ``actor`` or ``place``.

    Raises:
        InputError: when a name stands for nothing known; the message proposes what is spelt alike.
    """
    found: dict[str, None] = {}
    for name in written:
        assert book is not None
        ids = book.ids(name)
        if not ids:
            raise InputError(f"no {what} is called {name!r}{_alike(name, book)} See 'trucewatch {what}s' for all.")
        found |= dict.fromkeys(ids)
    return tuple(found)


def _alike(name: str, book: names.NameBook) -> str:
    near = difflib.get_close_matches(names.fold(name), book.known(), n=3, cutoff=0.7)
    return f": did you mean {' or '.join(map(repr, near))}?" if near else "."


def _document(view: View, written: str) -> str:
    beginning = written.removeprefix("sha256:").removeprefix("d:").lower()
    found = view.matching("document", beginning) if beginning else []
    if len(found) == 1:
        return f"sha256:{found[0]}"
    if found:
        raise InputError(f"{len(found)} documents or more begin with {written!r}: write more of the id.")
    raise InputError(f"no document begins with {written!r}. See 'trucewatch documents' for all.")


TYPED = tuple(each.name for each in fields(Narrowing))
"""Names of the conditions, as options are called."""
