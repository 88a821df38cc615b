"""The ratchet: a score may rise, and never falls unseen.

``floors.json`` pins, for each scorer, the digest of what it was measured on and a floor for each gated measure. A score
under its floor by more than the scorer's noise fails, and so does a corpus that is not the one the floors were pinned
on. Floors are raised by ``python -m evaluation --update``; lowering one, or changing its corpus, needs ``--reason``,
which is kept in the file.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.registry import Scorer

FLOORS = Path(__file__).parent / "floors.json"
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What one scorer measured, on files of which digest, in how many seconds; or what was missing."""

    scorer: Scorer
    measures: Mapping[str, float] = field(default_factory=dict)
    digest: str = ""
    seconds: float = 0.0
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class Floors:
    """The pinned floors: by scorer the digest and the floors of its measures; and every lowering with its reason."""

    digests: dict[str, str] = field(default_factory=dict)
    measures: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)

    def of(self, scorer: Scorer, measure: str) -> float | None:
        """The floor of one measure, or ``None`` where none is pinned."""
        return self.measures.get(scorer.name, {}).get(measure)


class LoweringError(Exception):
    """A floor would be lowered, or a corpus changed, without a reason."""


def digest(files: Iterable[Path]) -> str:
    """``sha256:`` and the digest of the files' names and bytes, in their order."""
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return "sha256:" + total.hexdigest()


def load(path: Path = FLOORS) -> Floors:
    """The floors in ``path``; none where there is no such file."""
    if not path.exists():
        return Floors()
    raw = json.loads(path.read_text(encoding="utf-8"))
    scorers = raw["scorers"]
    return Floors(
        {name: each["digest"] for name, each in scorers.items()},
        {name: dict(each["floors"]) for name, each in scorers.items()},
        list(raw["lowered"]),
    )


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, in order of name."""
    scorers = {
        name: {"digest": floors.digests[name], "floors": dict(sorted(floors.measures[name].items()))}
        for name in sorted(floors.measures)
    }
    path.write_text(json.dumps({"scorers": scorers, "lowered": floors.lowered}, indent=2) + "\n", encoding="utf-8")


def faults(results: Iterable[Result], floors: Floors, *, known: Iterable[str], strict: bool) -> list[str]:
    """Why the gate does not open, a line each; none when it does.

    ``known`` are the names of all scorers there are; ``strict`` counts missing corpora and measures without a floor.
    """
    found: list[str] = []
    for result in results:
        name = result.scorer.name
        if result.missing:
            if strict:
                found.append(f"{name}: missing {', '.join(result.missing)}.")
            continue
        if name in floors.digests and floors.digests[name] != result.digest:
            found.append(
                f"{name}: what it is measured on has changed, so its floors say nothing. Pin anew, with --reason."
            )
            continue
        found += _falls(result, floors, strict=strict)
    orphans = sorted(set(floors.measures) - set(known))
    return found + [
        f"{name}: floors are pinned, but there is no such scorer. Unpin it with --reason." for name in orphans
    ]


def _falls(result: Result, floors: Floors, *, strict: bool) -> Iterable[str]:
    scorer = result.scorer
    for measure in scorer.gated:
        floor, score = floors.of(scorer, measure), result.measures.get(measure, math.nan)
        if floor is None:
            if strict:
                yield f"{scorer.name} {measure}: no floor is pinned. Pin it with --update."
        elif not score >= floor - scorer.noise:
            noise = f"{scorer.noise:.3f}"
            yield f"{scorer.name} {measure}: {score:.3f} is under its floor {floor:.3f} by more than {noise}."


def update(results: Iterable[Result], floors: Floors, *, known: Iterable[str], reason: str | None = None) -> list[str]:
    """Raise every floor that can be raised, in place, and say what changed; with a ``reason`` also lower and re-pin.

    Raises:
        LoweringError: when a floor would have to be lowered, a corpus changed or a scorer dropped without a reason.
    """
    changes: list[str] = []
    for result in results:
        if not result.missing:
            changes += _pin(result, floors, reason)
    for name in sorted(set(floors.measures) - set(known)):
        _lower(floors, {"scorer": name, "dropped": floors.measures[name]}, reason)
        del floors.measures[name], floors.digests[name]
        changes.append(f"{name}: dropped")
    return changes


def _pin(result: Result, floors: Floors, reason: str | None) -> Iterable[str]:
    scorer = result.scorer
    changed = floors.digests.get(scorer.name, result.digest) != result.digest
    if changed:
        _lower(floors, {"scorer": scorer.name, "corpus": [floors.digests[scorer.name], result.digest]}, reason)
    floors.digests[scorer.name] = result.digest
    pinned = floors.measures.setdefault(scorer.name, {})
    for measure in scorer.gated:
        old, score = pinned.get(measure), result.measures[measure]
        new = math.floor(score * 10**_DIGITS) / 10**_DIGITS
        if old is not None and (new == old or (new < old and not changed and score >= old - scorer.noise)):
            continue
        if old is not None and new < old:
            _lower(floors, {"scorer": scorer.name, "measure": measure, "from": old, "to": new}, reason)
        pinned[measure] = new
        yield f"{scorer.name} {measure}: {'none' if old is None else f'{old:.3f}'} -> {new:.3f}"


def _lower(floors: Floors, what: dict[str, Any], reason: str | None) -> None:
    if not reason:
        raise LoweringError(f"{json.dumps(what)} needs --reason: floors are lowered on purpose or not at all.")
    floors.lowered.append({**what, "reason": reason})
