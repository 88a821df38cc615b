"""What kinds of events carry out or break what kinds of obligations, and which obligations bind from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from trucewatch.dossiers.kinds import BEGINNINGS

_FORCE = (
    "fire shelling missile-strike air-strike drone-strike shoot-down bombing suicide-attack chemical-attack attack "
    "clash incursion seizure sabotage ceasefire-violation"
)
_HARM = "killing wounding execution torture beating sexual-violence abduction deportation destruction"
_SHUT = "road-closure blockade access-denied obstruction siege supply-cut"

# kind of obligation: kinds of events that carry it out, kinds of events that break it
_EVENTS = {
    "ceasefire": ("ceasefire-declared prolongation", _FORCE),
    "restraint": ("", f"{_FORCE} {_HARM} threat ultimatum"),
    "withdrawal": ("handover withdrawal", "deployment fortification occupation reinforcement"),
    "weapons-withdrawal": ("disarmament withdrawal", "arms-supply deployment reinforcement"),
    "disarmament": ("disarmament surrender", "arms-supply mobilisation"),
    "arms-control": ("confiscation disarmament", "arms-supply military-aid"),
    "foreign-forces": ("withdrawal withdrawal-in-protest", "deployment military-aid reinforcement"),
    "territory-return": ("handover withdrawal", "occupation"),
    "deployment": ("deployment peacekeeper-deployment", "withdrawal"),
    "redeployment": ("deployment peacekeeper-deployment withdrawal", ""),
    "peacekeeping-term": ("peacekeeper-deployment prolongation", "expulsion withdrawal withdrawal-in-protest"),
    "monitoring": (
        "investigation investigation-joint peacekeeper-deployment",
        "access-denied expulsion withdrawal-in-protest",
    ),
    "mission": ("peacekeeper-deployment visit", "access-denied expulsion"),
    "meeting": ("meeting multilateral-meeting talks", "cancellation failed-talks"),
    "planning": ("", "failed-talks"),
    "infrastructure": ("construction opening", "destruction sabotage"),
    "transport": ("construction opening relations-restored", _SHUT),
    "movement": ("access-granted opening", _SHUT),
    "guarantee": ("", _SHUT),
    "border": ("delimitation", "incursion"),
    "detainees": ("body-handover exchange release", "abduction capture execution torture"),
    "humanitarian-access": ("access-granted aid-delivery evacuation", _SHUT),
    "humanitarian-return": ("return-of-displaced", "deportation"),
    "civilian-protection": ("", f"{_HARM} air-strike drone-strike shelling"),
    "socio-economic": ("concession", "supply-cut suspension"),
    "amnesty": ("", "conviction"),
    "recognition": ("recognition", ""),
    "treaty": ("agreement-signed", "failed-talks"),
    "contacts": ("call contact meeting visit", "relations-broken"),
    "confidence": ("concession", ""),
    "good-offices": ("mediation", ""),
}
_STANDING = frozenset({
    "ceasefire", "restraint", "arms-control", "peacekeeping-term", "monitoring", "mission", "movement", "guarantee",
    "humanitarian-access", "civilian-protection", "speech", "good-offices",
})  # fmt: skip
ON_THE_WAY = frozenset({"construction", "delimitation", "talks", "mediation"})
"""Kinds of events that show an obligation being carried out, not carried out."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """What bears on a kind of obligation: event kinds that carry it out or break it, and beginnings of words for it.

    A ``standing`` obligation binds from day to day and is never done once for all: it is kept or broken.
    """

    keeps: frozenset[str]
    breaks: frozenset[str]
    beginnings: frozenset[str]
    standing: bool = False


def _made(kind: str) -> KindWords:
    keeps, breaks = _EVENTS.get(kind, ("", ""))
    return KindWords(
        frozenset(keeps.split()), frozenset(breaks.split()), BEGINNINGS.get(kind, frozenset()), kind in _STANDING
    )


KINDS = MappingProxyType({kind: _made(kind) for kind in BEGINNINGS})
"""By the words of ``trucewatch.dossiers.OBLIGATION_KINDS``; those that nothing can keep or break are left out."""

_TUPLES = tuple((kind, tuple(each.beginnings)) for kind, each in KINDS.items())
_NOTHING = _made("")


def kind_words(kind: str) -> KindWords:
    """What bears on obligations of that kind; nothing, where the kind has no entry."""
    return KINDS.get(kind, _NOTHING)


@lru_cache(maxsize=1 << 16)
def kinds_of(word: str) -> frozenset[str]:
    """The kinds of obligations that ``word``, in lower case, is a word for."""
    return frozenset(kind for kind, beginnings in _TUPLES if word.startswith(beginnings))
