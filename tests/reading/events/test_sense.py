"""Words that arms share with sport, trade and debate mean armed force only among those who bear arms."""

import pytest

from tests.reading.events.happened import events
from tests.reading.hand_set import draft_of, set_actors
from trucewatch.reading.events import read_events
from trucewatch.reading.events.codebook import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Burundian rebels attacked an army post near the border on Friday.", "attack"),
        ("Militants raided a barracks in northern Mali and killed three soldiers.", "attack"),
        ("The army shelled rebel positions outside Idlib.", "shelling"),
        ("Ukrainian troops fired at a patrol near the village.", "fire"),
        ("The soldiers came under fire from a hill.", "fire"),
        ("A soldier stepped on a mine near the line of contact.", "mine-explosion"),
        ("Fighter jets bombed rebel trenches.", "air-strike"),
        ("A drone strike on a column of trucks killed two fighters.", "drone-strike"),
        ("The militia seized a hill above the road.", "seizure"),
        ("Government forces besieged the town for a month.", "siege"),
        ("Soldiers blocked the road to the enclave.", "road-closure"),
        ("Both armies agreed to a truce, but troops broke the truce within hours.", "ceasefire-violation"),
        ("Gunmen kidnapped two aid workers near Maiduguri.", "abduction"),
        ("The army deployed tanks along the border.", "deployment"),
        ("Soldiers dug trenches on the ridge.", "fortification"),
        ("Troops withdrew from three villages.", "withdrawal"),
        ("The rebels released twelve prisoners to the Red Cross.", "release"),
        ("The fighters laid down their arms.", "disarmament"),
        ("Engineers of the peacekeepers cleared mines from the fields.", "demining"),
        ("Thousands of refugees returned to the district after the ceasefire.", "return-of-displaced"),
    ],
)
def test_arms(text, kind):
    assert kind in [event.kind for event in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister suffered a heart attack.",
        "Rail staff went on strike over pay.",
        "The company fired its chief executive.",
        "She shelled out a fortune for the tickets.",
        "The senator attacked the bill in a speech.",
        "Critics slammed the film.",
        "The firm struck a deal with its rival.",
        "Lightning struck the tower.",
        "The court called it an invasion of privacy.",
        "He was shot by a photographer for the cover of the magazine.",
        "The bank was raided by short sellers.",
        "The party won the battle for votes.",
        "The album bombed.",
        "He fought against cancer for two years.",
        "The storm killed four people.",
        "Two people were killed when their car hit a tree.",
        "Lawyers launched an offensive against the merger.",
        "Prices exploded in March.",
    ],
)
def test_no_arms(text):
    assert [event.kind for event in events(text) if kinds()[event.kind].conflict] == []


def test_a_verbal_attack_between_persons_is_none():
    made = draft_of("Ruiz attacked Delgado over taxes.")
    set_actors(made, {"Ruiz": "ruiz", "Delgado": "delgado"}, kind="person")
    read_events(made)
    assert [event for event in made.events if event.type == "ASSAULT"] == []


def test_a_verbal_attack_amid_talk_of_war_is_none():
    made = draft_of("The army shelled rebel positions and troops advanced. Ruiz attacked Delgado over the war.")
    set_actors(made, {"Ruiz": "ruiz", "Delgado": "delgado"}, kind="person")
    read_events(made)
    assert "attack" not in [event.kind for event in made.events]


def test_crime_in_a_city_is_no_event_of_war():
    text = "A robber shot a clerk. The sheriff arrested a suspect, and the county jury convicted him of murder."
    assert [event.kind for event in events(text) if kinds()[event.kind].conflict] == []


def test_meetings_need_two_parties():
    assert events("The president met.", {"president": "president"}) == []
    found = events("The ministers of Chad and Sudan met in Cairo.", {"ministers": ("chad", "sudan")})
    assert [event.kind for event in found] == ["meeting"]
