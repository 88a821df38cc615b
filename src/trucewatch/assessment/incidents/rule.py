"""The rule by which two tellings are of one event, named so that every answer can say by which it was made."""

from __future__ import annotations

from trucewatch.assessment.incidents.kinship import CONSULT, HARM, families, likeness
from trucewatch.assessment.incidents.profile import Profile
from trucewatch.assessment.incidents.vocabulary import Vocabulary
from trucewatch.model.event import Count

RULE = "kind-day-place-sides/2"
"""Raised with every change that may part or join reports otherwise than before."""

ENOUGH = 6.5
BEST = 0.3
"""How much the most alike pair of two groups counts beside the mean over all their pairs."""
_DAY, _SPAN, _NEWS = 5.0, 0.0, 2.5
_FRESH = 4  # days: how long something is news
_PLACE, _SIDES, _WORDS, _TOLL = 0.5, 1.0, 8.0, 3.0
_SAME = 0.75  # of the words
_TEXTS = 3.5
_WIDE = 10  # days: a longer interval hardly names a day


AGAINST = -6.0  # what speaks against: a few wrong readings of a day or place are outvoted, no more


class Rule:
    """The rule over the words of one set of profiles."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def score(self, one: Profile, other: Profile) -> float:
        """How much speaks for two tellings being of one event; at or over ``ENOUGH`` they are taken for one."""
        found = self._score(one, other)
        return AGAINST if found is None else found

    def twins(self, one: Profile, other: Profile) -> bool:
        """Whether two tellings stand in the same words, as in wire copies and versions of a page."""
        return one.kind == other.kind and self._vocabulary.sentences(one, other) >= _SAME

    def _score(self, one: Profile, other: Profile) -> float | None:
        kind = likeness(one.kind, other.kind)
        if kind is None:
            return None
        shared = self._vocabulary.sentences(one, other)
        parts = [_days(one, other), _place(one, other), _sides(one, other), _toll(one, other)]
        if None in parts:
            return None
        texts = self._vocabulary.documents(one, other) if one.document != other.document else 0.0
        return kind + sum(part for part in parts if part is not None) + _WORDS * shared + _TEXTS * texts


def _days(one: Profile, other: Profile) -> float | None:
    if one.sure and other.sure:
        return _stated(one, other)
    days = [each.first if each.sure else each.told for each in (one, other)]
    if days[0] is None or days[1] is None:
        return 0.0
    if not one.sure and not other.sure:
        gap = abs((days[0] - days[1]).days)
    elif one.sure:
        gap = (days[1] - days[0]).days
    else:
        gap = (days[0] - days[1]).days
    if gap < 0 or gap > _FRESH:
        return None if gap < -1 else 0.0  # news tells of what was, seldom of what was long ago
    return _NEWS * (1 - gap / (_FRESH + 1))


def _stated(one: Profile, other: Profile) -> float | None:
    starts = [each.first for each in (one, other) if each.first is not None]
    ends = [each.last for each in (one, other) if each.last is not None]
    if starts and ends and max(starts) > min(ends):
        return None
    if one.first is not None and one.first == other.first and _from_a_day(one) and _from_a_day(other):
        return _DAY
    spans = ((each.last - each.first).days if each.first and each.last else _WIDE + 1 for each in (one, other))
    return 0.0 if max(spans) > _WIDE else _SPAN


def _from_a_day(each: Profile) -> bool:
    """Whether it is of one day, or goes on from one."""
    return each.last is None or each.last == each.first


def _place(one: Profile, other: Profile) -> float | None:
    if one.spot is None or other.spot is None:
        return 0.0
    if one.spot.id != other.spot.id and (one.spot.names & other.words or other.spot.names & one.words):
        return _PLACE / 2  # each names the other's place: one told of several at once
    if one.spot.apart(other.spot):
        return None if not families(one.kind) & CONSULT else 0.0
    return _PLACE * one.spot.same(other.spot)


def _sides(one: Profile, other: Profile) -> float | None:
    if families(one.kind) & families(other.kind) & CONSULT:  # who meets is what a meeting is
        if not one.sides or not other.sides:
            return 0.0
        inside = one.sides <= other.sides or other.sides <= one.sides
        return _SIDES * len(one.sides & other.sides) if inside else None
    if one.doers and other.doers and not one.doers & other.doers:
        return None if not (HARM & {one.kind, other.kind}) else 0.0
    return _SIDES if one.sides & other.sides else 0.0


def _toll(one: Profile, other: Profile) -> float | None:
    told = [
        (a, b) for a, b in ((one.killed, other.killed), (one.wounded, other.wounded)) if a is not None and b is not None
    ]
    return _TOLL if any(_same(a, b) for a, b in told) else 0.0


def _same(one: Count, other: Count) -> bool:
    return one == other and one.low > 0
