"""Role phrases resolved to who holds the office: "the foreign ministers of A and B"."""

from __future__ import annotations

from trucewatch.model.actor import ActorKind
from trucewatch.model.text import Span
from trucewatch.reading.draft import Mention, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.holders import resolve
from trucewatch.reading.names.offices import offices
from trucewatch.reading.names.scene import Role, Scene, slug

_LEFT = 9
_RIGHT = 16
_NP = frozenset({"ADJ", "NOUN", "PROPN", "PART", "CCONJ", "DET", "PRON", "NUM"})
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_OWNER = frozenset({"their", "his", "her", "its"})


def read_roles(scene: Scene) -> None:
    """Resolve every role phrase, in text order: a title before a name, an apposition, or a role alone."""
    heads = load("offices")["heads"]
    for i, word in enumerate(scene.words):
        if word.lower in heads and scene.owner[i] is None and word.pos in ("NOUN", "PROPN", "ADJ"):
            _read(scene, i)


def _read(scene: Scene, head: int) -> None:
    first = _left(scene, head)
    found, last = offices(scene, head, first)
    if not found:
        return
    of = _owners(scene, first, head)
    end, after = _of_phrase(scene, last)
    of = of or after
    base = load("offices")["heads"][scene.words[head].lower]
    person = _named(scene, head, _posted(scene, end))
    if person is not None:
        of = of or _of_phrase(scene, scene.parse.within(person.span)[-1])[1]
        _introduce(scene, person, Role(found, tuple(of)), first, head)
        if scene.owner[head] is None and scene.parse.within(person.span)[0] != end + 1:
            _add(scene, (first, head, end), person.actors, Role(found, tuple(of)))
        return
    if base == "counterpart":
        _counterparts(scene, head, first, of)
        return
    _alone(scene, head, first, end, Role(found, tuple(of), scene.words[head].lower in load("offices")["plural"]))


def _posted(scene: Scene, end: int) -> int:
    """The end of a role phrase with the place of the post: "the ambassador in Chisinau"."""
    words = scene.words
    if end + 2 >= len(words) or words[end + 1].lower not in ("in", "at", "to") or words[end + 2].pos != "PROPN":
        return end
    last = end + 2
    while last + 1 < len(words) and last < end + 5 and words[last + 1].pos == "PROPN":
        last += 1
    return last


def _left(scene: Scene, head: int) -> int:
    """First word of the noun phrase that ends in the head."""
    first = head
    floor = max(scene.parse.sentences[scene.words[head].sent].first, head - _LEFT)
    while first > floor:
        word = scene.words[first - 1]
        if word.text in _POSSESSIVE or word.text == "-" or word.pos in _NP:
            if word.pos == "CCONJ" and scene.words[first].pos not in ("ADJ", "NOUN", "PROPN"):
                break
            owner = scene.owner[first - 1]
            if (
                owner is not None
                and owner.person
                and word.text not in _POSSESSIVE
                and scene.words[first].text not in _POSSESSIVE
            ):
                break
            first -= 1
            if word.pos in ("DET", "PRON"):
                break
        else:
            break
    while first < head and scene.words[first].pos == "CCONJ":
        first += 1
    return first


def _owners(scene: Scene, first: int, head: int) -> list[str]:
    """Whose office: the bodies named before the head, the narrowest (a ministry) alone when it is there."""
    found = scene.countries(range(first, head))
    organs = [actor for actor in found if scene.kind(actor) not in ("state", "authority")]
    return organs[-1:] if organs else found


def _of_phrase(scene: Scene, head: int) -> tuple[int, list[str]]:
    """The end of "of/for COUNTRY, COUNTRY and COUNTRY" after the head, and the bodies in it."""
    i = head + 1
    sentence = scene.parse.sentences[scene.words[head].sent]
    if i >= sentence.last or scene.words[i].lower not in ("of", "for", "from", "to"):
        return head, []
    end, found, k = head, list[str](), i + 1
    while k < min(sentence.last, i + _RIGHT):
        word, owner = scene.words[k], scene.owner[k]
        if owner is not None and not owner.person:
            end = k
            found.extend(actor for actor in owner.actors if actor not in found)
        elif not (word.lower in ("the", "and", ",", "of") or (not found and word.pos in ("ADJ", "NOUN", "PROPN"))):
            break
        k += 1
    if not found:
        return head, []
    return end, [actor for actor in found if scene.kind(actor) != "person"]


def _named(scene: Scene, head: int, end: int) -> Mention | None:
    """The person a role phrase names: right behind it, or in apposition on either side of a comma."""
    words = scene.words
    for child in words[head].children:
        owner = scene.owner[child]
        if words[child].dep == "appos" and child > head and owner is not None and owner.person and owner.head == child:
            return owner
    after = end + 1
    if after < len(words) and words[after].sent == words[head].sent:
        owner = scene.owner[after]
        if owner is not None and owner.person and not _of_phrase(scene, head)[1]:
            return owner
        if words[after].text == "," and after + 1 < len(words):
            owner = scene.owner[after + 1]
            if owner is not None and owner.person and _apposed(scene, head, owner):
                return owner
    governor = words[words[head].head]
    owner = scene.owner[governor.i]
    if words[head].dep == "appos" and owner is not None and owner.person:
        return owner
    first = _left(scene, head)
    if (
        first >= 2
        and words[first - 1].text in (",", "(")
        and after < len(words)
        and words[after].text in (",", ")", ".")
    ):
        owner = scene.owner[first - 2]
        if owner is not None and owner.person and words[head].dep not in ("nsubj", "conj"):
            return owner
    return None


