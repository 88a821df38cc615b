"""The rule by which two tellings are of one event, named so that every answer can say by which it was made."""

from __future__ import annotations

from trucewatch.assessment.incidents.kinship import APART, CONSULT, HARM, SPEECH, families, likeness
from trucewatch.assessment.incidents.profile import Profile
from trucewatch.assessment.incidents.vocabulary import Vocabulary
from trucewatch.model.event import Count

RULE = "kind-day-place-sides/3"
"""Raised with every change that may part or join reports otherwise than before."""

ENOUGH = 7.0
_DAY, _SPAN, _NEWS = 4.0, 2.0, 3.0
_FRESH = 4  # days: how long something is news
SOON = 14  # days: how far ahead plans are told
_RARITY = 1.0
_PLACE, _SIDES, _WORDS, _TOLL = 1.5, 1.0, 8.0, 3.5
_SAME = 0.75  # of the words
_TEXTS = 4.5
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
        if one.kind == other.kind:
            kind += _RARITY * self._vocabulary.rarity(one.kind)
        shared = self._vocabulary.sentences(one, other)
        parts = [_days(one, other), _place(one, other), _sides(one, other), _toll(one, other)]
        if None in parts:
            return None
        texts = self._vocabulary.documents(one, other) if one.document != other.document else 0.0
        return kind + sum(part for part in parts if part is not None) + _WORDS * shared + _TEXTS * texts


def _days(one: Profile, other: Profile) -> float | None:
    if one.planned != other.planned and one.document == other.document:
        return None  # what a text holds out is not what it tells to have been
    if one.document == other.document and families(one.kind) & families(other.kind) & APART:
        return None
    if one.sure and other.sure:
        return _stated(one, other)
    for plan, event in ((one, other), (other, one)):
        if plan.planned and not plan.sure and event.sure:
            return _held_out(plan, event)
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


def _held_out(plan: Profile, event: Profile) -> float | None:
    """A plan without a day is of what comes soon after it was told."""
    day = event.first or event.last
    if plan.told is None or day is None:
        return 0.0
    ahead = (day - plan.told).days
    if ahead < 0:
        return None
    return _NEWS * (1 - ahead / (SOON + 1)) if 0 < ahead <= SOON else 0.0


def _stated(one: Profile, other: Profile) -> float | None:
    starts = [each.first for each in (one, other) if each.first is not None]
    ends = [each.last for each in (one, other) if each.last is not None]
    if starts and ends and max(starts) > min(ends):
        return None
    if one.first is not None and one.first == other.first and _from_a_day(one) and _from_a_day(other):
        return _NEWS if one.carried or other.carried else _DAY
    if one.last is not None and one.last == other.last and None in (one.first, other.first):
        return _SPAN  # "by Thursday" and "on Thursday"
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
        if (one.sides - one.doers) & (other.sides - other.doers):
            return _SIDES / 2  # of the same victims: by other names for those who did it
        if families(one.kind) & APART:
            return -_SIDES  # whose work it is, reports tell loosely: "the agency", "Arden", "both"
        return None if not (HARM & {one.kind, other.kind}) else 0.0
    if one.sides & other.sides:
        return _SIDES
    return -2 * _SIDES if families(one.kind) & SPEECH else 0.0


def _toll(one: Profile, other: Profile) -> float | None:
    told = [
        (a, b) for a, b in ((one.killed, other.killed), (one.wounded, other.wounded)) if a is not None and b is not None
    ]
    return _TOLL if any(_same(a, b) for a, b in told) else 0.0


def _same(one: Count, other: Count) -> bool:
    return one == other and one.low > 0
