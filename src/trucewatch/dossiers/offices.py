"""Fixed word lists that dossiers choose from: offices, kinds of obligation, kinds of place, states of an outcome.

Closed lists keep dossiers comparable: a word outside them is a fault of the file, with the nearest known word as mend.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OFFICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "president": ("president", "head of state"),
        "vice-president": ("vice president", "vice-president"),
        "monarch": ("king", "queen", "emir", "sultan", "emperor"),
        "crown-prince": ("crown prince",),
        "supreme-leader": ("supreme leader",),
        "prime-minister": ("prime minister", "premier", "head of government"),
        "chancellor": ("chancellor",),
        "deputy-prime-minister": ("deputy prime minister", "vice prime minister", "vice premier"),
        "state-minister": ("state minister", "minister of state"),
        "foreign-minister": (
            "foreign minister",
            "minister of foreign affairs",
            "minister for foreign affairs",
            "top diplomat",
            "secretary of state",
            "foreign secretary",
        ),
        "deputy-foreign-minister": ("deputy foreign minister", "deputy minister of foreign affairs"),
        "defence-minister": (
            "defence minister",
            "defense minister",
            "minister of defence",
            "minister of defense",
            "defence secretary",
            "defense secretary",
            "secretary of defense",
        ),
        "deputy-defence-minister": ("deputy defence minister", "deputy defense minister"),
        "interior-minister": ("interior minister", "minister of internal affairs", "home secretary"),
        "minister": ("minister",),
        "spokesperson": ("spokesperson", "spokesman", "spokeswoman", "press secretary"),
        "speaker": ("speaker of parliament", "parliament speaker", "parliamentary speaker"),
        "member-of-parliament": ("member of parliament", "lawmaker", "deputy"),
        "security-council-secretary": (
            "security council secretary",
            "secretary of the security council",
            "national security adviser",
            "national security advisor",
        ),
        "adviser": ("presidential aide", "presidential adviser", "presidential advisor", "aide"),
        "ambassador": ("ambassador", "envoy", "permanent representative"),
        "official": ("official", "diplomat", "minister-counsellor", "department director"),
        "special-representative": ("special representative", "special envoy", "personal representative"),
        "mediator": ("mediator", "negotiator", "chief negotiator", "facilitator"),
        "head-of-mission": ("head of mission", "head of the mission"),
        "chair": ("head of the agency", "chairman", "chairperson", "director"),
        "secretary-general": ("secretary-general", "secretary general"),
        "foreign-policy-chief": ("foreign policy chief", "high representative"),
        "commander": ("commander", "commander-in-chief", "force commander"),
        "deputy-commander": ("deputy commander",),
        "chief-of-staff": ("chief of staff", "chief of the general staff"),
        "co-chair": ("co-chair", "co-chairman"),
        "leader": ("leader", "chief", "head"),
        "governor": ("governor",),
        "mayor": ("mayor", "head of the community"),
        "human-rights-defender": ("human rights defender", "ombudsman", "ombudsperson"),
        "soldier": ("soldier", "serviceman", "conscript"),
    }
)
"""Offices a role may name, with the English words for each, lower case and singular."""

OBLIGATION_KINDS: tuple[str, ...] = (
    "ceasefire",
    "restraint",
    "withdrawal",
    "weapons-withdrawal",
    "disarmament",
    "arms-control",
    "foreign-forces",
    "territory-return",
    "deployment",
    "redeployment",
    "peacekeeping-term",
    "monitoring",
    "mission",
    "body",
    "meeting",
    "report",
    "planning",
    "infrastructure",
    "transport",
    "movement",
    "guarantee",
    "border",
    "detainees",
    "humanitarian-access",
    "humanitarian-return",
    "civilian-protection",
    "socio-economic",
    "amnesty",
    "elections",
    "constitution",
    "political",
    "recognition",
    "treaty",
    "contacts",
    "confidence",
    "speech",
    "good-offices",
    "reaffirmation",
    "assessment",
)
"""What an obligation is about."""

PLACE_KINDS: tuple[str, ...] = (
    "settlement",
    "height",
    "district",
    "region",
    "country",
    "corridor",
    "road",
    "line",
    "water",
    "facility",
    "area",
)
"""What a place is; the same words as in a reading."""

OUTCOMES: tuple[str, ...] = ("met", "partial", "late", "missed", "disputed", "overtaken", "unknown")
"""What became of an obligation."""

GENDERS: tuple[str, ...] = ("male", "female")
"""Used for pronouns only."""
