"""Attribution: who said what. Candidates first, from several readers, then a choice, then statements."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.model.statement import Form, Statement
from trucewatch.model.text import Span
from trucewatch.reading.attribution.acts import act_of
from trucewatch.reading.attribution.chains import chain_quotations
from trucewatch.reading.attribution.choice import choose
from trucewatch.reading.attribution.content import FINITE
from trucewatch.reading.attribution.dating import Calendar
from trucewatch.reading.attribution.direct import tie_quotations
from trucewatch.reading.attribution.layout import read_layout
from trucewatch.reading.attribution.lexicon import Kind
from trucewatch.reading.attribution.nouns import read_nouns, read_phrases
from trucewatch.reading.attribution.scene import Candidate, Scene
from trucewatch.reading.attribution.speakers import reference
from trucewatch.reading.attribution.verbal import read_verbs
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.lexicon import load

__all__ = ["read_statements"]


def read_statements(draft: Draft) -> None:
    """Fill ``draft.statements`` in text order, ids s1, s2 ...; quotations found to be speech are marked so.

    Requires ``quotations``, ``times`` and ``mentions``; works without mentions, speakers then being the words alone.
    """
    scene = Scene(draft)
    chosen = choose(scene, _candidates(scene))
    outer = _outer(chosen)
    held = [not (above and _is_passing(scene, c)) for c, above in zip(chosen, outer, strict=True)]
    chosen = [candidate for candidate, keep in zip(chosen, held, strict=True) if keep]
    draft.quotations = tuple(scene.quotations)
    draft.statements = _statements(scene, chosen)


def _is_passing(scene: Scene, candidate: Candidate) -> bool:
    """Whether a report inside another one is mere matter of it: a wish, a finding, "refusing to sign"."""
    if candidate.entry is None or candidate.head is None:
        return False
    if candidate.entry.kind is Kind.DECLINE:
        return scene.words[candidate.head].tag not in FINITE
    return candidate.entry.kind in (Kind.STANCE, Kind.FIND)


def _candidates(scene: Scene) -> list[Candidate]:
    ties = tie_quotations(scene)
    according = frozenset(tie.cue for tie in ties.values() if scene.words[tie.cue].lower == "according")
    found = list(read_verbs(scene, ties))
    phrases = list(read_phrases(scene, according))
    for tie in ties.values():
        for phrase in phrases:
            if phrase.head == tie.cue:
                phrase.heard.append(tie.quotation)
                phrase.content = sorted({*phrase.content, *scene.quotations[tie.quotation].parts})
                phrase.form = Form.DIRECT
    found.extend(phrase for phrase in phrases if phrase.content)
    found.extend(read_layout(scene))
    found.extend(chain_quotations(scene, found))
    found.extend(read_nouns(scene))
    return found


def _statements(scene: Scene, chosen: list[Candidate]) -> list[Statement]:
    outer = _outer(chosen)
    ids = {id(candidate): f"s{number}" for number, candidate in enumerate(chosen, 1)}
    calendar = Calendar(scene, chosen)
    statements: list[Statement] = []
    for candidate, above in zip(chosen, outer, strict=True):
        speaker = reference(scene, candidate.speaker)
        if statements and _issuer(scene, candidate, chosen[len(statements) - 1]):
            speaker = statements[-1].speaker
        act, aimed = act_of(scene, candidate)
        statements.append(
            Statement(
                id=ids[id(candidate)],
                speaker=speaker,
                cue=candidate.cue,
                content=tuple(candidate.content),
                form=candidate.form,
                act=act,
                targets=_targets(scene, aimed, speaker),
                within=None if above is None else ids[id(above)],
                date=calendar.date(candidate, speaker.actor or speaker.name.lower(), inner=above is not None),
            )
        )
    return statements


def _issuer(scene: Scene, candidate: Candidate, before: Candidate) -> bool:
    """Whether the source is the paper that the statement before was made in: "said in a letter ... the letter said"."""
    head = None if candidate.speaker is None else candidate.speaker.head
    if head is None or before.head is None or scene.words[head].lemma not in load("sources")["papers"]:
        return False
    sentence = scene.parse.sentences[scene.words[before.head].sent]
    lemma = scene.words[head].lemma
    return any(scene.words[i].lemma == lemma and i != head for i in range(sentence.first, sentence.last))


def _outer(chosen: list[Candidate]) -> list[Candidate | None]:
    """For each candidate the smallest other one whose content holds its cue (or, without one, its content)."""
    holders = sorted(
        ((span.start, span.end, number) for number, c in enumerate(chosen) for span in c.content),
        key=lambda row: (row[0], -row[1]),
    )
    points = sorted(
        ((c.cue or c.content[0]).start, (c.cue or c.content[0]).end, number) for number, c in enumerate(chosen)
    )
    found: list[Candidate | None] = [None] * len(chosen)
    stack: list[tuple[int, int, int]] = []
    next_holder = 0
    for start, end, number in points:
        while next_holder < len(holders) and holders[next_holder][0] <= start:
            stack.append(holders[next_holder])
            next_holder += 1
        stack = [row for row in stack if row[1] > start]
        for row in reversed(stack):
            if row[1] >= end and row[2] != number:
                found[number] = chosen[row[2]]
                break
    return found


def _targets(scene: Scene, heads: tuple[int, ...], speaker: ActorRef) -> tuple[ActorRef, ...]:
    found: dict[tuple[str | None, Span | None], ActorRef] = {}
    for head in heads:
        for ref in _aimed(scene, head):
            if ref.actor is None or ref.actor != speaker.actor:
                found.setdefault((ref.actor, ref.mention), ref)
    return tuple(found.values())


def _aimed(scene: Scene, head: int) -> tuple[ActorRef, ...]:
    """The actors a phrase is about: its own, or whose the thing is ("the mission of the peacekeepers")."""
    for i in (head, *scene.children(head, "conj"), *_owners(scene, head)):
        mention = scene.draft.mention_at(i)
        if mention is not None and (i == head or mention.kind is not MentionKind.PRONOUN):
            return scene.draft.refs(mention)
    return ()


def _owners(scene: Scene, head: int) -> list[int]:
    owners = list(scene.children(head, "poss", "amod", "compound"))
    for prep in scene.children(head, "prep", "agent"):
        if scene.words[prep].lower in ("of", "by", "from"):
            owners.extend(scene.children(prep, "pobj"))
    return owners
