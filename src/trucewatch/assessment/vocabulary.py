"""What kinds of obligations have to do with kinds of events and with words. General; nothing of one conflict."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

_FORCE = (
    "fire shelling missile-strike air-strike drone-strike shoot-down bombing suicide-attack chemical-attack attack "
    "clash incursion seizure sabotage ceasefire-violation"
)
_HARM = "killing wounding execution torture beating sexual-violence abduction deportation destruction"
_SHUT = "road-closure blockade access-denied obstruction siege supply-cut"


@dataclass(frozen=True, slots=True)
class KindWords:
    """What bears on a kind of obligation: event kinds that carry it out or break it, and beginnings of words for it.

    A ``standing`` obligation binds from day to day and is never done once for all: it is kept or broken.
    """

    keeps: frozenset[str]
    breaks: frozenset[str]
    beginnings: frozenset[str]
    standing: bool = False


def _kind(keeps: str, breaks: str, beginnings: str, *, standing: bool = False) -> KindWords:
    return KindWords(frozenset(keeps.split()), frozenset(breaks.split()), frozenset(beginnings.split()), standing)


_NOTHING = _kind("", "", "")

KINDS = MappingProxyType(
    {
        "ceasefire": _kind(
            "ceasefire-declared prolongation",
            _FORCE,
            "ceasefire truce hostilit fight fire violat cessation",
            standing=True,
        ),
        "restraint": _kind("", f"{_FORCE} {_HARM} threat ultimatum", "force refrain offensive attack", standing=True),
        "withdrawal": _kind(
            "withdrawal handover",
            "deployment reinforcement fortification occupation",
            "withdraw leav left pull exit troop",
        ),
        "weapons-withdrawal": _kind(
            "withdrawal disarmament",
            "deployment reinforcement arms-supply",
            "withdraw weapon gun artiller heav tank rocket",
        ),
        "disarmament": _kind("disarmament surrender", "arms-supply mobilisation", "disarm weapon demobil arms"),
        "arms-control": _kind(
            "confiscation disarmament", "arms-supply military-aid", "arms weapon smuggl suppl embargo", standing=True
        ),
        "foreign-forces": _kind(
            "withdrawal withdrawal-in-protest",
            "military-aid deployment reinforcement",
            "foreign mercenar fighter withdraw leav depart",
        ),
        "territory-return": _kind("handover withdrawal", "occupation", "return handed handover handing territor"),
        "deployment": _kind("deployment peacekeeper-deployment", "withdrawal", "deploy station contingent troop"),
        "redeployment": _kind("deployment withdrawal peacekeeper-deployment", "", "redeploy deploy move camp"),
        "peacekeeping-term": _kind(
            "peacekeeper-deployment prolongation",
            "withdrawal withdrawal-in-protest expulsion",
            "peacekeep contingent mandate prolong",
            standing=True,
        ),
        "monitoring": _kind(
            "peacekeeper-deployment investigation investigation-joint",
            "access-denied expulsion withdrawal-in-protest",
            "monitor observ verif mission watch centre",
            standing=True,
        ),
        "mission": _kind(
            "peacekeeper-deployment visit", "access-denied expulsion", "mission monitor observ", standing=True
        ),
        "body": _kind("", "", "commission committee group centre council mechanism body chamber"),
        "meeting": _kind(
            "meeting multilateral-meeting talks", "cancellation failed-talks", "meet talk conven session gather contact"
        ),
        "report": _kind("", "", "report list submit"),
        "planning": _kind("", "failed-talks", "plan schedul"),
        "infrastructure": _kind(
            "construction opening", "destruction sabotage", "build construct road built section finish"
        ),
        "transport": _kind(
            "opening construction relations-restored", _SHUT, "transport road rail link open route unblock"
        ),
        "movement": _kind(
            "opening access-granted", _SHUT, "open road bridg cross movement traffic travel", standing=True
        ),
        "guarantee": _kind("", _SHUT, "guarante safet secur", standing=True),
        "border": _kind("delimitation", "incursion", "border delimit demarcat commission"),
        "detainees": _kind(
            "release exchange body-handover",
            "capture abduction execution torture",
            "prison detain hostag captiv bod exchang releas",
        ),
        "humanitarian-access": _kind(
            "aid-delivery access-granted evacuation",
            _SHUT,
            "aid humanitarian relief convoy access suppl",
            standing=True,
        ),
        "humanitarian-return": _kind("return-of-displaced", "deportation", "return displac refuge"),
        "civilian-protection": _kind(
            "", f"{_HARM} shelling air-strike drone-strike", "civilian protect", standing=True
        ),
        "socio-economic": _kind("concession", "supply-cut suspension", "pension bank pay econom"),
        "amnesty": _kind("", "conviction", "amnest pardon prosecut"),
        "elections": _kind("", "", "elect vote ballot"),
        "constitution": _kind("", "", "constitut law status amend"),
        "political": _kind("", "", "dialog law status govern"),
        "recognition": _kind("recognition", "", "recogni sovereign integrit"),
        "treaty": _kind("agreement-signed", "failed-talks", "treat peac sign draft"),
        "contacts": _kind("contact meeting visit call", "relations-broken", "contact visit"),
        "confidence": _kind("concession", "", "confidenc delist list trust"),
        "speech": _kind("", "", "propagand hate speech media incit", standing=True),
        "good-offices": _kind("mediation", "", "assist mediat help facilit", standing=True),
    }
)
"""By the words of ``trucewatch.dossiers.OBLIGATION_KINDS``; those that nothing can keep or break are left out."""


def kind_words(kind: str) -> KindWords:
    """What bears on obligations of that kind; nothing, where the kind has no entry."""
    return KINDS.get(kind, _NOTHING)
