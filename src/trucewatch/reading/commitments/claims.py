"""In whose words a commitment lies, and the commitment built from its parts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Commitment, Due, Quantity
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.reading.commitments.duty import Duty
from trucewatch.reading.commitments.quantities import quantities_in
from trucewatch.reading.draft import Draft, InstrumentRef
from trucewatch.reading.parse import Sentence


class Said:
    """The statements of a draft by where their words lie.

    "Refuses to sign" is told by whoever reports it: a refusal without content is nobody's words here.
    """

    def __init__(self, draft: Draft) -> None:
        self._rows = sorted(
            (
                (content.start, content.end, statement)
                for statement in draft.statements
                if not (statement.act is Act.DECLINE and statement.form is Form.ACT)
                for content in statement.content
            ),
            key=lambda row: row[:2],
        )
        self._longest = max((end - start for start, end, _ in self._rows), default=0)

    def at(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds ``offset``."""
        best: Statement | None = None
        size = 0
        i = bisect_right(self._rows, offset, key=lambda row: row[0]) - 1
        while i >= 0 and offset - self._rows[i][0] <= self._longest:
            start, end, statement = self._rows[i]
            if offset < end and (best is None or end - start < size):
                best, size = statement, end - start
            i -= 1
        return best


@dataclass(frozen=True, slots=True)
class Terms:
    """What a commitment binds to: who, to which words, by when, how much; and the statement it lies in."""

    bound: tuple[ActorRef, ...]
    action: Span
    due: Due | None = None
    quantities: tuple[Quantity, ...] = ()
    statement: Statement | None = None


def commit(
    draft: Draft, duty: Duty, ref: InstrumentRef | None, terms: Terms, *, own: tuple[str, str | None] | None = None
) -> None:
    """Append the commitment of ``duty``. ``own`` is instrument and provision where the words name none."""
    statement = terms.statement
    instrument, provision = own if own is not None else (None, None) if ref is None else (ref.instrument, ref.provision)
    draft.commitments.append(
        Commitment(
            id=f"c{len(draft.commitments) + 1}",
            instrument=instrument,
            provision=provision,
            mention=None if ref is None else ref.span,
            obligors=terms.bound,
            action=terms.action,
            due=terms.due,
            status=duty.status,
            claimed_by=() if statement is None else (statement.speaker,),
            quantities=terms.quantities,
            statement=None if statement is None else statement.id,
        )
    )


def quantities_of(draft: Draft, duties: list[Duty], sentence: Sentence) -> dict[int, tuple[Quantity, ...]]:
    """The quantities of one sentence by the duty (its verb) they belong to: the nearest above them in the tree."""
    if not duties:
        return {}
    found: dict[int, list[Quantity]] = {}
    by_word = {duty.top: duty.verb for duty in reversed(duties)} | {duty.verb: duty.verb for duty in duties}
    for quantity in quantities_in(draft, sentence.first, sentence.last - 1):
        last = draft.parse.within(quantity.mention)[-1]
        owner = by_word.get(last)
        if owner is None:
            owner = next((by_word[above] for above in draft.parse.up(last) if above in by_word), None)
        if owner is not None:
            found.setdefault(owner, []).append(quantity)
    return {verb: tuple(each) for verb, each in found.items()}
