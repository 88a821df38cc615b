"""The commitments that a report or a statement tells of, and which of its "must" and "will" are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Due, Fulfilment, Quantity
from trucewatch.model.instrument import Instrument
from trucewatch.model.statement import Statement
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.anchors import anchors_of
from trucewatch.reading.commitments.claims import Said, Terms, commit, quantities_of
from trucewatch.reading.commitments.clauses import negated
from trucewatch.reading.commitments.deadlines import due_of, without_deadline
from trucewatch.reading.commitments.duties import owed
from trucewatch.reading.commitments.duty import Duty, Force
from trucewatch.reading.commitments.fulfilment import told
from trucewatch.reading.commitments.gaps import by_terms
from trucewatch.reading.commitments.obligors import obligors, resolved
from trucewatch.reading.commitments.promises import Promises, asked
from trucewatch.reading.commitments.records import recorded, sequel
from trucewatch.reading.commitments.sources import Sources
from trucewatch.reading.draft import Draft, InstrumentRef
from trucewatch.reading.parse import Parse, Sentence, Word

_UNCLEAR = "Who is bound is not clear: {words}."
_DIFFER = "Who is bound by {what} is read in different ways: {note}"
_WEAK_SIGNS = 3
_MATTERS = lists.WORKS | lists.BONDS | {"portion", "part", "section", "stretch", "work", "segment"}


@dataclass(frozen=True, slots=True)
class _Found:
    """A duty with what was found around it."""

    duty: Duty
    ref: InstrumentRef | None
    behind: bool  # the instrument stands behind the duty, not merely in its action
    known: Instrument | None
    bound: tuple[ActorRef, ...]
    due: Due | None
    statement: Statement | None


def read_report(draft: Draft) -> None:
    """Append the commitments of a text that is no agreement itself."""
    reader = _Report(draft)
    for number, sentence in enumerate(draft.parse.sentences):
        reader.sentence(number, sentence)


class _Report:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sources = Sources(draft)
        self.said = Said(draft)
        self.promises = Promises(draft)
        self.concerned = _concerned(draft)
        self._told = (-1, 0)  # the last sentence, and how many commitments stood before it
        self._carried: tuple[int, InstrumentRef] | None = None  # sentence and instrument of the last duty

    def sentence(self, number: int, sentence: Sentence) -> None:
        self._go_on(number, sentence)
        words = self.draft.parse.words
        found: dict[int, Duty] = {}
        for i in range(sentence.first, sentence.last):
            if words[i].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            for duty in _duties(self.draft.parse, words[i]):
                held = found.get(duty.verb)
                if held is None or _before(duty, held):
                    found[duty.verb] = duty
        if not found:
            return
        split = [part for duty in found.values() for part in by_terms(self.draft, duty)]
        kept = [each for each in map(self._around, split) if self._commits(each, number)]
        kept.sort(key=lambda each: each.duty.action)
        kept = _outer(kept)
        amounts = quantities_of(self.draft, [each.duty for each in kept], sentence)
        for each in kept:
            self._add(each, number, amounts.get(each.duty.verb, ()))

    def _go_on(self, number: int, sentence: Sentence) -> None:
        """Take "It never did" and "Neither has done so" for the keeping of what the sentence before binds to."""
        last, first = self._told
        self._told = (number, len(self.draft.commitments))
        if last != number - 1 or self.draft.parse.sentences[last].paragraph != sentence.paragraph:
            return
        status = sequel(sentence.span.of(self.draft.text))
        if status is not None:
            commitments = self.draft.commitments
            for i in range(first, len(commitments)):
                if commitments[i].status is Fulfilment.OWED:
                    commitments[i] = replace(commitments[i], status=status)

    def _around(self, duty: Duty) -> _Found:
        draft = self.draft
        ref, behind = self.sources.of(duty)
        if ref is None and duty.body is not None:
            ref = self.sources.last_before(draft.parse.words[duty.verb].sent)  # "It also requires ..."
            behind = ref is not None
        known = None
        if ref is not None and ref.instrument is not None:
            known = next((each for each in draft.knowledge.instruments if each.id == ref.instrument), None)
        bound = obligors(draft, duty.subjects, known, self.said)
        return _Found(
            duty,
            ref,
            behind,
            known,
            bound,
            due_of(draft, duty, anchors_of(draft, ref, known)),
            self.said.at(duty.action.start),
        )

    # -- what is a commitment -----------------------------------------------------------------------------------

    def _commits(self, each: _Found, number: int) -> bool:
        """Whether the duty is one that an instrument, a party's own word or a told fulfilment makes a commitment."""
        duty, words = each.duty, self.draft.parse.words
        if duty.body is not None:
            apart = words[duty.body].lemma in lists.BONDS and self.concerned
            return each.behind or (apart and (self._party(each) or not duty.subjects))
        if duty.status is Fulfilment.DONE and duty.force is Force.WEAK:
            return each.behind and self.sources.led(duty)
        if duty.status not in (Fulfilment.OWED, Fulfilment.UNKNOWN):
            unowned = not each.bound and words[duty.verb].lemma in lists.WORKS and words[duty.verb].pos != "VERB"
            return self.concerned and (self._party(each) or unowned)
        if words[duty.verb].lemma in lists.IDLE and not each.behind:
            return False
        if duty.subjects and all(words[i].lemma in lists.BODIES for i in duty.subjects):
            return False  # "the accord must raise standards": nobody is bound
        if each.behind and (each.bound or not duty.subjects) and not self._urged(each):
            return True
        if not (self.concerned and self._party(each)):
            return False
        if duty.force is Force.FIRM:
            return self._of_trade(duty) or each.due is not None
        if duty.force is Force.PLAIN:
            return self._of_trade(duty) or each.due is not None
        return self._of_trade(duty) and (self._promised(each) or self._goes_on(each, number))

    def _promised(self, each: _Found) -> bool:
        return self.promises.made(each.duty, each.bound, each.due, each.statement)

    def _standing(self, each: _Found) -> Duty:
        """The duty with "will not" in its own party's mouth told as refused."""
        refused = each.duty.future and negated(self.draft.parse, each.duty.verb) and each.statement is not None
        return replace(each.duty, status=Fulfilment.REFUSED) if refused else each.duty

    @staticmethod
    def _urged(each: _Found) -> bool:
        """Whether "must" names nobody and stands in a demand: a call for a solution, though an instrument backs it."""
        weak = each.duty.force is Force.WEAK and not each.bound
        return weak and asked(each.statement)

    def _party(self, each: _Found) -> bool:
        """Whether who is bound is an actor, or words for a body of people that may be a party: "the rebels"."""
        words = self.draft.parse.words
        return resolved(each.bound) or any(words[i].lemma in lists.BANDS for i in each.duty.subjects)

    def _of_trade(self, duty: Duty) -> bool:
        word = self.draft.parse.words[duty.verb]
        return word.lemma in (lists.ACTS if word.pos == "VERB" else _MATTERS)

    def _goes_on(self, each: _Found, number: int) -> bool:
        """Whether the sentence goes on telling what the instrument of the sentence before it binds parties to."""
        if self._carried is None or each.ref is not None or each.statement is not None:
            return False
        sentences = self.draft.parse.sentences
        before, _ = self._carried
        return number - before <= 1 and sentences[before].paragraph == sentences[number].paragraph

    # -- what is added ------------------------------------------------------------------------------------------

    def _add(self, each: _Found, number: int, amounts: tuple[Quantity, ...]) -> None:
        ref, draft = each.ref, self.draft
        if ref is None and each.duty.force is Force.WEAK and self._carried is not None and self._goes_on(each, number):
            carried = self._carried[1]
            own: tuple[str, str | None] | None = (carried.instrument, None) if carried.instrument is not None else None
        else:
            own = None
        action = without_deadline(draft, each.duty.action, each.due)
        commit(draft, self._standing(each), ref, Terms(each.bound, action, each.due, amounts, each.statement), own=own)
        if ref is not None and each.behind:
            self._carried = (number, ref)
        elif own is not None and self._carried is not None:
            self._carried = (number, self._carried[1])
        self._warn(each)

    def _warn(self, each: _Found) -> None:
        for ref in each.bound:
            if ref.actor is None and ref.mention is not None:
                self.draft.warn(ref.mention, _UNCLEAR.format(words=ref.mention.of(self.draft.text)))
        if each.known is None or each.ref is None or each.ref.provision is None:
            return
        point = each.known.provision(each.ref.provision)
        note = "" if point is None else " ".join(o.dispute for o in point.obligations if o.dispute and not o.passive)
        if each.known.parties_note and each.bound and each.bound[0].mention is not None and len(each.bound) > 1:
            note = note or each.known.parties_note
            what = f"point {each.ref.provision} of {each.known.name}"
            self.draft.warn(each.bound[0].mention, _DIFFER.format(what=what, note=note))


def _concerned(draft: Draft) -> bool:
    """Whether the text is about a truce or its keeping at all: it names an agreement, or uses the trade's words."""
    if any(ref.instrument for ref in draft.instruments):
        return True
    lemmas = [word.lemma for word in draft.parse.words if word.pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    return any(lemma in lists.CONCERN for lemma in lemmas) or (
        sum(lemma in lists.WEAK_CONCERN for lemma in lemmas) >= _WEAK_SIGNS
    )


def _duties(parse: Parse, word: Word) -> Iterator[Duty]:
    yield from owed(parse, word)
    yield from told(parse, word)
    yield from recorded(parse, word)


def _before(duty: Duty, held: Duty) -> bool:
    """Whether ``duty`` says more than ``held`` of the same word."""
    return (duty.body is not None, duty.force) > (held.body is not None, held.force)


def _outer(found: list[_Found]) -> list[_Found]:
    """``found`` without a duty whose words lie wholly in those of another that tells of its keeping."""
    kept: list[_Found] = []
    for each in found:
        if any(
            other is not each and other.duty.top == each.duty.top and other.duty.action.holds(each.duty.action)
            for other in kept
        ):
            continue
        kept.append(each)
    return kept
