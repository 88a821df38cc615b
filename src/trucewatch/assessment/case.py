"""What the rules of a proposal look at, and what they give: the case of one obligation, its status, the proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trucewatch.assessment import anchors
from trucewatch.assessment.accounts import Account
from trucewatch.assessment.bearing import Says
from trucewatch.assessment.derived import Standing
from trucewatch.assessment.parties import Parties
from trucewatch.assessment.profiles import Profile
from trucewatch.model.instrument import Outcome
from trucewatch.model.judgement import ObligationStatus
from trucewatch.model.time import PartialDate

Status = ObligationStatus


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed status with the rule that gave it, the reason in words, and PAM's step as a range, ends included."""

    status: Status
    rule: str
    why: str
    pam: tuple[int, int] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "status": str(self.status),
            "rule": self.rule,
            "why": self.why,
            "pam": None if self.pam is None else list(self.pam),
        }


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the obligation, what is said of it, and its outcome as far as known on the day."""

    profile: Profile
    accounts: Sequence[Account]
    outcome: Outcome | None
    as_of: date
    parties: Parties
    speaking: frozenset[str] = frozenset()  # sides that surely speak of it, whatever they say

    def saying(self, *says: Says) -> list[Account]:
        """The accounts that say one of ``says``."""
        return [each for each in self.accounts if each.says in says]

    @property
    def over(self) -> bool:
        """Whether the last due day by any reading is over."""
        last = self.profile.derived.last
        return last is not None and last < self.as_of and self.profile.derived.standing is Standing.PAST

    def neutral(self, account: Account) -> bool:
        """Whether the account is nobody's who owes or is owed: an outlet's, or a third side's."""
        return account.reported if account.party is None else not self.concerned(account.party)

    def concerned(self, party: str) -> bool:
        """Whether it is one of the sides, or a de facto authority or an armed group, which is never a third side."""
        return party in self.sides or self.parties.warring(party)

    @property
    def sides(self) -> frozenset[str]:
        """The parties to the instrument, and who owes it and is owed it."""
        instrument, obligation = self.profile.instrument, self.profile.obligation
        parties = instrument.parties if instrument is not None else ()
        return frozenset((*obligation.obligors, *obligation.beneficiaries, *parties))

    def owes(self, account: Account) -> bool:
        """Whether the account is that of a side that owes it."""
        return account.party is not None and account.party in self.profile.obligation.obligors


def known_outcome(profile: Profile, as_of: date) -> Outcome | None:
    """The dossier's outcome, as far as it was known on the day.

    A dated one counts from its first day, one of fulfilment from its last; an undated one once the due days are over,
    or from the start where there are none.
    """
    outcome = profile.obligation.outcome
    if outcome is None:
        return None
    if outcome.date is None:
        last = profile.derived.last
        return outcome if last is None or last < as_of else None
    when = PartialDate(outcome.date)
    first = when.latest if outcome.state in anchors.FULFILLED else when.earliest
    return outcome if first is not None and first <= as_of else None
