"""The lexicon of cues: words that attribute, what they do, and where their content stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from trucewatch.model.statement import Act


class Kind(StrEnum):
    """What a cue tells of its source."""

    SAY = "say"  # words are reported
    JUDGE = "judge"  # an act of speech on its object: criticise, reject, praise
    STANCE = "stance"  # what someone wants, holds, supports
    FIND = "find"  # what findings show
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: ``frames`` are the letters explained in ``cues.tsv``, ``preps`` lead content in, ``charges``
    what someone is charged with, ``addressed`` those who are called on."""

    kind: Kind
    act: Act
    frames: frozenset[str]
    preps: frozenset[str]
    charges: frozenset[str]
    addressed: frozenset[str]

    def takes(self, *frames: str) -> bool:
        """Whether the cue has any of these frames."""
        return any(frame in self.frames for frame in frames)


@cache
def verbs() -> dict[str, Cue]:
    """Verbal cues by lemma, with a particle as ``point_out``."""
    return {lemma: cue for lemma, cue in _entries() if not lemma.startswith("n:") and "~" not in lemma}


@cache
def companions() -> dict[str, dict[str, Cue]]:
    """Verbs that attribute together with another word: "call" with "question" (into question), by verb and word."""
    found: dict[str, dict[str, Cue]] = {}
    for lemma, cue in _entries():
        verb, tilde, word = lemma.partition("~")
        if tilde:
            found.setdefault(verb, {})[word] = cue
    return found


@cache
def forms() -> dict[str, str]:
    """Written forms of the verbs that introduce quotations, by form, for those the tagger takes for nouns ("notes")."""
    found: dict[str, str] = {}
    for lemma, cue in verbs().items():
        if cue.takes("q") and "_" not in lemma:
            stem = lemma[:-1] if lemma.endswith("e") else lemma
            ies = [lemma[:-1] + "ies", lemma[:-1] + "ied"] if lemma.endswith("y") else []
            for form in (lemma + "s", lemma + "es", stem + "ed", *ies):
                found.setdefault(form, lemma)
    return found


GENERIC = Cue(Kind.SAY, Act.ASSERT, frozenset("q"), frozenset(), frozenset(), frozenset())
"""What any verb is taken for that stands between a speaker and a quotation as cues do."""


@cache
def nouns() -> dict[str, Cue]:
    """Nominal cues by lemma."""
    return {lemma[2:]: cue for lemma, cue in _entries() if lemma.startswith("n:")}


@cache
def _entries() -> tuple[tuple[str, Cue], ...]:
    table = (files("trucewatch.reading.lexicon") / "cues.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(
        (lemma, cue)
        for lemmas, kind, act, frames in rows
        for cue in [_cue(kind, act, frames)]
        for lemma in lemmas.split()
    )


def _cue(kind: str, act: str, frames: str) -> Cue:
    plain: set[str] = set()
    after: dict[str, frozenset[str]] = {}
    for frame in frames.split():
        name, _, listed = frame.partition("=")
        plain.add(name)
        if listed:
            after[name] = frozenset(listed.split(","))
    return Cue(Kind(kind), Act(act), frozenset(plain), *(after.get(name, frozenset()) for name in "pfa"))
