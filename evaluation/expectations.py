"""Scores a reading against what a careful reader expects of a text: one point a thing found, one a field right.

Expectations are a mapping with ``statements``, ``events``, ``commitments``, ``dates``, ``actors``, ``places``,
``instruments`` and ``absent_event_types``; see ``tests/stories`` for cases. Matching is one to one: a statement by the
overlap of its words (token Jaccard at least 0.5), an event by its anchor's first word and then type and date, a
commitment by its action's words and due date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Points earned of points there are, with a line for each."""

    earned: int = 0
    possible: int = 0
    lines: list[str] = field(default_factory=list)

    def point(self, right: bool, line: str) -> None:
        """Count one point."""
        self.possible += 1
        self.earned += right
        self.lines.append(("+ " if right else "- ") + line)

    @property
    def share(self) -> float:
        """Share of the points earned; 1 where there are none."""
        return self.earned / self.possible if self.possible else 1.0


class _Case:
    """A reading with the look-ups that scoring needs."""

    def __init__(self, reading: Json) -> None:
        self.reading = reading
        self.text: str = reading["document"]["text"]
        self.names = {actor["id"]: actor["name"] for actor in reading["actors"]}

    def cut(self, span: Sequence[int] | None) -> str:
        return self.text[span[0] : span[1]] if span else ""

    def ref(self, ref: Json | None) -> str:
        if not ref:
            return ""
        parts = (ref.get("name"), self.names.get(ref.get("actor") or ""), self.cut(ref.get("mention")))
        return " ".join(part for part in parts if part)

    def has(self, wanted: Iterable[str], refs: Iterable[Json]) -> bool:
        have = " | ".join(self.ref(ref) for ref in refs).lower()
        return any(name.lower() in have for name in wanted)


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def overlap(one: str, other: str) -> float:
    """Jaccard similarity of the two texts' words, counted as multisets."""
    a, b = Counter(_tokens(one)), Counter(_tokens(other))
    shared, total = sum((a & b).values()), sum((a | b).values())
    return shared / total if total else 0.0


def score(expect: Json, reading: Json) -> Score:
    """Score one reading (the contract's JSON object) against one case of expectations."""
    case, result = _Case(reading), Score()
    _statements(expect, case, result)
    _events(expect, case, result)
    _commitments(expect, case, result)
    _names(expect, case, result)
    return result


def _statements(expect: Json, case: _Case, result: Score) -> None:
    used: set[int] = set()
    for wanted in expect.get("statements", []):
        ranked = sorted(
            (
                (
                    overlap(wanted["content"], " ".join(case.cut(c) for c in got["content"]))
                    + (0.3 if case.has(wanted["speaker"], [got["speaker"]]) else 0),
                    -i,
                )
                for i, got in enumerate(case.reading["statements"])
                if i not in used
            ),
            reverse=True,
        )
        best = -ranked[0][1] if ranked else None
        got = case.reading["statements"][best] if best is not None else None
        body = " ".join(case.cut(c) for c in got["content"]) if got else ""
        found = got if got and overlap(wanted["content"], body) >= 0.5 else None
        if found is not None and best is not None:
            used.add(best)
        result.point(found is not None, f"statement: {wanted['content'][:70]}")
        result.point(
            found is not None and case.has(wanted["speaker"], [found["speaker"]]),
            f"  speaker {wanted['speaker']} got {case.ref(found['speaker']) if found else None}",
        )
        for key, have in (("form", "form"), ("acts", "act"), ("date", "date")):
            if key in wanted:
                value = None if found is None else found[have]["value"] if key == "date" else found[have]
                right = value in wanted[key] if key == "acts" and value else value == wanted[key]
                result.point(found is not None and right, f"  {key} {wanted[key]} got {value}")
    if "statements" in expect:
        count, limit = len(case.reading["statements"]), 2 * max(1, len(expect["statements"]))
        result.point(count <= limit, f"no flood of statements: {count} of at most {limit}")


def _events(expect: Json, case: _Case, result: Score) -> None:
    used: set[int] = set()
    events = case.reading["events"]
    for wanted in expect.get("events", []):
        stem = wanted["anchor"].split()[0].lower()[:5]
        open_ = [i for i, got in enumerate(events) if i not in used and stem in case.cut(got["anchor"]).lower()]
        open_ = [i for i in open_ if events[i]["type"] in wanted["types"]] or open_
        if wanted.get("date"):
            open_ = [i for i in open_ if events[i]["date"]["value"] == wanted["date"]] or open_
        got = events[open_[0]] if open_ else None
        used.update(open_[:1])
        result.point(got is not None, f"event: {wanted['anchor']}")
        result.point(got is not None and got["type"] in wanted["types"], f"  type {wanted['types']}")
        for line, right in _event_fields(wanted, got, case):
            result.point(right, line)
    for kind in expect.get("absent_event_types", []):
        found = [case.cut(got["anchor"]) for got in events if got["type"] == kind]
        result.point(not found, f"no {kind}: {found}")


