"""Wire copies and later versions of our own corpora: what the record calls one dispatch, against the gold.

Counted in pairs of dispatches of one corpus. ``found``: the gold's pairs of copies that the record has in one group.
``right``: the pairs in one group of the record that the gold has, too, as one less the share of false ones. ``first``:
groups found whose original is the gold's first telling. ``versions``: pages of several versions in the gold of which
the record has every later one as a version, and pages of one dispatch that it has as none. ``items`` are the gold's
pairs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import combinations

from evaluation.record_corpus import Corpus, corpus, names

Pair = tuple[str, str]


def score_wire_copies() -> dict[str, float]:
    """The measures over all own corpora."""
    wanted = called = both = firsts = met = pages = right_pages = 0
    for name in names():
        whole = corpus(name)
        gold, ours = gold_pairs(whole), called_pairs(whole)
        wanted, called, both = wanted + len(gold), called + len(ours), both + len(gold & ours)
        for group, original in _whole_groups(whole, ours):
            met, firsts = met + 1, firsts + (original == group[0])
        told = {page: later == set(page[1:]) for page, later in _pages(whole)}
        pages, right_pages = pages + len(told), right_pages + sum(told.values())
    return {
        "found": both / max(wanted, 1),
        "right": both / max(called, 1),
        "first": firsts / max(met, 1),
        "versions": right_pages / max(pages, 1),
        "items": float(wanted),
    }


def gold_pairs(whole: Corpus) -> set[Pair]:
    """The pairs of the gold's groups of copies, each in the order of names."""
    return {pair for group in whole.gold["copies"] for pair in _pairs(group)}


def called_pairs(whole: Corpus) -> set[Pair]:
    """The pairs that the record has in one group."""
    groups: dict[str, list[str]] = {}
    originals = whole.view.originals()
    for name, id_ in whole.documents.items():
        if id_ in originals:
            groups.setdefault(originals[id_], []).append(name)
    return {pair for group in groups.values() for pair in _pairs(group)}


def _pairs(group: Iterable[str]) -> Iterable[Pair]:
    return combinations(sorted(group), 2)


def _whole_groups(whole: Corpus, ours: set[Pair]) -> Iterable[tuple[Sequence[str], str]]:
    """The gold's groups that are found whole, each with the name of the original the record gives it."""
    originals = whole.view.originals()
    named = {id_: name for name, id_ in whole.documents.items()}
    for group in whole.gold["copies"]:
        if set(_pairs(group)) <= ours:
            yield group, named[originals[whole.documents[group[0]]]]


def _pages(whole: Corpus) -> Iterable[tuple[tuple[str, ...], set[str]]]:
    """Each page of the corpus as the names of its dispatches in order, and which of them the record has as versions."""
    named = {id_: name for name, id_ in whole.documents.items()}
    later = {named[each.document] for each in whole.view.arrivals(("version",)) if each.document in named}
    by_page: dict[str, list[str]] = {}
    for name, row in whole.dispatches.items():
        by_page.setdefault(row["url"], []).append(name)
    for page in by_page.values():
        yield tuple(page), later & set(page)


def main() -> None:
    """Print what went wrong, then the measures."""
    for name in sys.argv[1:] or names():
        whole = corpus(name)
        gold, ours = gold_pairs(whole), called_pairs(whole)
        print(name, "MISSED", sorted(gold - ours), "FALSE", sorted(ours - gold))
        for group, original in _whole_groups(whole, ours):
            if original != group[0]:
                print(name, "FIRST IS", group[0], "NOT", original)
        for page, later in _pages(whole):
            if later != set(page[1:]):
                print(name, "PAGE", page, "VERSIONS", sorted(later))
    print(score_wire_copies())


if __name__ == "__main__":
    main()
