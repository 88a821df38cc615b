"""What a body speaks through: its statement, its bulletin, a spokesman of nobody named, officials in its seat."""

from __future__ import annotations

from trucewatch.reading.draft import Mention, MentionKind
from trucewatch.reading.names.focus import Focus
from trucewatch.reading.names.organs import local_authority
from trucewatch.reading.names.scene import Scene

PAPERS = frozenset({"statement", "bulletin", "communiqué", "communique", "release"})
MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_OFFICIALS = frozenset({"officials", "authorities"})
_BODIES = frozenset({"ministry", "force", "mission", "organisation", "government", "authority", "group"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PHRASE = 12  # words: how far a name may stand from the noun it explains
_SAYING = frozenset(
    {
        "say",
        "add",
        "report",
        "state",
        "tell",
        "note",
        "claim",
        "deny",
        "announce",
        "read",
        "declare",
        "confirm",
        "continue",
        "conclude",
        "stress",
        "emphasise",
        "emphasize",
        "explain",
        "argue",
        "insist",
        "recall",
        "repeat",
        "warn",
        "go",
    }
)


def mouth(scene: Scene, i: int, focus: Focus) -> Mention | None:
    """A paper that "says", or a spokesman of nobody named: the body that speaks through it.

    That is the one the text is speaking of, else the body whose bulletin the text is, else the last named.
    """
    word = scene.words[i]
    if word.dep not in _SUBJECT or i == 0 or _belongs(scene, i):
        return None
    first = i
    while first > 0 and i - first < 2 and scene.words[first - 1].pos == "ADJ" and scene.owner[first - 1] is None:
        first -= 1
    before = scene.words[first - 1] if first else None
    wanted = (
        ("the", "its", "this") if word.lower in PAPERS else ("its", "a", "another")
    )  # "the spokesman" is one who was named
    if before is None or before.lower not in wanted or scene.words[word.head].lemma not in _SAYING:
        return None
    topic = focus.topic
    bodies = [each for each in focus.bodies if scene.kind(each.actors[0]) in _BODIES]
    actors: tuple[str, ...]
    said = [each for each in bodies if scene.words[scene.place_in_clause(each)[1]].lemma in _SAYING]
    if scene.issuer is not None and word.lower in PAPERS:
        actors = (scene.know(scene.knowledge.actors[scene.issuer]),)
    elif word.lower in PAPERS and said:
        actors = said[-1].actors
    elif topic is not None and len(topic.actors) == 1 and scene.kind(topic.actors[0]) in _BODIES:
        actors = topic.actors
    elif scene.issuer is not None:
        actors = (scene.know(scene.knowledge.actors[scene.issuer]),)
    elif bodies:
        actors = bodies[-1].actors
    else:
        return None
    return scene.add(range(i, i + 1), MentionKind.NOMINAL, actors)


def speaking_for(scene: Scene) -> None:
    """Resolve "a spokesman for the army" and "officials in Harrow" once all they name is resolved."""
    for i, word in enumerate(scene.words):
        owner = scene.owner[i]
        if owner is not None and owner.actors:
            continue
        if word.lower in MOUTHS and _belongs(scene, i) and not _named_after(scene, i):
            actors = _named_by(scene, i, ("for", "of"))
        elif word.lower in _OFFICIALS and word.dep in (*_SUBJECT, "agent", "pobj"):
            actors = _seat(scene, i)
        else:
            continue
        if actors:
            scene.add(range(i, i + 1), MentionKind.NOMINAL, actors, plural=word.lower in _OFFICIALS)


def _belongs(scene: Scene, i: int) -> bool:
    """Whether the words say whose it is; "of 16 August" does not."""
    if i + 2 >= len(scene.words) or scene.words[i + 1].lower not in ("of", "for"):
        return False
    return not (scene.words[i + 2].text.isdigit() or scene.words[i + 2].ent in ("DATE", "TIME"))


def _named_after(scene: Scene, i: int) -> bool:
    """Whether a name tells who it is: "a spokesman for the army, Ivo Marn, said"."""
    last = min(i + _PHRASE, scene.parse.sentences[scene.words[i].sent].last)
    for k in range(i + 2, last):
        mention = scene.owner[k]
        if mention is not None and mention.person and mention.actors and scene.words[k - 1].text in (",", "–", "-"):
            return True
    return False


def _named_by(scene: Scene, i: int, prepositions: tuple[str, ...]) -> tuple[str, ...]:
    """The body that a noun's phrase names: the object of its preposition."""
    for c in scene.words[i].children:
        if scene.words[c].lower in prepositions:
            for o in scene.words[c].children:
                mention = scene.owner[o]
                if mention is not None and len(mention.actors) == 1 and not mention.person:
                    return mention.actors
    return ()


def _seat(scene: Scene, i: int) -> tuple[str, ...]:
    """The state or authority whose seat stands after "in"."""
    if i and (
        scene.words[i - 1].lower == "local" or (i + 1 < len(scene.words) and scene.words[i + 1].lower == "there")
    ):
        local = local_authority(scene, i)
        return () if local is None else (scene.know(scene.knowledge.actors[local]),)
    if i + 2 >= len(scene.words) or scene.words[i + 1].lower != "in":
        return ()
    for hit in scene.knowledge.find(scene.words[i + 2].text):
        states = [form.actor for form in hit.forms if form.kind is MentionKind.METONYM]
        if len(states) == 1:
            return (scene.know(scene.knowledge.actors[states[0]]),)
    return ()
