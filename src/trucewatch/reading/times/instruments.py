"""Dates that name an instrument: "the November 9 agreement", "the statement of 9 November 2020"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.model.instrument import Instrument
from trucewatch.model.time import PartialDate
from trucewatch.reading.times.forms import Calendar, Found
from trucewatch.reading.times.lexicon import CLOSED_CLASS, INSTRUMENT_NOUNS
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.wordlists import words

_LED_BY = words("of from dated signed reached concluded adopted issued agreed brokered on at the in")
_REACH = 4


@dataclass(frozen=True, slots=True)
class DatedName:
    """A day by which a known instrument is called.

    ``nouns`` are the words it goes by (statement, agreement), ``instrument`` its id, ``signed`` and ``effective`` the
    days that its deadlines count from.
    """

    day: date
    nouns: tuple[str, ...]
    instrument: str
    signed: date
    effective: date | None

    @classmethod
    def of(cls, instrument: Instrument) -> tuple[DatedName, ...]:
        """The dated names of a dossier's instrument: one for each day it is called by."""
        signed = PartialDate(instrument.signed).earliest
        if signed is None:
            return ()
        effective = PartialDate(instrument.effective).earliest if instrument.effective else None
        return tuple(
            cls(day, instrument.nouns, instrument.id, signed, effective) for day in instrument.date_names or (signed,)
        )


def noun_beside(t: Tokens, first: int, end: int) -> str | None:
    """The noun of an instrument that a date at tokens ``[first, end)`` goes with, in the singular, or ``None``."""
    for k in range(end, end + _REACH):
        word = t.low[k]
        if _noun(word):
            return _noun(word)
        if not t.word(k) or word in CLOSED_CLASS:
            break
    k = first - 1
    while k >= 0 and first - k <= _REACH and t.low[k] in _LED_BY:
        k -= 1
    return _noun(t.low[k]) if 0 <= k < first - 1 else None


def _noun(word: str) -> str | None:
    if word in INSTRUMENT_NOUNS:
        return word
    return word[:-1] if word.endswith("s") and word[:-1] in INSTRUMENT_NOUNS else None


def named_instrument(
    form: Calendar, noun: str | None, names: Sequence[DatedName], published: date | None
) -> DatedName | None:  # fmt: skip
    """The instrument that a date with that noun names: of two on one day, the one whose nouns hold it; the latest."""
    if noun is None or form.month is None or form.day is None:
        return None
    fitting = [
        name
        for name in names
        if (name.day.month, name.day.day) == (form.month, form.day)
        and form.year in (None, name.day.year)
        and (published is None or form.year is not None or name.day <= published)
    ]
    exact = [name for name in fitting if any(noun == each.lower().rsplit(" ", 1)[-1] for each in name.nouns)]
    return max(exact or fitting, key=lambda name: name.day, default=None)


def group_noun(t: Tokens, group: Sequence[Found]) -> str | None:
    """The noun that coordinated dates share: it stands beside one of them."""
    return next((noun for each in reversed(group) if (noun := noun_beside(t, each.first, each.end))), None)
