"""Linking denials to the claims they answer, under one named rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.assessment.disputes import comparing
from trucewatch.assessment.disputes.denying import Manner, done
from trucewatch.assessment.disputes.sayings import Saying
from trucewatch.assessment.disputes.words import STANDING, shared

RULE = "claim-denial/1"
_LEAST_HERE = 1.0  # the same within one document
_BUCKET = 8  # days
_BACKWARD = frozenset({Manner.GENERIC, Manner.POINTING})  # what they deny was told before
_STANDING = frozenset(f"act:{name}" for name in STANDING)
_MOST = 48  # claims that one denial answers


@dataclass(frozen=True, slots=True)
class Link:
    """A claim and an answer to it, by their keys, with the points that the rule gave."""

    claim: str
    answer: str
    points: float
    rule: str = RULE


def linked(told: Mapping[str, Sequence[Saying]], copies: Mapping[str, str]) -> tuple[Link, ...]:
    """The links among the sayings of documents, in order of their keys.

    Within a document all are matched. Across documents only first tellings are: a wire copy, or a later version of a
    page, repeats what was told, and is matched within itself.
    """
    first = first_tellings(told, copies)
    claims = _Index(each for id_ in first for each in told[id_] if each.claim)
    found: dict[tuple[str, str], Link] = {}
    for id_ in sorted(told):
        for answer, anchor, points in _answers(told[id_]):
            if anchor is not None:
                found[anchor.key, answer.key] = Link(anchor.key, answer.key, points)
            if id_ not in first:
                continue
            for link in _across(answer, anchor, claims):
                found.setdefault((link.claim, link.answer), link)
    return tuple(found[each] for each in sorted(found))


def first_tellings(told: Mapping[str, Sequence[Saying]], copies: Mapping[str, str]) -> frozenset[str]:
    """The documents that are neither wire copies nor later versions of a page."""
    pages: dict[str, tuple[str, str]] = {}
    rows = {id_: each[0].document for id_, each in told.items() if each}
    for id_, row in rows.items():
        if row.url is not None:
            day = row.published.isoformat() if row.published else "9999"
            pages[row.url] = min(pages.get(row.url, (day, id_)), (day, id_))
    return frozenset(
        id_
        for id_, row in rows.items()
        if copies.get(id_, id_) == id_ and (row.url is None or pages[row.url][1] == id_)
    )


# -- within a document -----------------------------------------------------------------------------------------------


def _answers(document: Sequence[Saying]) -> Iterator[tuple[Saying, Saying | None, float]]:
    """The answers of a document, each with the claim in it that it answers, if any.

    What follows a denial in the same mouth carries it on: it takes over what is denied, and its claim. What only
    reports that a charge was rejected is no answer of its own where the speaker goes on in words of his own.
    """
    found: list[_Answer] = []
    host: _Answer | None = None
    for n, each in enumerate(document):
        carried = host is not None and _carries_on(
            each, host.saying, host.negated, document[n - 1].key == host.saying.key
        )
        if carried and host is not None:
            host.carried = True
            given = _taking_over(each, host.saying)
            if each.manner not in _BACKWARD:
                given = replace(given, manner=Manner.EXPLICIT, negated=host.negated)
            own = _here(given, document)
            if host.anchor is not None and (own is None or own[1] <= host.points):
                own = (host.anchor, host.points)
            found.append(_Answer(given, *(own or (None, 0.0))))
        elif each.manner is not Manner.NONE:
            given = _with_matter(each, document, n)
            made = _Answer(given, *(_here(given, document) or (None, 0.0)))
            found.append(made)
            if each.manner in (Manner.EXPLICIT, *_BACKWARD) or made.anchor is not None:
                host = made
        elif host is not None and each.side is not None and each.side != host.saying.side:
            host = None
    for made in found:
        if not (made.carried and made.saying.bare and made.saying.manner is Manner.EXPLICIT):
            yield made.whole(), made.anchor, made.points


@dataclass(slots=True)
class _Answer:
    """An answer with the claim of its document that it answers; ``carried`` where the speaker goes on with it."""

    saying: Saying
    anchor: Saying | None
    points: float
    carried: bool = False

    @property
    def negated(self) -> bool:
        """Whether what is denied says that something is not so."""
        if self.saying.manner is Manner.EXPLICIT:
            return self.saying.negated
        return self.anchor is not None and self.anchor.negated

    def whole(self) -> Saying:
        """The saying with the day and place of what it answers, and its matter where it names none itself."""
        if self.anchor is None:
            return replace(self.saying, classes=self.saying.classes | self.saying.before)
        if self.saying.manner in _BACKWARD:
            return _taking_over(replace(self.saying, told=None), self.anchor)
        told = comparing.told(self.anchor) or self.saying.told
        return replace(self.saying, told=told, places=self.saying.places or self.anchor.places)


def _carries_on(each: Saying, host: Saying, negated: bool, next_: bool) -> bool:
    """Whether a saying goes on with a denial before it: calls it false again, or says the contrary of it.

    ``negated`` tells whether what is denied says that something is not so, ``next_`` whether it comes right after.
    """
    if each.side != host.side or each.side is None or not 0 <= each.paragraph - host.paragraph <= 1:
        return False
    if each.manner in _BACKWARD:
        return True
    if each.manner is Manner.EXPLICIT:
        return False
    if negated:
        return not each.negated and done(each.words) and shared(each.classes, host.classes) >= 1
    if not each.negated:
        return False
    if each.manner is Manner.NEGATIVE and each.paragraph == host.paragraph and next_:
        return True
    if each.manner is Manner.NONE and each.paragraph != host.paragraph:
        return False
    return host.manner in _BACKWARD or shared(each.classes, host.classes) >= 1


def _taking_over(each: Saying, other: Saying) -> Saying:
    """A saying with the matter of another beside its own; the place and day of that other where it has none."""
    places = each.places or other.places
    return replace(
        each,
        classes=each.classes | other.classes,
        places=places,
        scene=each.scene or other.scene,
        days=each.days or other.days,
        told=each.told or other.told,
        addressed=each.addressed or (other.addressed if other.manner is not Manner.NONE else frozenset()),
    )


def _with_matter(each: Saying, document: Sequence[Saying], at: int) -> Saying:
    """A denial with what the speaker goes on to say of it, where it names no matter itself."""
    if each.manner not in _BACKWARD:
        return each
    for after in document[at + 1 : at + 3]:
        if after.side == each.side and after.manner is Manner.NEGATIVE and after.paragraph == each.paragraph:
            return _taking_over(each, after)
    return each


def _here(answer: Saying, document: Sequence[Saying]) -> tuple[Saying, float] | None:
    """The claim of the same document that the answer fits best."""
    best: tuple[float, int, Saying] | None = None
    before = [each for each in document if each.claim and each.span.end <= answer.span.start and each.key != answer.key]
    last = before[-1] if before else None
    for each in document:
        if not each.claim or each.key == answer.key or not comparing.may(each, answer):
            continue
        points = _points_here(each, answer, each is last)
        if points >= comparing.ENOUGH and (best is None or points > best[0]):
            best = (points, each.span.start, each)
    return None if best is None else (best[2], best[0])


def _points_here(claim: Saying, answer: Saying, last: bool) -> float:
    """How well an answer fits a claim of its document; ``last`` marks the one told just before it."""
    common = shared(claim.classes, answer.classes)
    apart = abs(claim.paragraph - answer.paragraph)
    accused = answer.side is not None and answer.side in claim.concerns
    if answer.manner in _BACKWARD:
        near = 1 if answer.manner is Manner.POINTING else 0
        later = claim.span.start > answer.span.start
        bare = answer.manner is Manner.POINTING or not any(each.startswith("word:") for each in answer.classes)
        if (later and not common) or apart > 2 or not (accused or common or (last and bare and apart <= near)):
            return 0.0
        common += 1.5 + (1.0 if last and apart <= near == 1 else 0.0)
    elif common < _LEAST_HERE:
        return 0.0
    points = common + 1.0 + (0.5 if apart <= 1 else 0.0) + comparing.bonus(claim, answer)
    return points + 0.5 * claim.accusing - 0.1 * apart


# -- across documents ------------------------------------------------------------------------------------------------


class _Index:
    """Claims by the strong classes they speak of and the time they were made, so that few are looked at."""

    def __init__(self, claims: Iterable[Saying]) -> None:
        self._found: dict[tuple[str, int], list[Saying]] = defaultdict(list)
        for each in claims:
            for of in each.classes:
                self._found[of, each.said // _BUCKET].append(each)

    def near(self, answer: Saying) -> list[Saying]:
        """Claims that share something with the answer, printed within the days it can answer."""
        found: dict[str, Saying] = {}
        for of in answer.classes:
            if of.startswith("thing:"):
                continue  # too many; what shares an act or a rarer word is found by it
            reach = comparing.STANDING_DAYS if of in _STANDING else comparing.HAPPENING_DAYS
            for bucket in range((answer.said - reach) // _BUCKET, (answer.said + reach) // _BUCKET + 1):
                for each in self._found.get((of, bucket), ()):
                    found[each.key] = each
        return list(found.values())


def _across(answer: Saying, anchor: Saying | None, claims: _Index) -> Iterator[Link]:
    """Links to other documents: in each to the claim that fits best, by itself or as another telling of the anchor."""
    best: dict[str, tuple[float, Saying]] = {}
    near = [each for each in claims.near(answer) if each.document.id != answer.document.id]
    for each in near:
        _better(best, each, comparing.points(each, answer))
    if anchor is None and best:
        anchor = max(best.values(), key=lambda found: (found[0], found[1].key))[1]
    if anchor is not None:
        for each in claims.near(anchor):
            if each.document.id not in (answer.document.id, anchor.document.id):
                _better(best, each, comparing.same(each, anchor, answer))
    chosen = sorted(best.values(), key=lambda found: (-found[0], abs(found[1].said - answer.said), found[1].key))
    for points, each in chosen[:_MOST]:
        yield Link(each.key, answer.key, round(points, 2))


def _better(best: dict[str, tuple[float, Saying]], each: Saying, points: float) -> None:
    if points < comparing.ENOUGH:
        return
    held = best.get(each.document.id)
    if held is None or (-points, each.span.start, each.key) < (-held[0], held[1].span.start, held[1].key):
        best[each.document.id] = (points, each)
