"""Which "will" is a promise: a party's own word on its own act."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Due
from trucewatch.model.statement import Act, Statement
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.duty import Duty
from trucewatch.reading.draft import Draft
from trucewatch.reading.sides import Sides

_ASKING = frozenset({Act.DEMAND, Act.REQUEST, Act.CRITICISE, Act.ACCUSE, Act.THREATEN})
_PROMISING = frozenset({Act.PROMISE, Act.AGREE})


class Promises:
    """Tells promises from forecasts, with the sides of a draft's actors."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sides = Sides(draft)

    def made(self, duty: Duty, bound: tuple[ActorRef, ...], due: Due | None, statement: Statement | None) -> bool:
        """Whether the duty is promised: in a pledge, or by a speaker of the side that is bound.

        "Must" counts outside speech and with a day: the outlet then tells what is owed.
        """
        if not duty.future:
            return statement is None and due is not None
        if statement is None or statement.act in _ASKING:
            return False
        if statement.act in _PROMISING:
            return True
        own = any(self.sides.same(statement.speaker, ref) for ref in bound)
        lemma = self.draft.parse.words[duty.verb].lemma
        return own and (due is not None or statement.act is Act.ANNOUNCE or lemma in lists.CONCRETE)


def asked(statement: Statement | None) -> bool:
    """Whether words stand in a demand, a request or a reproach."""
    return statement is not None and statement.act in _ASKING
