"""Ministries, forces and governments composed from a country's name and a common noun: "the Sudanese army"."""

from __future__ import annotations

from typing import Any

from trucewatch.model.actor import ActorKind
from trucewatch.reading.draft import Mention, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import Scene

_REACH = 5
_MODIFIER = frozenset({"ADJ", "NOUN", "PROPN", "PART", "CCONJ"})
_OWNER = frozenset({"state", "authority", "group", "organisation", "government"})


def read_organs(scene: Scene) -> None:
    """Compose "COUNTRY ... HEAD" and "HEAD of COUNTRY" into the country's ministry, force or government."""
    table = load("organs")
    for mention in sorted(scene.draft.mentions, key=lambda each: each.span.start):
        if len(mention.actors) != 1 or mention.person or scene.kind(mention.actors[0]) not in _OWNER:
            continue
        words = scene.parse.within(mention.span)
        if not words or scene.owner[words[0]] is not mention:
            continue
        if not _forward(scene, mention, words, table):
            _backward(scene, mention, words, table)
    _ministries_alone(scene, table)


def _forward(scene: Scene, mention: Mention, words: range, table: dict[str, Any]) -> bool:
    """ "Azerbaijan's Defence Ministry", "Armenian forces": from the country rightwards to the head."""
    last = None
    limit = min(len(scene.words), words[-1] + 1 + _REACH, scene.parse.sentences[scene.words[words[0]].sent].last)
    for i in range(words[-1] + 1, limit):
        word = scene.words[i]
        if scene.owner[i] is not None:
            break
        if (
            word.lower in table["heads"]
            or (word.lower in table["acronyms"] and word.text.isupper())
            or word.text == "MoD"
        ):
            last = i
            if word.lower in ("ministry", "mfa", "mod"):
                break
            continue
        if word.pos not in _MODIFIER and word.text not in ("’s", "'s", "’", "'", "-"):
            break
        if word.lower in ("and", "or"):
            break
    if last is None:
        return False
    head = scene.words[last]
    between = [scene.words[i] for i in range(words[-1] + 1, last)]
    topic = [word.lower for word in between if word.text not in ("’s", "'s", "’", "'", "-")]
    if head.lower in table["modified"] and not topic:
        return False
    if mention.kind is not MentionKind.DEMONYM and not _possesses(scene, words[-1], head.lower):
        return False
    # "Armenian government officials": the last head speaks for the state; "Russian peacekeeping forces" are no army.
    return _compose(scene, mention.actors[0], range(words[0], last + 1), topic, head.lower)


def _possesses(scene: Scene, last: int, head: str) -> bool:
    """Whether a country's name is joined to the head: by a possessive, or as a compound of a ministry."""
    following = scene.words[last + 1]
    return (
        following.text in ("’s", "'s", "’", "'")
        or following.tag == "POS"
        or head in ("ministry", "mfa", "mod", "army", "government")
    )


def _backward(scene: Scene, mention: Mention, words: range, table: dict[str, Any]) -> bool:
    """ "the Ministry of Defence of Azerbaijan", "the army of Sudan": from the country leftwards over "of"."""
    i = words[0] - 1
    if i >= 1 and scene.words[i].lower == "the":
        i -= 1
    if i < 1 or scene.words[i].lower != "of" or scene.owner[i - 1] is not None:
        return False
    first = last = i - 1
    while first > 0 and first > last - _REACH and scene.words[first].lower not in table["heads"]:
        if scene.words[first].pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET"):
            return False
        first -= 1
    head = scene.words[first].lower
    if head not in table["heads"] or head in ("side", "positions", "officials"):
        return False
    topic = [scene.words[k].lower for k in range(first + 1, last + 1)]
    if topic and (topic[0] != "of" or head not in ("ministry",)):
        return False
    left = first
    while (
        left > 0
        and scene.words[left - 1].pos in ("ADJ", "PROPN", "NOUN")
        and scene.owner[left - 1] is None
        and left > first - 2
    ):
        left -= 1
        topic.append(scene.words[left].lower)
    return _compose(scene, mention.actors[0], range(left, words[-1] + 1), [t for t in topic if t != "of"], head)


