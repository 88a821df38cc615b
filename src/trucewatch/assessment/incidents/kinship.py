"""Which kinds of events may be tellings of one event: families of the codebook's kinds."""

from __future__ import annotations

from collections.abc import Mapping

_FAMILIES: Mapping[str, str] = {
    "arms": "fire shelling missile-strike air-strike drone-strike shoot-down bombing suicide-attack chemical-attack "
    "attack clash incursion ceasefire-violation casualty killing wounding destruction mine-explosion sabotage",
    "ground": "seizure occupation incursion handover deployment",
    "talks": "meeting talks multilateral-meeting visit contact mediation",
    "call": "call contact talks mediation",
    "deal": "agreement agreement-signed promise ceasefire-declared prolongation mediation",
    "road": "road-closure blockade access-denied restriction obstruction",
    "access": "opening access-granted",
    "leaving": "evacuation withdrawal deportation return-of-displaced",
    "works": "construction fortification",
    "mines": "demining",
    "forces": "deployment peacekeeper-deployment reinforcement mobilisation withdrawal",
    "held": "detention capture abduction",
    "freed": "release exchange body-handover",
    "asking": "request demand ultimatum mediation-request",
    "charge": "accusation criticism complaint ceasefire-violation",
    "refusing": "rejection refusal veto failed-talks cancellation",
    "inquiry": "investigation investigation-joint",
    "leaving-talks": "cancellation failed-talks suspension",
}

_OF: dict[str, frozenset[str]] = {}
for _family, _kinds in _FAMILIES.items():
    for _kind in _kinds.split():
        _OF[_kind] = _OF.get(_kind, frozenset()) | {_family}

HARM = frozenset(("casualty", "killing", "wounding"))
CONSULT = frozenset(("talks", "call"))
"""Families whose events are what they are by who takes part."""
APART = frozenset(("works", "mines"))
"""Families of which a text tells each event once: two tellings in it are of two."""
SPEECH = frozenset(("asking", "charge", "refusing", "deal"))
"""Families of things said: much is asked and refused every day, so kind and day alone tell little."""
GROUND = frozenset(("arms", "ground"))
"""Families of violence and of ground taken, which a report tells of in several sentences."""
_GENERAL = frozenset(("attack", "ceasefire-violation", "clash", "casualty", "killing", "wounding", "contact", "talks"))
# Arms that are told apart: what is fired from small arms is no shelling, and no aircraft.
_ARMS = (
    frozenset(("fire",)),
    frozenset(("shelling", "missile-strike")),
    frozenset(("air-strike", "drone-strike")),
    frozenset(("bombing", "suicide-attack", "sabotage")),
    frozenset(("mine-explosion",)),
    frozenset(("chemical-attack",)),
    frozenset(("incursion",)),
    frozenset(("destruction",)),
    frozenset(("shoot-down",)),
)


def families(kind: str) -> frozenset[str]:
    """The families of a kind; a kind of no family is one of its own."""
    return _OF.get(kind, frozenset((kind,)))


def likeness(one: str, other: str) -> float | None:
    """How near two kinds are: 3 the same, 2 one of them general in a family of both, 1 of one family.

    ``None`` for kinds of no common family, and for arms that differ.
    """
    if one == other:
        return 3.0
    if not families(one) & families(other):
        return None
    if any(one in arms for arms in _ARMS) and any(other in arms for arms in _ARMS):
        return 1.5 if any(one in arms and other in arms for arms in _ARMS) else None
    return 2.0 if one in _GENERAL or other in _GENERAL else 1.0
