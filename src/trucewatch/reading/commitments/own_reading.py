"""The commitments of a text that is itself an agreement."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.reading.commitments.claims import Terms, commit, quantities_of
from trucewatch.reading.commitments.clauses import coordinated, subject
from trucewatch.reading.commitments.deadlines import anchors_of, due_of, without_deadline
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
    anchors = anchors_of(draft, None, own.known, signed=own.day)
    parties = _parties(draft, own)
    lead: tuple[str, tuple[ActorRef, ...]] = ("", ())
    for sentence in draft.parse.sentences:
        duties = own_duties(draft, own, sentence)
        if not duties and own.provision_at(sentence.span.start) is not None:
            lead = _lead(draft, own, sentence, parties) or lead
        amounts = quantities_of(draft, duties, sentence)
        for duty in duties:
            provision = own.provision_at(duty.action.start)
            bound = _bound(draft, obligors(draft, duty.subjects, own.known), parties)
            stem = (provision or "").split("(")[0]
            if bound:
                lead = (stem, bound)
            elif lead[0] == stem and stem != (provision or ""):
                bound = lead[1]  # "(b) dismantle posts" goes on from who is bound in the point's first words
            due = due_of(draft, duty, anchors)
            action = without_deadline(draft, duty.action, due)
            terms = Terms(bound, action, due, amounts.get(duty.verb, ()))
            commit(draft, duty, None, terms, own=(own.id, provision))


def _lead(
    draft: Draft, own: OwnText, sentence: Sentence, parties: tuple[str, ...]
) -> tuple[str, tuple[ActorRef, ...]] | None:
    """Who the first words of a point bind to what its letters list: "The Parties undertake:"."""
    doer = subject(draft.parse, sentence.root)
    if doer is None:
        return None
    words = tuple(coordinated(draft.parse, doer))
    stem = (own.provision_at(sentence.span.end - 1) or "").split("(")[0]
    return stem, _bound(draft, obligors(draft, words, own.known), parties)


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
    if not refs or resolved(refs):
        return refs
    words = {word for ref in refs for word in ref.name.lower().split()}
    if words & PARTIES:
        if parties:
            return tuple(
                ActorRef(id_, draft.actors[id_].name, refs[0].mention) for id_ in parties if id_ in draft.actors
            )
        if refs[0].mention is not None:
            draft.warn(refs[0].mention, _UNRESOLVED)
    return refs
