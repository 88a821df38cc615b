"""A dossier made up for tests, that names Harrow by side and holds one deadline of each sort."""

from __future__ import annotations

from datetime import date

from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry, Dossier, NameForm, PlaceEntry, RoleTerm
from trucewatch.model.instrument import (
    Amendment,
    Bound,
    Certainty,
    Deadline,
    Instrument,
    Obligation,
    Outcome,
    Provision,
    Term,
)

HARROW = Dossier(
    id="harrow",
    title="The Harrow truce",
    summary="An invented truce between Velda and Osteria.",
    period="2024-01/..",
    region=("VE",),
    actors=(
        ActorEntry(
            "velda",
            "Velda",
            ActorKind.STATE,
            (NameForm("the Plain", "os", "osteria"), NameForm("Veldia", slip=True)),
            demonyms=("Veldan",),
            labels=(NameForm("the plainsmen", "en", "osteria"),),
        ),
        ActorEntry("osteria", "Osteria", ActorKind.STATE, demonyms=("Osterian",)),
        ActorEntry(
            "ivo-marn",
            "Ivo Marn",
            ActorKind.PERSON,
            roles=(RoleTerm("chief-of-staff", "Chief of the army staff", "osteria", "2021-05"),),
        ),
    ),
    places=(
        PlaceEntry(
            "harrow",
            "Harrow",
            "settlement",
            (
                NameForm("Hároc", "os", "osteria"),
                NameForm("Haroc", "en", "osteria"),
                NameForm("Harrow", "en", "velda"),
                NameForm("Harow", "en", "velda", slip=True),
            ),
            39.5,
            -46.25,
            Certainty.LIKELY,
            radius_km=2.0,
        ),
        PlaceEntry("gap", "The Gap", "road"),
    ),
    instruments=(
        Instrument(
            "harrow-protocol",
            "Harrow Protocol",
            (),
            ("protocol",),
            "2024-03-04",
            "2024-03-05T00:00+01:00",
            (date(2024, 3, 4),),
            ("velda", "osteria"),
            ("velda", "osteria"),
            (
                Provision(
                    "3",
                    "Guns",
                    (
                        Obligation(
                            "3a",
                            "withdrawal",
                            "pull back all guns 20 km",
                            ("velda", "osteria"),
                            deadline=Deadline(Bound.BY, anchor="signing", duration="P30D"),
                            amendments=(
                                Amendment(
                                    date(2024, 4, 1),
                                    "osteria",
                                    "by letter",
                                    Deadline(Bound.BY, date(2024, 4, 10), soft=True),
                                ),
                            ),
                            outcome=Outcome("done a week late", "late"),
                        ),
                        Obligation(
                            "3b",
                            "monitoring",
                            "let monitors count the guns",
                            (),
                            term=Term("2024-03-05", "P1Y", "by a year", "P1M"),
                            dispute="whose monitors",
                        ),
                    ),
                ),
            ),
        ),
    ),
    facts=(("Population", "9,000 in 2023"),),
    attribution=("Invented for tests.",),
)
