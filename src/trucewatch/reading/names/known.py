"""Names that the dossier or the world's gazetteer knows, found in the text and told apart."""

from __future__ import annotations

from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry
from trucewatch.reading.draft import MentionKind
from trucewatch.reading.knowledge import Form, Hit
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.scene import Scene

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "across",
        "throughout",
        "inside",
        "toward",
        "towards",
        "into",
        "above",
        "over",
    }
)
_MOTION = frozenset(
    {
        "go",
        "travel",
        "fly",
        "arrive",
        "return",
        "move",
        "drive",
        "trip",
        "visit",
        "come",
        "head",
        "send",
        "deliver",
        "road",
        "flight",
        "take",
        "transfer",
        "bring",
        "evacuate",
        "withdraw",
        "march",
        "escape",
        "flee",
        "convoy",
        "route",
        "corridor",
        "highway",
        "train",
    }
)
_LANGUAGE = frozenset({"language", "speaking", "speak", "spoken"})


def read_known(scene: Scene) -> None:
    """Add a mention for every known name, the dossier's forms before the world's, ambiguous ones left unresolved."""
    papers = frozenset(load("organs")["titles_of_papers"])
    held_back: list[tuple[range, Hit]] = []
    for hit in scene.knowledge.find(scene.draft.text):
        words = scene.parse.within(hit.span)
        if not words or not scene.free(words) or _is_no_name(scene, words, hit.forms, papers):
            continue
        if len(hit.forms) > 1:
            held_back.append((words, hit))
            continue
        _accept(scene, words, hit.forms[0])
    for words, hit in held_back:
        _choose(scene, words, hit)


def _accept(scene: Scene, words: range, form: Form) -> None:
    entry = scene.knowledge.actors[form.actor]
    if entry.kind is ActorKind.PERSON and not _fits_person(scene, words, form):
        return
    entry = _regime_force(scene, entry)
    actor = scene.know(entry)
    mention = scene.add(words, form.kind, (actor,), person=entry.kind is ActorKind.PERSON)
    if form.slip:
        scene.draft.warn(mention.span, f"{mention.span.of(scene.draft.text)!r} is a spelling slip for {entry.name!r}.")


def _regime_force(scene: Scene, entry: ActorEntry) -> ActorEntry:
    """In a dossier's regime "Russian forces" are the force of Russia that the dossier knows, if it knows one only."""
    if entry.kind is not ActorKind.FORCE or entry.parent is None or entry.id in scene.knowledge.own_ids:
        return entry
    own = [
        c
        for c in scene.knowledge.children(entry.parent)
        if c.id in scene.knowledge.own_ids and c.kind is ActorKind.FORCE
    ]
    return own[0] if len(own) == 1 else entry


def _fits_person(scene: Scene, words: range, form: Form) -> bool:
    """Whether a bare surname may mean the known person: not where another given name stands before it."""
    if len(form.words) > 1:
        return True
    before = words[0] - 1
    if before < 0:
        return True
    previous = scene.words[before]
    if previous.pos != "PROPN" or previous.end + 1 != scene.words[words[0]].start or scene.owner[before] is not None:
        return True
    if previous.lower in load("offices")["ranks"] or previous.lower in load("offices")["heads"]:
        return True
    return not (previous.ent == "PERSON" and scene.words[words[0]].ent == "PERSON")


def _choose(scene: Scene, words: range, hit: Hit) -> None:
    """Decide a form that several actors share by who is already in the text; else leave it unresolved and say so."""
    ids = [form.actor for form in hit.forms]
    present = [id_ for id_ in ids if id_ in scene.draft.actors]
    own = [id_ for id_ in ids if id_ in scene.knowledge.own_ids]
    chosen = present if len(present) == 1 else own if len(own) == 1 else []
    if chosen:
        form = next(form for form in hit.forms if form.actor == chosen[0])
        _accept(scene, words, form)
        return
    person = all(scene.knowledge.actors[id_].kind is ActorKind.PERSON for id_ in ids)
    mention = scene.add(words, MentionKind.NAME, (), person=person)
    names = ", ".join(sorted(scene.knowledge.actors[id_].name for id_ in ids))
    scene.draft.warn(mention.span, f"{mention.span.of(scene.draft.text)!r} may mean any of: {names}. Left unresolved.")


def _is_no_name(scene: Scene, words: range, forms: tuple[Form, ...], papers: frozenset[str]) -> bool:
    first, last = scene.words[words[0]], words[-1]
    following = scene.words[last + 1] if last + 1 < len(scene.words) else None
    previous = scene.words[words[0] - 1] if words[0] else None
    form = forms[0]
    if form.kind is MentionKind.METONYM and is_dateline(scene, words):
        return True
    if (
        following is not None
        and following.lower in papers
        and following.text[0].isupper()
        and following.start - scene.words[last].end <= 1
    ):
        return form.kind is not MentionKind.NAME or following.lower not in ("process", "group")
    if form.kind is MentionKind.DEMONYM:
        if following is not None and following.text == "-" and last + 2 < len(scene.words):
            return scene.words[last + 2].lower in _LANGUAGE
        if previous is not None and previous.lower in ("in", "speak", "speaks", "spoke"):
            return following is None or following.pos not in ("NOUN", "ADJ", "PROPN", "CCONJ")
        return False
    if form.kind is MentionKind.METONYM:
        return _is_whereabouts(scene, words)
    # A word that is written small everywhere else in the language: "Turkey" at a sentence's start is the country, but
    # a form without a capital ("the sides") is never in the gazetteer.
    return first.pos in ("VERB", "AUX") and len(words) == 1 and form.exact is False and first.ent == ""


def is_dateline(scene: Scene, words: range) -> bool:
    """Whether a city in capitals opens a report ("TRIPOLI, Jan. 25 -"): where it was filed, not who acts."""
    first, last = words[0], words[-1]
    text = scene.span(words).of(scene.draft.text)
    if len(text) < 4 or not text.isupper() or last + 1 >= len(scene.words):
        return False
    opens = first == 0 or "\n" in scene.draft.text[scene.words[first - 1].end : scene.words[first].start]
    return opens and scene.words[last + 1].text in ("-", "–", "—", "--", ",", "(", ":", "/")


def _is_whereabouts(scene: Scene, words: range) -> bool:
    """Whether a capital is named as a place rather than for its government."""
    i = scene.head(words)
    while scene.words[i].dep == "conj" and scene.words[i].head < i:
        i = scene.words[i].head
    if scene.words[i].dep == "pobj":
        first, previous = scene.words[i].head + 1, scene.words[scene.words[i].head].lower
    elif words[0]:
        first, previous = words[0], scene.words[words[0] - 1].lower
    else:
        return False
    if previous in _LOCATIVE:
        return True
    if previous in ("from", "to"):
        head = scene.words[scene.words[first - 1].head]
        return head.lemma in _MOTION or head.pos == "NOUN"
    if previous == "of":
        head = scene.words[scene.words[first - 1].head]
        return head.lemma in (
            "city",
            "capital",
            "town",
            "outskirt",
            "suburb",
            "north",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "mayor",
            "battle",
            "siege",
            "port",
            "south",
            "east",
            "west",
            "airport",
            "street",
        )
    return False
