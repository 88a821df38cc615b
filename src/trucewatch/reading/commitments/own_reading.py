"""The commitments of a text that is itself an agreement."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.reading.commitments.anchors import Anchors
from trucewatch.reading.commitments.claims import Said, Terms, commit, quantities_of
from trucewatch.reading.commitments.clauses import coordinated, subject
from trucewatch.reading.commitments.deadlines import due_of, without_deadline
from trucewatch.reading.commitments.gaps import by_terms
from trucewatch.reading.commitments.obligors import obligors, resolved
from trucewatch.reading.commitments.own_points import own_duties
from trucewatch.reading.commitments.words import PARTIES
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import OwnText
from trucewatch.reading.parse import Sentence

_PARTY_KINDS = frozenset({"state", "government", "authority", "group", "force"})
_MOST_PARTIES = 4
_UNRESOLVED = "The text does not say plainly who is bound here."


def read_own(draft: Draft, own: OwnText) -> None:
    """Append the commitments of the agreement ``own``, point by point."""
    reader = _Own(draft, own)
    for sentence in draft.parse.sentences:
        reader.sentence(sentence)


class _Own:
    """One pass over the sentences of an agreement; a point's letters go on from who its first words bind."""

    def __init__(self, draft: Draft, own: OwnText) -> None:
        self.draft = draft
        self.own = own
        self.parties = _parties(draft, own)
        self.said = Said(draft)
        effective = None if own.known is None else own.known.effective
        self.anchors = Anchors(own.day, effective, binding=True, itself=True)
        self._lead: tuple[str, tuple[ActorRef, ...]] = ("", ())

    def sentence(self, sentence: Sentence) -> None:
        draft, own = self.draft, self.own
        duties = [part for duty in own_duties(draft, own, sentence) for part in by_terms(draft, duty)]
        if not duties and own.provision_at(sentence.span.start) is not None:
            self._begin(sentence)
        amounts = quantities_of(draft, duties, sentence)
        for duty in duties:
            provision = own.provision_at(duty.action.start)
            bound = self._who(duty.subjects)
            stem = (provision or "").split("(")[0]
            if bound:
                self._lead = (stem, bound)
            elif self._lead[0] == stem and stem != (provision or ""):
                bound = self._lead[1]
            due = due_of(draft, duty, self.anchors)
            action = without_deadline(draft, duty.action, due)
            terms = Terms(bound, action, due, amounts.get(duty.verb, ()))
            commit(draft, duty, None, terms, own=(own.id, provision))

    def _begin(self, sentence: Sentence) -> None:
        """Note who the first words of a point bind to what its letters list: "The Parties undertake:"."""
        doer = subject(self.draft.parse, sentence.root)
        if doer is not None:
            stem = (self.own.provision_at(sentence.span.end - 1) or "").split("(")[0]
            self._lead = (stem, self._who(tuple(coordinated(self.draft.parse, doer))))

    def _who(self, words: tuple[int, ...]) -> tuple[ActorRef, ...]:
        return _bound(self.draft, obligors(self.draft, words, self.own.known, self.said), self.parties)


def _parties(draft: Draft, own: OwnText) -> tuple[str, ...]:
    """The parties that the preamble names, where they are plainly few."""
    if own.known is not None:
        return own.known.parties
    end = own.points[0][0] if own.points else own.title.end
    ids = [
        id_
        for mention in draft.mentions
        if mention.span.end <= end and not mention.person
        for id_ in mention.actors
        if draft.actors[id_].kind in _PARTY_KINDS
        or (draft.actors[id_].kind == "organisation" and not draft.actors[id_].known)
    ]
    distinct = tuple(dict.fromkeys(ids))
    return distinct if 2 <= len(distinct) <= _MOST_PARTIES else ()


def _bound(draft: Draft, refs: tuple[ActorRef, ...], parties: tuple[str, ...]) -> tuple[ActorRef, ...]:
    """``refs`` with "the Parties" taken for the parties of the preamble."""
    words = {word for ref in refs if ref.mention for word in ref.mention.of(draft.text).lower().split()}
    if words & PARTIES and (parties or not resolved(refs)):
        if parties:
            return tuple(
                ActorRef(id_, draft.actors[id_].name, refs[0].mention) for id_ in parties if id_ in draft.actors
            )
        if refs[0].mention is not None:
            draft.warn(refs[0].mention, _UNRESOLVED)
    return refs
