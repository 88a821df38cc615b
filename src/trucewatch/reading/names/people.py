"""Persons and bodies that nothing known names: from the model's entities, titles and verbs of saying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from trucewatch.model.actor import ActorKind
from trucewatch.reading.draft import MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.bodies import body, governments, headed, polity
from trucewatch.reading.names.scene import Scene, slug
from trucewatch.reading.names.standing import AGENTIVE, acts, stands_as_place

_CLOSE = 0.8  # normalised Indel similarity of surnames that may be one name spelled twice (Nachaev, Nechaev: 0.86)
_GIVEN_CLOSE = 0.7
_MIN_FUZZY = 5
_ARTICLES = frozenset({"al", "el", "an", "ad", "ar", "as", "ash", "at", "az", "ul"})


@dataclass(slots=True)
class Person:
    """A person of the text: given names and surname as first met, and the actor id."""

    id: str
    given: str
    surname: str
    spellings: set[str] = field(default_factory=set)
    met: bool = False


def read_people(scene: Scene) -> None:
    """Add persons and bodies the model's entities show, then carry every name once known through the document."""
    people = _known_people(scene)
    runs = list(_entities(scene))
    # Full names first, so that a surname alone, even one met earlier, finds its person.
    surnames = {scene.words[run[0]].text for label, run in runs if label == "PERSON" and len(run) == 1}
    runs = [("PERSON" if _is_misread(scene, label, run, surnames) else label, run) for label, run in runs]
    persons = [words for label, words in runs if label == "PERSON"]
    for words in sorted(persons, key=lambda run: (-min(len(run), 2), run[0])):
        _person(scene, words, people)
    governments(scene)
    headed(scene)
    for label, words in runs:
        if label in ("ORG", "NORP") and scene.free(words):
            if len(words) == 1 and (person := _met_person(scene, words, people)) is not None:
                _mention(scene, words, person)
            else:
                body(scene, words, label)
        elif label == "GPE" and scene.free(words):
            polity(scene, words)
    _titled(scene, people)
    _carry(scene, people)


def _entities(scene: Scene) -> Iterator[tuple[str, range]]:
    """The model's entities as runs of words, possessive marks and determiners left out."""
    words = scene.words
    i = 0
    while i < len(words):
        label = words[i].ent
        if not label:
            i += 1
            continue
        last = i
        while last + 1 < len(words) and words[last + 1].ent == label and not words[last + 1].ent_start:
            last += 1
        first, end = i, last
        while end > first and (words[end].tag == "POS" or words[end].pos == "PUNCT"):
            end -= 1
        while first < end and words[first].pos in ("DET", "PUNCT"):
            first += 1
        if label in ("PERSON", "ORG", "GPE", "NORP") and words[first].text[:1].isupper():
            yield label, range(first, end + 1)
        i = last + 1


def _met_person(scene: Scene, words: range, people: list[Person]) -> Person | None:
    """The one person of the text whose surname this word is, whatever the model takes it for."""
    surname = scene.words[words[0]].text
    found = [p for p in people if p.met and p.given and p.surname == surname]
    return found[0] if len(found) == 1 else None


def _is_misread(scene: Scene, label: str, words: range, surnames: set[str]) -> bool:
    """Whether a body of two words is a person after all: its last word alone is one elsewhere in the text."""
    return label in ("ORG", "GPE") and len(words) == 2 and scene.words[words[-1]].text in surnames


def _known_people(scene: Scene) -> list[Person]:
    people = []
    for entry in scene.knowledge.actors.values():
        if entry.kind is ActorKind.PERSON:
            given, _, surname = entry.name.rpartition(" ")
            people.append(Person(entry.id, given, surname, {entry.name}))
    return people


def _trim(scene: Scene, words: range) -> range:
    """Titles and ranks taken off the front of a person's name."""
    offices = load("offices")
    first = words[0]
    while first < words[-1] and (
        scene.words[first].lower in offices["ranks"]
        or scene.words[first].lower in offices["heads"]
        or scene.words[first].text == "."
    ):
        first += 1
    return range(first, words[-1] + 1)


def _person(scene: Scene, words: range, people: list[Person]) -> None:
    words = _trim(scene, words)
    if not scene.free(words):
        _spread(scene, words)
        return
    texts = scene.span(words).of(scene.draft.text).split()
    if not any(text[0].isupper() for text in texts) or len(words) > 5 or scene.words[words[-1]].pos in ("VERB", "DET"):
        return
    if stands_as_place(scene, words):
        return
    if len(words) == 1 and _owns_office(scene, words[0]):
        scene.add(words, MentionKind.NAME, (scene.meet(slug(texts[0]), texts[0], ActorKind.AUTHORITY),))
        return
    surname, given = texts[-1], " ".join(texts[:-1])
    found = find_person(surname, given, people)
    if found is None:
        if not given and not acts(scene, words):
            return
        name = " ".join(texts)
        found = Person(slug(name), given, surname)
        people.append(found)
    _mention(scene, words, found)


