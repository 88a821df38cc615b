"""The days of an obligation as marks on a calendar: each reading of its deadline, the end of its term, the notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.faces.asking.question import Plain

_BOUNDS: Mapping[str, str] = {"by": "Due by", "on": "Due on", "from": "Binds from", "until": "Runs until"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One day of an obligation. ``part`` names it among those of the obligation whatever day it falls on; ``value`` is
    EDTF, ``doubts`` say why the day may not hold."""

    part: tuple[str, ...]
    words: str
    value: str
    rule: str
    doubts: tuple[str, ...] = ()


def deadlines(row: Plain) -> Iterator[Mark]:
    """The marks of a row of the question ``obligations``. Where what a deadline counts from is disputed, each reading
    has its own, which names the others."""
    due = row["due"]
    dues = [each for each in due["dues"] if each["value"]]
    every = list(dict.fromkeys(each["value"] for each in dues))
    turns: dict[str, int] = {}
    for each in dues:
        turns[each["anchor"]] = turn = turns.get(each["anchor"], 0) + 1
        others = [value for value in every if value != each["value"]]
        doubts = [f"disputed: by another reading {' or '.join(others)}"] if others else []
        doubts += [words for words, holds in _doubts(each) if holds]
        yield Mark(
            ("due", each["anchor"], str(turn)), _BOUNDS[each["bound"]], each["value"], each["rule"], tuple(doubts)
        )
    yield from _term(due["term"])


def _doubts(each: Plain) -> Iterator[tuple[str, bool]]:
    yield "provisional: it counts from a day not yet known", bool(each["provisional"])
    yield "a political date, not binding", bool(each["soft"])
    yield f"if {each['condition']}", bool(each["condition"])


def _term(term: Plain | None) -> Iterator[Mark]:
    if term is None:
        return
    doubts = ["assumed to be prolonged: no notice is known"] if term["assumed"] else []
    doubts += ["provisional: it counts from a day not yet known"] if term["provisional"] else []
    number = str(term["number"])
    if term["value"]:
        yield Mark(("term", number), "Term ends", term["value"], term["rule"], tuple(doubts))
    if term["notice_by"]:
        yield Mark(("notice", number), "Last day for notice", term["notice_by"], term["rule"], tuple(doubts))
