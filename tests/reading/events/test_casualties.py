"""Killed and wounded as ranges, brought to what caused them."""

import pytest

from tests.reading.events.happened import events, only
from trucewatch.model.event import Count
from trucewatch.reading.events.casualties import add, number


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["fourteen"], 14),
        (["twenty-two"], 22),
        (["1,200"], 1200),
        (["two", "hundred"], 200),
        (["three", "thousand"], 3000),
        (["a", "dozen"], 12),
        (["people"], None),
    ],
)
def test_numbers(words, expected):
    assert number(words) == expected


def test_shot_dead():
    found = only(events("A soldier was shot dead by rebels near the post.", forces={"rebels": "rebels"}), "killing")
    assert found.killed == Count(1, 1)


def test_a_killing_told_again_counts_once():
    text = "The ministry condemned the killing of a soldier, who was shot dead by rebels near the post."
    found = [e for e in events(text, {"The ministry": "m"}, forces={"rebels": "rebels"}) if e.killed is not None]
    assert [e.killed for e in found] == [Count(1, 1)]


def test_sums():
    assert add(Count(1, 2), Count(3, None)) == Count(4, None)
    assert add(None, Count(1, 1)) == Count(1, 1)
    assert add(None, None) is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three soldiers were killed in shelling.", Count(3, 3)),
        ("A soldier was killed by sniper fire.", Count(1, 1)),
        ("At least 30 civilians were killed in the bombardment by rebels.", Count(30, None)),
        ("More than 30 civilians were killed in the bombardment by rebels.", Count(31, None)),
        ("Up to 20 militants were killed in an air strike.", Count(0, 20)),
        ("Between five and seven fighters were killed in clashes with the army.", Count(5, 7)),
        ("Dozens of civilians were killed in air strikes.", Count(24, None)),
        ("Several soldiers were killed in an ambush by rebels.", Count(2, None)),
        ("Eleven or twelve soldiers were killed in shelling.", Count(11, 12)),
        ("Rebels shelled the town, killing 1,200 people.", Count(1200, 1200)),
        ("Shelling by the army killed twenty-two villagers.", Count(22, 22)),
        ("The rebel army lost two servicemen.", Count(2, 2)),
    ],
)
def test_killed(text, killed):
    found = [event for event in events(text) if event.killed is not None]
    assert [event.killed for event in found] == [killed]


def test_killed_and_wounded_are_one_event():
    found = events("Two soldiers were killed and 14 wounded near the front line, the army said.")
    event = only(found, "casualty")
    assert (event.killed, event.wounded) == (Count(2, 2), Count(14, 14))


def test_they_go_to_their_cause():
    found = events("Two soldiers were killed and 14 wounded when rebels opened fire.")
    event = only(found, "fire")
    assert (event.killed, event.wounded) == (Count(2, 2), Count(14, 14))
    assert len(found) == 1


def test_none_hurt_is_nought():
    found = events("There were no casualties in the shelling of the town, the army said.")
    assert [(e.kind, e.killed, e.wounded) for e in found] == [("shelling", Count(0, 0), Count(0, 0))]


def test_none_hurt_alone_is_no_event():
    assert events("There were no casualties among the soldiers.") == []


def test_those_who_kill_are_named():
    found = events("Eritrean soldiers killed nine villagers.", forces={"Eritrean soldiers": "eritrea-army"})
    event = only(found, "killing")
    assert (event.killed, [ref.actor for ref in event.actors]) == (Count(9, 9), ["eritrea-army"])


def test_a_relative_clause_tells_the_same_dead():
    found = events("The army regretted the killing of a villager, who was shot by soldiers at a checkpoint.")
    assert [(e.killed) for e in found if e.killed] == [Count(1, 1)]


def test_either_is_neither():
    found = events("Fifty rebels were killed or wounded in clashes with the army.")
    assert all(event.killed is None for event in found)


def test_the_dead_of_two_days_stand_apart():
    text = "Rebels bombarded the town on Saturday and Sunday and four soldiers were killed."
    found = events(text, times={"Saturday": "2023-05-06", "Sunday": "2023-05-07"})
    assert sum(1 for event in found if event.killed is not None) == 1
