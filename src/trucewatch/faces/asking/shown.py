"""One thing of the record, found by its id and told whole: a datum with its context, a document, an actor, a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from trucewatch import dossiers as library
from trucewatch.assessment.incidents import incidents
from trucewatch.faces import names, rows
from trucewatch.faces.asking.question import Asked, Plain
from trucewatch.faces.text.history import turn
from trucewatch.model.dossier import ActorEntry, PlaceEntry
from trucewatch.model.errors import InputError
from trucewatch.model.filters import Filter
from trucewatch.model.rows import Datum

_AROUND = 240  # code points of context on either side
_LATEST = 10  # statements and events of an actor or a place


@dataclass(frozen=True, slots=True)
class Shown:
    """``what`` it is (statement, event, commitment, dispute, document, actor, place), its row, and what belongs to it.

    ``context`` is the text around a datum: before, the words themselves, after. ``parts`` are rows by heading.
    ``history`` tells, oldest first, what readings and people made of it.
    """

    what: str
    row: Plain
    context: tuple[str, str, str] | None = None
    parts: dict[str, tuple[Plain, ...]] = field(default_factory=dict)
    history: tuple[Plain, ...] = ()

    def to_dict(self) -> Plain:
        """Plain values for JSON."""
        before, words, after = self.context or ("", "", "")
        return {
            "what": self.what,
            "row": self.row,
            "context": None if self.context is None else {"before": before, "words": words, "after": after},
            **{heading: list(each) for heading, each in self.parts.items()},
            "history": list(self.history),
        }


def shown(asked: Asked) -> Shown:
    """What ``asked.words`` names: a key (``s:...``), a document's id or its beginning, an actor or a place.

    Raises:
        InputError: when it names nothing, or several things.
    """
    written = asked.words.strip()
    found = _datum(asked, written) or _document(asked, written) or _actor(asked, written) or _place(asked, written)
    if found is None:
        raise InputError(f"the record holds nothing called {written!r}: 'trucewatch search' looks in the texts.")
    return found


def _datum(asked: Asked, written: str) -> Shown | None:
    if written.startswith("i:"):
        return _incident(asked, written)
    if written[1:2] != ":" or written[0] not in _MAKERS:
        return None
    keys = asked.view.matching("datum", written)
    if len(keys) > 1:
        raise InputError(f"{len(keys)} data or more begin with {written!r}: write more of the key.")
    row = asked.view.datum(keys[0]) if keys else None
    if row is None:
        return None
    what, make = _MAKERS[row.key[0]]
    carried = getattr(row.value, "statement", None)
    teller = asked.view.speakers([carried]) if carried else {}
    made = make(row, *teller.values())
    return Shown(what, made, _context(asked, row), history=tuple(map(turn, asked.view.history(row.key))))


def _incident(asked: Asked, written: str) -> Shown | None:
    """An incident with the reports that are its versions."""
    found, _ = incidents(asked.view, Filter(rejected=True), known=asked.dossiers)
    named = [each for each in found if each.key.startswith(written)]
    if len(named) > 1:
        raise InputError(f"{len(named)} incidents begin with {written!r}: write more of the key.")
    if not named:
        return None
    told = [each.row for each in named[0].versions]
    tellers = asked.view.speakers(row.value.statement for row in told if row.value.statement)
    parts = {"events": tuple(rows.event(row, tellers.get(row.value.statement or "")) for row in told)}
    return Shown("incident", named[0].to_dict(), parts=parts)


def _context(asked: Asked, row: Datum[Any]) -> tuple[str, str, str]:
    text = asked.view.text(row.document.id) or ""
    start, end = row.quote.span.start, row.quote.span.end
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    return ("…" if start > _AROUND else "") + before, row.quote.text, after + ("…" if end + _AROUND < len(text) else "")


def _document(asked: Asked, written: str) -> Shown | None:
    beginning = written.removeprefix("sha256:").removeprefix("d:").lower()
    if len(beginning) < 4 or set(beginning) - set("0123456789abcdef"):
        return None
    ids = asked.view.matching("document", beginning)
    if len(ids) > 1:
        raise InputError(f"{len(ids)} documents or more begin with {written!r}: write more of the id.")
    if not ids:
        return None
    own = Filter(documents=(f"sha256:{ids[0]}",))
    row = rows.document(asked.view.documents(own)[0])
    text = asked.view.text(row["id"]) or ""
    return Shown("document", row, ("", text, ""), _told(asked, own))


def _actor(asked: Asked, written: str) -> Shown | None:
    everywhere = (*asked.dossiers, library.world())
    id_ = _one(written, names.actors(everywhere, asked.view.names("actor")))
    if id_ is None:
        return None
    known = next((each for one in everywhere for each in one.actors if each.id == id_), None)
    found = asked.view.actors(Filter(actors=(id_,)))
    row = rows.actor(found[0]) if found else {"id": id_, "name": known.name if known else id_, "evidence": []}
    parts = {"names": _names(known), **_told(asked, Filter(actors=(id_,), limit=_LATEST))}
    return Shown("actor", row, parts=parts)


def _place(asked: Asked, written: str) -> Shown | None:
    id_ = _one(written, names.places(asked.dossiers, asked.view.names("place")))
    if id_ is None:
        return None
    known = next((each for one in asked.dossiers for each in one.places if each.id == id_), None)
    found = asked.view.places(Filter(places=(id_,)))
    row = rows.place(found[0]) if found else {"id": id_, "name": known.name if known else id_, "evidence": []}
    parts = {"names": _names(known), **_told(asked, Filter(places=(id_,), limit=_LATEST))}
    return Shown("place", row, parts=parts)


def _one(written: str, book: names.NameBook) -> str | None:
    ids = book.ids(written)
    within = [each for each in ids if all(other == each or other.startswith(f"{each}-") for other in ids)]
    if within:  # a place and its surroundings: the place itself is meant
        return within[0]
    if len(ids) > 1:
        raise InputError(f"{written!r} may be {' or '.join(ids)}: name one of these.")
    return None


def _names(known: ActorEntry | PlaceEntry | None) -> tuple[Plain, ...]:
    if known is None:
        return ()
    return tuple({"name": each.text, "party": each.party, "language": each.language} for each in known.names)


def _told(asked: Asked, own: Filter) -> dict[str, tuple[Plain, ...]]:
    statements, events = asked.view.statements(own), asked.view.events(own)
    tellers = asked.view.speakers(each.value.statement for each in events if each.value.statement)
    return {
        "statements": tuple(map(rows.statement, statements)),
        "events": tuple(rows.event(each, tellers.get(each.value.statement or "")) for each in events),
        "commitments": tuple(map(rows.commitment, asked.view.commitments(own))),
    }


_MAKERS: dict[str, tuple[str, Any]] = {
    "s": ("statement", rows.statement),
    "e": ("event", rows.event),
    "c": ("commitment", rows.commitment),
    "q": ("dispute", rows.dispute),
}
