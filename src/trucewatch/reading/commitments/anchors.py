"""The days that the lengths of deadlines count from."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model.instrument import Instrument
from trucewatch.reading.draft import Draft, InstrumentRef


@dataclass(frozen=True, slots=True)
class Anchors:
    """The days that lengths count from, as ISO 8601; ``binding`` where an instrument stands behind the duty at all,
    ``itself`` in its own text, where "within the next three years" counts from signing. ``lengths`` gives the anchor of
    each length that the dossier's provision sets, so that a text that gives the length alone is understood; ``dated``
    says that the words of the duty name the instrument by its day, from which a bare length then counts.
    """

    signed: str | None = None
    effective: str | None = None
    binding: bool = False
    itself: bool = False
    lengths: tuple[tuple[str, str], ...] = ()
    dated: bool = False

    def of_length(self, length: str) -> str | None:
        """What a length counts from that the text gives alone: as the dossier says, or from the day that names it."""
        return dict(self.lengths).get(length) or ("signing" if self.dated else None)


def anchors_of(draft: Draft, ref: InstrumentRef | None, known: Instrument | None) -> Anchors:
    """The days of ``known`` (the dossier's instrument), else the day that ``ref`` goes by."""
    if known is not None:
        return Anchors(known.signed, known.effective, binding=True, lengths=_lengths(ref, known))
    signed = None
    if ref is not None:
        same = (r.time for r in draft.instruments if r.time is not None and r.instrument == ref.instrument)
        named = ref.time or (None if ref.instrument is None else next(same, None))
        signed = next((time.value for time in draft.times if time.span == named), None)
    return Anchors(signed, None, binding=ref is not None, dated=signed is not None)


def _lengths(ref: InstrumentRef | None, known: Instrument) -> tuple[tuple[str, str], ...]:
    """The lengths that the provision named sets, or all provisions where none is, with their anchors.

    "P3Y" runs "from signing" in point 6. A length that runs from different days is left out.
    """
    point = None if ref is None or ref.provision is None else known.provision(ref.provision)
    if ref is not None and ref.provision is not None and point is None:
        return ()
    anchors: dict[str, set[str]] = {}
    for provision in known.provisions if point is None else (point,):
        for deadline in (each.deadline for each in provision.obligations):
            if deadline is not None and deadline.duration and deadline.anchor in ("signing", "effect"):
                anchors.setdefault(deadline.duration, set()).add(deadline.anchor)
    return tuple((length, next(iter(each))) for length, each in anchors.items() if len(each) == 1)
