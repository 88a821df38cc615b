"""Which side an actor stands on: itself, whom it belongs to and whom it speaks for."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.model.actor import ActorRef
from trucewatch.reading.draft import Draft

_STEPS = 3  # from a spokesperson over a ministry to a state


class Sides:
    """The sides of a draft's actors, found once each."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._known: dict[str, frozenset[str]] = {}

    def of(self, ref: ActorRef) -> frozenset[str]:
        """The ids that ``ref`` stands for; its name where it has no id."""
        if ref.actor is None:
            return frozenset((ref.name.casefold(),))
        if ref.actor not in self._known:
            self._known[ref.actor] = self._climb(ref.actor)
        return self._known[ref.actor]

    def all(self, refs: Iterable[ActorRef]) -> frozenset[str]:
        """The ids that any of ``refs`` stands for."""
        return frozenset(side for ref in refs for side in self.of(ref))

    def same(self, one: ActorRef, other: ActorRef) -> bool:
        """Whether the two stand on one side."""
        return not self.of(one).isdisjoint(self.of(other))

    def _climb(self, actor: str) -> frozenset[str]:
        found = {actor}
        last = {actor}
        for _ in range(_STEPS):
            last = {above for id_ in last for above in self._above(id_)} - found
            if not last:
                break
            found |= last
        return frozenset(found)

    def _above(self, id_: str) -> set[str]:
        above = {whom for _, whom in self.draft.affiliations.get(id_, ()) if whom is not None}
        entry = self.draft.knowledge.actors.get(id_)
        if entry is not None:
            above |= {role.of for role in entry.roles if role.of}
            if entry.parent:
                above.add(entry.parent)
        # Organs composed from the text carry the id of whom they belong to ("lesk-army").
        above |= {other for other in self.draft.actors if other != id_ and id_.startswith(other + "-")}
        return above
