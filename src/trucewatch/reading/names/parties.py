"""The sides of a conflict where a text names them together, and the speakers that "we" and "I" stand for."""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.draft import Mention, MentionKind
from trucewatch.reading.names.focus import Focus
from trucewatch.reading.names.scene import BODIES, Scene


def sides(scene: Scene, i: int, focus: Focus) -> Mention | None:
    """ "the sides", "both countries": the two parties the text has named, if it is plain which two."""
    first = i
    while (
        first > 0
        and i - first < 3
        and scene.words[first - 1].pos in ("ADJ", "NUM", "VERB")
        and scene.owner[first - 1] is None
    ):
        first -= 1
    lead = scene.words[first].lower if first < i else ""
    determiner = scene.words[first - 1].lower if first else ""
    if determiner not in ("the", "these", "those", "both", "all") and lead not in ("both", "two", "all", "warring"):
        return None
    start = first - 1 if determiner in ("the", "these", "those", "both", "all") else first
    actors = _parties(scene, scene.words[start].start, focus)
    mention = scene.add(range(start, i + 1), MentionKind.NOMINAL, actors, plural=True)
    if not actors:
        scene.draft.warn(
            mention.span, f"It is not plain whom {mention.span.of(scene.draft.text)!r} means; left unresolved."
        )
    return mention


def _parties(scene: Scene, offset: int, focus: Focus) -> tuple[str, ...]:
    """The parties in view: the last plural set of bodies, else the only two states or groups named before."""
    if scene.parties:
        return scene.parties
    for mention in reversed(focus.plurals):
        if len(mention.actors) == 2 and all(scene.kind(a) in BODIES for a in mention.actors):
            return mention.actors
    seen = [
        m.actors[0]
        for m in scene.draft.mentions
        if m.span.start < offset and len(m.actors) == 1 and m.kind is not MentionKind.PRONOUN
    ]
    fighting, ruling = ("force", "group", "authority"), ("state", "authority", "group")
    for kinds in (fighting, ruling):
        found = tuple(dict.fromkeys(actor for actor in seen if scene.kind(actor) in kinds and "peacekeep" not in actor))
        owners = {scene.state_of(actor) for actor in found}
        if len(found) == 2 and (kinds is ruling or len(owners) == 1 or None in owners):
            return found  # two armies of two states stand for the states, and are counted there
    return ()


def defined_parties(scene: Scene) -> tuple[str, ...]:
    """The actors that a text itself defines as its Parties: "A and B, hereinafter the Parties"."""
    for i, word in enumerate(scene.words):
        if word.lower in ("hereinafter", "hereafter", "hereinbelow"):
            first = scene.parse.sentences[word.sent].first
            return tuple(scene.countries(range(first, i)))
    return ()


def read_first_person(scene_draft: Scene) -> None:
    """ "we", "our", "I" inside a statement's words are its speaker; runs once the statements are read."""
    draft = scene_draft.draft
    spans: list[tuple[Span, tuple[str, ...]]] = [
        (part, (statement.speaker.actor,))
        for statement in draft.statements
        if statement.speaker.actor is not None
        for part in statement.content
    ]
    for part, actors in spans:
        for i in scene_draft.parse.within(part):
            word = scene_draft.words[i]
            if (
                scene_draft.owner[i] is None
                and word.lower in ("we", "our", "us", "ours", "i", "my", "me", "mine")
                and scene_draft.quoted[i]
            ):
                scene_draft.add(
                    range(i, i + 1), MentionKind.PRONOUN, actors, person=word.lower in ("i", "my", "me", "mine")
                )
