"""From chosen candidates to statements: who, to whom, inside what, when."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.model.statement import Statement
from trucewatch.model.text import Span
from trucewatch.reading.attribution.acts import act_of
from trucewatch.reading.attribution.dating import Calendar
from trucewatch.reading.attribution.reach import is_tag
from trucewatch.reading.attribution.scene import Candidate, Scene
from trucewatch.reading.attribution.speakers import reference
from trucewatch.reading.draft import MentionKind
from trucewatch.reading.lexicon import load

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_GOES_ON = frozenset(("add", "continue", "go", "conclude"))


def build(scene: Scene, chosen: list[Candidate]) -> list[Statement]:
    """The statements of the chosen candidates, in their order."""
    outer = holders_of(chosen)
    ids = {id(candidate): f"s{number}" for number, candidate in enumerate(chosen, 1)}
    calendar = Calendar(scene, chosen)
    statements: list[Statement] = []
    before: tuple[Candidate, ActorRef] | None = None  # the last statement that stands by itself, and its speaker
    for candidate, above in zip(chosen, outer, strict=True):
        speaker = reference(scene, candidate.speaker)
        if before is not None:
            speaker = _resolved(scene, speaker, candidate, before)
        if above is None:
            before = candidate, speaker
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


def _resolved(scene: Scene, speaker: ActorRef, candidate: Candidate, before: tuple[Candidate, ActorRef]) -> ActorRef:
    """The speaker of the statement before, where this one's is its paper or a pronoun that goes on with it."""
    said, last = before
    if speaker.name in ("A", "Answer") and candidate.head is None:
        return last
    if _issuer(scene, candidate, said):
        return last
    head = None if candidate.speaker is None else candidate.speaker.head
    if head is None or scene.words[head].lower not in _PRONOUNS or said.head is None or candidate.head is None:
        return speaker
    if scene.paragraph(candidate.head) - scene.paragraph(said.head) > 1:
        return speaker
    goes_on = scene.words[candidate.head].lemma in _GOES_ON or (
        is_tag(scene, candidate) and not _another_since(scene, candidate.head, said.head, speaker)
    )
    if (speaker.actor is not None and not goes_on) or not _agrees(scene, scene.words[head].lower, last, said):
        return speaker
    mention = scene.draft.mention_at(head)
    if mention is not None and last.actor is not None:
        mention.actors = (last.actor,)
    return ActorRef(last.actor, last.name, scene.parse.span(head, head))


def _another_since(scene: Scene, cue: int, before: int, read: ActorRef) -> bool:
    """Whether a sentence between two cues has the actor that the pronoun was read as for its subject."""
    for number in range(scene.words[before].sent + 1, scene.words[cue].sent):
        subject = scene.parse.child(scene.parse.sentences[number].root, "nsubj", "nsubjpass")
        mention = None if subject is None else scene.draft.mention_at(subject)
        if mention is not None and read.actor in mention.actors:
            return True
    return False


def _agrees(scene: Scene, pronoun: str, last: ActorRef, said: Candidate) -> bool:
    """Whether a pronoun may stand for the speaker before: a person or not, one or several."""
    record = None if last.actor is None else scene.draft.actors.get(last.actor)
    head = None if said.speaker is None else said.speaker.head
    if head is None:
        return False
    word = scene.words[head]
    if word.lower in _PRONOUNS:
        return word.lower == pronoun
    several = word.tag in ("NNS", "NNPS")
    person = record.kind == "person" if record is not None else word.ent == "PERSON"
    if word.ent != "PERSON" and not several and word.lemma in load("sources")["persons"]:
        person = True  # "a spokeswoman", who speaks for a body; "a nurse", whom nothing names
    if pronoun == "they":
        return several
    return person and _fits(scene, pronoun, last) if pronoun in ("he", "she") else not person and not several


def _fits(scene: Scene, pronoun: str, last: ActorRef) -> bool:
    entry = scene.draft.knowledge.actors.get(last.actor or "")
    return entry is None or entry.gender is None or (entry.gender == "female") == (pronoun == "she")


def _issuer(scene: Scene, candidate: Candidate, before: Candidate) -> bool:
    """Whether the source is the paper that the statement before was made in: "said in a letter ... the letter said"."""
    head = None if candidate.speaker is None else candidate.speaker.head
    if head is None or before.head is None or scene.words[head].lemma not in load("sources")["papers"]:
        return False
    sentence = scene.parse.sentences[scene.words[before.head].sent]
    lemma = scene.words[head].lemma
    return any(scene.words[i].lemma == lemma and i != head for i in range(sentence.first, sentence.last))


def holders_of(chosen: list[Candidate]) -> list[Candidate | None]:
    """For each candidate the smallest other one whose content holds its cue (or, without one, its content)."""
    holders = sorted(
        ((span.start, span.end, number) for number, c in enumerate(chosen) for span in c.content),
        key=lambda row: (row[0], -row[1]),
    )
    points = sorted(
        ((c.cue or c.content[0]).start, (c.cue or c.content[0]).end, number) for number, c in enumerate(chosen)
    )
    above: list[int | None] = [None] * len(chosen)
    stack: list[tuple[int, int, int]] = []
    next_holder = 0
    for start, end, number in points:
        while next_holder < len(holders) and holders[next_holder][0] <= start:
            stack.append(holders[next_holder])
            next_holder += 1
        stack = [row for row in stack if row[1] > start]
        for row in reversed(stack):
            if row[1] >= end and not _above(above, row[2], number):
                above[number] = row[2]
                break
    return [None if i is None else chosen[i] for i in above]


def _above(above: list[int | None], low: int, high: int) -> bool:
    """Whether ``high`` is ``low`` or holds it."""
    current: int | None = low
    while current is not None:
        if current == high:
            return True
        current = above[current]
    return False


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