def _compose(scene: Scene, country: str, words: range, topic: list[str], head: str) -> bool:
    table = load("organs")
    part, kind = table["heads"].get(head, ("ministry", "ministry"))
    name = scene.draft.actors[country].name
    if "peacekeeping" in topic and kind in ("force", "mission"):
        part, kind = "peacekeepers", "force"
    if part == "ministry":
        part = _ministry(topic, head, table)
        if part is None:
            return False
    elif part == "" or "government" in topic:
        scene.add(words, MentionKind.NOMINAL, (country,), plural=head == "officials")
        return True
    elif head in table["modified"] or (topic and part in ("agency", "media")):
        part = "-".join([*topic, part])
    elif "air" in topic and head == "forces":
        part = "armed-forces"
    actor = _only_force(scene, country, part) or scene.meet(f"{country}-{part}", _title(part, name), ActorKind(kind))
    scene.add(words, MentionKind.NAME if part.endswith("ministry") else MentionKind.NOMINAL, (actor,))
    return True


def _title(part: str, country: str) -> str:
    """The name of an organ nothing known names: "Foreign Ministry of X", "armed forces of X"."""
    words = part.replace("-", " ")
    return f"{words.title() if part.endswith('ministry') else words} of {country}"


def _only_force(scene: Scene, country: str, part: str) -> str | None:
    """The dossier's one force of a country, where the dossier knows no other: in its regime those are its forces."""
    if part not in ("armed-forces", "peacekeepers"):
        return None
    known = [
        c for c in scene.knowledge.children(country) if c.id in scene.knowledge.own_ids and c.kind is ActorKind.FORCE
    ]
    return scene.know(known[0]) if len(known) == 1 else None


def _ministry(topic: list[str], head: str, table: dict[str, Any]) -> str | None:
    if head in table["acronyms"]:
        return f"{table['acronyms'][head]}-ministry"
    words = [word for word in topic if word not in ("of", "the")]
    joined = " ".join(words)
    if not words:
        return None
    return f"{table['ministry_topics'].get(joined, joined.replace(' ', '-'))}-ministry"


def _ministries_alone(scene: Scene, table: dict[str, Any]) -> None:
    """A ministry without its country is the only one already met with that topic."""
    for i, word in enumerate(scene.words):
        if word.lower != "ministry" or scene.owner[i] is not None:
            continue
        first, last = i, i
        topics = {**table["ministry_topics"], **load("offices")["topics"]}
        if i and scene.words[i - 1].lower in topics and scene.owner[i - 1] is None:
            first = i - 1
            topic = [scene.words[i - 1].lower]
        elif i + 2 < len(scene.words) and scene.words[i + 1].lower == "of" and scene.owner[i + 2] is None:
            last = i + 2
            topic = [scene.words[i + 2].lower]
            if scene.words[last].lower in ("foreign", "internal", "external") and last + 1 < len(scene.words):
                last += 1
                topic.append(scene.words[last].lower)
        else:
            continue
        part = _ministry(topic, "ministry", table)
        owner, last = _seat(scene, last)
        owner = owner or _whose(scene, first)
        scene.add(range(first, last + 1), MentionKind.NOMINAL, _alone(scene, part, owner, first) if part else ())


def _seat(scene: Scene, last: int) -> tuple[str | None, int]:
    """Whose ministry it is by its seat, and its last word: "the Defence Ministry in Moscow"."""
    if last + 2 < len(scene.words) and scene.words[last + 1].lower == "in":
        mention = scene.owner[last + 2]
        text = scene.words[last + 2].text
        if mention is not None and len(mention.actors) == 1:
            return mention.actors[0], last
        for hit in scene.knowledge.find(text):
            states = [form.actor for form in hit.forms if form.kind is MentionKind.METONYM]
            if len(states) == 1:
                return states[0], last
    return None, last


def _alone(scene: Scene, part: str, owner: str | None, at: int) -> tuple[str, ...]:
    """The one ministry that may be meant: by its seat, as the only one met, by the text's country, as the last met."""
    if owner is not None:
        id_ = f"{owner}-{part}"
        return (scene.know(scene.knowledge.actors[id_]),) if id_ in scene.knowledge.actors else ()
    met = [id_ for id_ in scene.draft.actors if id_.endswith(f"-{part}")]
    own = f"{scene.country}-{part}"
    if len(met) == 1 and (met[0] == own or _met_before(scene, met[0], at) or own not in scene.knowledge.actors):
        return tuple(met)
    spoken = f"{_spoken_for(scene, at)}-{part}"
    if spoken in scene.knowledge.actors and not any(_met_before(scene, each, at) for each in met):
        return (scene.know(scene.knowledge.actors[spoken]),)
    if len(met) == 1:
        return (scene.know(scene.knowledge.actors[own]),)
    if own in met or (not met and scene.country and own in scene.knowledge.actors):
        return (scene.know(scene.knowledge.actors[own]),)
    before = [
        mention
        for mention in scene.draft.mentions
        if mention.actors and mention.actors[0] in met and mention.span.end <= scene.words[at].start
    ]
    return max(before, key=lambda each: each.span.end).actors if before else ()


