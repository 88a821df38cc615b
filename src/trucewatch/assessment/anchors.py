"""What deadlines and terms count from: the signing, the coming into force, another obligation's fulfilment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from trucewatch.model.dossier import Dossier
from trucewatch.model.duration import Duration
from trucewatch.model.instrument import Instrument, Obligation
from trucewatch.model.time import PartialDate

FULFILLED = frozenset({"met", "late"})
"""States of an outcome that complete an obligation, so that others may count from it."""

_DAY = len("2000-01-01")


@dataclass(frozen=True, slots=True)
class Start:
    """A day to count from, as a range where it is known no better; ``time`` the instant where its hour is known."""

    low: date
    high: date
    time: datetime | None = None
    provisional: bool = False

    @property
    def edtf(self) -> str:
        """The day, or the interval of days, in EDTF."""
        return interval(self.low, self.high)

    def moved(self, length: Duration) -> Start:
        """This start moved by ``length``.

        Raises:
            DateError: when the result lies outside the calendar.
        """
        if self.time is not None:
            time = length.from_time(self.time)
            return Start(time.date(), time.date(), time, self.provisional)
        return Start(length.from_day(self.low), length.from_day(self.high), None, self.provisional)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An anchor that has not happened, or is not known to have: ``why`` says so in words."""

    why: str


def interval(low: date, high: date) -> str:
    """The EDTF day or interval from ``low`` to ``high``."""
    return low.isoformat() if low == high else f"{low.isoformat()}/{high.isoformat()}"


def point(value: str) -> Start | None:
    """The start that an EDTF value or an ISO 8601 time names; ``None`` where it is open at an end."""
    try:
        time = datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        time = None
    if time is not None and time.tzinfo is not None:
        return Start(time.date(), time.date(), time)
    when = PartialDate(value)
    return None if when.earliest is None or when.latest is None else Start(when.earliest, when.latest)


def unmade(obligation: Obligation, instrument: Instrument | None, as_of: date) -> Waiting | None:
    """What is waited for where the instrument was not yet signed as of the day, or the promise not yet made."""
    if instrument is not None:
        signed = PartialDate(instrument.signed)
        late = signed.earliest is not None and signed.earliest > as_of
        return Waiting(f"the instrument was signed only on {instrument.signed}") if late else None
    made = obligation.announced
    return Waiting(f"it was promised only on {made}") if made is not None and made > as_of else None


def signing(instrument: Instrument | None) -> Start | Waiting:
    """The day of signing."""
    if instrument is None:
        return Waiting("a promise outside the instruments has no signing to count from")
    return point(instrument.signed) or Waiting(f"the day of signing is not known ({instrument.signed})")


def effect(instrument: Instrument | None) -> Start | Waiting:
    """The coming into force that the instrument itself sets, in its own offset from UTC."""
    if instrument is None:
        return Waiting("a promise outside the instruments does not come into force")
    found = None if instrument.effective is None else point(instrument.effective)
    return found or Waiting("no day is known on which the instrument came into force")


def fulfilled(obligation: Obligation, as_of: date) -> Start | None:
    """When the obligation was fulfilled, where the dossier tells it and the day lies on or before ``as_of``."""
    outcome = obligation.outcome
    if outcome is None or outcome.date is None or outcome.state not in FULFILLED:
        return None
    found = point(outcome.date)
    return None if found is None or found.high > as_of else found


def of_instrument(instrument: Instrument | None, undertakings: Sequence[Obligation]) -> dict[str, Obligation]:
    """The obligations that ``obligation:KEY`` may name: those of the same instrument, or the undertakings."""
    if instrument is None:
        return {each.key: each for each in undertakings}
    return {each.key: each for provision in instrument.provisions for each in provision.obligations}


def named(name: str, instrument: Instrument | None, dossier: Dossier) -> tuple[Obligation | None, Instrument | None]:
    """The obligation that ``obligation:NAME`` means inside ``instrument``, and the instrument it stands in.

    ``KEY`` is one of the same instrument or of the undertakings, ``ID/KEY`` one of the instrument of that id.
    """
    home, _, key = name.rpartition("/")
    where = dossier.instrument(home) if home else instrument
    if home and where is None:
        return None, None
    return of_instrument(where, dossier.undertakings).get(key), where
