"""The board: what bears on what, what each side says, what is proposed, and whose word wins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.assessment.agreements import by, dossier, duty, instrument, outcome, term
from tests.assessment.told import actor, commitment, event, statement
from trucewatch.assessment.bearing import Says
from trucewatch.assessment.case import Status
from trucewatch.assessment.gather import Testimony as Told
from trucewatch.assessment.obligations import ObligationRow, board
from trucewatch.model.commitment import Fulfilment
from trucewatch.model.dossier import Dossier, NameForm, PlaceEntry
from trucewatch.model.errors import GroundError
from trucewatch.model.event import Status as EventStatus
from trucewatch.model.instrument import Bound, Deadline, Obligation
from trucewatch.model.judgement import Action, Decision, Judgement
from trucewatch.model.statement import Act

ARDEN, HILL, MISSION = actor("arden"), actor("hill-council"), actor("river-mission")
TRUCE = duty("1", kind="ceasefire", action="stop all fire", obligors=("arden", "hill-council"))
GUNS = duty(
    "2a",
    kind="weapons-withdrawal",
    action="move heavy guns back from the river",
    obligors=("arden",),
    beneficiaries=("hill-council",),
    deadline=by("P20D"),
    quantities=((20.0, "km", "distance"),),
)
BRIDGE = duty("2b", kind="movement", action="open the Old Bridge to civilians", obligors=("hill-council",))
PRISONERS = duty(
    "3", kind="detainees", action="free all prisoners", obligors=("arden", "hill-council"), deadline=by("P1M")
)
EARLY, LATE = date(2031, 3, 12), date(2031, 4, 20)


def stonebrook(*duties: Obligation, undertakings: tuple[Obligation, ...] = ()) -> Dossier:
    made = dossier(instrument(*(duties or (TRUCE, GUNS, BRIDGE, PRISONERS))), undertakings=undertakings)
    places = (
        PlaceEntry("old-bridge", "Old Bridge", "facility", parent="east-bank"),
        PlaceEntry("east-bank", "East Bank", "area", (NameForm("eastern bank"),)),
        PlaceEntry("mill", "Mill", "settlement"),
    )
    return replace(made, places=places)


def rows(
    as_of: date, *told: Any, decisions: tuple[Decision, ...] = (), of: Dossier | None = None
) -> dict[str, ObligationRow]:
    """The board on that day by keys, with what is told."""
    testimony = Told(
        tuple(each for each in told if each.key.startswith("c")),
        tuple(each for each in told if each.key.startswith("s")),
        tuple(each for each in told if each.key.startswith("e")),
    )
    return {row.key: row for row in board(of or stonebrook(), as_of, testimony, decisions)}


def decision(action: Action, *targets: str, undone: bool = False, **values: Any) -> Decision:
    at = datetime(2031, 5, 1, tzinfo=UTC)
    return Decision("x1", at, "vera", action, targets, "seen on the ground", values, at if undone else None)


def said(row: ObligationRow) -> dict[str, str]:
    return {each.name: str(each.says) for each in row.accounts}


# -- the dossier alone -----------------------------------------------------------------------------------------------


def test_a_dossier_alone_has_its_obligations_with_their_days() -> None:
    found = rows(EARLY)
    assert list(found) == ["1", "2a", "2b", "3"]
    assert found["2a"].derived.days == ("2031-03-21",)
    assert found["2a"].left == "9 days left"
    assert (found["2a"].status, found["2a"].proposal.rule) == (Status.OWED, "nothing told")
    assert found["2a"].ground is not None
    assert found["2a"].obligors == (("arden", "Arden"),)


def test_what_is_not_yet_signed_or_promised_is_not_on_the_board() -> None:
    promise = duty("p", announced=date(2031, 4, 1))
    whole = stonebrook(undertakings=(promise,))
    assert rows(date(2031, 2, 1), of=whole) == {}
    assert "p" not in rows(EARLY, of=whole)
    assert "p" in rows(LATE, of=whole)


def test_a_row_without_ground_or_evidence_cannot_be_made() -> None:
    row = rows(EARLY)["1"]
    with pytest.raises(GroundError, match="rests on nothing"):
        replace(row, ground=None)


def test_past_its_day_with_nothing_told_is_unknown() -> None:
    found = rows(LATE)["2a"]
    assert (found.status, found.proposal.pam) == (Status.UNKNOWN, None)
    assert found.left == "30 days overdue"


# -- matching --------------------------------------------------------------------------------------------------------


def test_instrument_and_provision_decide() -> None:
    told = commitment("comply", instrument="2031-03-01", provision="2(a)", obligors=(ARDEN,), status=Fulfilment.BEGUN)
    found = rows(EARLY, told)
    assert [each.datum for each in found["2a"].evidence_for] == [told.key]
    assert "letter" in found["2a"].evidence_for[0].grounds
    assert found["2b"].evidence_for == ()


def test_another_instrument_rules_out() -> None:
    told = commitment("move heavy guns back", instrument="2030-01-01", obligors=(ARDEN,), status=Fulfilment.DONE)
    assert rows(EARLY, told)["2a"].evidence_for == ()


def test_action_and_obligor_are_enough_without_an_instrument() -> None:
    army = actor("arden-army")
    told = commitment(
        "moved its heavy guns back from the river", obligors=(army,), status=Fulfilment.DONE, claimed_by=(army,)
    )
    row = rows(EARLY, told)["2a"]
    assert (row.status, row.proposal.pam, said(row)) == (Status.DONE, (3, 3), {"Arden": "done"})


def test_the_other_side_does_not_fulfil_it() -> None:
    told = commitment("moved its heavy guns back from the river", obligors=(HILL,), status=Fulfilment.DONE)
    assert rows(EARLY, told)["2a"].evidence_for == ()


def test_quantities_and_days_tell_obligations_apart() -> None:
    near = duty(
        "4a", kind="withdrawal", action="withdraw from the ridge", deadline=by("P5D"), quantities=((5.0, "km", "d"),)
    )
    far = duty(
        "4b", kind="withdrawal", action="withdraw from the ridge", deadline=by("P9D"), quantities=((9.0, "km", "d"),)
    )
    told = commitment("withdraw from the ridge", obligors=(ARDEN,), quantities=((9.0, "km"),), due="../2031-03-10")
    found = rows(EARLY, told, of=stonebrook(near, far))
    assert [each.datum for each in found["4b"].others] == [told.key]
    assert found["4a"].others == ()


def test_an_act_at_a_place_of_another_obligation_is_not_surely_of_one_without_a_place() -> None:
    links = duty("9a", kind="transport", action="restore all links of the region", obligors=("arden",))
    post = duty("6", kind="weapons-withdrawal", action="pull guns back from the Mill", obligors=("arden",))
    work = event("Arden built its part.", "construction", actors=(ARDEN,), place="mill")
    assert rows(EARLY, work, of=stonebrook(links))["9a"].status is Status.UNDER_WAY
    assert rows(EARLY, work, of=stonebrook(links, post))["9a"].status is not Status.UNDER_WAY


def test_a_place_elsewhere_speaks_against() -> None:
    there = event("The council opened the bridge.", "opening", actors=(HILL,), place="old-bridge")
    elsewhere = event("The council opened a road.", "opening", actors=(HILL,), place="mill")
    assert rows(EARLY, there)["2b"].evidence_for
    assert rows(EARLY, elsewhere)["2b"].evidence_for == ()
    around = event("The council opened the crossing.", "opening", actors=(HILL,), place="east-bank")
    assert rows(EARLY, around)["2b"].evidence_for


def test_what_fits_two_alike_is_only_shown_beside_both() -> None:
    one = duty("4a", action="withdraw from the ridge")
    other = duty("4b", action="withdraw from the ridge")
    told = commitment("withdraw from the ridge", obligors=(ARDEN,), status=Fulfilment.DONE)
    found = rows(EARLY, told, of=stonebrook(one, other))
    for key in ("4a", "4b"):
        assert found[key].evidence_for == ()
        assert [each.sure for each in found[key].others] == [False]
        assert found[key].status is Status.OWED


def test_a_promise_of_the_same_matter_shares_the_evidence() -> None:
    promise = duty("p", kind="weapons-withdrawal", action="move the guns", announced=date(2031, 3, 2))
    told = commitment("moved the heavy guns", obligors=(ARDEN,), status=Fulfilment.BEGUN)
    found = rows(EARLY, told, of=stonebrook(TRUCE, GUNS, BRIDGE, undertakings=(promise,)))
    assert found["2a"].status is found["p"].status is Status.BEGUN


def test_a_point_named_in_words_finds_the_provision() -> None:
    told = statement("The third point of the Stonebrook truce has not been carried out.", HILL)
    row = rows(EARLY, told)["3"]
    assert said(row) == {"Hill Council": "not-done"}
    assert "provision" in row.evidence_against[0].grounds


def test_what_happened_before_the_signing_breaks_nothing() -> None:
    told = event("Arden shelled the hills.", "shelling", actors=(ARDEN,), date="2031-02-20")
    assert rows(EARLY, told)["1"].evidence_against == ()


# -- who says it, and when -------------------------------------------------------------------------------------------


def test_only_what_was_known_on_the_day_counts() -> None:
    told = event("Arden shelled the hills.", "shelling", "2031-03-13", actors=(ARDEN,), date="2031-03-11")
    assert rows(date(2031, 3, 12), told)["1"].evidence_against == ()
    assert rows(date(2031, 3, 13), told)["1"].evidence_against
    undated = event("Arden shelled the hills.", "shelling", None, actors=(ARDEN,), date="2031-03-11")
    assert rows(LATE, undated)["1"].evidence_against == ()
    assert rows(date(2032, 1, 1), undated)["1"].evidence_against


def test_a_date_that_is_none_spoils_nothing_else() -> None:
    odd = event("Arden shelled the hills.", "shelling", actors=(ARDEN,), date="some time in spring")
    due = commitment("move heavy guns back", obligors=(ARDEN,), status=Fulfilment.BEGUN, due="by the feast")
    found = rows(EARLY, odd, due)
    assert len(found["1"].evidence_against) == len(found["2a"].evidence_for) == 1


def test_rejected_data_do_not_count() -> None:
    told = event("Arden shelled the hills.", "shelling", actors=(ARDEN,))
    assert rows(EARLY, replace(told, judgement=Judgement.REJECTED))["1"].evidence_against == ()


def test_a_wire_copy_counts_once() -> None:
    first = event("Arden shelled the hills.", "shelling", actors=(ARDEN,))
    copy = event("Arden shelled  the hills.", "shelling", actors=(ARDEN,))
    more = event("Arden shelled the hills again.", "shelling", actors=(ARDEN,))
    told = Told(
        events=(first, copy, more), copies={copy.document.id: first.document.id, more.document.id: first.document.id}
    )
    (row, *_) = board(stonebrook(), EARLY, told)
    assert [each.datum for each in row.evidence_against] == [first.key, more.key]
    assert len(rows(EARLY, first, copy)["1"].evidence_against) == 2


def test_the_latest_word_of_a_side_holds() -> None:
    begun = commitment(
        "move heavy guns back", "2031-03-05", obligors=(ARDEN,), status=Fulfilment.BEGUN, claimed_by=(ARDEN,)
    )
    done = commitment(
        "moved heavy guns back", "2031-03-11", obligors=(ARDEN,), status=Fulfilment.DONE, claimed_by=(ARDEN,)
    )
    row = rows(EARLY, done, begun)["2a"]
    assert [(each.says, each.earlier, each.changed) for each in row.accounts] == [(Says.DONE, 1, True)]
    assert row.accounts[0].latest.evidence.quote.text == "moved heavy guns back"


def test_a_denial_turns_what_is_said() -> None:
    denial = statement("it had broken the truce", ARDEN, act=Act.DENY)
    told = commitment(
        "the truce", obligors=(ARDEN,), status=Fulfilment.BREACHED, claimed_by=(ARDEN,), statement=denial.key
    )
    assert said(rows(EARLY, told, denial)["1"]) == {"Arden": "kept"}


def test_a_bulletin_of_a_force_speaks_for_its_side() -> None:
    told = event(
        "The council's men fired at our posts.", "fire", actors=(HILL,), document={"publisher": "Arden army bulletin"}
    )
    assert said(rows(EARLY, told)["1"]) == {"Arden": "breached"}


def test_an_agreement_is_no_side() -> None:
    told = statement("The sides must free all prisoners of the truce", actor(None, "The truce of 1 March"))
    assert rows(EARLY, told)["3"].accounts == ()


# -- what is proposed ------------------------------------------------------------------------------------------------


def breach(by_: str, of: Any, status: EventStatus = EventStatus.CLAIMED, **fields: Any) -> Any:
    return event(
        f"{of.name} shelled the hills.", "shelling", actors=(of,), claimed_by=(actor(by_),), status=status, **fields
    )


def test_a_breach_told_by_one_side_alone_is_disputed() -> None:
    row = rows(EARLY, breach("hill-council", ARDEN))["1"]
    assert (row.status, row.proposal.rule, row.proposal.pam) == (Status.DISPUTED, "breach told by one side", (0, 2))


def test_a_breach_told_by_a_third_side_is_proposed_even_where_the_accused_denies_it() -> None:
    for row in (
        rows(EARLY, breach("river-mission", ARDEN))["1"],
        rows(EARLY, breach("river-mission", ARDEN, denied_by=(ARDEN,)))["1"],
    ):
        assert (row.status, row.proposal.rule) == (Status.BREACHED, "breach told by a third side")
    assert said(row) == {"Arden": "kept", "River Mission": "breached"}


def test_a_breach_told_by_one_side_and_denied_by_the_other_is_disputed() -> None:
    row = rows(EARLY, breach("hill-council", ARDEN, denied_by=(ARDEN,)))["1"]
    assert (row.status, row.proposal.rule) == (Status.DISPUTED, "breach told and denied")


def test_third_sides_that_differ_leave_it_disputed() -> None:
    calm = event("No shots were fired.", "fire", status=EventStatus.DENIED, denied_by=(actor("african-union"),))
    row = rows(EARLY, breach("river-mission", ARDEN), calm)["1"]
    assert row.status is Status.DISPUTED


@pytest.mark.parametrize("day", ["2031-03-05", "2031-03-11"])
def test_a_calm_day_before_or_after_denies_no_breach(day: str) -> None:
    calm = event("No shots were fired.", "fire", day, status=EventStatus.DENIED, denied_by=(actor("african-union"),))
    assert rows(EARLY, breach("river-mission", ARDEN), calm)["1"].status is Status.BREACHED
    assert rows(EARLY, calm)["1"].proposal.rule == "told to be kept"


def test_a_known_dispute_over_what_is_owed_shows_when_both_sides_speak() -> None:
    disputed = replace(PRISONERS, dispute="Arden leaves out those taken later.")
    hill = statement("Arden must free all prisoners.", HILL)
    whole = stonebrook(disputed)
    assert rows(EARLY, hill, of=whole)["3"].status is Status.OWED
    row = rows(EARLY, hill, statement("Prisoners taken later are not to be free.", ARDEN), of=whole)["3"]
    assert (row.status, row.proposal.rule) == (Status.DISPUTED, "read differently")


def test_denying_ones_own_breach_denies_not_the_others() -> None:
    row = rows(EARLY, breach("river-mission", ARDEN), breach("arden", HILL, denied_by=(HILL,)))["1"]
    assert row.status is Status.BREACHED


def test_telling_of_ones_own_blow_is_no_word_on_the_truce_but_evidence() -> None:
    row = rows(EARLY, breach("arden", ARDEN))["1"]
    assert row.accounts == ()
    assert len(row.evidence_against) == 1


def fulfilment(status: Fulfilment, by_: str | None, published: str = "2031-03-10") -> Any:
    claimed = () if by_ is None else (actor(by_),)
    return commitment("move heavy guns back", published, obligors=(ARDEN,), status=status, claimed_by=claimed)


@pytest.mark.parametrize(
    ("told", "on", "status", "pam"),
    [
        ([(Fulfilment.OWED, "arden")], EARLY, Status.OWED, (0, 0)),
        ([(Fulfilment.BEGUN, "arden")], EARLY, Status.BEGUN, (1, 1)),
        ([(Fulfilment.UNDER_WAY, "arden")], EARLY, Status.UNDER_WAY, (2, 2)),
        ([(Fulfilment.UNDER_WAY, "arden")], LATE, Status.UNKNOWN, None),
        ([(Fulfilment.UNDER_WAY, "arden", "2031-04-01")], LATE, Status.LATE, (2, 2)),
        ([(Fulfilment.DONE, None)], EARLY, Status.DONE, (3, 3)),
        ([(Fulfilment.REFUSED, "arden")], EARLY, Status.REFUSED, (0, 0)),
        ([(Fulfilment.REFUSED, "hill-council")], EARLY, Status.DISPUTED, (0, 0)),
        ([(Fulfilment.REFUSED, "river-mission")], EARLY, Status.REFUSED, (0, 0)),
        ([(Fulfilment.BREACHED, "hill-council"), (Fulfilment.DONE, "arden")], EARLY, Status.DISPUTED, (0, 3)),
    ],
)
def test_proposals(told: list[Any], on: date, status: Status, pam: tuple[int, int] | None) -> None:
    row = rows(on, *(fulfilment(*each) for each in told))["2a"]
    assert (row.status, row.proposal.pam) == (status, pam)


def test_not_done_and_under_way_agree_while_there_is_time_and_differ_after() -> None:
    missing = statement("Arden has not moved its heavy guns from the river.", HILL)
    moving = fulfilment(Fulfilment.UNDER_WAY, "arden")
    assert rows(EARLY, missing, moving)["2a"].status is Status.UNDER_WAY
    after = rows(LATE, missing, moving)["2a"]
    assert (after.status, after.proposal.rule) == (Status.DISPUTED, "accounts differ")


def test_not_done_after_the_day_is_late() -> None:
    row = rows(LATE, statement("Arden has not moved its heavy guns from the river.", MISSION))["2a"]
    assert (row.status, row.proposal.pam) == (Status.LATE, (0, 0))


@pytest.mark.parametrize(
    ("state", "day", "on", "status"),
    [
        ("met", "2031-03-18", EARLY, Status.OWED),  # not known yet
        ("met", "2031-03-18", LATE, Status.DONE),
        ("late", "2031-03-30", LATE, Status.LATE),
        ("missed", None, EARLY, Status.OWED),
        ("missed", None, LATE, Status.LATE),
        ("disputed", "2031-03-05/..", EARLY, Status.DISPUTED),
        ("overtaken", "2031-03-05", EARLY, Status.EXPIRED),
        ("partial", None, LATE, Status.LATE),
    ],
)
def test_the_dossiers_outcome_counts_once_it_is_known(state: str, day: str | None, on: date, status: Status) -> None:
    row = rows(on, of=stonebrook(replace(GUNS, outcome=outcome(state, day))))["2a"]
    assert row.status is status


def test_done_late_says_how_late() -> None:
    row = rows(LATE, of=stonebrook(replace(GUNS, outcome=outcome("late", "2031-03-30"))))["2a"]
    assert row.proposal.why.startswith("Done 9 days after its day")
    assert (row.proposal.pam, row.left) == ((3, 3), "30 days ago")


def test_a_term_that_is_over_has_expired() -> None:
    watch = duty(
        "4", kind="monitoring", action="watch the line", obligors=("river-mission",), term=term("signing", "P1M")
    )
    last = duty("5", kind="ceasefire", action="stop fire", deadline=Deadline(Bound.UNTIL, date(2031, 3, 20)))
    whole = stonebrook(watch, last)
    assert {row.status for row in rows(LATE, of=whole).values()} == {Status.EXPIRED}
    assert {row.status for row in rows(EARLY, of=whole).values()} == {Status.OWED}


# -- the analyst -----------------------------------------------------------------------------------------------------


def test_the_analysts_own_status_wins_and_both_are_shown() -> None:
    own = decision(Action.STATUS, dossier="stonebrook", instrument="2031-03-01", obligation="2a", status="done")
    row = rows(EARLY, decisions=(own,))["2a"]
    assert (row.status, row.proposal.status) == (Status.DONE, Status.OWED)
    plain = row.to_dict()
    assert (plain["status"], plain["proposed"]["status"], plain["own"]["reviewer"]) == ("done", "owed", "vera")


@pytest.mark.parametrize(
    "change",
    [{"dossier": "elsewhere"}, {"status": "splendid"}, {"from": "2031-06-01"}, {"undone": True}, {"instrument": "x"}],
)
def test_decisions_that_do_not_apply_are_left_out(change: dict[str, Any]) -> None:
    values = {"dossier": "stonebrook", "instrument": "2031-03-01", "obligation": "2a", "status": "done"} | change
    assert rows(EARLY, decisions=(decision(Action.STATUS, **values),))["2a"].own is None


def test_what_a_reviewer_attached_counts_where_they_put_it() -> None:
    told = fulfilment(Fulfilment.BEGUN, "arden")
    where = {"instrument": "2031-03-01", "obligation": "2b"}
    moved = rows(EARLY, told, decisions=(decision(Action.ATTACH, told.key, stance="against", **where),))
    assert moved["2a"].evidence_for == ()
    assert [(each.says, each.by_hand) for each in moved["2b"].evidence_against] == [(Says.NOT_DONE, True)]
    off = decision(Action.ATTACH, told.key, stance="none", instrument="2031-03-01", obligation="2a")
    assert rows(EARLY, told, decisions=(off,))["2a"].evidence_for == ()


def test_what_matching_did_not_find_counts_where_a_reviewer_put_it() -> None:
    told = statement("The river rose in spring.", HILL)
    assert said(rows(EARLY, told)["2b"]) == {}
    there = {"instrument": "2031-03-01", "obligation": "2b", "dossier": "stonebrook"}
    row = rows(EARLY, told, decisions=(decision(Action.ATTACH, told.key, stance="for", **there),))["2b"]
    assert said(row) == {"Hill Council": "under-way"}
    assert row.evidence_for[0].by_hand
    assert row.evidence_for[0].grounds == ("attached by a reviewer",)


def test_a_datum_may_be_put_to_several_obligations_and_taken_off_one() -> None:
    told = fulfilment(Fulfilment.BEGUN, "arden")
    to = [decision(Action.ATTACH, told.key, instrument="2031-03-01", obligation=key) for key in ("2b", "3")]
    found = rows(EARLY, told, decisions=tuple(to))
    assert [key for key, row in found.items() if row.evidence_for] == ["2b", "3"]
    off = replace(to[0], id="x2", values={**to[0].values, "stance": "none"})
    found = rows(EARLY, told, decisions=(*to, off))
    assert [key for key, row in found.items() if row.evidence_for] == ["3"]


def test_a_rejected_datum_bears_on_nothing_however_it_was_attached() -> None:
    told = replace(fulfilment(Fulfilment.BEGUN, "arden"), judgement=Judgement.REJECTED)
    to = decision(Action.ATTACH, told.key, instrument="2031-03-01", obligation="2b")
    assert rows(EARLY, told, decisions=(to,))["2b"].evidence_for == ()


def test_every_row_is_plain_for_json() -> None:
    row = rows(EARLY, fulfilment(Fulfilment.BEGUN, "arden"))["2a"].to_dict()
    assert row["for"][0]["evidence"]["quote"] == "move heavy guns back"
    assert row["accounts"][0] | {"evidence": None, "datum": None} == {
        "party": "arden",
        "name": "Arden",
        "says": "begun",
        "of": [],
        "datum": None,
        "statement": None,
        "known": "2031-03-10",
        "earlier": 0,
        "changed": False,
        "evidence": None,
    }
    assert row["due"]["days"] == ["2031-03-21"]
    assert row["ground"]["words"] == "move heavy guns back from the river"
