"""The made-up truce with what a calendar is tried by: a disputed anchor, a term with notice, a day that is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.faces.dossiers import HARROW
from trucewatch.model.dossier import Dossier
from trucewatch.model.instrument import Bound, Deadline, Obligation, Provision, Term


def _truce() -> Dossier:
    (protocol,) = HARROW.instruments
    (guns,) = protocol.provisions
    pull_back, monitors = guns.obligations
    prolonged = replace(monitors, term=Term("2024-03-05", "P1Y", "P1Y", "P1M"))
    provisions = (
        replace(guns, obligations=(pull_back, prolonged)),
        Provision("4", "Road", (_disputed(), _open())),
    )
    return replace(HARROW, instruments=(replace(protocol, provisions=provisions),))


def _disputed() -> Obligation:
    """Ninety days from the signing by one reading, from the coming into force by another."""
    other = Deadline(Bound.BY, anchor="effect", duration="P90D")
    deadline = Deadline(Bound.BY, anchor="signing", duration="P90D", alternatives=(other,))
    return Obligation("4a", "access", "open the road", ("osteria",), deadline=deadline)


def _open() -> Obligation:
    """Ten days from an obligation that has no day."""
    return Obligation(
        "4b",
        "access",
        "clear the road of mines",
        ("velda",),
        deadline=Deadline(Bound.BY, anchor="obligation:4c", duration="P10D"),
    )


TRUCE = _truce()
SIGNED = date(2024, 3, 4)
