"""What speaks for and against a name being that of a place, read off the words around it."""

from __future__ import annotations

from functools import cache

from trucewatch.model.actor import ActorKind
from trucewatch.reading.draft import Draft, Mention, MentionKind
from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Word
from trucewatch.reading.places import typewords
from trucewatch.reading.places.offsets import offset

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAMING_LABELS = frozenset({"ORG", "PERSON", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT", "FAC"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})


@cache
def word_set(name: str) -> frozenset[str]:
    """The word list of that name from places.json."""
    return frozenset(load("places")[name])


class Scene:
    """A draft's words with what the names reader made of them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words: list[Word] = draft.parse.words
        self.person = bytearray(len(self.words))
        self.body = bytearray(len(self.words))  # 1 + the number of words of the organisation's name
        self.metonym = bytearray(len(self.words))
        self.strangers: dict[int, Mention] = {}  # word -> the mention of a person whom only the model's label makes one
        self._small: frozenset[str] | None = None
        for mention in draft.mentions:
            if mention.kind not in (MentionKind.NAME, MentionKind.METONYM):
                continue
            inside = draft.parse.within(mention.span)
            stranger = mention.person and self._is_stranger(mention)
            for i in inside:
                if stranger:
                    self.strangers[i] = mention
                if mention.kind is MentionKind.METONYM:
                    self.metonym[i] = 1
                elif mention.person:
                    self.person[i] = 1
                elif any(draft.actors[actor].kind != ActorKind.STATE for actor in mention.actors):
                    self.body[i] = min(255, 1 + len(inside))

    def _is_stranger(self, mention: Mention) -> bool:
        """Whether a person is unknown and only ever called by these very words."""
        name = mention.span.of(self.draft.text)
        if len(mention.actors) != 1 or self.draft.actors[mention.actors[0]].known:
            return False
        others = (m for m in self.draft.mentions if m.actors == mention.actors)
        return all(m.kind is MentionKind.NAME and m.span.of(self.draft.text) == name for m in others)

    def small(self, word: str) -> bool:
        """Whether ``word`` also stands in the text without a capital, as a common word does."""
        if self._small is None:
            self._small = frozenset(word.text for word in self.words if word.text.islower())
        return word in self._small

    def lead(self, first: int) -> int:
        """The word before the name's phrase, determiners and words of direction ("the eastern") skipped; or -1."""
        i = first - 1
        while i >= 0 and (self.words[i].lower in _DETERMINERS or self.words[i].lower in word_set("directions")):
            i -= 1
        return i if i >= 0 and self.words[i].sent == self.words[first].sent else -1

    def locative(self, first: int, last: int) -> bool:
        """Whether a place preposition governs the name, or a verb that takes places ("entered X")."""
        i = self.lead(first)
        if i < 0 or self.apposed(last):
            return i >= 0
        if self._premises(last):
            return True
        if (
            i < first - 1
            and self.words[first - 1].lower in word_set("directions")
            and self.words[first - 1].text.islower()
        ):
            return True
        word = self.words[i]
        if word.lower in word_set("locative"):
            return word.pos in ("ADP", "SCONJ", "ADV", "ADJ", "VERB")
        if word.lower in ("of", "from") and offset(self.draft.text, self.words[i + 1].start, word.lower) is not None:
            return True
        if word.lower == "on":
            return self.words[word.head].lemma in word_set("onto")
        if word.lower in ("from", "to", "for"):
            return self._moves(i)
        if word.lower == "of":
            return i > 0 and (
                self.words[i - 1].lower in word_set("parts") or typewords.type_kind(self.words[i - 1].lower) is not None
            )
        return self.taken(last)

    def _premises(self, last: int) -> bool:
        """Whether a noun of place follows the name ("X's streets", "the X headquarters")."""
        i = last + 1
        if i + 1 < len(self.words) and self.words[i].text in ("'s", "’s"):
            i += 1
            while (
                i + 1 < len(self.words)
                and self.words[i].pos == "ADJ"
                and self.words[i].lower not in word_set("premises")
            ):
                i += 1
        return i < len(self.words) and self.words[i].lower in word_set("premises") and self.words[i].text.islower()

    def apposed(self, last: int) -> bool:
        """Whether the name stands in apposition to a word for a settlement ("the capital, X", "X, a village")."""
        word = self.words[last]
        if typewords.described(self.words, last):
            return True
        return word.dep == "appos" and typewords.type_kind(self.words[word.head].lower) == "settlement"

    def _moves(self, i: int) -> bool:
        """Whether the preposition ``i`` hangs on a word of motion."""
        head = self.words[self.words[i].head]
        if head.lemma in word_set("motion"):
            return True
        return (
            self.words[i].lower == "from"
            and head.pos == "VERB"
            and head.tag == "VBN"
            and head.lemma in ("drive", "force")
        )

    def taken(self, last: int) -> bool:
        """Whether the name is the object of a verb such as "enter", "seize" or "shell"."""
        word, first = self.words[last], last
        while first > 0 and self.words[first - 1].dep == "compound" and self.words[first - 1].head == last:
            first -= 1
        if word.dep in ("dobj", "obj", "nsubjpass"):
            if first > 0 and self.words[first - 1].lower in _DETERMINERS and word.ent not in PLACE_LABELS:
                return False  # "hit the Toyota"
            return self.words[word.head].lemma in word_set("taking")
        return False

    def within_longer(self, first: int, last: int) -> bool:
        """Whether the name is only a part of another name: an organisation's, a person's, a treaty's, a paper's."""
        words = self.words
        if last + 1 < len(words):
            following = words[last + 1]
            if following.start - words[last].end == 1 and following.text[0].isupper():
                if following.lower in word_set("paper_words") and not following.ent_start:
                    return True
                if self._same_name(last, last + 1):
                    return typewords.type_kind(following.lower) is None
            if following.text == "-" and last + 2 < len(words) and words[last + 2].text[0].isupper():
                return self._same_name(last, last + 2) and words[last].ent not in PLACE_LABELS
        return self._follows_name(first)

    def _same_name(self, i: int, j: int) -> bool:
        """Whether two neighbouring words belong to one name by the model's labels or the parse."""
        a, b = self.words[i], self.words[j]
        if b.ent_start:
            return False
        if a.ent and a.ent == b.ent:
            return True
        return b.pos == "PROPN" and a.dep == "compound" and a.head >= j and a.ent not in PLACE_LABELS

    def _follows_name(self, first: int) -> bool:
        """Whether the name goes on one that began before it ("University of X", "Radio X", "President X")."""
        if first == 0:
            return False
        word, previous = self.words[first], self.words[first - 1]
        if previous.sent != word.sent:
            return False
        if previous.lower in word_set("titles") and previous.text[0].isupper() and word.ent not in PLACE_LABELS:
            return True
        if word.ent and not word.ent_start and word.ent in _NAMING_LABELS and previous.ent == word.ent:
            return (
                typewords.type_kind(previous.lower) is None and previous.lower not in ("of", "the", "-")
            ) or self._is_body(first)
        return False

    def _is_body(self, i: int) -> bool:
        """Whether the labelled name that word ``i`` lies in is an organisation's of several words."""
        first = i
        while first > 0 and not self.words[first].ent_start:
            first -= 1
        return self.words[i].ent == "ORG" and first < i and typewords.type_kind(self.words[first].lower) is None

    def dateline(self, first: int, last: int) -> bool:
        """Whether the name opens a paragraph and a dash or a bracket sets it apart ("BAGHDAD (AP) -")."""
        sentence = self.draft.parse.sentences[self.words[first].sent]
        if first != sentence.first or last + 1 >= len(self.words):
            return False
        following = self.words[last + 1].text
        if following in ("—", "–", "--", "-", "/", "(", ":"):
            return following != ":" and self.words[last + 1].end < len(self.draft.text)
        return following == "," and self._dash_soon(last + 2)

    def _dash_soon(self, start: int) -> bool:
        return any(word.text in ("—", "–", "--", "-", "/") for word in self.words[start : start + 7])
