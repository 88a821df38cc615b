"""In whose words a commitment lies, and the commitment built from its parts."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Commitment, Due, Quantity
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.reading.commitments.duty import Duty
from trucewatch.reading.commitments.quantities import quantities_in
from trucewatch.reading.draft import Draft, InstrumentRef
from trucewatch.reading.parse import Sentence


def statement_over(draft: Draft, span: Span) -> Statement | None:
    """The innermost statement whose content holds the start of ``span``."""
    best: Statement | None = None
    size = 0
    for statement in draft.statements:
        if statement.act is Act.DECLINE and statement.form is Form.ACT:
            continue  # "refuses to sign" is told by whoever reports it
        for content in statement.content:
            if content.start <= span.start < content.end and (best is None or len(content) <= size):
                best, size = statement, len(content)
    return best


@dataclass(frozen=True, slots=True)
class Terms:
    """What a commitment binds to: who, to which words, by when, how much."""

    bound: tuple[ActorRef, ...]
    action: Span
    due: Due | None = None
    quantities: tuple[Quantity, ...] = ()


def commit(
    draft: Draft, duty: Duty, ref: InstrumentRef | None, terms: Terms, *, own: tuple[str, str | None] | None = None
) -> None:
    """Append the commitment of ``duty``. ``own`` is instrument and provision where the words name none."""
    statement = statement_over(draft, terms.action)
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
