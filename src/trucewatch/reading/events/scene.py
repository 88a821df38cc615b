"""What the text is about and what its phrases stand for: the context in which triggers are judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trucewatch.reading.draft import Draft, Mention
from trucewatch.reading.events.lexicon import classes, classes_of, subjects
from trucewatch.reading.parse import Word

_NONE: frozenset[str] = frozenset()
_KIND_TAGS = {
    "state": frozenset(("actor", "polar", "polity")),
    "government": frozenset(("actor", "polar", "polity")),
    "authority": frozenset(("actor", "polar", "polity")),
    "ministry": frozenset(("actor", "polar", "polity")),
    "organisation": frozenset(("actor", "polar", "polity")),
    "mission": frozenset(("actor", "polar", "armed", "peacekeeper")),
    "force": frozenset(("actor", "polar", "armed")),
    "group": frozenset(("actor", "polar", "armed")),
    "person": frozenset(("actor", "person", "leader")),
    "company": frozenset(("actor", "company")),
}
_ENT_TAGS = {
    "GPE": frozenset(("actor", "polar", "polity", "place")),
    "NORP": frozenset(("actor", "polar")),
    "ORG": frozenset(("actor", "polar")),
    "PERSON": frozenset(("actor", "person", "leader")),
    "LOC": frozenset(("place", "territory")),
    "FAC": frozenset(("place", "territory")),
}
_OFF = ("sport", "business", "weather", "culture", "health", "games_and_tech", "nature", "home")
_ACTORS = frozenset(("armed", "polity"))
_MILITARY = frozenset(("armed", "weapon", "ceasefire"))
_CIVIL_FORCE = frozenset(
    ("police", "policeman", "guard", "commando", "trooper", "crew", "ranger", "personnel", "predator", "gun", "shot")
)
_PERSONAL = frozenset(("he", "she", "they", "we", "i", "who", "it", "its", "their", "his", "her", "our", "them", "him"))


@dataclass(frozen=True, slots=True)
class About:
    """Words by subject: ``military`` and ``politics`` are this product's own, ``off`` is the strongest of the others,
    ``civil`` the strongest of those and of the contests that borrow the words of war (campaigns, crime)."""

    military: int
    politics: int
    off: int
    civil: int
    crime: int


_NOTHING = About(0, 0, 0, 0, 0)


def _about(counts: Counter[str]) -> About:
    off = max(counts[name] for name in _OFF)
    civil = max(off, counts["campaign"], counts["crime"])
    return About(counts["military"], counts["politics"], off, civil, counts["crime"])


class Scene:
    """The draft with what triggers ask of it, worked out once each.

    ``about`` says what the text is about, ``political`` whether states or forces are named in it,
    ``armed`` whether forces, missions or armed groups are.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.parse = draft.parse
        self.words = draft.parse.words
        self._tags: dict[int, frozenset[str]] = {}
        self._armed: dict[int, list[int]] = {}
        self._lemmas: dict[int, frozenset[str]] = {}
        self._known = classes_of()
        # Countries act, and are sides before they are places; what is smaller is only a place.
        self._named_places = frozenset(
            word
            for place in draft.places
            if place.kind != "country"
            for span in place.mentions
            for word in draft.parse.within(span)
        )
        self.about = _NOTHING
        self.political = False
        self.armed = False
        self._sentences: dict[int, About] = {}
        self._paragraphs: dict[int, About] = {}
        self._count()

    def _count(self) -> None:
        speaks = subjects()
        total: Counter[str] = Counter()
        sentences: dict[int, Counter[str]] = {}
        paragraphs: dict[int, Counter[str]] = {}
        for word in self.words:
            found = speaks.get(word.lower) or speaks.get(word.lemma)
            if found is None:
                continue
            paragraph = self.parse.sentences[word.sent].paragraph
            for counts in (
                total,
                sentences.setdefault(word.sent, Counter()),
                paragraphs.setdefault(paragraph, Counter()),
            ):
                counts.update(found)
        self.about = _about(total)
        self._sentences = {number: _about(counts) for number, counts in sentences.items()}
        self._paragraphs = {number: _about(counts) for number, counts in paragraphs.items()}
        kinds = {record.kind for record in self.draft.actors.values()}
        self.armed = bool(kinds & {"force", "mission", "group"})
        self.political = bool(kinds & {"state", "government", "authority", "ministry", "force", "mission"})

    @property
    def conflict(self) -> int:
        """How many words speak for the product's subject."""
        return self.about.military + self.about.politics

    @property
    def off(self) -> int:
        """How many words speak for the strongest other subject."""
        return self.about.off

    @property
    def relevant(self) -> bool:
        """Whether the text may hold events of this product's subject at all."""
        return self.off < 2 or self.conflict >= self.off

    def sentence_relevant(self, sent: int) -> bool:
        """Whether the sentence is not plainly about something else."""
        here = self._sentences.get(sent, _NOTHING)
        return here.off < 2 or here.military + here.politics >= here.off

    def paragraph(self, sent: int) -> About:
        """What the paragraph of a sentence is about."""
        return self._paragraphs.get(self.parse.sentences[sent].paragraph, _NOTHING)

    def mention(self, i: int) -> Mention | None:
        """The mention of an actor that word ``i`` belongs to or heads, or ``None``."""
        return self.draft.mention_at(i)

    def tags(self, i: int) -> frozenset[str]:
        """The classes of the phrase headed by word ``i``: of its word, and of the actor it names."""
        found = self._tags.get(i)
        if found is None:
            self._tags[i] = found = self._work_out(i)
        return found

    def _lexical(self, word: Word) -> frozenset[str]:
        found = self._known.get(word.lemma) or self._known.get(word.lower)
        if found is None and word.tag == "NNPS":  # names keep their plural: "the Members of the Council"
            found = self._known.get(word.lower.removesuffix("s"))
        return found or _NONE

    def _work_out(self, i: int) -> frozenset[str]:
        word = self.words[i]
        if word.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
            return _NONE
        found = self._lexical(word)
        mention = self.mention(i)
        if mention is not None:
            found = found | self._mention_tags(mention)
        elif word.ent in _ENT_TAGS:
            found = found | _ENT_TAGS[word.ent]
        elif word.pos == "PRON" and word.lower in _PERSONAL and self.conflict > self.off:
            found = found | {"actor"}
        if word.pos == "PRON" and word.lower in _PERSONAL:
            found = found | {"pron"}
        elif i in self._named_places:
            found = found | {"place"}
        elif word.pos == "NUM" and word.dep in ("nsubj", "nsubjpass", "dobj", "conj", "attr"):
            found = found | {"people"}
        if not found.isdisjoint(_ACTORS):
            found = found | ({"actor", "polar"} if "armed" in found else {"actor"})
        if "actor" not in found and (found or word.pos in ("NOUN", "NUM")):
            found = found | self._borrowed(i)
        return found

    def _mention_tags(self, mention: Mention) -> frozenset[str]:
        found: frozenset[str] = frozenset(("actor",))
        for id_ in mention.actors:
            record = self.draft.actors.get(id_)
            if record is not None:
                found = found | _KIND_TAGS.get(record.kind, _NONE)
        return found | ({"person"} if mention.person else _NONE)

    def _borrowed(self, i: int) -> frozenset[str]:
        """What a phrase takes from its modifiers: "Congolese refugees", "the side of Baku", "two of the soldiers"."""
        found: set[str] = set()
        for c in self.words[i].children:
            child = self.words[c]
            if child.dep in ("amod", "compound", "nmod", "poss") and (
                self.mention(c) is not None or child.ent in ("GPE", "NORP", "ORG", "PERSON")
            ):
                found.add("actor" if "people" in self._lexical(self.words[i]) or child.dep != "poss" else "owned")
            elif (
                child.dep == "prep" and child.lower in ("of", "from", "in") and "people" in self._lexical(self.words[i])
            ):
                if any(
                    self.mention(o) is not None or self.words[o].ent in ("GPE", "NORP", "ORG") for o in child.children
                ):
                    found.add("actor")
            elif (
                child.dep == "prep"
                and child.lower == "of"
                and (
                    self.words[i].pos == "NUM"
                    or self.words[i].lemma in ("number", "group", "hundred", "dozen", "thousand", "score")
                )
            ):
                for o in child.children:
                    found |= self.tags(o)
        return frozenset(found)

    def military(self, sent: int, but: int = -1) -> bool:
        """Whether the sentence speaks of arms, apart from word ``but``; or the whole text plainly does."""
        if self.warlike(sent):
            return True
        needed = (
            1 if self.conflict or self.armed else 2
        )  # in a text without one word of conflict a single "barrage" proves nothing
        return sum(1 for i in self._arms(sent) if i != but) >= needed

    def _arms(self, sent: int) -> list[int]:
        """The words of arms in a sentence, the first few."""
        found = self._armed.get(sent)
        if found is None:
            sentence = self.parse.sentences[sent]
            found = self._armed[sent] = []
            for i in range(sentence.first, sentence.last):
                if not self.tags(i).isdisjoint(_MILITARY) and self.words[i].lemma not in _CIVIL_FORCE:
                    found.append(i)
                    if len(found) == 3:
                        break
        return found

    def lemmas(self, sent: int) -> frozenset[str]:
        """The lemmas of a sentence."""
        found = self._lemmas.get(sent)
        if found is None:
            sentence = self.parse.sentences[sent]
            found = self._lemmas[sent] = frozenset(w.lemma for w in self.words[sentence.first : sentence.last])
        return found

    def warlike(self, sent: int) -> bool:
        """Whether the text, or at least the paragraph, is of war more than of anything else."""
        here = self.paragraph(sent)
        return (self.about.military >= 2 and self.about.military > self.about.civil) or (
            here.military >= 2 and here.military > here.civil
        )

    def forms(self, i: int) -> tuple[str, ...]:
        """The forms of a word that lists may name."""
        word = self.words[i]
        return (word.lemma, word.lower)

    def is_class(self, i: int, name: str) -> bool:
        """Whether word ``i`` itself is of the class ``name``."""
        word = self.words[i]
        return word.lemma in classes()[name] or word.lower in classes()[name]

    def carries(self, verb: int) -> bool:
        """Whether the verb says no more of an event noun than that it takes place."""
        return self.words[verb].lemma in classes()["lightverb"]
