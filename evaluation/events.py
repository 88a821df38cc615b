"""Event types against two public gold standards: PLOVER's own records and PETRARCH2's unit cases.

PLOVER codes an act that is only promised as AGREE and one that is only held out as THREATEN; the product keeps the
act's own type with the status *planned*, so planned events are brought to PLOVER's reading before they are compared.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.corpora import lines
from trucewatch.model.actor import ActorRef
from trucewatch.model.document import Document
from trucewatch.model.event import Event, EventType, Status
from trucewatch.reading.draft import Draft
from trucewatch.reading.readers import READERS, begin

_COOPERATIVE = frozenset(
    (EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT)
)
_HOSTILE = frozenset((EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST))
# Names of older drafts of PLOVER for what its manual of 2024 calls otherwise.
_RENAMED = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one type."""

    precision: float
    recall: float
    f1: float
    gold: int


def read_text(text: str) -> Draft:
    """The draft of ``text`` read as far as events, without dossier and date of publication."""
    draft = begin(Document(text))
    for reader in READERS:
        reader.run(draft)
        if reader.name == "events":
            break
    return draft


def plover_type(event: Event) -> EventType:
    """The PLOVER root type of an event: promised acts are AGREE, acts held out THREATEN."""
    if event.status is Status.PLANNED:
        if event.type in _COOPERATIVE:
            return EventType.AGREE
        if event.type in _HOSTILE:
            return EventType.THREATEN
    return event.type


