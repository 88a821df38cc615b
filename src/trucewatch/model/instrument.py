"""Instruments: agreements, their provisions, the obligations in them and the rules of their deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.model.text import Span


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """An instrument of one reading, with the words that name it. ``id`` is the dossier's where one is known."""

    id: str
    name: str
    mentions: tuple[Span, ...]


class Certainty(StrEnum):
    """How sure the compiler of a dossier is of a fact."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class Bound(StrEnum):
    """How a deadline binds."""

    BY = "by"  # on or before the day
    ON = "on"  # on the day
    FROM = "from"  # from the day on
    UNTIL = "until"  # a term that runs to the day


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as a rule; its day is derived, never stored alone.

    Either ``day`` is given in the text of the instrument, or ``anchor`` and ``duration``: ``anchor`` is ``signing``,
    ``effect`` or ``obligation:KEY`` (completion of another obligation; ``obligation:ID/KEY`` where it stands in the
    instrument of that id), ``duration`` an ISO 8601 duration. A deadline
    whose anchor is disputed lists the other readings in ``alternatives``. ``soft`` marks oral and political dates,
    ``condition`` a condition in words.
    """

    bound: Bound
    day: date | None = None
    anchor: str | None = None
    duration: str | None = None
    soft: bool = False
    condition: str | None = None
    alternatives: tuple[Deadline, ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later change of a deadline: announced when, by whom, how, to which new rule."""

    announced: date
    by: str
    form: str
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Term:
    """How long a provision runs: start, duration, whether and how it is prolonged, and the notice that ends it.

    ``notice`` is the ISO 8601 duration before the end by which a party must give notice.
    """

    start: str
    duration: str
    prolongation: str | None = None
    notice: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an obligation, as far as the compiler of the dossier knows."""

    words: str
    state: str  # met, partial, late, missed, disputed, overtaken, unknown
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One duty of one provision, in the dossier's own words. ``key`` is unique in its instrument ("6c").

    ``obligors`` and ``beneficiaries`` are ids of actors. ``passive`` says that the text names no obligor
    and the dossier reads them in. ``announced`` is the day on which a promise outside the instruments was made.
    """

    key: str
    kind: str
    action: str
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...] = ()
    passive: bool = False
    deadline: Deadline | None = None
    amendments: tuple[Amendment, ...] = ()
    term: Term | None = None
    quantities: tuple[tuple[float, str, str], ...] = ()  # value, unit, of what
    condition: str | None = None
    dispute: str | None = None
    outcome: Outcome | None = None
    certainty: Certainty = Certainty.SURE
    sources: tuple[str, ...] = ()
    note: str | None = None
    announced: date | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One point or article of an instrument; ``number`` as its own text counts it ("6"), else our key."""

    number: str
    title: str
    obligations: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement. ``parties`` maps each term the instrument defines ("the Parties") to ids of actors.

    ``signed`` is an EDTF day, ``effective`` an ISO 8601 time with its offset. ``date_names`` are all days by which the
    instrument is called (one document may be "the November 9 agreement" and "the 10 November statement").
    ``nouns`` are the words it goes by: statement, agreement, declaration.
    """

    id: str
    name: str
    names: tuple[str, ...]
    nouns: tuple[str, ...]
    signed: str
    effective: str | None
    date_names: tuple[date, ...]
    signatories: tuple[str, ...]
    parties: tuple[str, ...]
    provisions: tuple[Provision, ...]
    parties_note: str | None = None
    numbered: bool = True
    implements: str | None = None
    note: str | None = None

    def provision(self, number: str) -> Provision | None:
        """The provision of that number, or ``None``."""
        return next((each for each in self.provisions if each.number == number), None)
