"""An agreement's own text: each point at least one commitment, each binding sentence its own."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.commitment import Fulfilment
from trucewatch.reading.commitments import words as lists
from trucewatch.reading.commitments.clauses import subject
from trucewatch.reading.commitments.duties import duties, owed
from trucewatch.reading.commitments.duty import Duty, Force
from trucewatch.reading.commitments.provided import phrase
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import OwnText
from trucewatch.reading.parse import Parse, Sentence

_PRESENT = frozenset({"VBZ", "VBP", "VB"})
_NO_DUTY = frozenset({"enter", "apply", "mean", "include", "constitute", "refer", "do", "remain", "define"})


def own_duties(draft: Draft, own: OwnText, sentence: Sentence) -> list[Duty]:
    """The duties of one sentence of the agreement ``own``.

    Inside a numbered point a plain present binds too ("the district is returned"), and so does a bare verb or noun of
    the trade ("exchange of prisoners").
    """
    parse = draft.parse
    found: dict[int, Duty] = {}
    for i in range(sentence.first, sentence.last):
        for duty in owed(parse, parse.words[i]):
            if duty.verb not in found or duty.force > found[duty.verb].force:
                found[duty.verb] = duty
    if not found and own.provision_at(sentence.span.end - 1) is not None:
        found = {duty.verb: duty for duty in _plain(parse, sentence)}
    return sorted(found.values(), key=lambda duty: duty.action)


def _plain(parse: Parse, sentence: Sentence) -> Iterator[Duty]:
    """What the main clause of a point says is done: "the district is returned", "withdraw heavy weapons"."""
    root = parse.words[sentence.root]
    if root.pos == "NOUN" and root.lemma in lists.WORKS:
        yield Duty(root.i, root.i, (), phrase(parse, root.i), Fulfilment.OWED, Force.FIRM)
        return
    helped = any(parse.words[c].tag in _PRESENT and parse.words[c].dep == "auxpass" for c in root.children)
    if root.lemma in _NO_DUTY or not (helped or (root.pos == "VERB" and root.tag in _PRESENT)):
        return
    if root.lemma in lists.BINDING and parse.child(root.i, "dobj") is None:
        return  # "The Parties undertake:" leads to the letters below
    doer = subject(parse, root.i)
    if doer is not None and parse.words[doer].lemma in lists.PAPERS:
        return
    yield from duties(parse, root.i, root.i, Force.FIRM)