_CAMEO = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "",
    "",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
)
_CAMEO_FROM_15 = ("MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "ASSAULT", "ASSAULT")
# WEIS (McClelland 1978), CAMEO's forerunner: many of PETRARCH2's older unit cases still bear its codes (032 a visit,
# 064 recognition granted, 121 criticism, 223 an engagement).
_WEIS = (
    "CONSULT", "SUPPORT", "AGREE", "SUPPORT", "AID", "AGREE", "REQUEST", "REQUEST", "REJECT", "ACCUSE", "ACCUSE",
    "REJECT", "REQUEST", "THREATEN", "THREATEN", "MOBILIZE", "SANCTION", "SANCTION", "COERCE", "ASSAULT",
)  # fmt: skip


def cameo_type(code: str) -> EventType | None:
    """The PLOVER root type of a CAMEO code; ``None`` for codes that PLOVER leaves out and for invented ones."""
    root = code[:2]
    if root == "08":
        return EventType.CONCEDE if code[:3] in ("08", "080", "081", "082", "083") else EventType.RETREAT
    return _cameo().get(root)


@cache
def _cameo() -> dict[str, EventType]:
    rows = (*enumerate(_CAMEO, 3), *enumerate(_CAMEO_FROM_15, 15))
    return {f"{n:02}": EventType(name) for n, name in rows if name}


def weis_type(code: str) -> EventType | None:
    """The PLOVER root type of a WEIS code; ``None`` for codes that have none."""
    root = code[:2]
    return EventType(_WEIS[int(root) - 3]) if root.isdigit() and 3 <= int(root) <= 22 else None


def _chosen(draft: Draft, event_text: str) -> Event | None:
    """The event that lies on the gold's trigger words; the first one where none does."""
    wanted = set(_WORD.findall(event_text.lower()))
    best: Event | None = None
    most = 0
    for event in draft.events:
        shared = len(wanted & set(_WORD.findall(event.anchor.of(draft.text).lower())))
        if shared > most:
            best, most = event, shared
    return best or (draft.events[0] if draft.events else None)


def score_plover() -> dict[str, Any]:
    """Root types on PLOVER's gold records, end to end: ``macro_f1``, ``accuracy`` and a Score a type."""
    pairs: list[tuple[str, str | None, str]] = []
    for row in lines("events/plover-gsr.jsonl"):
        if "text" not in row or row["event"] == "DOCUMENT":
            continue
        draft = read_text(row["text"].strip("{} "))
        event = _chosen(draft, row.get("eventText", ""))
        found = plover_type(event).value if event is not None else None
        pairs.append((_RENAMED.get(row["event"], row["event"]), found, row["id"]))
    return _summary(pairs)


def _summary(pairs: list[tuple[str, str | None, str]]) -> dict[str, Any]:
    gold, found = Counter(g for g, _, _ in pairs), Counter(f for _, f, _ in pairs if f)
    right = Counter(g for g, f, _ in pairs if g == f)
    types: dict[str, Score] = {}
    for name in sorted(gold):
        precision = right[name] / found[name] if found[name] else 0.0
        recall = right[name] / gold[name]
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        types[name] = Score(precision, recall, f1, gold[name])
    return {
        "macro_f1": sum(s.f1 for s in types.values()) / len(types),
        "accuracy": sum(right.values()) / len(pairs),
        "records": len(pairs),
        "types": types,
        "wrong": [(id_, g, f) for g, f, id_ in pairs if g != f],
    }


Triple = tuple[str, str, frozenset[EventType]]


@cache
def _forms() -> dict[str, frozenset[str]]:
    """The forms of name that PETRARCH2's sentences use for the codes of its actors, many of them invented."""
    table = json.loads((Path(__file__).parent / "petrarch_actors.json").read_text(encoding="utf-8"))
    return {code: frozenset(names.split()) for code, names in table.items()}


def _means(refs: tuple[ActorRef, ...], code: str, text: str) -> bool:
    """Whether one of the references is the actor that a code of PETRARCH2 stands for."""
    wanted = _forms().get(code[:3], frozenset())
    for ref in refs:
        words = _WORD.findall(ref.name.lower()) + _WORD.findall(ref.mention.of(text).lower() if ref.mention else "")
        if not wanted.isdisjoint(words):
            return True
    return False


def _triples(events: Iterable[dict[str, str]], *, weis: bool) -> list[Triple]:
    """Source, target and the root types admitted, of every gold event that has both actors and a known code."""
    found: dict[tuple[str, str, frozenset[EventType]], None] = {}
    for event in events:
        code, source, target = event.get("eventcode", ""), event.get("sourcecode", ""), event.get("targetcode", "")
        admitted = {cameo_type(code), weis_type(code) if weis else None} - {None}
        if admitted and "---" not in (source[:3], target[:3]):
            found[source, target, frozenset(t for t in admitted if t)] = None
    return list(found)


def _hit(event: Event, triple: Triple, text: str) -> bool:
    source, target, admitted = triple
    if admitted.isdisjoint((event.type, plover_type(event))):
        return False
    if _means(event.actors, source, text) and _means(event.recipients, target, text):
        return True
    mutual = event.type in (EventType.CONSULT, EventType.AGREE, EventType.COOPERATE)
    parties = (*event.actors, *event.recipients)
    return mutual and source[:3] != target[:3] and _means(parties, source, text) and _means(parties, target, text)


def score_petrarch() -> dict[str, Any]:
    """Source, target and root type all right on PETRARCH2's unit cases: ``precision``, ``recall``, ``f1``.

    Every event found counts against precision, also those that the gold passes over. The codes are read as CAMEO;
    ``f1_either`` also admits what WEIS means by them. Cases without a code, or with invented ones only, are left out.
    """
    cases = [(row, read_text(row["text"])) for row in lines("events/petrarch2-unit.jsonl") if row["events"]]
    strict, either = _petrarch(cases, weis=False), _petrarch(cases, weis=True)
    return {**strict, "f1_either": either["f1"]}


def _petrarch(cases: list[tuple[dict[str, Any], Draft]], *, weis: bool) -> dict[str, float]:
    gold = right = hits = made = 0
    for row, draft in cases:
        wanted = _triples(row["events"], weis=weis)
        if not wanted:
            continue
        gold += len(wanted)
        made += len(draft.events)
        right += sum(1 for triple in wanted if any(_hit(event, triple, draft.text) for event in draft.events))
        hits += sum(1 for event in draft.events if any(_hit(event, triple, draft.text) for triple in wanted))
    precision, recall = hits / max(made, 1), right / max(gold, 1)
    total = precision + recall
    return {
        "f1": 2 * precision * recall / total if total else 0.0,
        "precision": precision,
        "recall": recall,
        "gold": gold,
    }
