"""Coordinated dates: which belong together, and the years that spread leftwards over them.

In "the November 9, 2020, the January 11 and November 26, 2021 statements" the year 2021 governs January 11 too, while
the first date keeps its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.reading.times.forms import Calendar, Found
from trucewatch.reading.times.lexicon import INSTRUMENT_NOUNS
from trucewatch.reading.times.tokens import Tokens

_JOINTS = frozenset({",", "and", "or", "&", "the", "as", "well", "both", "on"})
_WIDEST = 5


def groups(t: Tokens, found: Sequence[Found]) -> list[list[Found]]:
    """The expressions in runs that only commas, conjunctions and instruments' nouns part."""
    runs: list[list[Found]] = []
    for each in found:
        if runs and isinstance(each.form, Calendar) and _joined(t, runs[-1][-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _joined(t: Tokens, left: Found, right: Found) -> bool:
    if not isinstance(left.form, Calendar) or not 0 < right.first - left.end <= _WIDEST:
        return False
    between = t.low[left.end : right.first]
    return all(word in _JOINTS or word.rstrip("s") in INSTRUMENT_NOUNS for word in between)


def spread_years(group: list[Found]) -> list[Found]:
    """The group with each elided year taken from the next date to the right that has one."""
    if len(group) < 2:
        return group
    spread: list[Found] = []
    year: int | None = None
    for each in reversed(group):
        form = each.form
        if isinstance(form, Calendar) and form.month is not None:
            if form.year is not None:
                year = form.year
            elif year is not None:
                each = each._replace(form=replace(form, year=year))
        spread.append(each)
    return spread[::-1]
