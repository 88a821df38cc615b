"""Arguments of verbs and nouns: passives, control, coordination, relative clauses."""

import pytest

from tests.reading.hand_set import draft_of
from trucewatch.reading.events.frame import Frame, noun_frame, verb_frame
from trucewatch.reading.parse import Parse


def _frame(text: str, at: str) -> tuple[Parse, Frame]:
    parse = draft_of(text).parse
    word = next(w for w in parse.words if w.text == at)
    return parse, noun_frame(parse, word.i) if word.pos in ("NOUN", "PROPN") else verb_frame(parse, word.i)


def _texts(parse: Parse, heads: list[int]) -> list[str]:
    return [parse.words[i].text for i in heads]


@pytest.mark.parametrize(
    ("text", "at", "agents", "patients"),
    [
        ("Rebels attacked the camp.", "attacked", ["Rebels"], ["camp"]),
        ("The camp was attacked by rebels.", "attacked", ["rebels"], ["camp"]),
        ("Chad and Sudan signed the pact.", "signed", ["Chad", "Sudan"], ["pact"]),
        ("The minister refused to sign the paper.", "sign", ["minister"], ["paper"]),
        ("Kenya urged Uganda to withdraw.", "withdraw", ["Uganda"], []),
        ("Kenya accused Uganda of moving troops.", "moving", ["Uganda"], ["troops"]),
        ("Georgia blamed Russia for shelling the village.", "shelling", ["Russia"], ["village"]),
        ("The army stormed the town, killing nine people.", "killing", ["army"], ["people"]),
        ("The soldiers who fired the shells fled.", "fired", ["soldiers"], ["shells"]),
        ("Having crossed the river, the troops dug in.", "crossed", ["troops"], ["river"]),
        ("Two men were killed and four wounded.", "wounded", [], ["four"]),
    ],
)
def test_verbs(text, at, agents, patients):
    parse, frame = _frame(text, at)
    assert _texts(parse, frame.agents) == agents
    assert _texts(parse, frame.patients) == patients


@pytest.mark.parametrize(
    ("text", "at", "agents", "prep", "others"),
    [
        ("Iraq’s invasion of Kuwait began at night.", "invasion", ["Iraq"], "of", ["Kuwait"]),
        ("The rebels launched an attack on the base.", "attack", [], "on", ["base"]),
        ("Talks between Chad and Sudan collapsed.", "Talks", [], "between", ["Chad", "Sudan"]),
    ],
)
def test_nouns(text, at, agents, prep, others):
    parse, frame = _frame(text, at)
    assert _texts(parse, frame.agents) == agents
    assert _texts(parse, frame.preps[prep]) == others


def test_the_first_of_a_list_is_not_alone():
    parse, frame = _frame("France, Kenya, Norway and Qatar condemned the raid.", "condemned")
    assert _texts(parse, frame.agents) == ["France", "Kenya", "Norway", "Qatar"]
