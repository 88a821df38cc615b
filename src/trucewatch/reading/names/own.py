"""Bodies that a text names by their common nouns alone, because it speaks from their country or has one in mind.

"The Prime Minister's Office" under a dateline of Jerusalem is Israel's; "his office" is that of the person just named;
"an official of the ministry" speaks for the ministry; "the peacekeepers" are the one such force of the regime.
"""

from __future__ import annotations

from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry
from trucewatch.reading.draft import Mention, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import BODIES, Scene, slug

_SPEAKS = frozenset({"nsubj", "nsubjpass", "pobj", "agent"})
_OFFICES = frozenset({"office", "bureau", "cabinet", "secretariat"})
_SERVICES = frozenset({"service", "office", "department"})
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_SMALL = frozenset({"the", "of", "'s", "’s", "'", "’", "for", "and"})
_FEWEST = 2  # words of a body's name that make it plain which it is
_ALONE = frozenset({"presidency", "parliament", "police"})  # nouns that a country has one of
_NEAR = 3  # paragraphs back to which "the police" may reach
_COMMON = frozenset(
    {"police", "centre", "center", "office", "command", "council", "commission", "committee", "presidency"}
)


def read_home_bodies(scene: Scene) -> None:
    """Find the known bodies of the text's own country by their names without the country's."""
    forms = _home_forms(scene)
    if not forms:
        return
    longest = max(map(len, forms))
    i = 0
    while i < len(scene.words):
        for size in range(min(longest, len(scene.words) - i), 0, -1):
            run = range(i, i + size)
            key = tuple(scene.words[k].lower.replace("’", "'") for k in run)
            if key in forms and scene.free(run) and not _is_anothers(scene, run):
                entry = scene.knowledge.actors[forms[key]]
                scene.add(run, MentionKind.NAME, (scene.know(entry),))
                i += size - 1
                break
        i += 1


def _is_anothers(scene: Scene, run: range) -> bool:
    """Whether the words say themselves whose body it is: "X's press office", "the Prime Minister's office of Y"."""
    before = scene.owner[run[0] - 1] if run[0] else None
    if before is not None or (run[0] and (scene.words[run[0] - 1].text in _POSSESSIVE)):
        return True
    if len(run) == 1 and (not run[0] or scene.words[run[0] - 1].lower != "the"):
        return True
    after = run[-1] + 1
    return after < len(scene.words) and scene.words[after].lower == "of"


def _home_forms(scene: Scene) -> dict[tuple[str, ...], str]:
    """The names of the home country's bodies, the country's own words left out, where only one body has them."""
    if scene.country is None:
        return {}
    country = scene.knowledge.actors[scene.country]
    own_words = {word for form in _forms(country) for word in form.lower().split()}
    found: dict[tuple[str, ...], set[str]] = {}
    for entry in scene.knowledge.children(scene.country):
        if entry.kind in (ActorKind.PERSON, ActorKind.FORCE):
            continue
        for form in _forms(entry):
            words = form.replace("’", "'").replace("'s", " 's").lower().split()
            rest = [word for word in words if word not in own_words]
            while rest and rest[-1] in _SMALL:
                rest.pop()
            while rest and rest[0] in _SMALL:
                rest.pop(0)
            if len(rest) >= _FEWEST or (rest and rest[0] in _ALONE):
                found.setdefault(tuple(rest), set()).add(entry.id)
    return {words: next(iter(ids)) for words, ids in found.items() if len(ids) == 1}


def _forms(entry: ActorEntry) -> list[str]:
    return [entry.name, *(name.text for name in entry.names)]


def read_offices_of(scene: Scene) -> None:
    """Resolve "his office", "Harn's press service", "the office of the council" once their owners are."""
    for i, word in enumerate(scene.words):
        if scene.owner[i] is not None or word.dep not in _SPEAKS:
            continue
        press = i > 0 and scene.words[i - 1].lower in ("press", "information", "media")
        if not (word.lower in _OFFICES or word.lower == "ministry" or (press and word.lower in _SERVICES)):
            continue
        owner = _owner(scene, i)
        if owner is None or len(owner.actors) != 1:
            continue
        title = f"press {word.lower}" if press else word.lower
        actor = owner.actors[0]
        if scene.kind(actor) != "person":
            if not press and scene.kind(actor) not in ("state", "authority"):
                scene.add(range(i, i + 1), MentionKind.NOMINAL, (actor,))
            continue
        if title == "ministry":
            _his_ministry(scene, i, actor)
            continue
        if (named := _of_office(scene, owner, actor)) is not None:
            title_id, whose = named
            made = scene.meet(slug(f"{title_id}-{title}"), f"{title} of {whose}", ActorKind.ORGANISATION)
            scene.add(range(i - press, i + 1), MentionKind.NOMINAL, (made,))
            continue
        name = f"{title} of {scene.draft.actors[actor].name}"
        made = scene.meet(slug(f"{actor}-{title}"), name, ActorKind.ORGANISATION)
        scene.add(range(i - press, i + 1), MentionKind.NOMINAL, (made,))