def _apposed(scene: Scene, head: int, person: Mention) -> bool:
    last = scene.parse.within(person.span)[-1]
    closing = scene.words[last + 1].text if last + 1 < len(scene.words) else "."
    return scene.words[person.head].dep == "appos" or (
        closing in (",", ".", ":") and scene.words[person.head].head == head
    )


def _introduce(scene: Scene, person: Mention, role: Role, first: int, head: int) -> None:
    """Record the office of a named person, and let its mention's phrase begin with the title."""
    title = scene.words[head].lower
    for actor in person.actors:
        if title in load("offices")["feminine"] or title in load("offices")["masculine"]:
            scene.genders[actor] = "female" if title in load("offices")["feminine"] else "male"
        for office in role.offices:
            scene.hold(actor, office, role.of[0] if role.of else None)
    start = scene.words[first].start
    if start < person.phrase.start:
        person.phrase = Span(start, person.span.end)
    scene.roles[id(person)] = role


def _counterparts(scene: Scene, head: int, first: int, of: list[str]) -> None:
    """ "their Azerbaijani and Armenian counterparts": the offices of whoever "their" stands for, of these countries."""
    before = [m for m in scene.draft.mentions if m.span.end <= scene.words[first].start and id(m) in scene.roles]
    sentence = scene.parse.sentences[scene.words[head].sent].span
    near = [m for m in before if m.span.start >= sentence.start] or before
    found: tuple[str, ...] = ()
    if near:
        found = scene.roles[id(max(near, key=lambda m: m.span.end))].offices
    else:
        people = [m for m in scene.draft.mentions if m.person and m.actors and m.span.end <= scene.words[first].start]
        if people:
            found = tuple(_held(scene, max(people, key=lambda m: m.span.end).actors[0]))
    _alone(scene, head, first, head, Role(found or ("counterpart",), tuple(of), True))


def _held(scene: Scene, person: str) -> list[str]:
    """The offices a person is known to hold, from the text or from the dossier at the document's date."""
    stated = [office for office, _ in scene.draft.affiliations.get(person, [])]
    entry = scene.knowledge.actors.get(person)
    day = scene.draft.document.published
    if stated or entry is None:
        return stated
    return [role.office for role in entry.roles if day is None or role.held_on(day)][:1]


def _alone(scene: Scene, head: int, first: int, end: int, role: Role) -> None:
    """A role without a name: its holders, or an actor named by the role where nobody is known to hold it."""
    group = all(office.split("-")[-1] in load("offices")["group"] for office in role.offices)
    if group:
        _unnamed(scene, head, first, end, role)
        return
    actors: list[str] = []
    for of in role.of or (None,):
        for office in role.offices:
            holder = resolve(scene, office, of)
            if holder is not None and holder not in actors:
                actors.append(holder)
    if actors or scene.words[first].pos in ("DET", "PRON") or scene.words[head].dep in ("nsubj", "nsubjpass", "pobj"):
        _add(scene, (first, head, end), tuple(actors), role)


def _unnamed(scene: Scene, head: int, first: int, end: int, role: Role) -> None:
    """ "a Western diplomat" is an actor of the text though unnamed; "officials of X" speak for X."""
    word = scene.words[head]
    if role.plural or word.tag in ("NNS", "NNPS"):
        if role.of:
            _add(scene, (first, head, end), role.of, role)
        return
    same = [m for m in scene.draft.mentions if m.kind is MentionKind.ROLE and scene.words[m.head].lower == word.lower]
    if scene.words[first].lower in ("the", "that", "this") and same:
        _add(scene, (first, head, end), same[-1].actors, role)
        return
    if scene.words[first].lower == "the" and head == first + 1 and (person := _just_named(scene, first)) is not None:
        _add(scene, (first, head, end), (person,), role)
        return
    start = first + 1 if scene.words[first].pos == "DET" and first < head else first
    name = scene.parse.span(start, end).of(scene.draft.text)
    _add(scene, (first, head, end), (scene.meet(f"unnamed-{slug(name)}", name, ActorKind.PERSON),), role)


def _just_named(scene: Scene, first: int) -> str | None:
    """The one person who acts in this paragraph and the one before: "Ivo Marn said ... The diplomat added ...".

    Nobody where the noun itself stands between the two: "one of its officials ... the official" is not the person.
    """
    here = scene.parse.sentences[scene.words[first].sent].paragraph
    near = [
        m
        for m in scene.draft.mentions
        if m.person and m.kind is MentionKind.NAME and len(m.actors) == 1 and m.span.end <= scene.words[first].start
        and here - scene.parse.sentences[scene.words[m.head].sent].paragraph <= 1
    ]  # fmt: skip
    if len({m.actors[0] for m in near}) != 1 or scene.place_in_clause(near[-1])[0] != "nsubj":
        return None
    noun = scene.words[first + 1].lower
    between = scene.words[max(m.head for m in near) : first]
    return None if any(word.lower.startswith(noun) for word in between) else near[-1].actors[0]


def _add(scene: Scene, words: tuple[int, int, int], actors: tuple[str, ...], role: Role) -> None:
    """A role mention over the whole phrase (first word, head, last); names inside it keep mentions of their own."""
    first, head, end = words
    span = scene.parse.span(first, end)
    mention = Mention(span, span, head, MentionKind.ROLE, actors, person=True, plural=role.plural)
    for i in range(first, end + 1):
        if scene.owner[i] is None:
            scene.owner[i] = mention
    scene.draft.mentions.append(mention)
    scene.roles[id(mention)] = role
