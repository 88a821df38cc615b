"""Which instrument a phrase means: the dossier's by name or day, one made from the text, or the one last named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trucewatch.model.instrument import Instrument
from trucewatch.model.text import Span
from trucewatch.model.time import TimeMention
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import nouns
from trucewatch.reading.instruments.phrase import Phrase
from trucewatch.reading.parse import Word

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b\d{4}\b")
_PLACES = frozenset({"GPE", "LOC", "FAC", "LAW", "EVENT"})
_HEAD_WORDS = 6


def slug(text: str) -> str:
    """``text`` as an id: lower-case words joined by hyphens."""
    return "-".join(_WORD.findall(text.lower()))


@dataclass(slots=True)
class Named:
    """An instrument met in this document: its id and name, the nouns and modifiers it went by, its last sentence."""

    id: str
    name: str
    nouns: set[str]
    words: set[str]
    sentence: int
    dossier: Instrument | None = None
    days: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Resolver:
    """Resolves phrases in text order, remembering what has been named."""

    draft: Draft
    named: list[Named] = field(default_factory=list)  # least recent first

    def known(self, id_: str) -> Instrument | None:
        """The dossier's instrument of that id."""
        return next((each for each in self.draft.knowledge.instruments if each.id == id_), None)

    def remember(self, id_: str, name: str, phrase: Phrase | None, sentence: int, *, day: str | None = None) -> Named:
        """Note that instrument ``id_`` was named in ``sentence`` (by ``day``); it becomes the most recent."""
        found = next((each for each in self.named if each.id == id_), None)
        if found is None:
            known = self.known(id_)
            found = Named(id_, name if known is None else known.name, set(), set(), sentence, known)
            if known is not None:
                found.nouns.update(noun.lower() for noun in known.nouns)
        else:
            self.named.remove(found)
        if phrase is not None:
            found.nouns.add(phrase.noun)
            found.words.update(phrase.lower)
        if day is not None:
            found.days.add(day)
        found.sentence = sentence
        self.named.append(found)
        return found

    # -- by day -------------------------------------------------------------------------------------------------

    def by_day(self, time: TimeMention, phrase: Phrase) -> str | None:
        """The instrument called by this day: the dossier's, or one named so before in the text."""
        if time.names_instrument is not None and self.known(time.names_instrument) is not None:
            return time.names_instrument
        hits = [each for each in self.draft.knowledge.instruments if self._called(each, time)]
        if len(hits) > 1:
            hits = [each for each in hits if phrase.noun in each.nouns] or hits
        if len(hits) == 1:
            return hits[0].id
        if hits or time.value is None:
            return None
        bare = not _YEAR.search(time.span.of(self.draft.text))
        for each in reversed(self.named):
            if time.value in each.days or (bare and any(day[4:] == time.value[4:] for day in each.days)):
                return each.id
        return None

    def _called(self, instrument: Instrument, time: TimeMention) -> bool:
        words = time.span.of(self.draft.text)
        for day in instrument.date_names:
            if time.value == day.isoformat():
                return True
            if not _YEAR.search(words) and time.value is not None and time.value[4:] == day.isoformat()[4:]:
                return True  # the year is left out: the day of the month is the name
            if (time.value or words.strip()) == f"{day.year}-{day.month:02}" and _YEAR.search(words):
                return True
        return False

    # -- by description -----------------------------------------------------------------------------------------

    def by_words(self, phrase: Phrase) -> str | None:
        """The one instrument of the dossier, or named before, that the modifiers describe."""
        telling = {word for word in phrase.lower if word not in nouns.PLAIN and len(word) > 1}
        if not telling:
            return None
        wanted = telling | {phrase.noun}
        before = [each for each in self.named if telling <= each.words and self._alike(each, phrase)]
        if len({each.id for each in before}) == 1:
            return before[0].id
        if telling <= nouns.TRUCE and phrase.determiner in nouns.DEFINITE:
            made = {each.id for each in self.named if (each.nouns | each.words) & nouns.TRUCE}
            if len(made) == 1:
                return made.pop()
        known = [each for each in self.draft.knowledge.instruments if _described(each, wanted, telling)]
        if len(known) == 1:
            return known[0].id
        return None

    @staticmethod
    def _alike(named: Named, phrase: Phrase) -> bool:
        if phrase.noun in nouns.PAPER or phrase.noun in nouns.CODE or phrase.noun == nouns.RESOLUTION:
            return phrase.noun in named.nouns
        return True

    def back(self, phrase: Phrase | None) -> tuple[Named | None, bool]:
        """The instrument last named, and whether the reference is ambiguous.

        Several named together in the last sentence that names any are told apart by the noun; otherwise none is chosen.
        """
        fit = [each for each in self.named if phrase is None or self._fits(each, phrase)]
        if not fit:
            return None, False
        last = [each for each in fit if each.sentence == fit[-1].sentence]
        if len(last) > 1 and phrase is not None:
            last = [each for each in last if phrase.noun in each.nouns] or last
        return (last[0], False) if len(last) == 1 else (None, True)

    @staticmethod
    def _fits(named: Named, phrase: Phrase) -> bool:
        if phrase.noun in nouns.PAPER | nouns.CODE | {nouns.RESOLUTION}:
            return phrase.noun in named.nouns
        return not named.nouns <= (nouns.CODE | {nouns.RESOLUTION})

    # -- made from the text -------------------------------------------------------------------------------------

    def proper(self, phrase: Phrase) -> bool:
        """Whether the phrase is a proper name: "the Pretoria agreement", "the Good Friday Agreement"."""
        words = self.draft.parse.words
        capital = [i for i in phrase.words if words[i].text[:1].isupper() and words[i].pos in ("PROPN", "NOUN")]
        if not capital:
            return False
        head = words[phrase.head]
        if any(words[i].tag == "POS" for i in range(phrase.first, phrase.head)) or phrase.lower & nouns.PARTISAN:
            return False
        if phrase.noun in nouns.CODE:
            after = words[phrase.head + 1].lower if phrase.head + 1 < len(words) else ""
            if not head.text[:1].isupper():
                return False
            named = any(words[i].ent in _PLACES or words[i].lower in ("un", "nations") for i in capital)
            return named or phrase.plural or after in nouns.TITLES
        if head.text[:1].isupper() and len(phrase.words) <= _HEAD_WORDS:
            return phrase.noun not in nouns.PAPER | nouns.LOOSE | {nouns.RESOLUTION} or phrase.noun in ("declaration",)
        if phrase.noun in nouns.FIRM | {"declaration"}:
            return any(words[i].pos == "PROPN" and self._place(words[i]) for i in capital)
        return False

    def _place(self, word: Word) -> bool:
        """Whether a capitalised modifier may be the place an agreement is called by."""
        # An unknown town is often labelled as a people, seldom as a person or a company.
        return (
            word.ent in _PLACES
            or word.ent in ("", "NORP")
            or self.draft.place_at(Span(word.start, word.end)) is not None
        )

    def name(self, phrase: Phrase) -> str:
        """The phrase without its determiner."""
        words = self.draft.parse.words
        first = phrase.first
        titled = words[phrase.head].text[:1].isupper()
        while first < phrase.head and (
            words[first].pos in ("DET", "PRON", "ADV") or (titled and words[first].text[:1].islower())
        ):
            first += 1
        return self.draft.parse.span(first, phrase.last).of(self.draft.text)


def _described(instrument: Instrument, wanted: set[str], telling: set[str]) -> bool:
    for name in (instrument.name, *instrument.names):
        have = {word.lower() for word in _WORD.findall(name)}
        if telling <= have and (wanted <= have or {w + "s" for w in wanted - telling} <= have):
            return True
    own = set(instrument.nouns)
    return bool(own & (wanted - telling)) and telling <= {
        word.lower() for name in (instrument.name, *instrument.names) for word in _WORD.findall(name)
    }