def _owns_office(scene: Scene, word: int) -> bool:
    """Whether a lone name owns an office or a government: "Velmar's interior minister" is a country's."""
    words = scene.words
    if word + 2 >= len(words) or words[word + 1].tag != "POS":
        return False
    heads, organs = load("offices")["heads"], load("organs")["heads"]
    for k in range(word + 2, min(word + 6, len(words))):
        if words[k].lower in (
            "minister",
            "president",
            "government",
            "army",
            "ministry",
            "parliament",
            "troops",
            "forces",
        ):
            return words[k].lower in heads or words[k].lower in organs
        if words[k].pos not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def _mention(scene: Scene, words: range, person: Person) -> None:
    entry = scene.knowledge.actors.get(person.id)
    if entry is not None:
        scene.know(entry)
    else:
        name = f"{person.given} {person.surname}".strip()
        scene.meet(person.id, name, ActorKind.PERSON)
    spelled = scene.span(words).of(scene.draft.text).split()[-1]
    person.spellings.add(spelled)
    person.met = True
    scene.add(words, MentionKind.NAME, (person.id,), person=True)


def _spread(scene: Scene, words: range) -> None:
    """A person whose surname alone was known: take the given name before it into the mention."""
    owner = scene.owner[words[-1]]
    if owner is None or not owner.person or any(scene.owner[i] not in (None, owner) for i in words):
        return
    if len(words) > len(scene.parse.within(owner.span)) and all(scene.words[i].pos == "PROPN" for i in words):
        scene.add(words, owner.kind, owner.actors, person=True)


def find_person(surname: str, given: str, people: list[Person]) -> Person | None:
    """The person meant by a surname and perhaps given names: spelled the same, else the only near one."""
    if not given:
        by_given = [p for p in people if p.given.casefold() == surname.casefold() and p.spellings and p.met]
        if len({p.id for p in by_given}) == 1 and not any(p.surname.casefold() == surname.casefold() for p in people):
            return by_given[0]
    same = [p for p in people if p.surname.casefold() == surname.casefold() and _given_fits(given, p.given)]
    if same:
        return same[-1] if len({p.id for p in same}) == 1 or given else None
    if len(surname) < _MIN_FUZZY:
        return None
    near = {p.id: p for p in people if _near(surname, p.surname) and _given_fits(given, p.given)}
    return next(iter(near.values())) if len(near) == 1 else None


def _near(one: str, other: str) -> bool:
    if len(other) < _MIN_FUZZY or one[0].casefold() != other[0].casefold() or abs(len(one) - len(other)) > 2:
        return False
    return Indel.normalized_similarity(one.casefold(), other.casefold()) >= _CLOSE


def _given_fits(given: str, known: str) -> bool:
    if not given or not known:
        return True
    one, other = given.split()[0], known.split()[0]
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0].casefold() == other[0].casefold()
    return Indel.normalized_similarity(one.casefold(), other.casefold()) >= _GIVEN_CLOSE


def _titled(scene: Scene, people: list[Person]) -> None:
    """Names the model missed, found by the title before them: "Colonel Aru Tesfa"."""
    offices = load("offices")
    titles = set(offices["heads"]) | set(offices["ranks"])
    for i, word in enumerate(scene.words[:-1]):
        if (
            word.lower not in titles
            or not word.text[0].isupper()
            or word.lower in ("state", "deputy", "former", "acting", "then")
        ):
            continue
        last = i
        while last + 1 < len(scene.words) and last - i < 3 and _is_name_word(scene, last + 1):
            last += 1
        run = range(i + 1, last + 1)
        if run and scene.free(run) and scene.words[run[0]].lower not in titles:
            _person(scene, run, people)


def _is_name_word(scene: Scene, i: int) -> bool:
    word = scene.words[i]
    return (
        word.pos == "PROPN"
        and word.text[0].isupper()
        and scene.owner[i] is None
        and word.ent in ("", "PERSON", "ORG", "GPE")
    )


def _carry(scene: Scene, people: list[Person]) -> None:
    """Find again, unlabelled, the surnames and bodies the document has named."""
    present = [p for p in people if p.id in scene.draft.actors]
    surnames: dict[str, Person | None] = {}
    for person in present:
        for spelled in {person.surname, *(s.split()[-1] for s in person.spellings)}:
            known = surnames.get(spelled)
            surnames[spelled] = person if known is None or known.id == person.id else None
            article, _, rest = spelled.partition("-")
            if article.lower() in _ARTICLES and rest:
                surnames.setdefault(rest, person)
    bodies = {
        record.name.split()[0]: (tuple(record.name.split()), id_)
        for id_, record in scene.draft.actors.items()
        if not record.known and record.kind not in ("person",) and record.name[0].isupper() and ":" not in record.name
    }
    for i, word in enumerate(scene.words):
        if scene.owner[i] is not None or not word.text[0].isupper():
            continue
        named = surnames.get(word.text)
        if named is not None and word.pos in ("PROPN", "NOUN", "ADJ"):
            first = i - 2 if i > 1 and scene.words[i - 1].text == "-" and scene.words[i - 2].lower in _ARTICLES else i
            scene.add(range(first, i + 1), MentionKind.NAME, (named.id,), person=True)
        elif word.text in bodies:
            parts, id_ = bodies[word.text]
            run = range(i, i + len(parts))
            if run[-1] < len(scene.words) and scene.free(run) and tuple(scene.words[k].text for k in run) == parts:
                scene.add(run, MentionKind.NAME, (id_,))
        elif (
            word.pos == "PROPN" and len(word.text) >= _MIN_FUZZY and word.dep in AGENTIVE and word.ent in ("", "PERSON")
        ):
            near = find_person(word.text, "", present)
            if near is not None:
                _mention(scene, range(i, i + 1), near)
