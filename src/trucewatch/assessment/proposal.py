"""The status proposed for an obligation, by named rules, with the step of the PAM scale beside it.

The rules are tried in the order of :data:`RULES`; the first that applies proposes. PAM's steps (Peace Accords Matrix)
are 0 not initiated, 1 minimal, 2 intermediate, 3 full; where accounts differ both ends of the range are given, and
nothing where nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trucewatch.assessment import anchors
from trucewatch.assessment.accounts import Account
from trucewatch.assessment.bearing import Bearing, Says, edtf
from trucewatch.assessment.case import Case, Proposal, Status
from trucewatch.assessment.derived import Standing
from trucewatch.model.instrument import Outcome
from trucewatch.model.time import PartialDate

_TWO_SIDES = 2
_STEPS = {
    Says.OWED: (0, 0),
    Says.NOT_DONE: (0, 0),
    Says.REFUSED: (0, 0),
    Says.BEGUN: (1, 1),
    Says.UNDER_WAY: (2, 2),
    Says.KEPT: (3, 3),
    Says.DONE: (3, 3),
    Says.BREACHED: (0, 2),  # a breach shows that it is not carried out in full, and no more
}


def _outcome(case: Case) -> Proposal | None:
    outcome = case.outcome
    if outcome is None or outcome.state == "unknown":
        return None
    if outcome.state in anchors.FULFILLED:
        after = _days_late(case, outcome)
        why = f"Done {after}. {outcome.words}" if after else outcome.words
        status = Status.LATE if outcome.state == "late" else Status.DONE
        return Proposal(status, "outcome in the dossier", why, (3, 3))
    partial = Status.LATE if case.over else Status.UNDER_WAY
    status, pam = {
        "missed": (Status.LATE, (0, 2)),
        "partial": (partial, (1, 2)),
        "disputed": (Status.DISPUTED, (0, 3)),
        "overtaken": (Status.EXPIRED, None),
    }[outcome.state]
    return Proposal(status, "outcome in the dossier", outcome.words, pam)


def _days_late(case: Case, outcome: Outcome) -> str | None:
    last, when = case.profile.derived.last, PartialDate(outcome.date or "..").latest if outcome.date else None
    if last is None or when is None or when <= last:
        return None
    late = (when - last).days
    return f"{late} day{'' if late == 1 else 's'} after its day"


def _binds_nobody(case: Case) -> Proposal | None:
    if case.profile.obligation.obligors:
        return None
    return Proposal(Status.UNKNOWN, "binds nobody", "The dossier names nobody who is bound.")


def _ended(case: Case) -> Proposal | None:
    if case.profile.derived.standing is not Standing.ENDED:
        return None
    steps = _range([each for each in case.accounts if each.says not in (Says.OWED, Says.REFUSED)])
    return Proposal(Status.EXPIRED, "term over", "Its term or its last day is over.", steps)


def _breach(case: Case) -> Proposal | None:
    told, kept = case.saying(Says.BREACHED), case.saying(Says.KEPT, Says.DONE, Says.UNDER_WAY)
    if not told:
        return None
    steps = _range([*told, *kept])
    firm = [each for each in told if case.neutral(each)]
    weighty = [each for each in kept if case.neutral(each)]  # a third side's word stands against the accused's own
    denied = [each for each in told if _denied(each, kept)]
    if any(not _denied(each, weighty) for each in firm):
        more = ", and others deny it" if denied else ", and nobody denies it"
        return Proposal(
            Status.BREACHED, "breach told by a third side", f"{_names(firm)}: a breach{more}.", _range(told)
        )
    if denied:
        return Proposal(Status.DISPUTED, "breach told and denied", _who(told, "a breach", kept, "none"), steps)
    why = f"Only {_names(told)} says so, a side of the matter; no other account is known."
    return Proposal(Status.DISPUTED, "breach told by one side", why, steps)


def _denied(told: Account, kept: Sequence[Account]) -> bool:
    """Whether another account says of that time that the sides meant keep it."""
    about = [each for each in kept if not (told.doers and each.doers) or set(told.doers) & set(each.doers)]
    return any(_of_one_time(told.latest, each.latest) for each in about)


def _of_one_time(told: Bearing, kept: Bearing) -> bool:
    """Whether both speak of the same days; where one names none, whether the second was not said before the first."""
    one, other = edtf(told.day), edtf(kept.day)
    return kept.known >= told.known if one is None or other is None else one.agrees(other)


def _refused(case: Case) -> Proposal | None:
    told = case.saying(Says.REFUSED)
    if not told:
        return None
    if any(case.owes(each) or case.neutral(each) for each in told):
        return Proposal(Status.REFUSED, "refusal told", f"{_names(told)}: refused.", (0, 0))
    against = case.saying(Says.BEGUN, Says.UNDER_WAY, Says.DONE)
    why = (
        _who(told, "of a refusal", against, "otherwise") if against else f"Only {_names(told)} says that it is refused."
    )
    return Proposal(Status.DISPUTED, "refusal told by one side", why, _range([*told, *against]))


def _differing(case: Case) -> Proposal | None:
    done, none = case.saying(Says.DONE, Says.KEPT), case.saying(Says.NOT_DONE)
    moving = case.saying(Says.BEGUN, Says.UNDER_WAY)
    derived = case.profile.derived
    if none and not done and moving and derived.dues and not case.over:
        return None  # "not yet" and "on the way" agree while there is time
    if not none or not (done or moving):
        return None
    why = _who([*done, *moving], "that it is done or on the way", none, "that it is not")
    return Proposal(Status.DISPUTED, "accounts differ", why, _range([*done, *moving, *none]))


def _read_differently(case: Case) -> Proposal | None:
    """The dossier knows of a dispute over what is owed, and two sides of it speak."""
    words = case.profile.obligation.dispute
    sides = sorted(case.parties.name(each) for each in case.speaking & case.sides)
    if not words or len(sides) < _TWO_SIDES:
        return None
    why = f"{', '.join(sides)} speak of it and read it differently. {words}"
    return Proposal(Status.DISPUTED, "read differently", why, _range(case.accounts) or (0, 3))


def _done(case: Case) -> Proposal | None:
    told = case.saying(Says.DONE)
    if not told:
        return None
    word = "and nobody says otherwise"
    return Proposal(Status.DONE, "told to be done", f"{_names(told)}: done, {word}.", (3, 3))


def _past(case: Case) -> Proposal | None:
    """Past its day and told not to be done, or told after the day to be owed or on the way still."""
    if not case.over:
        return None
    last = case.profile.derived.last or case.as_of
    late = [each for each in case.accounts if each.says is Says.NOT_DONE or each.latest.known > last]
    late = [each for each in late if each.says in (Says.NOT_DONE, Says.OWED, Says.BEGUN, Says.UNDER_WAY)]
    if not late:
        return None
    return Proposal(Status.LATE, "past its day, not done", f"{_names(late)}: {_said(late)}.", _range(late))


def _on_the_way(case: Case) -> Proposal | None:
    if case.over:
        return None
    for says, status in ((Says.UNDER_WAY, Status.UNDER_WAY), (Says.BEGUN, Status.BEGUN)):
        told = case.saying(says)
        if told:
            return Proposal(status, "told to be on the way", f"{_names(told)}: {_said(told)}.", _range(told))
    kept = case.saying(Says.KEPT)
    return Proposal(Status.OWED, "told to be kept", f"{_names(kept)}: kept so far.", (3, 3)) if kept else None


def _silent(case: Case) -> Proposal:
    derived = case.profile.derived
    if case.over:
        return Proposal(
            Status.UNKNOWN, "past its day, nothing known", "Its day is over; nothing is known of what became of it."
        )
    told = case.saying(Says.NOT_DONE, Says.OWED)
    if told:
        return Proposal(Status.OWED, "told to be owed", f"{_names(told)}: {_said(told)}.", (0, 0))
    if derived.standing is Standing.RUNNING:
        return Proposal(Status.OWED, "in force, nothing told", "It is in force; nothing is told of its keeping.")
    return Proposal(Status.OWED, "nothing told", "Nothing is told of it.")


RULES: tuple[Callable[[Case], Proposal | None], ...] = (
    _binds_nobody, _outcome, _ended, _breach, _refused, _differing, _read_differently, _done, _past, _on_the_way,
    _silent,
)  # fmt: skip
"""In the order in which they are tried; the last always proposes."""


def propose(case: Case) -> Proposal:
    """The status that the first rule to apply proposes."""
    return next(found for rule in RULES if (found := rule(case)) is not None)


def _range(told: Sequence[Account]) -> tuple[int, int] | None:
    steps = [_STEPS[each.says] for each in told]
    return (min(low for low, _ in steps), max(high for _, high in steps)) if steps else None


def _names(told: Sequence[Account]) -> str:
    return ", ".join(dict.fromkeys(each.name for each in told))


def _said(told: Sequence[Account]) -> str:
    return ", ".join(dict.fromkeys(str(each.says).replace("-", " ") for each in told))


def _who(one: Sequence[Account], what: str, other: Sequence[Account], else_: str) -> str:
    return f"{_names(one)}: {what}; {_names(other)}: {else_}."
