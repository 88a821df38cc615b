"""Dossiers: one file a ceasefire regime, read safely and checked whole; and the gazetteer of the world's actors."""

from __future__ import annotations

from trucewatch.dossiers.draft import draft
from trucewatch.dossiers.library import check, load, names, read, world
from trucewatch.dossiers.offices import OBLIGATION_KINDS, OFFICES, OUTCOMES, PLACE_KINDS
from trucewatch.dossiers.skeleton import skeleton

__all__ = [
    "OBLIGATION_KINDS",
    "OFFICES",
    "OUTCOMES",
    "PLACE_KINDS",
    "check",
    "draft",
    "load",
    "names",
    "read",
    "skeleton",
    "world",
]
