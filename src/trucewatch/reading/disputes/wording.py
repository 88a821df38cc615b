"""What a dispute is about, in the text's own words."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Event
from trucewatch.model.statement import Statement
from trucewatch.reading.draft import Draft

_MOST = 12  # words of a statement that stand for its matter
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "its", "their", "his", "her", "our", "who", "which", "that"]
)


def words_for(draft: Draft, ref: ActorRef) -> str:
    """The words that refer to an actor, or its name where they are a pronoun or missing."""
    if ref.mention is None:
        return ref.name
    words = ref.mention.of(draft.text)
    return ref.name if words.lower() in _PRONOUNS else words


def about_event(draft: Draft, event: Event) -> str:
    """ "shelling by Ordvian forces at Tarsk"."""
    words = event.kind.replace("-", " ")
    if event.actors:
        words += f" by {words_for(draft, event.actors[0])}"
    if event.place.name:
        words += f" at {event.place.name}"
    return words


def matter(draft: Draft, statement: Statement) -> str:
    """The first words of what a statement says."""
    words = " ".join(part.of(draft.text) for part in statement.content).split()
    cut = " ".join(words[:_MOST]).strip(" ,;:")
    return cut + " …" if len(words) > _MOST else cut
