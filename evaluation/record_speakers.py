"""Speakers of statements in our own corpora: whose words they are, where a statement was found at all."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass

from evaluation.record_corpus import Corpus, corpus, names
from trucewatch import dossiers
from trucewatch.model.rows import StatementRow
from trucewatch.model.text import Span

_ENOUGH = 0.5  # of the gold's words: a statement that covers less was not found
_SPEAKS_FOR = (
    "spokesperson",
    "special-representative",
    "official",
    "officer",
)  # unnamed, and known by whom they speak for alone
_SMALL = frozenset(("the", "a", "an", "of", ""))


@dataclass(frozen=True, slots=True)
class Match:
    """One statement of the gold with the statement read that covers most of its words, if any covers enough."""

    dispatch: str
    words: str
    speaker: str
    read: StatementRow | None
    right: bool


def matches(read: Corpus) -> list[Match]:
    """Every statement of a corpus's gold, matched by its words; of several that cover them alike the shortest."""
    told: dict[str, list[StatementRow]] = {}
    for row in read.view.statements():
        told.setdefault(row.document.id, []).append(row)
    known = {actor.id for actor in (*dossiers.world().actors, *read.dossier.actors)}
    found = []
    for gold in read.gold["statements"]:
        document, span = read.span(gold)
        rows = sorted(told.get(document, []), key=lambda row: (_covered(row, span), -_length(row), row.key))
        best = rows[-1] if rows and _covered(rows[-1], span) >= _ENOUGH else None
        right = best is not None and _same(gold["speaker"], best, known)
        found.append(Match(gold["in"], gold["words"], gold["speaker"], best, right))
    return found


def _covered(row: StatementRow, span: Span) -> float:
    """The share of the gold's words that a statement's words cover; the cue counts, as the gold's acts hold theirs."""
    cue = row.value.cue
    low = min(each.start for each in row.value.content)
    high = max(each.end for each in row.value.content)
    spans = list(row.value.content)
    if cue is not None and span.holds(cue):  # an act: "called the report untrue", target and cue among its words
        spans = [Span(min(low, cue.start), max(high, cue.end))]
    return sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in spans) / len(span)


def _length(row: StatementRow) -> int:
    return sum(map(len, row.value.content))


def _same(gold: str, row: StatementRow, known: set[str]) -> bool:
    """The same actor, or one who speaks for it; for a speaker without an id the same description, articles aside."""
    speaker = row.value.speaker
    if gold in known:
        return speaker.actor in (gold, *(f"{gold}-{office}" for office in _SPEAKS_FOR))
    wanted, given = (_plain(each) for each in (gold, speaker.name))
    return bool(given) and (wanted <= given or given <= wanted)


def _plain(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,'\"") for word in name.casefold().replace("'s", "").split()) - _SMALL


def score_speakers() -> dict[str, float]:
    """The share of statements found that have the right speaker, and of the gold's statements that were found."""
    every = [each for name in names() for each in matches(corpus(name))]
    found = [each for each in every if each.read is not None]
    return {
        "speakers": sum(each.right for each in found) / max(len(found), 1),
        "found": len(found) / max(len(every), 1),
        "items": float(len(every)),
    }


def main() -> None:
    """Print what went wrong, and how often each speaker was taken for another."""
    wrong: Counter[tuple[str, str]] = Counter()
    for name in sys.argv[1:] or names():
        for each in matches(corpus(name)):
            if each.read is None:
                print("MISSED", each.dispatch, "|", each.words[:90], "|", each.speaker)
            elif not each.right:
                speaker = each.read.value.speaker
                wrong[each.speaker, f"{speaker.actor} ({speaker.name})"] += 1
                print("WRONG", each.dispatch, "|", each.words[:70], "|", each.speaker, "|", speaker.actor, speaker.name)
    for (gold, read), times in wrong.most_common():
        print(times, gold, "<-", read)
    print(score_speakers())


if __name__ == "__main__":
    main()