def _of_office(scene: Scene, owner: Mention, person: str) -> tuple[str, str] | None:
    """Id and name of the office that a press service is called by: "the President's", whoever holds it."""
    role, entry = scene.roles.get(id(owner)), scene.knowledge.actors.get(person)
    if role is None or owner.kind is not MentionKind.ROLE or entry is None:
        return None
    held = [r for r in entry.roles if r.office in role.offices and r.of in scene.knowledge.actors]
    if not held:
        return None
    country = scene.knowledge.actors[str(held[0].of)]
    return f"{country.id}-{held[0].office}", f"the {held[0].office.replace('-', ' ')} of {country.name}"


def _his_ministry(scene: Scene, i: int, person: str) -> None:
    """ "Harn's ministry": the one whose office the dossier gives the person."""
    entry, day = scene.knowledge.actors.get(person), scene.draft.document.published
    held = [] if entry is None else [r.of for r in entry.roles if r.of and (day is None or r.held_on(day))]
    known = [scene.knowledge.actors[of] for of in held if of in scene.knowledge.actors]
    bodies = [body for body in known if body.kind is ActorKind.MINISTRY]
    if len(bodies) == 1:
        scene.add(range(i, i + 1), MentionKind.NOMINAL, (scene.know(bodies[0]),))


def _owner(scene: Scene, i: int) -> Mention | None:
    poss = scene.parse.child(i, "poss")
    if poss is not None:
        return scene.owner[poss]
    for c in scene.words[i].children:
        if scene.words[c].lower == "of" and c > i:
            inner = scene.parse.child(c, "pobj")
            return None if inner is None else scene.owner[inner]
    return None


def read_members(scene: Scene) -> None:
    """Tie an unnamed official to the body that the phrase names: "an officer of the contingent"."""
    group = load("offices")["group"]
    for mention in [m for m in scene.draft.mentions if m.kind is MentionKind.ROLE and len(m.actors) == 1]:
        role = scene.roles.get(id(mention))
        if role is None or role.plural or not mention.actors[0].startswith("unnamed-"):
            continue
        if not all(office.split("-")[-1] in group for office in role.offices):
            continue
        body = role.of[0] if len(role.of) == 1 else _body_after(scene, mention.head)
        if body is None or scene.kind(body) in ("state", "authority"):
            continue
        office = role.offices[0]
        name = f"{office.replace('-', ' ')} of {scene.draft.actors[body].name}"
        mention.actors = (scene.meet(slug(f"{body}-{office}"), name, ActorKind.PERSON),)


def _body_after(scene: Scene, head: int) -> str | None:
    for c in scene.words[head].children:
        if scene.words[c].lower in ("of", "from", "with") and c > head:
            inner = scene.parse.child(c, "pobj")
            mention = None if inner is None else scene.owner[inner]
            if mention is not None and len(mention.actors) == 1 and scene.kind(mention.actors[0]) in BODIES:
                return mention.actors[0]
    return None


def named_before(scene: Scene, i: int) -> tuple[str, ...]:
    """The last body whose name, in the text so far, ends in the common noun at word ``i``: "the police"."""
    word = scene.words[i]
    if word.lower not in _COMMON or not i or scene.words[i - 1].lower not in ("the", "this"):
        return ()
    paragraph = scene.parse.sentences[word.sent].paragraph
    found: dict[str, None] = {}
    for mention in scene.draft.mentions:
        words = scene.parse.within(mention.span)
        if not words or words[-1] >= i or len(mention.actors) != 1 or scene.words[words[-1]].lower != word.lower:
            continue
        if paragraph - scene.parse.sentences[scene.words[words[-1]].sent].paragraph <= _NEAR:
            found.pop(mention.actors[0], None)
            found[mention.actors[0]] = None
    return tuple(found)[-1:]


def only_peacekeepers(scene: Scene) -> tuple[str, ...]:
    """The one peacekeeping force that the dossier knows."""
    own = [
        entry
        for id_ in scene.knowledge.own_ids
        if (entry := scene.knowledge.actors.get(id_)) is not None
        and entry.kind in (ActorKind.FORCE, ActorKind.MISSION)
        and any("peacekeep" in form.lower() for form in _forms(entry))
    ]
    return (scene.know(own[0]),) if len(own) == 1 else ()
