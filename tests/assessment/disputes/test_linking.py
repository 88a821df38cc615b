"""Which denials answer which claims."""

from __future__ import annotations

import pytest

from tests.assessment.disputes.stories import ARDEN, ARMY, COUNCIL, MISSION, Story, drawn, pairs
from trucewatch.model.statement import Act, Form


def shelling(day: str = "2031-03-11", publisher: str = "Valley Post") -> tuple[Story, str]:
    story = Story(day, publisher)
    return story, story.says(COUNCIL, "Arden army units fired mortars at posts near Millford on Monday")


def test_a_denial_in_another_paper_answers_the_claim() -> None:
    told, claim = shelling()
    reply = Story("2031-03-12", "Plain Courier")
    denial = reply.denies(ARMY, "its units had fired at Millford")
    assert pairs(told, reply) == {(claim, denial)}


@pytest.mark.parametrize(
    "words",
    ["its units had fired at Tarn on Monday", "its units had fired at Millford on Wednesday", "roads had been closed"],
)
def test_a_denial_of_another_place_day_or_matter_does_not(words: str) -> None:
    told, _ = shelling()
    reply = Story("2031-03-13", "Plain Courier")
    reply.denies(ARMY, words)
    assert pairs(told, reply) == set()


def test_a_denial_weeks_later_answers_what_holds_and_not_what_happened() -> None:
    told, _ = shelling()
    standing = Story("2031-03-11", "Hill Herald")
    claim = standing.says(COUNCIL, "Arden keeps soldiers on the hills")
    reply = Story("2031-04-05", "Plain Courier")
    reply.denies(ARMY, "its units had fired at Millford")
    reply.new_paragraph()
    denial = reply.denies(ARDEN, "it had soldiers there")
    assert pairs(told, standing, reply) == {(claim, denial)}


def test_what_calls_a_report_false_answers_the_claim_before_it_and_other_tellings_of_it() -> None:
    told, claim = shelling()
    other = Story("2031-03-11", "Plain Courier")
    again = other.says(COUNCIL, "Arden army units fired at Millford on Monday", act=Act.ACCUSE, targets=(ARMY,))
    other.new_paragraph()
    denial = other.says(ARMY, "the report untrue", act=Act.DENY)
    assert pairs(told, other) == {(claim, denial), (again, denial)}


def test_a_side_that_says_it_did_not_do_it_answers() -> None:
    told, claim = shelling()
    reply = Story("2031-03-12", "Plain Courier")
    own = reply.says(ARMY, "Our units did not fire at Millford")
    reply.says(COUNCIL, "Council fighters did not fire at Millford")
    assert pairs(told, reply) == {(claim, own)}


def test_what_is_said_to_be_missing_is_answered_by_what_was_done_and_not_by_a_promise() -> None:
    told = Story("2031-03-11")
    claim = told.says(COUNCIL, "Arden has not built its part of the road")
    reply = Story("2031-03-14", "Plain Courier")
    done = reply.says(ARDEN, "Arden has built two miles of the road")
    reply.new_paragraph()
    reply.says(ARDEN, "Arden will build the rest of the road in May")
    assert pairs(told, reply) == {(claim, done)}


def test_a_side_does_not_answer_itself() -> None:
    told, _ = shelling()
    reply = Story("2031-03-12", "Plain Courier")
    reply.denies(COUNCIL, "Arden army units had fired at Millford")
    assert pairs(told, reply) == set()


def test_a_denial_that_names_whom_it_answers_is_not_for_others() -> None:
    told, _ = shelling()
    mission = Story("2031-03-11", "River Gazette")
    claim = mission.says(MISSION, "Arden army units fired mortars near Millford on Monday")
    reply = Story("2031-03-12", "Plain Courier")
    denial = reply.says(ARMY, "The report of the River Mission of mortars fired at Millford is an invention")
    assert pairs(told, mission, reply) == {(claim, denial)}


def test_a_denial_of_what_was_just_said_needs_no_words_of_its_own() -> None:
    story = Story("2031-03-11")
    claim = story.says(COUNCIL, "Seven villages are in the hands of the council")
    denial = story.says(ARDEN, "this", act=Act.DENY, tail=" was denied by Arden the same day")
    assert pairs(story) == {(claim, denial)}


def test_a_report_called_false_that_names_another_matter_answers_nothing_before_it() -> None:
    story = Story("2031-03-11")
    story.says(COUNCIL, "The price of tea rose again")
    story.says(ARDEN, "Rumours of a shortage are false")
    assert pairs(story) == set()


def test_what_follows_a_denial_carries_it_on() -> None:
    told, claim = shelling()
    told.new_paragraph()
    denial = told.denies(ARMY, "its units had fired at Millford")
    more = told.says(ARMY, "No gun of ours was near")
    assert pairs(told) == {(claim, denial), (claim, more)}


def test_a_rejection_gives_way_to_the_words_that_follow_it() -> None:
    told, claim = shelling()
    bare = told.says(ARMY, "the charge that mortars had been fired at Millford", act=Act.REJECT, form=Form.ACT)
    assert pairs(told) == {(claim, bare)}
    own = told.says(ARMY, "Our units did not fire")
    assert pairs(told) == {(claim, own)}


def test_a_copy_and_a_later_version_are_linked_within_themselves_alone() -> None:
    told, claim = shelling()
    denial = told.denies(ARMY, "its units had fired at Millford")
    copy, again = shelling(publisher="Hill Herald")
    same = copy.denies(ARMY, "its units had fired at Millford")
    assert pairs(told, copy, copies={copy.row.id: told.row.id}) == {(claim, denial), (again, same)}
    told.url, later = "https://example.org/page", Story("2031-03-12", "Valley Post", "https://example.org/page")
    fresh = later.says(COUNCIL, "Arden army units fired mortars at posts near Millford on Monday")
    assert pairs(told, later) == {(claim, denial)}
    assert fresh not in drawn(told, later).open


def test_what_a_reviewer_rejected_is_left_out() -> None:
    told, claim = shelling()
    reply = Story("2031-03-12", "Plain Courier")
    denial = reply.denies(ARMY, "its units had fired at Millford")
    assert pairs(told, reply, rejected=(denial,)) == set()
    assert drawn(told, reply, rejected=(denial,)).open == (claim,)


def test_the_order_of_the_rows_is_of_no_matter() -> None:
    stories = [shelling()[0], shelling("2031-03-12", "Hill Herald")[0]]
    for day, paper in (("2031-03-12", "Plain Courier"), ("2031-03-13", "Coast Times")):
        story = Story(day, paper)
        story.denies(ARMY, "its units had fired at Millford")
        stories.append(story)
    assert len(drawn(*stories).links) == 4
    assert drawn(*stories) == drawn(*reversed(stories))


def test_a_charge_is_open_until_the_side_it_charges_answers() -> None:
    told, claim = shelling()
    assert drawn(told).open == (claim,)
    third = Story("2031-03-12", "River Gazette")
    other = third.denies(MISSION, "Arden army units had fired at Millford")
    assert pairs(told, third) == {(claim, other)}
    assert drawn(told, third).open == (claim,)
    reply = Story("2031-03-12", "Plain Courier")
    reply.denies(ARMY, "its units had fired at Millford")
    assert drawn(told, third, reply).open == ()


def test_what_charges_nobody_is_not_open() -> None:
    story = Story("2031-03-11")
    story.says(COUNCIL, "The harvest was good this year")
    story.says(ARDEN, "Arden army units fired at Millford")
    assert drawn(story).open == ()
