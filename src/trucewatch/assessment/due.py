"""When an obligation is due as of a day: its rule, worked out by the calendar. Pure; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.assessment import anchors
from trucewatch.assessment.anchors import Start, Waiting
from trucewatch.assessment.derived import Days, Derived, DueDay, Standing, Superseded, TermEnd
from trucewatch.assessment.terms import term_end
from trucewatch.assessment.wording import rule_words
from trucewatch.model.dossier import Dossier
from trucewatch.model.duration import Duration
from trucewatch.model.instrument import Amendment, Bound, Deadline, Instrument, Obligation
from trucewatch.model.time import PartialDate

_MOST_READINGS = 12


def due_of(obligation: Obligation, instrument: Instrument | None, dossier: Dossier, as_of: date) -> Derived:
    """The due days of ``obligation`` as they were known on ``as_of``.

    ``instrument`` is the one the obligation stands in, ``None`` for an undertaking of ``dossier``. Amendments count
    from the day they were announced. A day that counts from another obligation uses the day of its outcome only where
    that lies on or before ``as_of``; else its due day, and the result is marked provisional.

    Raises:
        DateError: when a rule leads out of the calendar.
    """
    unmade = anchors.unmade(obligation, instrument, as_of)
    clock = _Clock(instrument, dossier, as_of, unmade)
    first, amended = obligation.deadline, _announced(obligation, as_of)
    force = amended[-1].deadline if amended else first
    dues = () if force is None else tuple(clock.dues(force))
    term = None if obligation.term is None else term_end(obligation, clock.starts(obligation.term.start), as_of)
    standing, left = _standing(dues, term, as_of)
    return Derived(
        None if instrument is None else instrument.id,
        obligation.key,
        as_of,
        unmade is None,
        None if force is None else rule_words(force),
        dues,
        () if first is None else tuple(_superseded(clock, first, amended, dossier)),
        term,
        standing,
        left,
    )


def _announced(obligation: Obligation, as_of: date) -> list[Amendment]:
    """The amendments announced by the day, in order; those of one day in the order of the dossier."""
    return sorted((each for each in obligation.amendments if each.announced <= as_of), key=lambda each: each.announced)


def _superseded(clock: _Clock, first: Deadline, amended: Sequence[Amendment], dossier: Dossier) -> Iterator[Superseded]:
    names = {actor.id: actor.name for actor in dossier.actors}
    before = first
    for each in amended:
        name = names.get(each.by, each.by)
        dues = tuple(clock.dues(before))
        yield Superseded(rule_words(before), dues, each.announced, each.by, name, each.form)
        before = each.deadline


@dataclass(frozen=True, slots=True)
class _Clock:
    """The days that rules of one instrument count from, as of a day."""

    instrument: Instrument | None
    dossier: Dossier
    as_of: date
    unmade: Waiting | None = None  # what is waited for where nothing is owed yet
    path: tuple[str, ...] = ()  # obligations that are being counted from, so that a circle ends

    def dues(self, deadline: Deadline) -> Iterator[DueDay]:
        """The due days of ``deadline`` and of its other readings; days that agree in all but anchor stay apart."""
        made: dict[tuple[str, str | None], DueDay] = {}
        for reading in (deadline, *deadline.alternatives):
            for due in self._reading(reading):
                made.setdefault((due.anchor, due.value), due)
        return iter(list(made.values())[:_MOST_READINGS])

    def _reading(self, deadline: Deadline) -> Iterator[DueDay]:
        anchor = deadline.anchor or "day"
        blank = DueDay(
            None,
            deadline.bound,
            anchor,
            rule_words(replace(deadline, alternatives=())),
            soft=deadline.soft,
            condition=deadline.condition,
        )
        for start in self._given(deadline) if deadline.day else self.starts(anchor):
            if isinstance(start, Waiting):
                yield replace(blank, why=start.why)
                continue
            length = Duration.parse(deadline.duration or "P0D")
            end = start.moved(length)
            yield replace(
                blank,
                value=end.edtf,
                counted_from=None if deadline.day else start.edtf,
                moment=None if end.time is None else end.time.isoformat(timespec="minutes"),
                provisional=end.provisional,
            )

    def _given(self, deadline: Deadline) -> Iterator[Start | Waiting]:
        """The day that the text gives, once there is a text."""
        if self.unmade is not None:
            yield self.unmade
        elif deadline.day is not None:
            yield Start(deadline.day, deadline.day)

    def starts(self, anchor: str) -> Iterator[Start | Waiting]:
        """The days that ``anchor`` names: one, several where it is itself in doubt, or what is waited for."""
        if self.unmade is not None:
            yield self.unmade
        elif anchor == "signing":
            yield anchors.signing(self.instrument)
        elif anchor == "effect":
            yield anchors.effect(self.instrument)
        elif anchor.startswith("obligation:"):
            yield from self._completion(anchor.removeprefix("obligation:"))
        else:
            yield anchors.point(anchor) or Waiting(f"{anchor} names no day to count from")

    def _completion(self, key: str) -> Iterator[Start | Waiting]:
        other, home = anchors.named(key, self.instrument, self.dossier)
        step = key if home is None or other is None else f"{home.id}/{other.key}"
        if other is None or step in self.path:
            reason = "is not in the instrument" if other is None else "waits for this one in turn"
            yield Waiting(f"it counts from obligation {key}, which {reason}")
            return
        done = anchors.fulfilled(other, self.as_of)
        if done is not None:
            yield done
            return
        inner = replace(self, instrument=home, path=(*self.path, step))
        if home is not self.instrument:
            inner = replace(inner, unmade=anchors.unmade(other, home, self.as_of))
        yield from inner._expected(other)

    def _expected(self, other: Obligation) -> Iterator[Start | Waiting]:
        """The days on which ``other`` falls due, standing in for its fulfilment, which is not known."""
        amended = _announced(other, self.as_of)
        force = amended[-1].deadline if amended else other.deadline
        if force is not None:
            found = [anchors.point(due.moment or due.value) for due in self.dues(force) if due.value is not None]
        elif other.term is not None:
            ends = term_end(other, self.starts(other.term.start), self.as_of)
            found = [] if ends.value is None else [anchors.point(ends.moment or ends.value)]
        else:
            found = []
        days = [replace(start, provisional=True) for start in found if start is not None]
        if days:
            yield from days
        else:
            yield Waiting(f"obligation {other.key} is not known to be fulfilled, and no day is set for it")


def _standing(dues: Sequence[DueDay], term: TermEnd | None, as_of: date) -> tuple[Standing, Days | None]:
    """Where the day stands, and the days left."""
    valued = [due for due in dues if due.value is not None]
    if not valued:
        if dues:
            return Standing.OPEN, None
        return (Standing.NONE, None) if term is None else _of_term(term)
    days = [span for due in valued if due.value is not None and (span := until(due.value, as_of)) is not None]
    left = Days(min(each.low for each in days), max(each.high for each in days))
    bound = valued[0].bound
    if bound is Bound.FROM and left.high <= 0:
        return (Standing.RUNNING, None) if term is None or term.value is None else _of_term(term)
    if left.low >= 0:
        return (Standing.RUNNING if bound is Bound.UNTIL else Standing.AHEAD), left
    if left.high >= 0:
        return Standing.BETWEEN, left
    return (Standing.ENDED if bound is Bound.UNTIL else Standing.PAST), left


def _of_term(term: TermEnd) -> tuple[Standing, Days | None]:
    if term.value is None:
        return Standing.OPEN, None
    ended = term.left is not None and term.left.high < 0
    return (Standing.ENDED if ended else Standing.RUNNING), term.left


def until(value: str, as_of: date) -> Days | None:
    """The days from ``as_of`` to the EDTF ``value``; ``None`` where that is open at an end."""
    when = PartialDate(value)
    if when.earliest is None or when.latest is None:
        return None
    return Days((when.earliest - as_of).days, (when.latest - as_of).days)
