"""Bodies that nothing known names: organisations, forces and authorities from entities and from their last words."""

from __future__ import annotations

import re

from trucewatch.model.actor import ActorKind
from trucewatch.reading.draft import MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.known import is_dateline
from trucewatch.reading.names.scene import Scene, slug
from trucewatch.reading.names.standing import acts, stands_as_place

_COMPANY = re.compile(r"(?:inc|corp|ltd|llc|plc|gmbh|co|company|corporation|holding|holdings|airlines|oil)\.?$", re.I)

_ORGAN = re.compile(r"(?:ministry|department|secretariat)$", re.I)

_FORCE = re.compile(r"(?:army|brigade|battalion|division|regiment|forces|front|corps|guard|guards|militia)$", re.I)

_RULES = frozenset(
    {"Government", "Republic", "Kingdom", "government", "State", "Army", "Forces", "Front", "Movement", "Authority"}
)


def body(scene: Scene, words: range, label: str) -> None:
    """An organisation the model shows that nothing known names."""
    name = scene.span(words).of(scene.draft.text)
    if label == "NORP" or len(name) < 3 or not name[0].isupper() or stands_as_place(scene, words):
        return
    if is_dateline(scene, words):
        return
    full = _spelled_out(scene, name)
    if full is not None:
        scene.add(words, MentionKind.NAME, (full,))
        return
    if scene.words[words[0]].lower in load("offices")["heads"]:
        return  # "Minister of Foreign Affairs" is an office
    tail = scene.words[words[-1]].text
    kind = ActorKind.ORGANISATION
    for pattern, its in ((_COMPANY, ActorKind.COMPANY), (_ORGAN, ActorKind.MINISTRY), (_FORCE, ActorKind.FORCE)):
        if pattern.match(tail):
            kind = its
    if len(words) == 1 and (tail.lower() in load("organs")["anaphors"] or tail.lower() in load("organs")["heads"]):
        return  # "the Army" refers back; it is no name of its own
    if len(words) == 1 and not acts(scene, words) and not tail.isupper():
        return
    scene.add(words, MentionKind.NAME, (scene.meet(slug(name), name, kind),))


def _spelled_out(scene: Scene, name: str) -> str | None:
    """The body of the text whose initials an acronym is: "GNA", the Government of National Accord."""
    if not (2 < len(name) < 8 and name.isupper()):
        return None
    for id_, record in scene.draft.actors.items():
        initials = "".join(word[0] for word in re.split(r"[\s-]+", record.name) if word[:1].isupper())
        if initials == name and record.kind != "person":
            return id_
    return None


def polity(scene: Scene, words: range) -> None:
    """A place nothing known names that speaks or acts: taken for the authority there."""
    head = scene.words[scene.head(words)]
    if head.dep not in ("nsubj", "agent") or is_dateline(scene, words):
        return
    name = scene.span(words).of(scene.draft.text)
    scene.add(words, MentionKind.NAME, (scene.meet(slug(name), name, ActorKind.AUTHORITY),))


def governments(scene: Scene) -> None:
    """ "the Government of Velmar": an authority nothing known names."""
    for i, word in enumerate(scene.words[:-2]):
        if word.text not in _RULES or scene.words[i + 1].lower != "of":
            continue
        last = i + 1
        while last + 1 < len(scene.words) and scene.words[last + 1].pos == "PROPN" and scene.owner[last + 1] is None:
            last += 1
        if last > i + 1 and scene.free(range(i, last + 1)):
            armed = word.text in ("Army", "Forces", "Front", "Movement")
            name = scene.parse.span(i if armed else i + 2, last).of(scene.draft.text)
            kind = ActorKind.FORCE if armed else ActorKind.AUTHORITY
            scene.add(range(i, last + 1), MentionKind.NAME, (scene.meet(slug(name), name, kind),))


def headed(scene: Scene) -> None:
    """Bodies known by their last word, which the model often misses: "the Mornay Free Militia"."""
    kinds = load("organs")["proper_heads"]
    for i, word in enumerate(scene.words):
        if word.text not in kinds or scene.owner[i] is not None:
            continue
        first = i
        while first > 0 and i - first < 6 and _is_name_part(scene, first - 1):
            first -= 1
        run = range(first, i + 1)
        if len(run) < 2 or not scene.free(run):
            continue
        name = scene.span(run).of(scene.draft.text)
        scene.add(run, MentionKind.NAME, (scene.meet(slug(name), name, ActorKind(kinds[word.text])),))


def _is_name_part(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    if scene.owner[i] is not None or word.sent != scene.words[i + 1].sent:
        return False
    return (word.pos in ("PROPN", "ADJ", "NOUN") and word.text[0].isupper()) or word.text in ("'s", "’s", "-")