def _spoken_for(scene: Scene, at: int) -> str | None:
    """The state or authority that was the last to say something, in this paragraph or the one before."""
    here = scene.parse.sentences[scene.words[at].sent].paragraph
    for mention in sorted(scene.draft.mentions, key=lambda each: -each.span.end):
        if mention.span.end > scene.words[at].start or len(mention.actors) != 1:
            continue
        if here - scene.parse.sentences[scene.words[mention.head].sent].paragraph > 1:
            return None
        dep, verb = scene.place_in_clause(mention)
        if dep == "nsubj" and scene.kind(mention.actors[0]) in ("state", "authority"):
            return mention.actors[0] if scene.words[verb].lemma in ("say", "claim", "report", "announce") else None
    return None


def _met_before(scene: Scene, actor: str, at: int) -> bool:
    return any(actor in each.actors and each.span.end <= scene.words[at].start for each in scene.draft.mentions)


def local_authority(scene: Scene, at: int) -> str | None:
    """The authority that "local" or "there" means at word ``at``: the last named before that is no state, else the one
    that the dossier knows."""
    for hit in reversed(list(scene.knowledge.find(scene.draft.text[: scene.words[at].start]))):
        found = {_authority(scene, form.actor) for form in hit.forms}
        if len(found) == 1 and (one := found.pop()) is not None:
            return one
    own = [
        id_
        for id_ in scene.knowledge.own_ids
        if id_ in scene.knowledge.actors and scene.knowledge.actors[id_].kind is ActorKind.AUTHORITY
    ]
    return own[0] if len(own) == 1 else None


def _whose(scene: Scene, at: int) -> str | None:
    """Whose body a word before it tells: "the local ministry", "its ministry"."""
    before = scene.words[at - 1].lower if at else ""
    if before == "local":
        return local_authority(scene, at)
    if before != "its":
        return None
    subjects = [
        each
        for each in scene.draft.mentions
        if len(each.actors) == 1
        and each.span.end <= scene.words[at].start
        and scene.kind(each.actors[0]) in ("state", "authority")
        and scene.place_in_clause(each)[0] == "nsubj"
    ]
    return max(subjects, key=lambda each: each.span.end).actors[0] if subjects else None


def _authority(scene: Scene, actor: str) -> str | None:
    """The authority an actor is or belongs to."""
    entry = scene.knowledge.actors.get(actor)
    while entry is not None and entry.kind is not ActorKind.AUTHORITY:
        entry = scene.knowledge.actors.get(entry.parent or "")
    return None if entry is None else entry.id


_COUNCIL = "un-security-council"


def own_councils(scene: Scene) -> None:
    """ "The Security Council" of a side, where the dossier knows one and the text never speaks of the UN's."""
    mentions = [each for each in scene.draft.mentions if each.actors == (_COUNCIL,)]
    if not mentions or any(each.span.of(scene.draft.text).lower() != "security council" for each in mentions):
        return
    if "united-nations" in scene.draft.actors:
        return
    own = [id_ for id_ in scene.knowledge.own_ids if id_.endswith("-security-council") and id_ != _COUNCIL]
    seats = {owner for each in mentions if (owner := _seat(scene, scene.parse.within(each.span)[-1])[0]) is not None}
    near = [id_ for id_ in own if scene.knowledge.actors[id_].parent in seats]
    if not near:
        near = [id_ for id_ in own if scene.knowledge.actors[id_].parent == scene.country]
    if not near:
        near = [id_ for id_ in own if scene.knowledge.actors[id_].parent in scene.draft.actors]
    if len(near) == 1:
        for mention in mentions:
            mention.actors = (scene.know(scene.knowledge.actors[near[0]]),)
        scene.draft.actors.pop(_COUNCIL, None)
