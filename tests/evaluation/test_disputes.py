"""Links against the gold: one answers for one pair, and lies where the gold's words lie."""

from __future__ import annotations

from evaluation.disputes import End, matched
from trucewatch.model.text import Span


def end(document: str, *spans: tuple[int, int]) -> End:
    """One end of a pair in one document."""
    return ((document, tuple(Span(*span) for span in spans)),)


def test_a_link_is_right_when_both_ends_share_a_character_with_the_gold() -> None:
    pair = (end("a", (10, 20)), end("b", (5, 9)))
    assert matched([(end("a", (19, 30)), end("b", (0, 6)))], [pair]) == 1
    assert matched([(end("a", (20, 30)), end("b", (0, 6)))], [pair]) == 0
    assert matched([(end("c", (19, 30)), end("b", (0, 6)))], [pair]) == 0
    assert matched([(end("b", (0, 6)), end("a", (19, 30)))], [pair]) == 0


def test_two_links_of_one_pair_count_once() -> None:
    pair = (end("a", (10, 20)), end("b", (5, 9)))
    link = (end("a", (10, 20)), end("b", (5, 9)))
    assert matched([link, link], [pair]) == 1


def test_links_and_pairs_are_laid_so_that_most_are_met() -> None:
    wide, narrow = (end("a", (0, 40)), end("b", (0, 9))), (end("a", (0, 10)), end("b", (0, 9)))
    first, second = (end("a", (0, 10)), end("b", (0, 9))), (end("a", (20, 40)), end("b", (0, 9)))
    assert matched([wide, narrow], [first, second]) == 2


def test_a_pair_across_dispatches_is_met_by_any_copy() -> None:
    pair = ((*end("a", (0, 9)), *end("copy", (4, 13))), end("b", (0, 9)))
    assert matched([(end("copy", (4, 6)), end("b", (0, 9)))], [pair]) == 1
