"""Where: place names found, told apart and located."""

from __future__ import annotations

from trucewatch.reading.draft import Draft
from trucewatch.reading.places.assemble import assemble
from trucewatch.reading.places.attach import place_for
from trucewatch.reading.places.containers import link
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.find import find
from trucewatch.reading.places.known import known
from trucewatch.reading.places.resolve import resolve
from trucewatch.reading.places.toponym import Toponym

__all__ = ["place_for", "read_places"]


def read_places(draft: Draft) -> None:
    """Fill ``draft.places``. Requires ``parse`` and the actor ``mentions``: a capital that speaks is no place.

    The dossier's places stand above the gazetteer's; of homonyms the context decides, and what it does not decide stays
    without a position and is warned of.

    Raises:
        InstallationError: when the gazetteer's file is missing.
    """
    scene = Scene(draft)
    world = known(draft.knowledge)
    toponyms = find(scene, world)
    _correct_mentions(draft, scene, toponyms)
    link(scene.words, toponyms)
    resolve(scene, world, toponyms)
    assemble(draft, world, toponyms)


def _correct_mentions(draft: Draft, scene: Scene, toponyms: list[Toponym]) -> None:
    """Take back the strangers that only the model's label made persons, where their name turns out to be a place's."""
    mistaken = {id(scene.strangers[i]) for toponym in toponyms for i in toponym.words if i in scene.strangers}
    if not mistaken:
        return
    gone = {actor for mention in draft.mentions if id(mention) in mistaken for actor in mention.actors}
    draft.mentions = [mention for mention in draft.mentions if id(mention) not in mistaken]
    for actor in gone.difference(*(mention.actors for mention in draft.mentions)):
        draft.actors.pop(actor, None)
    draft.forget_index()
