"""Claims and denials: the links the product draws over our own corpora, against those of the gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.record_corpus import Corpus, corpus, names
from trucewatch.assessment.disputes import Link, found_links
from trucewatch.model.rows import Datum
from trucewatch.model.text import Span

End = tuple[tuple[str, tuple[Span, ...]], ...]
"""Where one end of a pair may stand: ids of documents with the spans it covers there."""


def score_disputes() -> dict[str, float]:
    """Precision, recall and F1 of claim-denial links over all corpora that state claims.

    A link is right when each of its ends lies in the document of the gold's words and shares a character with them;
    every link answers for one pair of the gold at most, and every pair for one link. The gold pairs the first telling
    of what several dispatches print word for word; a pair across dispatches is met by any of them. ``items`` are the
    gold's pairs.
    """
    right = drawn = wanted = 0
    for name in names():
        whole = corpus(name)
        pairs = gold_pairs(whole)
        if not pairs:
            continue
        links = drawn_links(whole)
        right += matched(links, pairs)
        drawn, wanted = drawn + len(links), wanted + len(pairs)
    return {**_shares(right, drawn, wanted), "items": float(wanted)}


def gold_pairs(whole: Corpus) -> list[tuple[End, End]]:
    """The gold's claims and denials as documents and spans."""
    pairs = []
    for pair in whole.gold.get("claims", ()):
        within = pair["claim"]["in"] == pair["denial"]["in"]
        pairs.append((_end(whole, pair["claim"], within), _end(whole, pair["denial"], within)))
    return pairs


def drawn_links(whole: Corpus) -> list[tuple[End, End]]:
    """The links of the record as documents and spans."""
    view = whole.view
    links: Sequence[Link] = found_links(view, [whole.dossier])
    rows: Mapping[str, Datum[Any]] = {row.key: row for row in (*view.statements(), *view.events())}
    return [(_spans(rows[link.claim]), _spans(rows[link.answer])) for link in links]


def matched(links: Sequence[tuple[End, End]], pairs: Sequence[tuple[End, End]]) -> int:
    """How many links and pairs can be laid one on one: the largest matching there is."""
    fits = [
        [n for n, pair in enumerate(pairs) if _same(link[0], pair[0]) and _same(link[1], pair[1])] for link in links
    ]
    taken: dict[int, int] = {}

    def place(link: int, seen: set[int]) -> bool:
        for pair in fits[link]:
            if pair in seen:
                continue
            seen.add(pair)
            if pair not in taken or place(taken[pair], seen):
                taken[pair] = link
                return True
        return False

    return sum(place(link, set()) for link in range(len(links)))


def _same(one: End, other: End) -> bool:
    return any(
        here == there and any(a.meets(b) for a in spans for b in others)
        for here, spans in one
        for there, others in other
    )


def _end(whole: Corpus, words: dict[str, str], within: bool) -> End:
    names = {words["in"]}
    if not within:
        groups = (*whole.gold.get("copies", ()), *whole.gold.get("versions", ()))
        names |= {name for group in groups if words["in"] in group for name in group}
    spans = []
    for name in sorted(names):
        if words["words"] in whole.dispatches[name]["text"]:
            document, span = whole.span({"in": name, "words": words["words"]})
            spans.append((document, (span,)))
    return tuple(spans)


def _spans(row: Datum[Any]) -> End:
    value = row.value
    spans: Iterable[Span | None] = (*value.content, value.cue) if hasattr(value, "content") else (value.anchor,)
    return ((row.document.id, tuple(span for span in spans if span is not None)),)


def _shares(right: int, drawn: int, wanted: int) -> dict[str, float]:
    precision = right / drawn if drawn else 0.0
    recall = right / wanted if wanted else 0.0
    both = precision + recall
    return {"f1": 2 * precision * recall / both if both else 0.0, "precision": precision, "recall": recall}
