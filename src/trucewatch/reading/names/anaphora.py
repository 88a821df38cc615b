"""What refers back: pronouns, "the ministry", "the peacekeepers", "the sides"."""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.draft import Mention, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.names.focus import Focus
from trucewatch.reading.names.mouths import MOUTHS, PAPERS, mouth, speaking_for
from trucewatch.reading.names.own import named_before, only_peacekeepers
from trucewatch.reading.names.parties import sides
from trucewatch.reading.names.scene import Scene

_HE = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
_FEMALE = frozenset({"she", "her", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_WHO = frozenset({"who", "which", "whose", "whom"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


_NEAR = 400  # code points back to which "they" may reach for a plural


def read_anaphora(scene: Scene) -> None:
    """Resolve pronouns and definite noun phrases, in text order; what stays ambiguous keeps no actor."""
    starts: dict[int, list[Mention]] = {}
    for mention in scene.draft.mentions:
        starts.setdefault(mention.head, []).append(mention)
    outer, inner = Focus(), Focus()
    for sentence in scene.parse.sentences:
        for i in range(sentence.first, sentence.last):
            focus = inner if scene.quoted[i] else outer
            for mention in starts.get(i, ()):
                focus.note(mention)
                _gather(scene, mention, focus)
            owner = scene.owner[i]
            if owner is None or (not owner.actors and scene.words[i].lower in MOUTHS):
                made = _resolve(scene, i, focus, outer)
                if made is not None and made.kind is not MentionKind.PRONOUN:
                    focus.note(made)
        topic = _main_subject(scene, sentence.first, sentence.last)
        if topic is not None:
            outer.topic = topic
    speaking_for(scene)


def _gather(scene: Scene, mention: Mention, focus: Focus) -> None:
    """Note coordinated mentions ("A, B and C") as one plural that "they" may mean."""
    if scene.words[mention.head].dep != "conj" or mention.kind is MentionKind.DEMONYM:
        return
    before = scene.owner[scene.words[mention.head].head]
    if before is None or not before.actors or before.person != mention.person or not mention.actors:
        return
    known = before
    if focus.plurals and focus.plurals[-1].head == before.head:
        known = focus.plurals.pop()  # a longer list takes the place of its beginning
    actors = tuple(dict.fromkeys((*known.actors, *mention.actors)))
    span = Span(known.span.start, mention.span.end)
    focus.plurals.append(Mention(span, span, mention.head, MentionKind.NOMINAL, actors, mention.person, True))


def _main_subject(scene: Scene, first: int, last: int) -> Mention | None:
    """The mention that is the highest subject of the narration in a sentence."""
    best: tuple[int, Mention] | None = None
    for i in range(first, last):
        mention = scene.owner[i]
        if mention is None or mention.head != i or not mention.actors or scene.quoted[i]:
            continue
        if scene.place_in_clause(mention)[0] not in _SUBJECT:
            continue
        depth = sum(1 for _ in scene.parse.up(i))
        if best is None or depth < best[0]:
            best = (depth, mention)
    return best[1] if best else None


def _resolve(scene: Scene, i: int, focus: Focus, outer: Focus) -> Mention | None:
    word = scene.words[i]
    lower = word.lower
    if word.pos == "PRON" or word.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        if lower in _HE:
            return _pronoun(scene, i, _he(scene, i, focus, outer), person=True)
        if lower in _IT:
            return _it(scene, i, focus)
        if lower in _THEY:
            return _pronoun(scene, i, _they(scene, i, focus), plural=True)
        if lower in _WHO:
            return _who(scene, i)
        if lower in _WE and not scene.quoted[i]:
            author = scene.draft.author or _issuer(scene)
            if author:
                return scene.add(range(i, i + 1), MentionKind.PRONOUN, author, plural=len(author) > 1)
        return None
    if word.pos in ("NOUN", "PROPN"):
        return _nominal(scene, i, focus)
    return None


def _issuer(scene: Scene) -> tuple[str, ...]:
    return () if scene.issuer is None else (scene.know(scene.knowledge.actors[scene.issuer]),)


def _pronoun(
    scene: Scene, i: int, antecedent: Mention | None, *, person: bool = False, plural: bool = False
) -> Mention:
    actors = antecedent.actors if antecedent is not None else ()
    return scene.add(range(i, i + 1), MentionKind.PRONOUN, actors, person=person, plural=plural)


def _he(scene: Scene, i: int, focus: Focus, outer: Focus) -> Mention | None:
    """A single person: the subject of a governing clause, else of the sentence before, else the nearest."""
    women = scene.words[i].lower in _FEMALE
    if (same := _same_pronoun(scene, i, women)) is not None:
        return same
    fitting = _fitting(scene, i, focus, women) or _fitting(scene, i, outer, women)
    if not fitting:
        return None
    sentence = scene.parse.sentences[scene.words[i].sent].span
    here = [m for m in fitting if sentence.start <= m.span.start < scene.words[i].start]
    subjects = [m for m in here if scene.place_in_clause(m)[0] in _SUBJECT]
    if subjects:
        return subjects[-1] if scene.words[i].dep == "poss" else subjects[0]
    if here and scene.words[i].dep == "poss":
        return here[-1]
    topic = outer.topic
    if topic is not None and topic.person and len(topic.actors) == 1 and _gender_fits(scene, topic, women):
        return topic
    return fitting[-1]


def _same_pronoun(scene: Scene, i: int, women: bool) -> Mention | None:
    """The subject pronoun of its gender before "his" in the sentence: "He had agreed, his office said"."""
    if scene.words[i].dep != "poss":
        return None
    for k in range(scene.parse.sentences[scene.words[i].sent].first, i):
        mention = scene.owner[k]
        if scene.words[k].lower == ("she" if women else "he") and scene.words[k].dep in _SUBJECT and mention:
            return mention if mention.actors and scene.quoted[k] == scene.quoted[i] else None
    return None


def _fitting(scene: Scene, i: int, focus: Focus, women: bool) -> list[Mention]:
    """The persons in view a pronoun may mean: of its gender, and not the subject of the clause whose object it is."""
    word = scene.words[i]
    barred = None
    if word.dep not in ("poss", *_SUBJECT):
        barred = next((a for a in scene.parse.up(i) if scene.words[a].pos in ("VERB", "AUX")), None)
    subjects = {
        m.actors[0]
        for m in focus.persons
        if barred is not None and scene.place_in_clause(m) in ((d, barred) for d in _SUBJECT)
    }
    return [m for m in focus.persons if m.actors[0] not in subjects and _gender_fits(scene, m, women)]


def _gender_fits(scene: Scene, mention: Mention, women: bool) -> bool:
    gender = _gender(scene, mention.actors[0])
    return gender is None or (gender == "female") == women


def _gender(scene: Scene, actor: str) -> str | None:
    entry = scene.knowledge.actors.get(actor)
    if entry is not None and entry.gender:
        return entry.gender
    return scene.genders.get(actor) or load("given_names").get(scene.draft.actors[actor].name.split()[0].lower())


def _it(scene: Scene, i: int, focus: Focus) -> Mention | None:
    word = scene.words[i]
    if word.lower == "it" and (word.dep not in _SUBJECT or _expletive(scene, i)):
        return None
    sentence = scene.parse.sentences[word.sent].span
    here = [m for m in focus.bodies if sentence.start <= m.span.start < word.start]
    clause = [m for m in here if scene.place_in_clause(m)[0] in _SUBJECT]
    for group in (clause, here):
        if group:
            return _pronoun(scene, i, group[-1])
    topic = focus.topic
    if topic is not None and not topic.person and len(topic.actors) == 1:
        return _pronoun(scene, i, topic)
    return None


def _expletive(scene: Scene, i: int) -> bool:
    verb = scene.words[scene.words[i].head]
    children = {scene.words[c].dep for c in verb.children}
    return verb.lemma in ("be", "seem", "appear", "rain", "snow", "happen") and bool(
        children & {"ccomp", "xcomp", "acomp", "attr", "advcl"}
    )


def _they(scene: Scene, i: int, focus: Focus) -> Mention | None:
    sentence = scene.parse.sentences[scene.words[i].sent].span
    plurals = [m for m in focus.plurals if m.span.end <= scene.words[i].start]
    here = [m for m in plurals if m.span.start >= sentence.start]
    if here:
        return here[-1]
    last = [m for m in plurals if m.span.end > sentence.start - _NEAR]
    if last and (focus.topic is None or focus.topic.span.start <= last[-1].span.start or focus.topic.person):
        return last[-1]
    if focus.topic is not None and (
        focus.topic.plural or len(focus.topic.actors) > 1 or scene.kind(focus.topic.actors[0]) in ("force", "group")
    ):
        return focus.topic
    return None


def _who(scene: Scene, i: int) -> Mention | None:
    """A relative pronoun stands for the noun its clause hangs on."""
    for above in scene.parse.up(i):
        if scene.words[above].dep == "relcl":
            antecedent = scene.owner[scene.words[above].head]
            if antecedent is not None and antecedent.actors:
                return _pronoun(scene, i, antecedent, person=antecedent.person, plural=antecedent.plural)
            return None
    before = scene.owner[i - 1] if i else None
    if before is not None and before.actors:
        return _pronoun(scene, i, before, person=before.person, plural=before.plural)
    return None


def _nominal(scene: Scene, i: int, focus: Focus) -> Mention | None:
    word = scene.words[i]
    table = load("organs")
    if word.lower in table["both"]:
        return sides(scene, i, focus)
    if word.lower in PAPERS or word.lower in MOUTHS:
        return mouth(scene, i, focus)
    kinds = table["anaphors"].get(word.lower)
    if kinds is None:
        before = named_before(scene, i)
        return scene.add(range(i - 1, i + 1), MentionKind.NOMINAL, before) if before else None
    first = i
    while (
        first > 0 and i - first < 3 and scene.words[first - 1].pos in ("ADJ", "NOUN") and scene.owner[first - 1] is None
    ):
        first -= 1
    determiner = scene.words[first - 1] if first else None
    if determiner is None or determiner.lower not in ("the", "those", "these", "this", "that"):
        return None
    if determiner.pos == "SCONJ" or determiner.dep == "mark":
        return None  # "denied that troops were there"
    if i + 1 < len(scene.words) and scene.words[i + 1].lower == "of":
        return None  # "the mission of the peacekeepers" says itself whose it is
    fitting = [m for m in focus.bodies if scene.kind(m.actors[0]) in kinds and _same_sort(scene, m, word.lemma)]
    distinct = {m.actors[0] for m in fitting}
    if not fitting and word.lemma == "peacekeeper" and (own := only_peacekeepers(scene)):
        return scene.add(range(first - 1, i + 1), MentionKind.NOMINAL, own)
    if word.lower == "government" and len(distinct) > 1 and scene.country in distinct and first == i:
        return scene.add(range(i - 1, i + 1), MentionKind.NOMINAL, (str(scene.country),))
    if not fitting:
        if scene.issuer is not None and scene.knowledge.actors[scene.issuer].kind in kinds:
            issuer = scene.know(scene.knowledge.actors[scene.issuer])
            return scene.add(range(first - 1, i + 1), MentionKind.NOMINAL, (issuer,))
        if word.lower == "government" and scene.country is not None and first == i:
            return scene.add(
                range(i - 1, i + 1), MentionKind.NOMINAL, (scene.know(scene.knowledge.actors[scene.country]),)
            )
        return None
    named = [m for m in fitting if _called(scene, m, word.lemma)]
    if len(distinct) > 1 and not named and kinds[0] not in ("ministry", "force", "mission"):
        return None
    nearest = _spoken_of(scene, word.lower, named or fitting, focus)
    return scene.add(range(first - 1, i + 1), MentionKind.NOMINAL, nearest.actors)


def _spoken_of(scene: Scene, noun: str, fitting: list[Mention], focus: Focus) -> Mention:
    """The last of the bodies a noun fits: of the text's own country an army, of the state that speaks a ministry.

    A ministry that acts goes before one that is only spoken of ("rejecting a bulletin of the Defence Ministry").
    """
    home: str | None = scene.country if noun in ("army", "military") else None
    if noun == "ministry":
        acting = [m for m in fitting if scene.place_in_clause(m)[0] in (*_SUBJECT, "agent")]
        fitting = acting or fitting
        if focus.topic is not None and len(focus.topic.actors) == 1:
            home = focus.topic.actors[0]
    ours = [m for m in fitting if home is not None and scene.state_of(m.actors[0]) == home]
    return (ours or fitting)[-1]


def _called(scene: Scene, mention: Mention, lemma: str) -> bool:
    """Whether the words or the name of a body hold the noun that refers back to it."""
    name = scene.draft.actors[mention.actors[0]].name
    return lemma in mention.span.of(scene.draft.text).lower() or lemma in name.lower()


def _same_sort(scene: Scene, mention: Mention, lemma: str) -> bool:
    """Whether a body may go by this noun: peacekeepers are only a force called so."""
    if lemma != "peacekeeper":
        return True
    entry = scene.knowledge.actors.get(mention.actors[0])
    forms = [entry.name, *(n.text for n in entry.names)] if entry else [scene.draft.actors[mention.actors[0]].name]
    return any("peacekeep" in form.lower() for form in forms)
