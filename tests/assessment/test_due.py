"""Deadlines as rules: anchors, amendments, other obligations, terms, and what is not known."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assessment.agreements import amended, by, dossier, duty, instrument, outcome, term
from trucewatch.assessment.derived import Days, Derived, Standing
from trucewatch.assessment.due import due_of
from trucewatch.model.instrument import Amendment, Bound, Deadline, Obligation

EFFECT = "2031-03-02T21:45+02:00"


def due(*obligations: Obligation, on: str, signed: str = "2031-03-01", effective: str | None = EFFECT) -> Derived:
    """The first of ``obligations`` as of ``on``, all of one instrument."""
    made = instrument(*obligations, signed=signed, effective=effective)
    return due_of(obligations[0], made, dossier(made), date.fromisoformat(on))


def test_effect_counts_in_the_offset_given() -> None:
    found = due(duty("1", deadline=by("PT48H", "effect")), on="2031-03-02")
    assert found.days == ("2031-03-04",)
    assert found.dues[0].moment == "2031-03-04T21:45+02:00"
    assert found.left == Days(2, 2)


def test_a_month_of_signing_gives_an_interval() -> None:
    found = due(duty("1", deadline=by("P1M")), on="2031-03-15", signed="2031-03", effective=None)
    assert found.days == ("2031-04-01/2031-04-30",)
    assert found.left == Days(17, 46)
    assert found.last == date(2031, 4, 30)


def test_without_a_day_of_effect_the_due_day_is_open_and_says_why() -> None:
    found = due(duty("1", deadline=by("P1M", "effect")), on="2031-03-15", effective=None)
    assert (found.days, found.standing) == ((), Standing.OPEN)
    assert found.open is not None
    assert "came into force" in found.open


def test_before_signing_nothing_is_due() -> None:
    fixed = duty("1", deadline=Deadline(Bound.BY, date(2031, 3, 20)))
    found = due(fixed, on="2031-02-28")
    assert (found.made, found.days, found.standing) == (False, (), Standing.OPEN)
    assert due(fixed, on="2031-03-01").days == ("2031-03-20",)


def test_the_last_amendment_announced_by_the_day_holds() -> None:
    changes = (amended(date(2031, 4, 2), date(2031, 5, 1)), amended(date(2031, 3, 20), date(2031, 4, 5)))
    obligation = duty("1", deadline=Deadline(Bound.BY, date(2031, 3, 25)), amendments=changes)
    assert due(obligation, on="2031-03-19").days == ("2031-03-25",)
    assert due(obligation, on="2031-03-20").days == ("2031-04-05",)
    last = due(obligation, on="2031-04-02")
    assert last.days == ("2031-05-01",)
    assert [each.dues[0].value for each in last.superseded] == ["2031-03-25", "2031-04-05"]
    assert [each.by_name for each in last.superseded] == ["Hill Council", "Hill Council"]


def test_completion_counts_only_once_it_has_happened() -> None:
    first = duty("1", deadline=by("P10D"), outcome=outcome("late", "2031-03-14"))
    second = duty("2", deadline=by("P5D", "obligation:1"))
    before, after = due(second, first, on="2031-03-13"), due(second, first, on="2031-03-14")
    assert (before.days, before.provisional) == (("2031-03-16",), True)
    assert (after.days, after.provisional) == (("2031-03-19",), False)


@pytest.mark.parametrize("state", ["missed", "disputed", "overtaken", "unknown"])
def test_what_was_not_completed_starts_no_clock_of_its_own(state: str) -> None:
    first = duty("1", deadline=by("P10D"), outcome=outcome(state, "2031-03-14"))
    second = duty("2", deadline=by("P5D", "obligation:1"))
    assert due(second, first, on="2031-04-01").provisional


def test_an_anchor_without_a_day_leaves_the_due_day_open() -> None:
    found = due(duty("2", deadline=by("P5D", "obligation:1")), duty("1"), on="2031-03-13")
    assert found.standing is Standing.OPEN
    assert found.open == "obligation 1 is not known to be fulfilled, and no day is set for it"


def test_two_readings_of_an_anchor_carry_on() -> None:
    first = duty("1", deadline=by("P10D", alternatives=(by("P10D", "effect"),)))
    found = due(duty("2", deadline=by("P5D", "obligation:1")), first, on="2031-03-17")
    assert found.days == ("2031-03-16", "2031-03-17")
    assert (found.standing, found.left) == (Standing.BETWEEN, Days(-1, 0))


def test_rules_in_a_circle_end() -> None:
    one, two = duty("1", deadline=by("P1D", "obligation:2")), duty("2", deadline=by("P1D", "obligation:1"))
    assert due(one, two, on="2031-03-13").standing is Standing.OPEN


def test_an_unknown_obligation_is_named() -> None:
    found = due(duty("1", deadline=by("P1D", "obligation:9")), on="2031-03-13")
    assert found.open == "it counts from obligation 9, which is not in the instrument"


def test_a_term_is_prolonged_without_drift() -> None:
    obligation = duty("1", term=term("2031-01-31", "P1M", prolongation="P1M", notice="P10D"))
    first, third = due(obligation, on="2031-03-02").term, due(obligation, on="2031-04-01").term
    assert first is not None
    assert third is not None
    assert (first.value, first.number, first.notice_by) == ("2031-03-31", 2, "2031-03-21")
    assert (third.value, third.number, third.assumed, third.next_end) == ("2031-04-30", 3, True, "2031-05-31")


def test_a_later_instrument_may_move_an_earlier_ones_clock() -> None:
    change = Amendment(date(2031, 3, 10), "hill-council", "in writing", by("P0D", "obligation:2031-03-10/9"))
    guns = duty("1", deadline=by("P20D"), amendments=(change,))
    first = instrument(guns)
    for done, days in ((None, ()), (outcome("met", "2031-05-02"), ("2031-05-02",))):
        later = instrument(duty("9", outcome=done), signed="2031-03-10")
        whole = dossier(first, later)
        assert due_of(guns, first, whole, date(2031, 3, 9)).days == ("2031-03-21",)
        found = due_of(guns, first, whole, date(2031, 5, 3))
        assert (found.days, found.rule) == (days, "by the fulfilment of 9 of 2031-03-10")
    assert due_of(guns, first, dossier(first), date(2031, 5, 3)).days == ()


def test_rules_of_two_instruments_count_from_their_own_signing() -> None:
    guns = duty("1", deadline=by("P1D", "obligation:2031-03-10/1"))
    first, later = instrument(guns), instrument(duty("1", deadline=by("P5D")), signed="2031-03-10")
    assert due_of(guns, first, dossier(first, later), date(2031, 3, 12)).days == ("2031-03-16",)
    assert due_of(guns, first, dossier(first, later), date(2031, 3, 8)).days == ()


def test_a_term_that_is_over_ends() -> None:
    found = due(duty("1", term=term("effect", "P7D")), on="2031-03-10")
    assert (found.standing, found.left) == (Standing.ENDED, Days(-1, -1))
    assert found.term is not None
    assert found.term.moment == "2031-03-09T21:45+02:00"


def test_a_promise_counts_from_the_day_it_was_made() -> None:
    promise = duty("p", deadline=Deadline(Bound.BY, date(2031, 6, 1), soft=True), announced=date(2031, 5, 1))
    whole = dossier(undertakings=(promise,))
    assert due_of(promise, None, whole, date(2031, 4, 30)).days == ()
    told = due_of(promise, None, whole, date(2031, 5, 1))
    assert (told.days, told.soft) == (("2031-06-01",), True)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "due today"),
        (1, 1, "1 day left"),
        (0, 1, "0 to 1 day left"),
        (3, 5, "3 to 5 days left"),
        (-2, -1, "1 to 2 days overdue"),
        (-1, 0, "1 day overdue by one reading, due today by another"),
        (-3, 2, "3 days overdue by one reading, 2 days left by another"),
    ],
)
def test_days_in_words(low: int, high: int, words: str) -> None:
    assert Days(low, high).words() == words


def test_derived_is_plain_for_json() -> None:
    plain = due(duty("1", deadline=by("P10D")), on="2031-03-10").to_dict()
    assert plain["as_of"] == "2031-03-10"
    assert plain["standing"] == "ahead"
    assert plain["dues"][0]["bound"] == "by"
    assert (plain["days"], plain["words"]) == (["2031-03-11"], "1 day left")