def _event_fields(wanted: Json, got: Json | None, case: _Case) -> Iterable[tuple[str, bool]]:
    if wanted.get("actors"):
        have = got["actors"] + got["recipients"] if got else []
        yield f"  actors {wanted['actors']} got {[case.ref(r) for r in have]}", case.has(wanted["actors"], have)
    if wanted.get("place"):
        have_place = case.ref({**got["place"], "actor": None}) if got else ""
        yield (
            f"  place {wanted['place']} got {have_place}",
            any(name.lower() in have_place.lower() for name in wanted["place"]),
        )
    if wanted.get("date"):
        date = got["date"]["value"] if got else None
        yield f"  date {wanted['date']} got {date}", date == wanted["date"]
    if wanted.get("status"):
        status = got["status"] if got else None
        yield f"  status {wanted['status']} got {status}", status == wanted["status"]
    for key in ("claimed_by", "denied_by"):
        if wanted.get(key):
            refs = got[key] if got else []
            yield f"  {key} {wanted[key]} got {[case.ref(r) for r in refs]}", case.has(wanted[key], refs)
    for key in ("killed", "wounded"):
        if key in wanted:
            count = got[key] if got else None
            yield f"  {key} {wanted[key]} got {count}", count is not None and count["low"] == wanted[key]


def _commitments(expect: Json, case: _Case, result: Score) -> None:
    used: set[int] = set()
    commitments = case.reading["commitments"]
    for wanted in expect.get("commitments", []):
        best: tuple[float, int] | None = None
        for i, got in enumerate(commitments):
            if i in used:
                continue
            have, want = set(_tokens(case.cut(got["action"]))), set(_tokens(wanted["action"]))
            value = len(have & want) / max(1, len(want)) + _same_due(wanted, got)
            if best is None or value > best[0]:
                best = (value, i)
        got = commitments[best[1]] if best and best[0] >= 0.5 else None
        if got is not None and best is not None:
            used.add(best[1])
        result.point(got is not None, f"commitment: {wanted['action']}")
        if wanted.get("due"):
            result.point(
                got is not None and _same_due(wanted, got) == 1, f"  due {wanted['due']} got {got and got['due']}"
            )
        for name in wanted.get("obligors", []):
            refs = got["obligors"] if got else []
            result.point(case.has([name], refs), f"  obligor {name} got {[case.ref(r) for r in refs]}")
        for key in ("provision", "instrument"):
            if wanted.get(key):
                result.point(
                    got is not None and got[key] == wanted[key], f"  {key} {wanted[key]} got {got and got[key]}"
                )
        if wanted.get("status"):
            result.point(
                got is not None and got["status"] in wanted["status"],
                f"  status {wanted['status']} got {got and got['status']}",
            )


def _same_due(wanted: Json, got: Json) -> int:
    return int(bool(wanted.get("due")) and (got["due"] or {}).get("value") == wanted["due"])


def _names(expect: Json, case: _Case, result: Score) -> None:
    for words, value in expect.get("dates", {}).items():
        have = [d["value"] for d in case.reading["dates"] if words.lower() in case.cut(d["mention"]).lower()]
        result.point(value in have, f"date {words} = {value} got {have}")
    for wanted in expect.get("actors", []):
        names = [
            a["name"] for a in case.reading["actors"] if any(wanted["mention"] in case.cut(m) for m in a["mentions"])
        ]
        right = any(name in have for name in wanted["name"] for have in names)
        result.point(right, f"actor {wanted['mention']} = {wanted['name']} got {names}")
    for wanted in expect.get("places", []):
        result.point(_is_near(wanted, case), f"place {wanted['names'][0]} within {wanted['km']} km")
    for id_ in expect.get("instruments", []):
        result.point(any(i["id"] == id_ for i in case.reading["instruments"]), f"instrument {id_}")


def _is_near(wanted: Json, case: _Case) -> bool:
    latitude, longitude = wanted["latlon"]
    return any(
        abs(place["latitude"] - latitude) < wanted["km"] / 111
        and abs(place["longitude"] - longitude) < wanted["km"] / 85
        for place in case.reading["places"]
        if place["latitude"] is not None
        and (place["name"] in wanted["names"] or any(case.cut(m) in wanted["names"] for m in place["mentions"]))
    )
