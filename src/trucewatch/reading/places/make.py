"""From words that name a place to a toponym: its type word, what it may mean, where it lies from the name."""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.gazetteer import fold
from trucewatch.reading.lexicon import load
from trucewatch.reading.places import typewords
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.known import Known
from trucewatch.reading.places.offsets import offset
from trucewatch.reading.places.toponym import Evidence, Toponym

LEADS = frozenset({"the", "a", "its"})
_ABBREVIATION = 6  # characters of the longest abbreviation of a state


def make(scene: Scene, known: Known, first: int, last: int, evidence: Evidence) -> Toponym:
    """The toponym of the words ``first`` to ``last``: its type, what it may mean, where it lies."""
    words, text = scene.words, scene.draft.text
    name = text[words[first].start : words[last].end]
    abbreviation = (
        load("places")["abbreviations"].get(fold(name).replace(" ", "")) if len(name) <= _ABBREVIATION else None
    )
    if abbreviation and (name[1:2].isupper() or words[first - 1].text == "," or name.endswith(".")) and first:
        name = abbreviation
    key = fold(name)
    toponym = Toponym(
        first, last, name, key, Span(words[first].start, words[last].end), evidence, label=words[last].ent
    )
    _own_type(toponym, scene, known)
    typed = typewords.after(words, last) or typewords.before(words, first) if toponym.type is None else None
    if typed is not None:
        toponym.type, toponym.kinds, toponym.type_words = typed.kind, typed.kinds, typed.text
        start = min(words[first].start, words[typed.first].start)
        toponym.span = Span(start, max(words[last].end, words[typed.last].end if typed.first > last else 0))
        toponym.evidence = max(evidence, Evidence.TYPE)
    _candidates(toponym, known, words[typed.first].text if typed is not None and typed.first > last else None)
    lead = first if typed is None or typed.first > last else typed.first
    while lead > 0 and words[lead - 1].lower in LEADS:
        lead -= 1
    if lead > 0:
        toponym.offset = offset(text, words[lead].start, words[lead - 1].lower)
    return toponym


def _own_type(toponym: Toponym, scene: Scene, known: Known) -> None:
    """Set apart a type word that the label took into the name ("Aghdam District"), unless the whole is a known name."""
    words = scene.words
    if toponym.first == toponym.last or known.ids(toponym.key) or known.gazetteer.find(toponym.name):
        return
    typed = typewords.after(words, toponym.last - 1)
    if typed is not None and typed.last == toponym.last:
        toponym.last, toponym.type, toponym.kinds = toponym.last - 1, typed.kind, typed.kinds
        toponym.type_words = typed.text
    else:
        leading = typewords.before(words, toponym.first + 1)
        if leading is None or leading.first != toponym.first:
            return
        toponym.first, toponym.type, toponym.kinds = toponym.first + 1, leading.kind, leading.kinds
        toponym.type_words = leading.text
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
