"""Finding the place names of a text, the dossier's first, then those the language model or the context points to."""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.gazetteer import fold
from trucewatch.reading.lexicon import load
from trucewatch.reading.places import types
from trucewatch.reading.places.evidence import PLACE_LABELS, Scene, word_set
from trucewatch.reading.places.known import Known, OwnForm
from trucewatch.reading.places.offsets import offset
from trucewatch.reading.places.toponym import Evidence, Toponym

_JOINS = frozenset(
    {"al", "el", "ar", "as", "ash", "an", "ez", "ad", "az", "de", "del", "di", "da", "du", "la", "le", "les"}
)
_LEADS = frozenset({"the", "a", "its"})
_STEADY = frozenset(
    {"DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "WORK_OF_ART"}
)
_BEFORE = frozenset({"of", "to", "from", "the", ",", "and", "or"})
_LONGEST = 5  # words in a name looked up
_KNOWN_SIZE = 1_000  # people: below this, a name the model calls something else needs more than a preposition


class Finder:
    """Collects the toponyms of one draft; no word is taken twice."""

    def __init__(self, scene: Scene, known: Known) -> None:
        self.scene = scene
        self.words = scene.words
        self.text = scene.draft.text
        self.known = known
        self.taken = bytearray(len(self.words))
        self.found: list[Toponym] = []

    def find(self) -> list[Toponym]:
        """The toponyms in text order."""
        if self.known.forms:
            self._dossier()
        self._labelled()
        self._contextual()
        self._carried()
        self.found.sort(key=lambda toponym: toponym.first)
        return self.found

    # -- the dossier's names

    def _dossier(self) -> None:
        for i, word in enumerate(self.words):
            if not word.text[0].isupper() or self.taken[i]:
                continue
            parts = fold(word.text).split()
            for form in self.known.forms.get(parts[0], ()) if parts else ():
                last = self._matches(i, form)
                if last is not None:
                    if self._dossier_fits(i, last):
                        self._add(i, last, Evidence.DOSSIER, slip=form.slip)
                    break

    def _matches(self, first: int, form: OwnForm) -> int | None:
        """The last word of ``form`` if it stands at word ``first``."""
        need, i = list(form.words), first
        while need:
            if i >= len(self.words) or self.words[i].sent != self.words[first].sent:
                return None
            parts = fold(self.words[i].text).split()
            if parts != need[: len(parts)]:
                return None
            need = need[len(parts) :]
            i += 1
        return i - 1

    def _dossier_fits(self, first: int, last: int) -> bool:
        if any(self.taken[i] for i in range(first, last + 1)) or self._is_government(first, last):
            return False
        stands = self._stands(first, last)
        if any(self.scene.person[i] for i in range(first, last + 1)):
            return stands and not self._part_of_person(first, last)
        return stands or not (self.scene.within_longer(first, last) or self._in_body(first, last))

    def _stands(self, first: int, last: int) -> bool:
        """Whether a type word or a place preposition stands by the name, and the name ends there."""
        if types.after(self.words, last) or types.before(self.words, first):
            return True
        return self.scene.locative(first, last) and not self.scene.within_longer(first, last)

    def _part_of_person(self, first: int, last: int) -> bool:
        inside = range(max(0, first - 1), min(len(self.words), last + 2))
        return any(self.scene.person[i] and not first <= i <= last for i in inside)

    def _in_body(self, first: int, last: int) -> bool:
        return any(self.scene.body[i] > last - first + 2 for i in range(first, last + 1))

    def _is_government(self, first: int, last: int) -> bool:
        """Whether the names reader took a capital for its government, and nothing shows that the city is meant."""
        if not self.scene.metonym[first]:
            return False
        return not (self.scene.dateline(first, last) or self.scene.locative(first, last))

    # -- names the model labels as places

    def _labelled(self) -> None:
        i, count = 0, len(self.words)
        while i < count:
            if self.words[i].ent not in PLACE_LABELS:
                i += 1
                continue
            first = i
            i += 1
            while i < count and self.words[i].ent and not self.words[i].ent_start and self.words[i].text != ",":
                i += 1
            self._take_label(first, i - 1)
            while i < count and self.words[i].text == "," and self.words[i].ent:
                i += 1

    def _take_label(self, first: int, last: int) -> None:
        first, last = self._trim(first, last)
        if first > last or any(self.taken[i] for i in range(first, last + 1)):
            return
        if self._is_government(first, last) or self.scene.person[last]:
            return
        if self._in_body(first, last):
            return
        if self.scene.within_longer(first, last) or not self.words[last].text[0].isalnum():
            return
        self._admit(first, last, Evidence.LABEL)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """The words of a label without leading determiners and small words, and without a possessive ending."""
        words = self.words
        while first < last and (words[first].lower in _LEADS or not words[first].text[0].isalnum()):
            first += 1
        while first < last and words[first].text.islower() and words[first].lower in word_set("directions"):
            first += 1
        while last > first and not words[last].text[0].isalnum():
            last -= 1
        if last > first and words[last].text in ("'s", "’s", "s"):
            last -= 1
        return first, last

    def _admit(self, first: int, last: int, evidence: Evidence) -> None:
        """Take a name if it is known, or if it is unknown but clearly used as a place."""
        name = self._name(first, last)
        key = fold(name)
        if key in self.known.demonyms and key not in self.known.states:
            return
        locative = self._locative(first, last)
        if key in self.known.states and not locative and not types.before(self.words, first):
            if not (types.after(self.words, last) and self.known.gazetteer.find(name)[1:]):
                return
        self._add(first, last, Evidence.CONTEXT if locative else evidence)

    def _locative(self, first: int, last: int) -> bool:
        return (
            self.scene.locative(first, last)
            or self.scene.dateline(first, last)
            or self._joined(first)
            or types.surroundings(self.words, last) is not None
        )

    def _joined(self, first: int, evidence: Evidence = Evidence.CONTEXT) -> bool:
        """Whether the name is coordinated with, or set after a comma to, one just taken on such evidence."""
        i = first - 1
        while i > 0 and (
            self.words[i].lower in ("and", "or", "the", "in", "the", "&") or self.words[i].text in (",", "(")
        ):
            i -= 1
            if first - i > 4:
                return False
        return i < first - 1 and bool(self.taken[i]) and self.taken[i] >= evidence

    # -- names that only the context points to

    def _contextual(self) -> None:
        words, taken = self.words, self.taken
        locative, taking, around = word_set("locative"), word_set("taking"), word_set("surroundings")
        leads = word_set("directions") | word_set("before_types") | _BEFORE
        for i, word in enumerate(words):
            if taken[i] or not word.text[0].isupper() or self._is_steady(i) or (word.pos != "PROPN" and not word.ent):
                continue
            start = i - 2 if i > 1 and words[i - 1].text == "-" and words[i - 2].lower in _JOINS else i
            previous = words[start - 1].lower if start else ""
            if (
                previous in locative
                or previous in leads
                or (word.dep in ("dobj", "nsubjpass")
                and words[word.head].lemma in taking)
                or (word.text.isupper()
                and i < 40)
                or (i + 1 < len(words)
                and (types.type_kind(words[i + 1].lower) or words[i + 1].lower in around))
            ):
                self._take_context(start)

    def _take_context(self, first: int) -> None:
        last = self._run(first)
        typed = types.after(self.words, last) or types.before(self.words, first) or types.surroundings(self.words, last)
        if self.scene.person[first] and not typed and not self._was_mistaken(first, last):
            return
        if self._in_body(first, last) or self._is_government(first, last):
            return
        for end in range(min(last, first + _LONGEST - 1), first - 1, -1):
            if end < last and types.type_kind(self.words[end + 1].lower) is None:
                continue
            if self._context_fits(first, end):
                self._add(first, end, Evidence.CONTEXT)
                return

    def _is_steady(self, i: int) -> bool:
        """Whether the model's label rules a place out; it is not held to in "in Xtown Monday", taken for one date."""
        word = self.words[i]
        if word.ent == "DATE" and i > 0 and self.words[i - 1].lower in ("in", "near") and word.ent_start:
            return word.lower in word_set("not_names")
        return word.ent in _STEADY

    def _was_mistaken(self, first: int, last: int) -> bool:
        """Whether a stranger that the model calls a person is a place by its preposition: "in X", "in X and Y"."""
        mention = self.scene.strangers.get(first)
        if mention is None or mention.span.start != self.words[first].start or mention.span.end != self.words[last].end:
            return False
        before = self.words[first - 1].lower if first else ""
        if before == "in" and self.words[self.words[first - 1].head].lemma in word_set("trusting"):
            return False
        if before in ("in", "at", "near", "into", "outside", "inside") or self._joined(first):
            return True
        return before == "of" and offset(self.text, self.words[first].start, before) is not None

    def _context_fits(self, first: int, last: int) -> bool:
        words = self.words
        typed = types.after(words, last) or types.before(words, first)
        if not typed and not self._locative(first, last):
            return False
        name = self._name(first, last)
        lower = name.lower()
        if lower in word_set("not_names") or self.scene.within_longer(first, last):
            return False
        if fold(name) in self.known.demonyms or types.type_kind(lower) is not None:
            return False
        label = words[first].ent
        entries = self.known.gazetteer.find(name)
        if self.known.ids(fold(name)) or fold(name) in self.known.states:
            return True
        if not entries and (
            types.described(words, last) or self._joined(first, Evidence.TYPE) or self._was_mistaken(first, last)
        ):
            return not self.scene.small(lower)
        if typed and typed.kind in ("settlement", "height", "district", "region"):
            if not label or self._is_bare_type(typed):
                return bool(entries) or not self.scene.small(lower)
        if not entries or self.scene.small(lower):
            return False
        if label in ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "FAC", "LOC"):
            whole = not (last + 1 < len(words) and words[last + 1].ent == label and not words[last + 1].ent_start)
            return (
                whole
                and (last == first or label == "PERSON")
                and (entries[0].population >= _KNOWN_SIZE or entries[0].population == 0)
            )
        return True

    def _is_bare_type(self, typed: types.TypeWord) -> bool:
        """Whether a type word is no part of another noun ("district court")."""
        word = self.words[typed.last]
        return word.dep not in ("compound", "amod", "nmod") and word.text.islower()

    def _run(self, first: int) -> int:
        """The last word of the run of capitalised words that begins at ``first``, with what joins them."""
        last, words = first, self.words
        while last + 1 < len(words) and last - first < 7:
            following = words[last + 1]
            if following.start - words[last].end > 1 or following.sent != words[first].sent:
                break
            joins = (
                (following.text in ("-", "'", "’") and following.start == words[last].end) or following.lower in _JOINS
            )
            if joins and last + 2 < len(words) and words[last + 2].text[0].isupper():
                last += 2
            elif following.text[0].isupper() and following.pos in ("PROPN", "NOUN", "ADJ") and not following.ent_start:
                last += 1
            else:
                break
        return last

    # -- names carried through the document

    def _carried(self) -> None:
        first_words: dict[str, list[Toponym]] = {}
        for toponym in self.found:
            if toponym.key not in self.known.states and (toponym.own or toponym.entries or toponym.type):
                first_words.setdefault(self.words[toponym.first].lower, []).append(toponym)
        if not first_words:
            return
        for i, word in enumerate(self.words):
            if not self.taken[i] and word.text[0].isupper() and word.lower in first_words:
                for toponym in sorted(first_words[word.lower], key=lambda each: -len(each.name)):
                    last = i + toponym.last - toponym.first
                    if last < len(self.words) and fold(self._name(i, last)) == toponym.key and self._carries(i, last):
                        self._add(i, last, Evidence.CARRIED)
                        break

    def _carries(self, first: int, last: int) -> bool:
        if any(self.taken[i] or self.scene.person[i] or self.scene.metonym[i] for i in range(first, last + 1)):
            return False
        return not (self._in_body(first, last) or self.scene.within_longer(first, last))

    # -- making a toponym

    def _name(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last].end]

    def _add(self, first: int, last: int, evidence: Evidence, *, slip: bool = False) -> None:
        toponym = make(self.scene, self.known, first, last, evidence)
        toponym.slip = slip
        if not (toponym.own or toponym.entries) and evidence < Evidence.CONTEXT and toponym.type is None:
            return
        self.found.append(toponym)
        for i in toponym.words:
            self.taken[i] = max(1, evidence)


