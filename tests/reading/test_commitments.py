"""Who is bound to what by when, and what is told of keeping it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.hand_set import draft_of, find, instrument, say, set_actors, set_times
from trucewatch.model.commitment import Commitment, Fulfilment
from trucewatch.model.instrument import Instrument
from trucewatch.model.statement import Act
from trucewatch.model.time import TimeKind
from trucewatch.reading.commitments import read_commitments
from trucewatch.reading.commitments.deadlines import later
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import read_instruments

TARSK = instrument(
    "2019-04-07",
    "Tarsk statement of 7 April 2019",
    nouns=("statement", "agreement"),
    days=("2019-04-07",),
    parties=("ordvia", "lesk"),
    effective="2019-04-08T00:00+03:00",
)
ACTORS: dict[str, str | tuple[str, ...]] = {
    name: name.lower()
    for name in ("Ordvia", "Lesk", "Israel", "Hezbollah", "Hamas", "Rwanda", "Togo", "Ukraine", "Libya")
}


def prepare(text: str, times: dict[str, str | None] | None = None, *known: Instrument) -> Draft:
    draft = draft_of(text, instruments=known)
    set_times(draft, times or {})
    set_actors(draft, {name: id_ for name, id_ in ACTORS.items() if name in text})
    return draft


def read(draft: Draft) -> list[Commitment]:
    read_instruments(draft)
    read_commitments(draft)
    return draft.commitments


def action(draft: Draft, commitment: Commitment) -> str:
    return commitment.action.of(draft.text)


def who(commitment: Commitment) -> list[str | None]:
    return [ref.actor for ref in commitment.obligors]


def test_a_point_binds_the_parties_of_its_instrument_with_a_deadline_counted_from_signing() -> None:
    text = (
        "Under the second point of the April 7 agreement, which stipulates that within two years from the signing the "
        "sides must build a new railway, nothing was done."
    )
    draft = prepare(text, {"April 7": "2023-04-07"}, TARSK)
    set_times(draft, {"within two years from the signing": None}, rule="P2Y from signing", deadline=True)
    (only,) = read(draft)
    assert action(draft, only) == "build a new railway"
    assert who(only) == ["ordvia", "lesk"]
    assert (only.instrument, only.provision) == ("2019-04-07", "2")
    assert only.due is not None
    assert (only.due.value, only.due.rule) == ("../2021-04-07", "P2Y from signing")
    assert only.status is Fulfilment.OWED


def test_no_deadline_is_guessed() -> None:
    draft = prepare("Under the April 7 agreement, Lesk must free all prisoners.", {"April 7": "2023-04-07"}, TARSK)
    (only,) = read(draft)
    assert only.due is None
    assert who(only) == ["lesk"]


def test_a_length_with_no_start_keeps_its_rule_and_no_day() -> None:
    text = "The Cairo accord requires Hamas to release 33 hostages within 42 days."
    draft = prepare(text)
    set_times(draft, {"within 42 days": "P42D"}, rule="P42D", deadline=True)
    (only,) = read(draft)
    assert only.due is not None
    assert (only.due.value, only.due.rule) == (None, "P42D")
    assert action(draft, only) == "release 33 hostages"
    assert [(q.value, q.unit, q.mention.of(text)) for q in only.quantities] == [(33.0, "persons", "33 hostages")]


def test_a_bare_length_counts_from_the_day_that_names_its_instrument() -> None:
    text = "The accord signed on 1 September obliges Lesk to free all prisoners within 21 days. It never did."
    draft = prepare(text, {"1 September": "2033-09-01"})
    set_times(draft, {"within 21 days": "P21D"}, rule="P21D", deadline=True)
    (only,) = read(draft)
    assert only.due is not None
    assert (only.due.value, only.due.rule) == ("../2033-09-22", "P21D from signing")
    assert only.status is Fulfilment.BREACHED


def test_time_that_an_instrument_gives_is_a_deadline() -> None:
    text = "The accord signed on 1 September gives the sides two years to draw up a map."
    draft = prepare(text, {"1 September": "2033-09-01"})
    set_times(draft, {"two years": "P2Y"}, kind=TimeKind.DURATION)
    (only,) = read(draft)
    assert action(draft, only) == "draw up a map"
    assert only.due is not None
    assert only.due.value == "../2035-09-01"


def test_joined_duties_are_each_their_own() -> None:
    draft = prepare("Under the Tarsk accord, Lesk must withdraw its troops and Ordvia will reopen the border.")
    assert [(action(draft, c), who(c)) for c in read(draft)] == [
        ("withdraw its troops", ["lesk"]),
        ("reopen the border", ["ordvia"]),
    ]


@pytest.mark.parametrize(
    ("text", "act", "bound", "status"),
    [
        ("Israel is required to withdraw its troops.", "withdraw its troops", "israel", Fulfilment.OWED),
        ("Israel has agreed to free the prisoners.", "free the prisoners", "israel", Fulfilment.OWED),
        ("Rwanda is due to lift its defences.", "lift its defences", "rwanda", Fulfilment.OWED),
        ("Ukraine has yet to withdraw its guns.", "withdraw its guns", "ukraine", Fulfilment.OWED),
        ("Ukraine began the construction of a bridge.", "the construction of a bridge", "ukraine", Fulfilment.BEGUN),
        ("Israel launched the withdrawal.", "the withdrawal", "israel", Fulfilment.BEGUN),
        ("Togo continues to withdraw its units.", "withdraw its units", "togo", Fulfilment.UNDER_WAY),
        ("Israel's withdrawal is near completion.", "Israel's withdrawal", "israel", Fulfilment.UNDER_WAY),
        ("Hamas completed the handover of bodies.", "the handover of bodies", "hamas", Fulfilment.DONE),
        ("Israel failed to hand over the maps.", "hand over the maps", "israel", Fulfilment.BREACHED),
        ("Hezbollah missed the deadline to disarm.", "disarm", "hezbollah", Fulfilment.BREACHED),
        ("Rwanda violated the truce at dawn.", "the truce", "rwanda", Fulfilment.BREACHED),
        ("They accused Togo of breaching the accord.", "the accord", "togo", Fulfilment.BREACHED),
        ("Lesk refuses to sign the protocol.", "sign the protocol", "lesk", Fulfilment.REFUSED),
    ],
)
def test_frames(text: str, act: str, bound: str, status: Fulfilment) -> None:
    draft = prepare(f"The ceasefire held. {text}")
    (only,) = read(draft)
    assert action(draft, only) == act
    assert who(only) == [bound]
    assert only.status is status


@pytest.mark.parametrize(
    "text",
    [
        "The world must act now to save the ceasefire.",
        "The truce holds, but Israel must think about its future.",
        "Voters must show their cards. Libya must win on Sunday.",
        "The ceasefire is dead, and Hamas will fight on.",
        "Togo vowed to retaliate after the truce collapsed.",
        "The ceasefire held while Ukraine began talks with creditors.",
        "The council began the construction of a road. The team must win.",
    ],
)
def test_opinions_threats_and_other_business_are_no_commitments(text: str) -> None:
    assert read(prepare(text)) == []


def test_a_promise_is_the_speakers_own_with_a_day() -> None:
    text = "The ceasefire holds. Ordvia will withdraw its guns by 5 May, its minister said. Lesk will leave too."
    draft = prepare(text)
    set_times(draft, {"by 5 May": "../2024-05-05"}, deadline=True)
    say(draft, "ordvia", "Ordvia will withdraw its guns by 5 May", Act.ANNOUNCE)
    (only,) = read(draft)
    assert who(only) == ["ordvia"]
    assert action(draft, only) == "withdraw its guns"
    assert only.due is not None
    assert only.due.value == "../2024-05-05"
    assert (only.statement, [ref.actor for ref in only.claimed_by]) == ("s1", ["ordvia"])


def test_what_another_foretells_is_no_promise() -> None:
    draft = prepare("The ceasefire holds. Lesk will withdraw its guns by 5 May, Ordvia said.")
    set_times(draft, {"by 5 May": "../2024-05-05"}, deadline=True)
    say(draft, "ordvia", "Lesk will withdraw its guns by 5 May")
    assert read(draft) == []


def test_quantities_go_to_their_own_commitment() -> None:
    text = (
        "The truce holds. Ordvia began the construction of the five-mile road. Lesk completed the handover of 90 tanks."
    )
    draft = prepare(text)
    first, second = read(draft)
    assert [(q.value, q.unit) for q in first.quantities] == [(5.0, "mi")]
    assert [(q.value, q.unit) for q in second.quantities] == [(90.0, "vehicles")]


def test_parties_that_nobody_names_stay_unresolved_with_a_warning() -> None:
    draft = prepare("Under the Tarsk accord, the sides must exchange prisoners.")
    (only,) = read(draft)
    assert who(only) == [None]
    assert [w.mention for w in draft.warnings] == [find(draft.text, "the sides")]


OWN = """Accord on a Ceasefire in Ordvia
Ordvia and the Front of Lesk, meeting in Tarsk on 7 April 2019, have agreed as follows:
1. The Parties shall cease all hostilities.
2. Lesk withdraws its units from the valley by 20 April 2019 and hands over 40 armoured vehicles.
3. The valley is returned to Ordvia.
4. The Parties undertake:
(a) to dismantle roadblocks;
(b) to reopen the railway.
5. This Accord enters into force upon signature.
"""


def test_an_agreements_own_text_gives_its_points() -> None:
    draft = prepare(OWN, {"7 April 2019": "2019-04-07", "20 April 2019": "2019-04-20"}, TARSK)
    rows = [(c.provision, action(draft, c), who(c), c.due.value if c.due else None) for c in read(draft)]
    assert rows == [
        ("1", "cease all hostilities", ["ordvia", "lesk"], None),
        ("2", "withdraws its units from the valley", ["lesk"], "../2019-04-20"),
        ("2", "hands over 40 armoured vehicles", ["lesk"], None),
        ("3", "The valley is returned to Ordvia", [], None),
        ("4(a)", "dismantle roadblocks", ["ordvia", "lesk"], None),
        ("4(b)", "reopen the railway", ["ordvia", "lesk"], None),
    ]
    assert {c.instrument for c in draft.commitments} == {"2019-04-07"}


def test_one_verb_with_two_objects_and_two_days_is_two_commitments() -> None:
    text = (
        "Pact of Tarsk\nThe sides have agreed as follows:\n1. Lesk returns the valley by 5 May and the ridge by 9 June."
    )
    text += "\n2. The Parties shall cease fire."
    draft = prepare(text)
    set_times(draft, {"by 5 May": "../2019-05-05", "by 9 June": "../2019-06-09"}, deadline=True)
    rows = [(action(draft, c), who(c), c.due.value if c.due else None) for c in read(draft)]
    assert rows[:2] == [
        ("returns the valley", ["lesk"], "../2019-05-05"),
        ("the ridge", ["lesk"], "../2019-06-09"),
    ]


def test_the_next_years_of_an_agreement_count_from_its_signing() -> None:
    text = OWN.replace("3. The valley is returned to Ordvia.", "3. A road shall be built within the next three years.")
    draft = prepare(text, {"7 April 2019": "2019-04-07"}, TARSK)
    set_times(draft, {"the next three years": None}, kind=TimeKind.INTERVAL)
    due = next(c.due for c in read(draft) if c.provision == "3")
    assert due is not None
    assert (due.value, due.rule) == ("../2022-04-07", "P3Y from signing")


@pytest.mark.parametrize(
    ("length", "day"),
    [("P3Y", "2023-11-30"), ("P3M", "2021-02-28"), ("P2W", "2020-12-14"), ("PT24H", "2020-12-01"), ("often", None)],
)
def test_lengths_are_counted_in_the_calendar(length: str, day: str | None) -> None:
    assert later(date(2020, 11, 30), length) == (None if day is None else date.fromisoformat(day))


def test_endless_enumerations_are_read_without_running_out_of_stack() -> None:
    draft = prepare("The truce holds. " + "Lesk and " * 2_000 + "Lesk must withdraw " + "and free prisoners " * 500)
    read(draft)
    assert len(draft.commitments) < 100


WORDS = "the truce|Lesk|must|withdraw|by 5 May|,|.|which|and|failed to|sign|1.|shall|its|5-mile|road|is near completion"
MORE = "began|construction of|“|”|\n|under|Article 4|said that|has|to"
PIECES = st.sampled_from(f"{WORDS}|{MORE}".split("|"))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=40))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    draft = prepare(text, {"5 May": "2024-05-05"})
    for commitment in read(draft):
        assert 0 <= commitment.action.start < commitment.action.end <= len(text)
        assert all(q.mention.end <= len(text) for q in commitment.quantities)
        assert commitment.due is None or commitment.due.mention.of(text)
