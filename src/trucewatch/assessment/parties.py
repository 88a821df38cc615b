"""Whose side an actor is on: persons by their offices, ministries and forces by what they belong to."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from trucewatch import dossiers
from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry, Dossier

_DEEPEST = 8
_WARRING = frozenset({ActorKind.AUTHORITY, ActorKind.GROUP})


class Parties:
    """The sides of one dossier. Actors that neither it nor the world's gazetteer knows stand for themselves."""

    def __init__(self, dossier: Dossier) -> None:
        self._entries = _world() | {entry.id: entry for entry in dossier.actors}
        self._chains: dict[tuple[str, date], tuple[str, ...]] = {}
        self._parties = frozenset(party for each in dossier.instruments for party in each.parties)

    def chain(self, actor: str, day: date) -> tuple[str, ...]:
        """``actor`` and all it belongs to on ``day``, nearest first."""
        known = self._chains.get((actor, day))
        if known is None:
            known = self._chains[actor, day] = self._climbed(actor, day)
        return known

    def _climbed(self, actor: str, day: date) -> tuple[str, ...]:
        found = [actor]
        while len(found) < _DEEPEST:
            above = self._above(found[-1], day)
            if above is None or above in found:
                break
            found.append(above)
        return tuple(found)

    def _above(self, actor: str, day: date) -> str | None:
        entry = self._entries.get(actor)
        if entry is None:
            return None
        if entry.parent is not None:
            return entry.parent
        held = [role for role in entry.roles if role.held_on(day)]
        return (held or entry.roles)[-1].of if entry.roles else None

    def side(self, actor: str, day: date) -> str:
        """The party that ``actor`` speaks and acts for on ``day``; the highest it belongs to, where none is a party."""
        chain = self.chain(actor, day)
        return next((each for each in chain if each in self._parties), chain[-1])

    def same(self, one: str, other: str, day: date) -> bool:
        """Whether one of the two belongs to the other on ``day``, or is it."""
        return other in self.chain(one, day) or one in self.chain(other, day)

    def name(self, actor: str) -> str:
        """The neutral name, the id itself where nothing is known."""
        entry = self._entries.get(actor)
        return actor if entry is None else entry.name

    def known(self, actor: str) -> bool:
        """Whether the dossier or the world's gazetteer knows it."""
        return actor in self._entries

    def warring(self, actor: str) -> bool:
        """Whether it is a de facto authority or an armed group, which is never a third side, party or not."""
        entry = self._entries.get(actor)
        return entry is not None and entry.kind in _WARRING


@lru_cache(maxsize=1)
def _world() -> dict[str, ActorEntry]:
    return {entry.id: entry for entry in dossiers.world().actors}
