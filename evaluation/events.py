"""Event types against two public gold standards: PLOVER's own records and PETRARCH2's unit cases.

PLOVER codes an act that is only promised as AGREE and one that is only held out as THREATEN; the product keeps the
act's own type with the status *planned*, so planned events are brought to PLOVER's reading before they are compared.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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


def corpora() -> Path:
    """The folder of the corpora: ``TRUCEWATCH_CORPORA``, by default beside the project."""
    return Path(os.environ.get("TRUCEWATCH_CORPORA", "../shared/corpora"))


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (corpora() / "events" / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


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


def cameo_type(code: str) -> EventType | None:
    """The PLOVER root type of a CAMEO code; ``None`` for codes that PLOVER leaves out and for invented ones."""
    root = code[:2]
    if root == "08":
        return EventType.CONCEDE if code[:3] in ("08", "080", "081", "082", "083") else EventType.RETREAT
    return _cameo().get(root)


@cache
def _cameo() -> dict[str, EventType]:
    names = "AGREE CONSULT SUPPORT COOPERATE AID . . REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION COERCE ASSAULT"
    table = {f"{n:02}": EventType(name) for n, name in enumerate(names.split(), 3) if name != "."}
    return {**table, "19": EventType.ASSAULT, "20": EventType.ASSAULT}


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
    for row in _rows("plover-gsr.jsonl"):
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


# Codes of PETRARCH2's invented actors, by the forms of name that its sentences use.
_CODES = {
    "ARN": "arnor", "GON": "gondor minas tirith", "OSG": "osgiliath", "ERI": "eriador eriadori eriadorian", "DAG": "dagolath dagolathi",
    "CAL": "calenardhon", "ITH": "ithilen", "BRE": "bree", "FOR": "fornost", "MOR": "mordor cirith ungol barad-dur", "ROH": "rohan rohans",
    "HOB": "gollum frodo smeagol slinker stinker gamgee hamfast sam", "ELF": "caras galadhon galadriel", "DOL": "dol amroth",
    "SHR": "michel delving", "USA": "united states washington white house american", "KOR": "south korea seoul",
    "PRK": "north korea pyongyang hermit kingdom", "NZE": "new zealand", "DNK": "danish zealand denmark", "LBY": "libya",
    "ETH": "ethiopia", "KUW": "kuwait", "AUS": "australia", "PHL": "philippines", "FRA": "france", "RUS": "russia russian",
    "PAK": "pakistan pakistani", "NGO": "msf", "HGW": "quibbler", "NGM": "amnesty", "IGO": "au african union european criminal court",
    "CAF": "central african", "FRO": "shire", "BIL": "shire", "SAM": "shire", "ORC": "gamgee", "MRG": "morgul", "ZBW": "zimbabwe",
    "RHO": "zimbabwe", "GMW": "west german", "ELR": "lorien", "GAL": "lorien", "AFG": "afghanistan",
}  # fmt: skip


def _means(refs: tuple[ActorRef, ...], code: str, text: str) -> bool:
    """Whether one of the references is the actor that a code of PETRARCH2 stands for."""
    forms = _CODES.get(code[:3])
    if forms is None:
        return False
    wanted = set(forms.split())
    for ref in refs:
        words = set(_WORD.findall(ref.name.lower())) | set(_WORD.findall(ref.mention.of(text).lower() if ref.mention else ""))
        if words & wanted:
            return True
    return False


def score_petrarch() -> dict[str, Any]:
    """Source, target and root type all right on PETRARCH2's unit cases: precision, recall and ``f1``.

    Cases whose codes are invented, without a CAMEO root or that expect nothing are left out of the count of gold.
    """
    gold = right = made = 0
    for row in _rows("petrarch2-unit.jsonl"):
        wanted = {
            (e["sourcecode"], e["targetcode"], kind)
            for e in row["events"]
            if e.get("eventcode") and (kind := cameo_type(e["eventcode"])) is not None and "---" not in (e["sourcecode"], e["targetcode"])
        }
        if not wanted:
            continue
        draft = read_text(row["text"])
        gold += len(wanted)
        hit = set()
        for event in draft.events:
            matched = {
                w
                for w in wanted
                if w[2] in (event.type, plover_type(event))
                and _means(event.actors, w[0], draft.text)
                and _means(event.recipients, w[1], draft.text)
            } | {
                w
                for w in wanted
                if event.type is EventType.CONSULT
                and w[2] is EventType.CONSULT
                and _means(event.recipients, w[0], draft.text)
                and _means(event.actors, w[1], draft.text)
            }
            made += 1
            hit |= matched
        right += len(hit)
    precision, recall = right / max(made, right, 1), right / max(gold, 1)
    return {"f1": 2 * precision * recall / max(precision + recall, 1e-9), "precision": precision, "recall": recall, "gold": gold}
