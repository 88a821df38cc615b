"""A duty as one sentence words it, before obligors, deadline and instrument are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from trucewatch.model.commitment import Fulfilment
from trucewatch.model.text import Span


class Force(IntEnum):
    """How much the words alone make a commitment."""

    WEAK = 0  # "must", "will": needs an instrument that says so, or the party's own promise
    PLAIN = 1  # "is due to", "began the construction of": needs a party and a matter of the trade
    FIRM = 2  # "the agreement requires", "undertook to", "shall": stands by itself


@dataclass(frozen=True, slots=True)
class Duty:
    """``verb`` is the bound word (a verb, or the noun of the act), ``top`` the highest word of the frame, whose subtree
    holds its adverbials. ``subjects`` are the words of who is bound; empty where the text names nobody.

    ``body`` is the word that stands for the instrument where it is the subject ("the deal requires"), ``term`` the
    words of a deadline known to be this duty's.
    """

    verb: int
    top: int
    subjects: tuple[int, ...]
    action: Span
    status: Fulfilment
    force: Force
    body: int | None = None
    future: bool = False
    term: Span | None = None
