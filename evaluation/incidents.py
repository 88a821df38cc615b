"""Incidents of our own corpora: what several dispatches report of one event, told apart from all else.

A report is what one dispatch tells of one incident of the gold, in one clause or several. Its events are those read
with their anchors in its clauses, of a kind of the incident where a clause has several; a clause that tells dead or
wounded has the event of its sentence that bears the toll. A report without any event stands alone. Pairwise over the
reports: two are one where an event of the one and an event of the other are in one incident of ours. A pair is right
when the gold has them as one, too; pairs across an incident and the one it is ``part_of`` are not counted, and events
of which the gold says nothing are not judged.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from evaluation.record_corpus import Corpus, corpus, names
from trucewatch.assessment.incidents import clusters
from trucewatch.model.rows import EventRow
from trucewatch.model.text import Span

_HARM = frozenset(("casualty", "killing", "wounding"))


@dataclass(slots=True)
class Report:
    """What one dispatch tells of one incident: the incident, the one it is part of, and the events read, by key."""

    incident: str
    family: str
    dispatch: str
    clauses: list[str] = field(default_factory=list)
    events: set[str] = field(default_factory=set)


def reports(read: Corpus) -> list[Report]:
    """Every report of a corpus's gold, matched."""
    events: dict[str, list[EventRow]] = {}
    for row in read.view.events():
        events.setdefault(row.document.id, []).append(row)
    found: dict[tuple[str, str], Report] = {}
    for incident in read.gold["incidents"]:
        name, family = incident["id"], incident.get("part_of", incident["id"])
        for words in incident["reports"]:
            report = found.setdefault((name, words["in"]), Report(name, family, words["in"]))
            document, span = read.span(words)
            report.clauses.append(words["words"])
            report.events |= _told(incident, span, events.get(document, []))
    return list(found.values())


def _told(incident: dict[str, Any], span: Span, events: list[EventRow]) -> set[str]:
    inside = [row for row in events if span.holds(row.value.anchor)]
    dated = [row for row in inside if row.value.date.mention is not None and span.holds(row.value.date.mention)]
    if len({row.value.anchor for row in inside}) == 1 and dated:
        inside = dated  # of one verb with two days, the event of the day named here
    fitting = [row for row in inside if row.value.kind in incident["kinds"]]
    if not fitting and _HARM & set(incident["kinds"]):
        fitting = [
            row for row in events if row.quote.span.meets(span) and (row.value.killed or row.value.wounded) is not None
        ]
    if not inside:  # "and again on 8 August": all that a clause may tell of an event is its day
        inside = [row for row in events if row.value.date.mention is not None and span.holds(row.value.date.mention)]
    return {row.key for row in fitting or inside}


def pairs(told: Sequence[Report], grouped: Mapping[str, str]) -> Iterator[tuple[Report, Report, bool, bool]]:
    """Every pair of reports that counts: the two, whether one by the gold, whether one by us."""
    ours = [{grouped[key] for key in each.events} for each in told]
    for one, other in combinations(range(len(told)), 2):
        gold = told[one].incident == told[other].incident
        if gold or told[one].family != told[other].family:
            yield told[one], told[other], gold, bool(ours[one] & ours[other])


def score_incidents() -> dict[str, float]:
    """Pairwise precision, recall and F1 over all own corpora; ``read``, the share of reports with an event."""
    right = called = there = read = 0
    told: list[Report] = []
    for name in names():
        kept = corpus(name)
        each = reports(kept)
        told += each
        read += sum(bool(report.events) for report in each)
        for _, _, gold, ours in pairs(each, clusters(kept.view, (kept.dossier,))):
            right, called, there = right + (gold and ours), called + ours, there + gold
    precision, recall = right / max(called, 1), right / max(there, 1)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "read": read / max(len(told), 1),
        "items": float(len(told)),
    }


def main() -> None:
    """Print what went wrong: reports without an event, pairs wrongly parted, pairs wrongly joined."""
    for name in sys.argv[1:] or names():
        kept = corpus(name)
        told, grouped = reports(kept), clusters(kept.view, (kept.dossier,))
        for each in told:
            if not each.events:
                print("NO EVENT", each.incident, each.dispatch, each.clauses)
        for one, other, gold, ours in pairs(told, grouped):
            if gold != ours and one.events and other.events:
                print(
                    "PARTED" if gold else "JOINED",
                    one.incident,
                    one.dispatch,
                    one.clauses,
                    "|",
                    other.incident,
                    other.dispatch,
                    other.clauses,
                )
    print(score_incidents())


if __name__ == "__main__":
    main()
