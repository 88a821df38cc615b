"""An invented agreement for tests: the Stonebrook truce between Arden and the Hill Council."""

from __future__ import annotations

from datetime import date
from typing import Any

from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry, Dossier
from trucewatch.model.instrument import Amendment, Bound, Deadline, Instrument, Obligation, Outcome, Provision, Term

SIGNED = "2031-03-01"


def duty(key: str, **fields: Any) -> Obligation:
    """An obligation of that key; a withdrawal owed by Arden unless ``fields`` say otherwise."""
    given = {"kind": "withdrawal", "action": "withdraw the guns", "obligors": ("arden",)} | fields
    return Obligation(key, **given)


def by(length: str, anchor: str = "signing", **fields: Any) -> Deadline:
    """A deadline by that length from that anchor."""
    return Deadline(Bound.BY, anchor=anchor, duration=length, **fields)


def amended(announced: date, day: date) -> Amendment:
    """A new day, announced then by the council."""
    return Amendment(announced, "hill-council", "by radio", Deadline(Bound.BY, day))


def instrument(*obligations: Obligation, signed: str = SIGNED, effective: str | None = None) -> Instrument:
    """The truce with these obligations, each in the provision its key begins with."""
    numbers = dict.fromkeys(each.key.rstrip("abcdef") for each in obligations)
    provisions = tuple(
        Provision(n, f"Point {n}", tuple(each for each in obligations if each.key.rstrip("abcdef") == n))
        for n in numbers
    )
    return Instrument(
        id=signed[:10],
        name="Stonebrook truce",
        names=(),
        nouns=("truce",),
        signed=signed,
        effective=effective,
        date_names=(),
        signatories=("arden", "hill-council"),
        parties=("arden", "hill-council"),
        provisions=provisions,
    )


def dossier(*instruments: Instrument, undertakings: tuple[Obligation, ...] = ()) -> Dossier:
    """A regime of these instruments."""
    actors = (
        ActorEntry("arden", "Arden", ActorKind.STATE),
        ActorEntry("arden-army", "Arden army", ActorKind.FORCE, parent="arden"),
        ActorEntry("hill-council", "Hill Council", ActorKind.AUTHORITY),
        ActorEntry("river-mission", "River Mission", ActorKind.MISSION),
    )
    return Dossier(
        "stonebrook", "Stonebrook", "A truce.", "2031/..", (), actors, (), instruments, undertakings=undertakings
    )


def outcome(state: str, day: str | None) -> Outcome:
    """What became of an obligation, without words."""
    return Outcome("", state, day)


def term(start: str, length: str, **fields: Any) -> Term:
    """A term of that length from that start."""
    return Term(start, length, **fields)