def make(scene: Scene, known: Known, first: int, last: int, evidence: Evidence) -> Toponym:
    """The toponym of the words ``first`` to ``last``: its type word, what it may mean, and where it lies from the name."""
    words, text = scene.words, scene.draft.text
    name = text[words[first].start : words[last].end]
    abbreviation = load("places")["abbreviations"].get(fold(name).replace(" ", "")) if len(name) < 7 else None
    if abbreviation and (name[1:2].isupper() or words[first - 1].text == "," or name.endswith(".")) and first:
        name = abbreviation
    key = fold(name)
    toponym = Toponym(
        first, last, name, key, Span(words[first].start, words[last].end), evidence, label=words[last].ent
    )
    _own_type(toponym, scene, known)
    typed = types.after(words, last) or types.before(words, first) if toponym.type is None else None
    if typed is not None:
        toponym.type, toponym.kinds = typed.kind, typed.kinds
        start = min(words[first].start, words[typed.first].start)
        toponym.span = Span(start, max(words[last].end, words[typed.last].end if typed.first > last else 0))
        toponym.evidence = max(evidence, Evidence.TYPE)
    _candidates(toponym, known, words[typed.first].text if typed is not None and typed.first > last else None)
    lead = first if typed is None or typed.first > last else typed.first
    while lead > 0 and words[lead - 1].lower in _LEADS:
        lead -= 1
    if lead > 0:
        toponym.offset = offset(text, words[lead].start, words[lead - 1].lower)
    return toponym


