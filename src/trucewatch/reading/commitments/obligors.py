"""Who is bound: the actors that the words of a duty mean, the parties of the instrument for "the sides"."""

from __future__ import annotations

from trucewatch.model.actor import ActorRef
from trucewatch.model.instrument import Instrument
from trucewatch.model.text import Span
from trucewatch.reading.commitments.claims import Said
from trucewatch.reading.commitments.words import BANDS, PARTIES
from trucewatch.reading.draft import Draft, Mention
from trucewatch.reading.parse import Word

_SPAN_OF = frozenset({"det", "amod", "compound", "nummod", "predet"})
_OTHERS = frozenset({"company"})


def obligors(draft: Draft, subjects: tuple[int, ...], known: Instrument | None, said: Said) -> tuple[ActorRef, ...]:
    """The actors that ``subjects`` (words) mean, in order, each once.

    "The sides" are the parties of ``known`` where the dossier has it; who cannot be resolved keeps its words and no id.
    """
    found: list[ActorRef] = []
    for i in subjects:
        for ref in _of_word(draft, draft.parse.words[i], known, said):
            if all(ref.actor != other.actor or ref.actor is None for other in found):
                found.append(ref)
    return tuple(found)


def resolved(refs: tuple[ActorRef, ...]) -> bool:
    """Whether any of ``refs`` is an actor known by id."""
    return any(ref.actor is not None for ref in refs)


def parties_of(draft: Draft, known: Instrument, mention: Span) -> tuple[ActorRef, ...]:
    """The parties of a dossier's instrument, each with the words that stand for them all."""
    return tuple(ActorRef(id_, _name(draft, id_), mention) for id_ in known.parties)


def _name(draft: Draft, id_: str) -> str:
    record = draft.actors.get(id_)
    if record is not None:
        return record.name
    entry = draft.knowledge.actors.get(id_)
    return id_ if entry is None else entry.name


def _of_word(draft: Draft, word: Word, known: Instrument | None, said: Said) -> tuple[ActorRef, ...]:
    mention = draft.mention_at(word.i)
    if word.lower in PARTIES and known is not None and known.parties and not _owned(draft, word):
        return parties_of(draft, known, _noun_phrase(draft, word))
    if mention is not None and mention.actors:
        return () if _company(draft, mention) else draft.refs(mention)
    if word.pos == "PRON" and (speaker := _speaker(said, word)) is not None:
        return (speaker,)
    modifier = _modifier(draft, word)
    if modifier is not None:
        return draft.refs(modifier)
    if mention is not None:
        return draft.refs(mention)
    if word.lower in ("it", "they"):
        span = Span(word.start, word.end)
        return (ActorRef(None, word.text, span),)
    if word.pos in ("NOUN", "PROPN"):
        span = _noun_phrase(draft, word)
        return (ActorRef(None, span.of(draft.text), span),)
    return ()


def _speaker(said: Said, word: Word) -> ActorRef | None:
    """Who "we" means, and "they" or "it" at the very start of what is said: the speaker."""
    statement = said.at(word.start)
    if statement is None or statement.speaker.actor is None:
        return None
    opens = any(content.start == word.start for content in statement.content)
    if word.lower in ("we", "our", "ours") or (opens and word.lower in ("they", "it", "he", "she")):
        return ActorRef(statement.speaker.actor, statement.speaker.name, Span(word.start, word.end))
    return None


def _company(draft: Draft, mention: Mention) -> bool:
    return all(draft.actors[id_].kind in _OTHERS for id_ in mention.actors if id_ in draft.actors)


def _owned(draft: Draft, word: Word) -> bool:
    """Whether a word such as "side" is told apart by a modifier ("the Armenian side") and means no pair."""
    words = draft.parse.words
    return any(words[c].dep in ("amod", "poss", "compound") and words[c].text[:1].isupper() for c in word.children)


def _modifier(draft: Draft, word: Word) -> Mention | None:
    """The actor that modifies a word of no name: "Armenian armed forces", "Israel's army"."""
    words = draft.parse.words
    for child in word.children:
        if words[child].dep == "prep" and words[child].lower == "of":
            inner = draft.parse.child(child, "pobj")
            mention = None if inner is None else draft.mention_at(inner)
            if mention is not None and mention.actors and word.lemma in BANDS:
                return mention
        if child < word.i and words[child].dep in ("amod", "compound", "poss", "nmod"):
            mention = draft.mention_at(child)
            if mention is not None and mention.actors:
                return mention
    return None


def _noun_phrase(draft: Draft, word: Word) -> Span:
    words = draft.parse.words
    first = min((c for c in word.children if c < word.i and words[c].dep in _SPAN_OF), default=word.i)
    return draft.parse.span(min(first, word.i), word.i)
