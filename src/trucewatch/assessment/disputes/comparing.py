"""Comparing a claim with an answer: whether one can answer the other, and how well they fit, in points."""

from __future__ import annotations

from trucewatch.assessment.disputes.days import Stretch
from trucewatch.assessment.disputes.denying import Manner
from trucewatch.assessment.disputes.sayings import Saying
from trucewatch.assessment.disputes.words import STANDING, shared

ENOUGH = 3.0
"""Points from which on an answer counts as one."""
STANDING_DAYS = 45
"""Days either way within which a claim of what holds or goes on is answered."""
HAPPENING_DAYS = 10
"""The same for a claim of what happened."""
_LEAST = 2.0  # points by what the two speak of
_FRESH = 2  # days before its printing that a claim without a day tells of
_ANSWERED = 3  # the same of an answer
_ONE = 7  # days at most that tell of one happening


def points(claim: Saying, answer: Saying) -> float:
    """How well an answer fits a claim of another document; 0 where it cannot be one."""
    if answer.side is None or not may(claim, answer) or not _in_time(claim, answer):
        return 0.0
    if answer.manner in (Manner.NEGATIVE, Manner.CONTRARY) and not _acts(claim) & _acts(answer):
        return 0.0
    if answer.manner in (Manner.GENERIC, Manner.POINTING) and not (claim.accusing or answer.addressed):
        return 0.0
    common = shared(claim.classes, answer.classes)
    concerned = answer.side in claim.concerns or (claim.side is not None and claim.side in answer.addressed)
    if answer.manner is Manner.CONTRARY and not concerned:
        return 0.0
    strict = claim.side is None or (_standing(claim, answer) and not concerned)
    if common < (ENOUGH if strict else _LEAST):
        return 0.0
    return common + bonus(claim, answer)


def same(claim: Saying, anchor: Saying, answer: Saying) -> float:
    """How surely a claim is another telling of the one that is answered; 0 where it cannot be."""
    if claim.side != anchor.side or not may(claim, answer) or not _in_time(claim, answer):
        return 0.0
    common = shared(claim.classes, anchor.classes)
    if (
        common < (ENOUGH if _standing(claim, anchor) else _LEAST)
        or _apart(claim, anchor)
        or abs(claim.said - anchor.said) > STANDING_DAYS
    ):
        return 0.0
    if not claim.classes & answer.classes and abs(claim.said - anchor.said) > 1:
        return 0.0
    if not _standing(claim, anchor) and not _when(claim).meets(_when(anchor), 1):
        return 0.0
    return common + 1.0 + (1.0 if _where(claim) & _where(anchor) else 0.0) - (1.0 if claim.harm_first else 0.0)


def may(claim: Saying, answer: Saying) -> bool:
    """Whether the sides, the sense, the days and the places allow that one answers the other."""
    if claim.side == answer.side if claim.side is not None else claim.speaker == answer.speaker:
        return False
    if answer.addressed and claim.side is not None and claim.side not in answer.addressed:
        return False
    return (
        _contrary(claim, answer)
        and not _both_own(claim, answer)
        and not _other_day(claim, answer)
        and not _apart(claim, answer)
    )


def _contrary(claim: Saying, answer: Saying) -> bool:
    """Whether the one says yes where the other says no; a denial of what is said to be missing answers only that."""
    if answer.manner is Manner.POINTING:
        return True
    if answer.manner is Manner.CONTRARY or (answer.manner is Manner.EXPLICIT and answer.negated):
        return claim.negated
    return answer.manner is not Manner.NEGATIVE or not claim.negated


def _both_own(claim: Saying, answer: Saying) -> bool:
    """Whether each speaks of other doings: both of their own, or the answer of its own where the claim is of others'.

    What one takes another loses. An authority or a group may be meant by the name of those it fights beside.
    """
    if answer.manner in (Manner.GENERIC, Manner.POINTING) or "act:capture" in claim.classes & answer.classes:
        return False
    if claim.side is not None and claim.doers[:1] == (claim.side,) and answer.doers[:1] in ((), (answer.side,)):
        return True
    if answer.side is None or not claim.doers or answer.doers[:1] != (answer.side,):
        return False
    meant = answer.voices is not None and answer.voices.parties.warring(answer.side)
    return not meant and answer.side not in claim.concerns


def _other_day(claim: Saying, answer: Saying) -> bool:
    day = told(claim)
    return day is not None and answer.days is not None and not answer.days.meets(day, 1)


def bonus(claim: Saying, answer: Saying) -> float:
    """Points for what is not the matter itself: who is accused, who is answered, the place, the day."""
    points = 0.0
    if answer.side is not None and answer.side in claim.concerns:
        points += 1.0
    if claim.side is not None and claim.side in answer.addressed:
        points += 1.0
    if _where(claim) & _where(answer):
        points += 1.0
    if claim.days is not None and answer.days is not None and claim.days.meets(answer.days):
        points += 0.5
    return points - (1.0 if claim.harm_first else 0.0)


def _where(each: Saying) -> frozenset[str]:
    return each.places or each.scene


def _apart(one: Saying, other: Saying) -> bool:
    """Whether the two are of different places, one of them by its own words."""
    if one.voices is None or not (one.places or other.places):
        return False
    return one.voices.apart(_where(one), _where(other))


def _acts(each: Saying) -> frozenset[str]:
    return frozenset(of for of in each.classes if of.startswith("act:"))


def _standing(claim: Saying, answer: Saying) -> bool:
    return any(each.removeprefix("act:") in STANDING for each in claim.classes & answer.classes)


def told(each: Saying) -> Stretch | None:
    """The days that a saying names itself, else those that the paragraph before it names."""
    return each.days or each.told


def _when(each: Saying) -> Stretch:
    """The days a saying tells of; those just before it was said, where it names none."""
    return told(each) or Stretch(each.said - (_FRESH if each.claim else _ANSWERED), each.said)


def _in_time(claim: Saying, answer: Saying) -> bool:
    """Whether the answer can be one by its time.

    What holds or goes on is claimed and answered for weeks, in either order. What happened is answered soon after it;
    an answer printed before the claim must be of the same place, or the same named day.
    """
    if _standing(claim, answer):
        return abs(claim.said - answer.said) <= STANDING_DAYS
    if abs(answer.said - claim.said) > HAPPENING_DAYS:
        return False
    if claim.days is not None and claim.days.low > answer.said:
        return False
    if any(_when(each).high - _when(each).low > _ONE for each in (claim, answer)):
        return False  # a month's sum is of no one happening
    loose = any(each.days is None and each.told is not None for each in (claim, answer))
    if not _when(claim).meets(_when(answer), 1 if loose else 0):
        return False
    if answer.said >= claim.said:
        return True
    named = claim.days is not None and answer.days is not None
    return named or bool(_where(claim) & _where(answer))
