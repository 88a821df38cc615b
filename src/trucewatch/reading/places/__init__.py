"""Where: place names found, told apart and located."""

from __future__ import annotations

from trucewatch.reading.draft import Draft
from trucewatch.reading.places.assemble import assemble
from trucewatch.reading.places.attach import place_for
from trucewatch.reading.places.containers import link
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.find import Finder
from trucewatch.reading.places.known import known
from trucewatch.reading.places.resolve import resolve

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
    toponyms = Finder(scene, world).find()
    link(scene.words, toponyms)
    resolve(scene, world, toponyms)
    assemble(draft, world, toponyms)
