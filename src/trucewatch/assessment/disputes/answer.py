"""The answer to the question about disputes: each claim with what was said against it, or with nobody's answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from trucewatch.assessment.disputes.drawn import draw, gathered
from trucewatch.assessment.disputes.linking import RULE
from trucewatch.assessment.disputes.voices import Library
from trucewatch.model.dossier import Dossier
from trucewatch.model.evidence import Evidence
from trucewatch.model.filters import Filter
from trucewatch.model.rows import Datum
from trucewatch.model.statement import Statement
from trucewatch.record.view import View

_ABOUT = 12  # words that tell what a dispute is about


class State(StrEnum):
    """Whether the side that a claim charges has answered it."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Word:
    """What one speaker said: ``words`` are those attributed, ``day`` is when, ``actor`` the speaker's id if known.

    ``days`` counts from the claim to this answer, negative where it was said before; ``None`` for the claim itself.
    """

    key: str
    speaker: str
    actor: str | None
    words: str
    day: date
    evidence: Evidence
    days: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "key": self.key,
            "speaker": {"actor": self.actor, "name": self.speaker},
            "words": self.words,
            "day": self.day.isoformat(),
            "days": self.days,
            "document": self.evidence.document,
        }


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim and its answers, the first said first. ``key`` is the claim's own.

    ``against`` names the other sides the claim speaks of. An unanswered claim may have answers too: those of others
    than the side it charges. ``days`` are those to the first answer said after the claim, or the last before it.
    """

    key: str
    about: str
    claim: Word
    against: tuple[str, ...]
    answers: tuple[Word, ...]
    state: State
    rule: str = RULE

    @property
    def days(self) -> int | None:
        """Days from the claim to the first answer after it, negative where there is only one before."""
        counted = [each.days for each in self.answers if each.days is not None]
        after = [each for each in counted if each >= 0]
        return min(after) if after else max(counted, default=None)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of the claim, then those of the answers."""
        return (self.claim.evidence, *(each.evidence for each in self.answers))

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; ``evidence`` holds the claim's words first."""
        return {
            "key": self.key,
            "about": self.about,
            "state": str(self.state),
            "claim": self.claim.to_dict(),
            "against": list(self.against),
            "answers": [each.to_dict() for each in self.answers],
            "days": self.days,
            "rule": self.rule,
            "evidence": [each.to_dict() for each in self.evidence],
        }


def disputes(
    view: View, narrowed: Filter | None = None, *, dossiers: Iterable[Dossier] = (), as_of: date | None = None
) -> tuple[list[Dispute], int]:
    """The disputes a filter leaves, the claim printed last first, and how many there are without its limit.

    A dispute stays when its claim or one of its answers meets the filter; ``statuses`` are ``answered`` and
    ``unanswered``. ``dossiers`` are those the documents were read with. With ``as_of`` what was printed later is left
    out. Links kept in the record are used where they are good; else they are drawn anew.

    Raises:
        RecordError: when the database does not answer.
    """
    chosen = narrowed or Filter()
    known = tuple(dossiers)
    kept = None if _ahead(as_of) else view.links(RULE, chosen)
    if kept is not None:
        pairs, total = kept
        return _made(pairs, view.data(key for pair in pairs for key in pair if key), known), total
    pairs, data = _drawn(view, chosen, known, as_of)
    found = _made(pairs, data, known)
    wanted = set(chosen.statuses)
    found = [each for each in found if not wanted or str(each.state) in wanted]
    end = None if chosen.limit is None else chosen.offset + chosen.limit
    return found[chosen.offset : end], len(found)


def _ahead(as_of: date | None) -> bool:
    return as_of is not None and as_of < date.today()


def _drawn(
    view: View, chosen: Filter, dossiers: Sequence[Dossier], as_of: date | None
) -> tuple[list[tuple[str, str]], Mapping[str, Datum[Any]]]:
    """Links drawn of what the view holds, those whose ends meet the filter, in order, with the data they are of."""
    material = gathered(view, Filter(dossiers=chosen.dossiers, rejected=False))
    if as_of is not None:
        material = material.until(as_of)
    drawn = draw(material, dossiers)
    rows: dict[str, Datum[Any]] = {row.key: row for row in (*material.statements, *material.events)}
    narrowed = replace(chosen, limit=None, offset=0, statuses=())
    pairs = drawn.pairs
    if narrowed != Filter(dossiers=chosen.dossiers):
        meets = {row.key for row in (*view.statements(narrowed), *view.events(narrowed))}
        left = {claim for claim, answer in pairs if claim in meets or answer in meets}
        pairs = [pair for pair in pairs if pair[0] in left]
    return sorted(pairs, key=lambda pair: (*_order(rows[pair[0]]), pair[1])), rows


def _order(row: Datum[Any]) -> tuple[int, str, int, str]:
    """Documents printed last first, those of no day last; then by document and place in it."""
    day = row.document.published
    return -(0 if day is None else day.toordinal()), row.document.id, row.quote.span.start, row.key


def _made(
    pairs: Iterable[tuple[str, str]], data: Mapping[str, Datum[Any]], dossiers: Iterable[Dossier]
) -> list[Dispute]:
    library = Library({each.id: each for each in dossiers})
    grouped: dict[str, list[str]] = {}
    for pair in pairs:
        grouped.setdefault(pair[0], []).append(pair[1])
    found = []
    for key, answers in grouped.items():
        if key not in data:
            continue
        claim = _word(data[key])
        said = [_word(data[each], claim.day) for each in answers if each in data]
        said.sort(key=lambda each: (each.day, each.evidence.document, each.evidence.quote.span, each.key))
        left_open = "" in answers or not said
        found.append(
            Dispute(
                key,
                _about(claim.words),
                claim,
                _against(data[key], claim.words, library),
                tuple(said),
                State.UNANSWERED if left_open else State.ANSWERED,
            )
        )
    return found


def _word(row: Datum[Any], since: date | None = None) -> Word:
    value, day = row.value, row.document.published or row.document.added.date()
    words, name, actor = row.quote.text, row.document.publisher or "the outlet", None
    if isinstance(value, Statement):
        low = row.quote.span.start
        words = " ".join(row.quote.text[span.start - low : span.end - low] for span in value.content)
        name, actor = value.speaker.name, value.speaker.actor
    elif value.claimed_by or value.denied_by:
        ref = (*value.claimed_by, *value.denied_by)[0]
        name, actor = ref.name, ref.actor
    days = None if since is None else (day - since).days
    return Word(row.key, name, actor, words, day, row.evidence(name), days)


def _about(words: str) -> str:
    """The first words of a claim."""
    each = words.split()
    cut = " ".join(each[:_ABOUT]).strip(" ,;:.")
    return cut + " …" if len(each) > _ABOUT else cut


def _against(row: Datum[Any], words: str, library: Library) -> tuple[str, ...]:
    """The names of the sides that a claim speaks of beside its speaker's own."""
    voices, day = library.of(row.document.dossier), row.document.published or row.document.added.date()
    value = row.value
    refs = value.targets if isinstance(value, Statement) else value.actors
    own = voices.side(value.speaker.actor, day) if isinstance(value, Statement) else None
    sides = [voices.side(each.actor, day) for each in refs] + list(voices.named(words, day))
    return tuple(dict.fromkeys(voices.parties.name(each) for each in sides if each is not None and each != own))
