"""Triggers of events and the word classes that their conditions name, read from data.

A trigger's pattern is ``v:`` (verb), ``n:`` (noun) or ``j:`` (predicate adjective) and a lemma, then at most one each
of ``>OBJECT``, ``~PARTICLE`` and ``+PREPOSITION>OBJECT`` (``+x>VERB``: an infinitive); words before a noun are its
modifiers. Alternatives stand between ``|``; ``@CLASS`` is a class of words, ``*`` anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PATTERN = re.compile(
    r"(?P<pos>[vnj]):(?P<words>[^>~+]+)(?:~(?P<part>\w+))?(?:\+(?P<prep>\w+)(?:>(?P<pobj>[^>~+]+))?)?(?:>(?P<obj>[^>~+]+))?"
)


@dataclass(frozen=True, slots=True)
class Filler:
    """What may fill a slot: any of ``words`` or of the classes ``tags``; both empty: anything."""

    words: frozenset[str]
    tags: frozenset[str]

    def admits(self, forms: tuple[str, ...], tags: frozenset[str]) -> bool:
        """Whether a word with these forms and classes fits."""
        if not self.words and not self.tags:
            return True
        return not self.words.isdisjoint(forms) or not self.tags.isdisjoint(tags)


@dataclass(frozen=True, slots=True)
class Need:
    """One condition: ``name`` with an ``argument`` ("" where it takes none); ``negated`` turns it round."""

    name: str
    argument: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: its pattern, the kind it names, its conditions and how its arguments are read.

    ``recipients`` are the prepositions that name the recipient (``None``: the usual ones), ``of_agent`` says that "of"
    names the agent of the noun, ``swap`` that the subject undergoes the event.
    """

    pattern: str
    pos: str
    lemma: str
    modifiers: frozenset[str]
    particle: str | None
    preposition: str | None
    prepositional: Filler | None
    object: Filler | None
    kind: str
    needs: tuple[Need, ...]
    recipients: tuple[str, ...] | None
    of_agent: bool
    swap: bool

    @property
    def weight(self) -> int:
        """How specific the pattern is."""
        parts = (self.modifiers, self.particle, self.preposition, self.object)
        specific = sum(1 for part in parts if part)
        return 2 * specific + sum(1 for f in (self.object, self.prepositional) if f and f.words)


def _filler(text: str | None) -> Filler | None:
    if text is None:
        return None
    parts = [] if text == "*" else text.split("|")
    return Filler(
        frozenset(p for p in parts if not p.startswith("@")), frozenset(p[1:] for p in parts if p.startswith("@"))
    )


def _need(text: str) -> Need:
    name, _, argument = text.removeprefix("-").partition(":")
    return Need(name, argument, text.startswith("-"))


def trigger(row: str) -> Trigger:
    """The trigger of one row of the table: pattern, kind, needs and roles between tabs.

    Raises:
        ValueError: when the row is not of that form.
    """
    pattern, kind, needs, roles = row.split("\t")
    match = _PATTERN.fullmatch(pattern)
    if match is None:
        raise ValueError(f"{pattern!r} is no pattern of a trigger")
    *modifiers, lemma = match["words"].split(" ")
    settings = dict(part.partition("=")[::2] for part in roles.split(";") if part)
    recipients = tuple(p for p in settings["rec"].split(",") if p) if "rec" in settings else None
    return Trigger(
        pattern=pattern,
        pos=match["pos"],
        lemma=lemma,
        modifiers=frozenset(m for part in modifiers for m in part.split("|")),
        particle=match["part"],
        preposition=match["prep"],
        prepositional=_filler(match["pobj"]),
        object=_filler(match["obj"]),
        kind=kind,
        needs=tuple(_need(n) for n in needs.split(";") if n and n != "strong"),
        recipients=recipients,
        of_agent=settings.get("act") == "of",
        swap="swap" in settings,
    )


@cache
def triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """Triggers by part of speech and lemma, the most specific first."""
    text = (files("trucewatch.reading.lexicon") / "triggers.tsv").read_text(encoding="utf-8")
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in text.splitlines():
        if row and not row.startswith("#"):
            made = trigger(row)
            for lemma in made.lemma.split("|"):
                found.setdefault((made.pos, lemma), []).append(made)
    return {key: tuple(sorted(group, key=lambda t: -t.weight)) for key, group in found.items()}


def _lists(name: str) -> dict[str, frozenset[str]]:
    text = (files("trucewatch.reading.lexicon") / name).read_text(encoding="utf-8")
    rows = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {key.strip(): frozenset(words.split()) for key, _, words in rows}


@cache
def classes() -> dict[str, frozenset[str]]:
    """Word classes by name."""
    return _lists("event_classes.txt")


@cache
def classes_of() -> dict[str, frozenset[str]]:
    """The classes of every word that has one."""
    found: dict[str, set[str]] = {}
    for name, words in classes().items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def subjects() -> dict[str, frozenset[str]]:
    """The subjects that a word speaks for ("conflict", "sport" ...)."""
    found: dict[str, set[str]] = {}
    for name, words in _lists("relevance.txt").items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _words() -> dict[str, frozenset[str]]:
    return _lists("event_words.txt")


def words(name: str) -> frozenset[str]:
    """The word list ``name``.

    Raises:
        KeyError: when there is no such list.
    """
    return _words()[name]
