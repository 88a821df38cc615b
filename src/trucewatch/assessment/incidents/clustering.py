"""Reports grouped into incidents: the pairs most alike first, and never two that cannot be one.

The outcome does not depend on the order of the reports: pairs are taken by score and, where scores are even, by key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from itertools import combinations

from trucewatch.assessment.incidents.kinship import families
from trucewatch.assessment.incidents.profile import Profile
from trucewatch.assessment.incidents.rule import ENOUGH, SOON, Rule
from trucewatch.assessment.incidents.vocabulary import Vocabulary
from trucewatch.model.judgement import Action, Decision

_STRETCH = 4  # days
_MARGIN = timedelta(days=2)
_LONG = 18  # days: what spans more is compared by its ends


def grouped(profiles: Sequence[Profile], decisions: Iterable[Decision] = ()) -> list[list[str]]:
    """The keys of the events of each incident, each list and the lists in order of key.

    Wire copies and earlier versions of a page go where the events of the first telling and of the last version go. Of
    the others groups grow from the pair most alike on, as long as the mean over all pairs of two groups, with the best
    of them counted besides, stays high enough: one telling that is like both of two incidents does not make them one.
    What reviewers merged stays together and what they split stays apart, whatever the rule says; of two decisions on a
    pair the later holds.
    """
    known = {each.key: each for each in profiles}
    together, apart = _decided(decisions, known)
    groups = _Groups(known, apart)
    for one, other in together:
        groups.join(one, other)
    rule = Rule(Vocabulary(profiles))
    twins = dict(_twins(profiles, rule))
    for one, other in _pairs([each for each in profiles if each.key not in twins]):
        groups.weigh(one, other, rule.score(known[one], known[other]))
    groups.grow()
    for key in sorted(twins):
        if not any(key in pair for pair in apart):
            groups.join(key, twins[key])
    return sorted(sorted(each) for each in groups.members.values())


class _Groups:
    """Groups by the first of their keys, and what speaks for joining any two: the sum over the pairs between them."""

    def __init__(self, known: Iterable[str], apart: set[tuple[str, str]]) -> None:
        self._of = {key: key for key in known}
        self.members: dict[str, set[str]] = {key: {key} for key in self._of}
        self._worth: dict[str, dict[str, float]] = defaultdict(dict)
        self._apart = apart

    def weigh(self, one: str, other: str, worth: float) -> None:
        """Add what speaks for a pair of events being one."""
        one, other = self._of[one], self._of[other]
        if one != other:
            self._worth[one][other] = self._worth[other][one] = self._worth[one].get(other, 0.0) + worth

    def join(self, one: str, other: str) -> str:
        """Make one group of two; its name."""
        into, from_ = sorted((self._of[one], self._of[other]))
        if into == from_:
            return into
        for key in self.members[from_]:
            self._of[key] = into
        self.members[into] |= self.members.pop(from_)
        for third, worth in self._worth.pop(from_, {}).items():
            del self._worth[third][from_]
            if third != into:
                self._worth[into][third] = self._worth[third][into] = self._worth[into].get(third, 0.0) + worth
        return into

    def grow(self) -> None:
        """Join groups, the most alike first, while any two are alike enough."""
        heap = [each for one in self._worth for each in self._alike(one) if each[1] < each[2]]
        heapify(heap)
        while heap:
            mean, one, other = heappop(heap)
            if other not in self._worth.get(one, ()) or self._mean(one, other) != -mean:
                continue  # either has grown since
            if self._barred(one, other):
                continue
            grown = self.join(one, other)
            for each in self._alike(grown):
                heappush(heap, each)

    def _alike(self, one: str) -> Iterator[tuple[float, str, str]]:
        for other in self._worth.get(one, ()):
            mean = self._mean(one, other)
            if mean >= ENOUGH:
                yield -mean, min(one, other), max(one, other)

    def _mean(self, one: str, other: str) -> float:
        return round(self._worth[one][other] / (len(self.members[one]) * len(self.members[other])), 6)

    def _barred(self, one: str, other: str) -> bool:
        if not self._apart:
            return False
        return any((min(a, b), max(a, b)) in self._apart for a in self.members[one] for b in self.members[other])


def _decided(decisions: Iterable[Decision], known: Iterable[str]) -> tuple[list[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs that reviewers put together, and pairs they put apart; of two decisions on a pair the later holds."""
    held, present = {}, set(known)
    for decision in sorted(decisions, key=lambda each: (each.at, each.id)):
        if decision.action not in (Action.MERGE, Action.SPLIT) or decision.undone is not None:
            continue
        groups = decision.values.get("groups") or [[key] for key in decision.targets]
        places = {key: n for n, group in enumerate(groups) for key in group if key in present}
        for one, other in combinations(sorted(places), 2):
            # What a split names together was one incident to the reviewer: it stays apart from the others only.
            if decision.action is Action.MERGE or places[one] != places[other]:
                held[one, other] = decision.action
    together = [pair for pair, action in held.items() if action is Action.MERGE]
    return together, {pair for pair, action in held.items() if action is Action.SPLIT}


def _twins(profiles: Sequence[Profile], rule: Rule) -> Iterator[tuple[str, str]]:
    """For events of wire copies and earlier versions, the event told in the same words by the text that counts."""
    newest: dict[str, tuple[date, str]] = {}
    texts: dict[str, list[Profile]] = defaultdict(list)
    for each in profiles:
        texts[each.document].append(each)
        if each.page is not None:
            newest[each.page] = max(newest.get(each.page, (date.min, "")), (each.told or date.min, each.document))
    for each in profiles:
        counts = each.original if each.page is None else newest[each.page][1]
        counts = each.original if counts == each.document else counts
        if counts != each.document:
            twin = next((other.key for other in texts[counts] if rule.twins(each, other)), None)
            if twin is not None:
                yield each.key, twin


def _pairs(profiles: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing, once each: of one family, with a day in common."""
    cells: dict[tuple[str, int], list[str]] = defaultdict(list)
    for each in profiles:
        for family in families(each.kind):
            for bucket in _buckets(each):
                cells[family, bucket].append(each.key)
    seen: set[tuple[str, str]] = set()
    for keys in cells.values():
        keys.sort()
        for n, one in enumerate(keys):
            for other in keys[n + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _buckets(profile: Profile) -> Iterator[int]:
    """Stretches of days the event may lie on, or be news on; 0 where none is known.

    Long spans stand on the days of their ends, plans also on the days after they were told.
    """
    first, last = profile.first or profile.last, profile.last or profile.first
    if first is None or last is None:
        yield 0
        return
    if profile.planned and not profile.sure:
        last += timedelta(days=SOON)
    ends = [(first, last)] if last - first <= timedelta(days=_LONG) else [(first, first), (last, last)]
    for start, end in ends:
        low, high = (start - _MARGIN).toordinal(), (end + _MARGIN).toordinal()
        yield from range(low // _STRETCH, high // _STRETCH + 1)