def _own_type(toponym: Toponym, scene: Scene, known: Known) -> None:
    """Set apart a type word that the label took into the name ("Aghdam District"), unless the whole is a known name."""
    words = scene.words
    if toponym.first == toponym.last or known.ids(toponym.key) or known.gazetteer.find(toponym.name):
        return
    typed = types.after(words, toponym.last - 1)
    if typed is not None and typed.last == toponym.last:
        toponym.last, toponym.type, toponym.kinds = toponym.last - 1, typed.kind, typed.kinds
    else:
        leading = types.before(words, toponym.first + 1)
        if leading is None or leading.first != toponym.first:
            return
        toponym.first, toponym.type, toponym.kinds = toponym.first + 1, leading.kind, leading.kinds
    toponym.name = scene.draft.text[words[toponym.first].start : words[toponym.last].end]
    toponym.key = fold(toponym.name)


def _candidates(toponym: Toponym, known: Known, type_text: str | None) -> None:
    """Fill what the name may mean, those of the kind asked for alone where there are any."""
    if toponym.kinds:
        toponym.own = known.typed(toponym.key, toponym.kinds)
    toponym.own = toponym.own or known.ids(toponym.key)
    entries = list(known.gazetteer.find(toponym.name))
    if type_text is not None:
        entries += [e for e in known.gazetteer.find(f"{toponym.name} {type_text}") if e not in entries]
    code = known.states.get(toponym.key)
    country = known.gazetteer.country(code) if code else None
    if country is not None and country not in entries:
        entries.insert(0, country)
    fitting = [entry for entry in entries if entry.kind in toponym.kinds]
    toponym.entries = tuple(fitting or entries)
