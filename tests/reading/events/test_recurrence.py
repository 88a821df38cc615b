"""Later words for an event are not another event."""

from tests.reading.events.happened import events
from trucewatch.model.event import Count


def test_the_attack_again():
    found = events("Rebels ambushed a convoy of soldiers. The attack left nine soldiers dead.")
    assert [event.kind for event in found] == ["attack"]


def test_it_brings_its_numbers():
    found = events("Rebels ambushed a convoy of soldiers. The ambush killed nine soldiers.")
    assert [(event.kind, event.killed) for event in found] == [("attack", Count(9, 9))]


def test_a_new_agent_is_a_new_event():
    text = "Rebels ambushed a convoy of soldiers. The attack by the army on a camp followed."
    assert len(events(text, forces={"the army": "army"})) == 2


def test_another_day_is_a_new_event():
    text = "Rebels shelled the town on 4 May. The shelling on 9 May was heavier."
    found = events(text, times={"4 May": "2023-05-04", "9 May": "2023-05-09"})
    assert [event.date.value for event in found] == ["2023-05-04", "2023-05-09"]
