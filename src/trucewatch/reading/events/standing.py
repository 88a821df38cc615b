"""On whose word an event stands: the statement that holds it, who vouches for it and who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.model.actor import ActorRef
from trucewatch.model.event import Status
from trucewatch.model.statement import Act, Statement
from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft
from trucewatch.reading.events.frame import subject_of
from trucewatch.reading.events.modality import Footing, undenied
from trucewatch.reading.events.roles import references
from trucewatch.reading.events.scene import Scene


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an event, who claims it (the innermost speaker first), who denies it, and in which statement."""

    status: Status
    claimed_by: tuple[ActorRef, ...] = ()
    denied_by: tuple[ActorRef, ...] = ()
    statement: str | None = None


def unique(refs: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    """The references, each actor once, in order."""
    found: dict[str, ActorRef] = {}
    for ref in refs:
        found.setdefault(ref.actor or ref.name, ref)
    return tuple(found.values())


class Claims:
    """The statements of a draft by what they hold and by their cues."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._by_id = {s.id: s for s in draft.statements}
        self._by_sentence: dict[int, list[tuple[Span, Statement]]] = {}
        self._cues: dict[int, Statement] = {}
        words = draft.parse.words
        for statement in draft.statements:
            for span in statement.content:
                inside = draft.parse.within(span)
                if inside:
                    for sent in range(words[inside[0]].sent, words[inside[-1]].sent + 1):
                        self._by_sentence.setdefault(sent, []).append((span, statement))
            if statement.cue is not None:
                for word in draft.parse.within(statement.cue):
                    self._cues.setdefault(word, statement)

    def around(self, word: int) -> Statement | None:
        """The innermost statement whose content holds the word, or ``None`` in the outlet's own voice."""
        at = self.draft.parse.words[word]
        holding = [
            (len(span), statement)
            for span, statement in self._by_sentence.get(at.sent, ())
            if span.start <= at.start and at.end <= span.end
        ]
        return min(holding, key=lambda row: row[0])[1] if holding else None

    def cued(self, word: int) -> Statement | None:
        """The statement whose cue the word belongs to, or ``None``."""
        return self._cues.get(word)

    def chain(self, statement: Statement | None) -> list[Statement]:
        """The statement and those it is reported inside, the innermost first."""
        found: list[Statement] = []
        while statement is not None and statement not in found:
            found.append(statement)
            statement = self._by_id.get(statement.within) if statement.within else None
        return found


def standing(
    scene: Scene,
    claims: Claims,
    word: int,
    foot: Footing,
    accusers: Mapping[int, tuple[ActorRef, ...]],
) -> Standing:
    """The standing of the event at ``word``; ``accusers`` are the agents of accusations by their word."""
    chain = claims.chain(claims.around(word))
    if not chain and foot.reporter is not None:
        chain = claims.chain(claims.cued(foot.reporter))
    statement = chain[0].id if chain else None
    speakers = unique(s.speaker for s in chain) or _vouching(scene, foot, accusers)
    denials = [n for n, s in enumerate(chain) if s.act is Act.DENY and _denies(scene, claims, word, s)]
    if denials:
        inner = unique(s.speaker for s in chain[: denials[0]])
        outer = unique(s.speaker for s in chain[denials[0] + 1 :])
        status = Status.CLAIMED if inner else Status.DENIED
        return Standing(status, inner or outer, (chain[denials[0]].speaker,), statement)
    if foot.denier is not None:
        denied_by = _subjects(scene, foot.denier) or speakers[:1]
        rest = tuple(
            s for s in speakers if s not in denied_by and s.actor not in {d.actor for d in denied_by if d.actor}
        )
        return Standing(Status.DENIED, rest, denied_by, statement)
    if foot.negated:
        return Standing(Status.DENIED, speakers[1:], speakers[:1], statement)
    if foot.hypothetical or foot.planned:
        return Standing(Status.HYPOTHETICAL if foot.hypothetical else Status.PLANNED, speakers, (), statement)
    return Standing(Status.CLAIMED if speakers else Status.REPORTED, speakers, (), statement)


def performed(claims: Claims, word: int) -> Standing:
    """The standing of an act that the words of a statement themselves perform: claimed only where it is told again."""
    chain = claims.chain(claims.around(word))[1:]
    speakers = unique(s.speaker for s in chain)
    return Standing(Status.CLAIMED if speakers else Status.REPORTED, speakers, (), chain[0].id if chain else None)


def _vouching(scene: Scene, foot: Footing, accusers: Mapping[int, tuple[ActorRef, ...]]) -> tuple[ActorRef, ...]:
    """Who vouches for an event that no statement holds: the accuser, or the subject of the verb that reports it."""
    if foot.accuser is not None:
        return accusers.get(foot.accuser, ())
    return _subjects(scene, foot.reporter) if foot.reporter is not None else ()


def _subjects(scene: Scene, verb: int) -> tuple[ActorRef, ...]:
    heads = [h for h in subject_of(scene.parse, verb) if "actor" in scene.tags(h)]
    return unique(ref for head in heads for ref in references(scene, head))


def _denies(scene: Scene, claims: Claims, word: int, statement: Statement) -> bool:
    """Whether the denial reaches the word: it hangs on the denying verb, and not as a coordinate of it."""
    words = scene.words
    below = word
    for above in scene.parse.up(word):
        if claims.cued(above) is statement:
            return words[below].dep not in ("conj", "advcl") and not undenied(scene.parse, above)
        below = above
    return False
