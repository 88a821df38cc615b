"""Words by which an obligation's kind is known: beginnings of words in lower case. General; nothing of one conflict."""

from __future__ import annotations

import re
from types import MappingProxyType

_WORD = re.compile(r"[^\W\d_]+")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BEGINNINGS = MappingProxyType(
    {
        "ceasefire": _set("cease cessation fight fire hostilit truce violat"),
        "restraint": _set("attack force offensive refrain"),
        "withdrawal": _set("exit leav left pull troop withdraw"),
        "weapons-withdrawal": _set("artiller gun heav mortar rocket tank weapon withdraw"),
        "disarmament": _set("arms demobil disarm weapon"),
        "arms-control": _set("arms embargo smuggl suppl weapon"),
        "foreign-forces": _set("depart fighter foreign leav mercenar withdraw"),
        "territory-return": _set("handed handing handover return territor"),
        "deployment": _set("contingent deploy station troop"),
        "redeployment": _set("camp deploy move redeploy"),
        "peacekeeping-term": _set("contingent mandate peacekeep prolong"),
        "monitoring": _set("centre mission monitor observ verif watch"),
        "mission": _set("mission monitor observ"),
        "body": _set("body centre chamber commission committee council group mechanism"),
        "meeting": _set("contact conven gather meet session talk"),
        "report": _set("list report submit"),
        "planning": _set("plan schedul"),
        "infrastructure": _set("build built construct finish road section"),
        "transport": _set("link open rail road route transport unblock"),
        "movement": _set("bridg cross movement open road traffic travel"),
        "guarantee": _set("guarante safet secur"),
        "border": _set("border commission delimit demarcat"),
        "detainees": _set("bod captiv detain exchang hostag prison releas"),
        "humanitarian-access": _set("access aid convoy humanitarian relief suppl"),
        "humanitarian-return": _set("displac refuge return"),
        "civilian-protection": _set("civilian protect"),
        "socio-economic": _set("bank econom pay pension"),
        "amnesty": _set("amnest pardon prosecut"),
        "elections": _set("ballot elect vote"),
        "constitution": _set("amend constitut law status"),
        "political": _set("dialog govern law status"),
        "recognition": _set("integrit recogni sovereign"),
        "treaty": _set("draft peac sign treat"),
        "contacts": _set("contact visit"),
        "confidence": _set("confidenc delist list trust"),
        "speech": _set("hate incit media propagand speech"),
        "good-offices": _set("assist facilit help mediat"),
    }
)
"""By kind; kinds that no words give away are left out."""


def likely_kind(action: str) -> str | None:
    """The kind whose words ``action`` holds most of, the first of the list where several hold as many.

    ``None`` where it holds none.
    """
    found = [word.casefold() for word in _WORD.findall(action)]
    hits = {
        kind: sum(any(word.startswith(each) for word in found) for each in some) for kind, some in BEGINNINGS.items()
    }
    best = max(hits, key=lambda kind: hits[kind])
    return best if hits[best] else None
