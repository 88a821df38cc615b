"""The board of obligations: who owes what by when, what each side says of it, and where it seems to stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from trucewatch.assessment.accounts import Account, accounts
from trucewatch.assessment.bearing import AGAINST, FOR, Bearing, Says
from trucewatch.assessment.case import Case, Proposal, Status, known_outcome
from trucewatch.assessment.derived import Derived
from trucewatch.assessment.gather import Gatherer, Testimony
from trucewatch.assessment.profiles import Profile, Register
from trucewatch.assessment.proposal import propose
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import GroundError
from trucewatch.model.evidence import Ground
from trucewatch.model.instrument import Obligation, Outcome
from trucewatch.model.judgement import Action, AttachStance, Decision
from trucewatch.model.time import parse_day

_Id = tuple[str | None, str]  # of an obligation: instrument, ``None`` for an undertaking, and key


@dataclass(frozen=True, slots=True)
class OwnStatus:
    """The analyst's own status of an obligation, by a decision of the record."""

    status: Status
    reviewer: str
    at: datetime
    reason: str
    decision: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "status": str(self.status),
            "reviewer": self.reviewer,
            "at": self.at.isoformat(),
            "reason": self.reason,
            "decision": self.decision,
        }


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """One obligation as of a day. It rests on the dossier's provision, and on evidence where documents bear on it.

    ``provision`` and ``title`` are ``None`` for undertakings. ``obligors`` and ``beneficiaries`` are (id, name).
    ``accounts`` are the latest word of each side; ``evidence_for`` and ``evidence_against`` the data that count, oldest
    first; ``others`` those that only mention it or may bear on it. ``outcome`` is the dossier's, as known on the day.

    Raises:
        GroundError: when it has neither ground nor evidence.
    """

    ground: Ground | None
    instrument_name: str | None
    provision: str | None
    title: str | None
    obligation: Obligation
    obligors: tuple[tuple[str, str], ...]
    beneficiaries: tuple[tuple[str, str], ...]
    derived: Derived
    outcome: Outcome | None
    accounts: tuple[Account, ...]
    evidence_for: tuple[Bearing, ...]
    evidence_against: tuple[Bearing, ...]
    others: tuple[Bearing, ...]
    proposal: Proposal
    own: OwnStatus | None = None

    def __post_init__(self) -> None:
        if self.ground is None and not (self.evidence_for or self.evidence_against or self.others):
            raise GroundError(
                f"Obligation {self.obligation.key} rests on nothing: give the dossier's provision or evidence."
            )

    @property
    def status(self) -> Status:
        """The analyst's own status, which wins; else the proposed one."""
        return self.proposal.status if self.own is None else self.own.status

    @property
    def left(self) -> str | None:
        """The days left or overdue in words; "ago" where nothing is owed any more."""
        days = self.derived.left
        settled = self.status in (Status.DONE, Status.EXPIRED) or self.proposal.pam == (3, 3)
        return None if days is None else days.words(settled=settled)

    @property
    def key(self) -> str:
        """Its key in the instrument."""
        return self.obligation.key

    @property
    def instrument(self) -> str | None:
        """The id of its instrument; ``None`` for an undertaking."""
        return self.derived.instrument

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        duty, outcome = self.obligation, self.outcome
        return {
            "instrument": self.instrument,
            "instrument_name": self.instrument_name,
            "provision": self.provision,
            "title": self.title,
            "key": duty.key,
            "kind": duty.kind,
            "action": duty.action,
            "obligors": [{"actor": id_, "name": name} for id_, name in self.obligors],
            "beneficiaries": [{"actor": id_, "name": name} for id_, name in self.beneficiaries],
            "passive": duty.passive,
            "condition": duty.condition,
            "dispute": duty.dispute,
            "certainty": str(duty.certainty),
            "quantities": [{"value": value, "unit": unit, "of": of} for value, unit, of in duty.quantities],
            "due": self.derived.to_dict() | {"words": self.left},
            "outcome": None
            if outcome is None
            else {"state": outcome.state, "date": outcome.date, "words": outcome.words},
            "accounts": [each.to_dict() for each in self.accounts],
            "for": [each.to_dict() for each in self.evidence_for],
            "against": [each.to_dict() for each in self.evidence_against],
            "others": [each.to_dict() for each in self.others],
            "status": str(self.status),
            "proposed": self.proposal.to_dict(),
            "own": None if self.own is None else self.own.to_dict(),
            "ground": None if self.ground is None else self.ground.to_dict(),
        }


def board(
    dossier: Dossier, as_of: date, testimony: Testimony | None = None, decisions: Iterable[Decision] = ()
) -> tuple[ObligationRow, ...]:
    """Every obligation of ``dossier`` that was made by ``as_of``, in the order of the dossier.

    Only rows known by ``as_of`` count: by the day of publication, else the day they came into the record. A dossier
    alone gives the obligations with their dates. Of ``decisions`` those count that are not undone: ``attach`` puts a
    datum to an obligation, off those that matching found, or with the stance ``none`` takes it off one; ``status`` is
    the analyst's own, the latest wins; with a value ``from`` (ISO day) it holds from that day.

    Raises:
        DateError: when a rule of the dossier leads out of the calendar, or a decision's ``from`` is no day.
    """
    register = Register(dossier, as_of)
    standing = sorted((each for each in decisions if each.undone is None), key=lambda each: (each.at, each.id))
    attachments = [each for each in standing if each.action is Action.ATTACH and _of(each, dossier)]
    found = _assigned(Gatherer(register), testimony or Testimony(), attachments)
    own = {_target(each): each for each in standing if _decides(each, dossier, as_of)}
    return tuple(
        _row(register, profile, found.get(profile.id, ()), own.get(profile.id)) for profile in register.profiles
    )


def _assigned(gatherer: Gatherer, testimony: Testimony, attachments: Sequence[Decision]) -> dict[_Id, list[Bearing]]:
    """The bearings of each obligation, what reviewers attached where they put it and nowhere else."""
    # The latest word on each datum and obligation; a datum may be put to several.
    stances = {(datum, _target(each)): _stance(each) for each in attachments for datum in each.targets}
    placed = {datum for (datum, _), stance in stances.items() if stance != AttachStance.NONE}
    found: dict[_Id, list[Bearing]] = {}
    for profile, bearing in gatherer.bearings(testimony):
        if bearing.datum not in placed and (bearing.datum, profile.id) not in stances:
            found.setdefault(profile.id, []).append(bearing)
    rows = {row.key: row for row in (*testimony.commitments, *testimony.events, *testimony.statements)}
    profiles = {each.id: each for each in gatherer.register.profiles}
    for (datum, target), stance in stances.items():
        if stance != AttachStance.NONE and datum in rows and target in profiles:
            found.setdefault(target, []).extend(gatherer.by_hand(rows[datum], profiles[target], stance, testimony))
    return found


def _stance(decision: Decision) -> str:
    return str(decision.values.get("stance", AttachStance.FOR))


def _target(decision: Decision) -> _Id:
    instrument = decision.values.get("instrument")
    return (None if instrument is None else str(instrument)), str(decision.values.get("obligation", ""))


def _of(decision: Decision, dossier: Dossier) -> bool:
    return str(decision.values.get("dossier", dossier.id)) == dossier.id


def _decides(decision: Decision, dossier: Dossier, as_of: date) -> bool:
    """Whether it sets a status of an obligation of ``dossier`` that holds on ``as_of``."""
    since = decision.values.get("from")
    if decision.action is not Action.STATUS or not _of(decision, dossier):
        return False
    if since is not None and parse_day(str(since)) > as_of:
        return False
    return str(decision.values.get("status")) in set(Status)


def _row(register: Register, profile: Profile, bearings: Iterable[Bearing], decision: Decision | None) -> ObligationRow:
    duty, told = profile.obligation, sorted(bearings, key=lambda each: each.order)
    counted = [each for each in told if each.sure]
    voices = accounts(told, register.parties, by_doer=profile.kind.standing and len(duty.obligors) > 1)
    speaking = frozenset(each.party for each in counted if each.party is not None)
    outcome = known_outcome(profile, register.as_of)
    instrument, key = profile.id
    name = register.parties.name
    return ObligationRow(
        ground=Ground(register.dossier.id, instrument, key, duty.action),
        instrument_name=None if profile.instrument is None else profile.instrument.name,
        provision=None if profile.provision is None else profile.provision.number,
        title=None if profile.provision is None else profile.provision.title,
        obligation=duty,
        obligors=tuple((each, name(each)) for each in duty.obligors),
        beneficiaries=tuple((each, name(each)) for each in duty.beneficiaries),
        derived=profile.derived,
        outcome=outcome,
        accounts=voices,
        evidence_for=tuple(each for each in counted if each.says in FOR),
        evidence_against=tuple(each for each in counted if each.says in AGAINST),
        others=tuple(each for each in told if _aside(each)),
        proposal=propose(Case(profile, voices, outcome, register.as_of, register.parties, speaking)),
        own=None if decision is None else _own(decision),
    )


def _aside(bearing: Bearing) -> bool:
    """Whether it only mentions the obligation, or may bear on it and says something; vague echoes are left out."""
    if bearing.sure:
        return bearing.says not in FOR | AGAINST
    return bearing.says is not Says.MENTIONED


def _own(decision: Decision) -> OwnStatus:
    return OwnStatus(Status(decision.values["status"]), decision.reviewer, decision.at, decision.reason, decision.id)
