"""The date of an event is that of its clause."""

from tests.reading.events.happened import events, only
from trucewatch.model.statement import Act
from trucewatch.model.time import DateBasis


def test_the_time_of_its_clause():
    event = only(events("Rebels shelled the town on 4 May.", times={"4 May": "2023-05-04"}), "shelling")
    assert (event.date.value, event.date.basis) == ("2023-05-04", DateBasis.STATED)


def test_the_day_of_saying_is_not_that_of_the_event():
    text = "The ministry said on Friday that rebels had shelled the town."
    event = only(events(text, {"The ministry": "ministry"}, {"Friday": "2023-05-05"}), "shelling")
    assert event.date.value is None


def test_two_days_are_two_events():
    text = "Putin spoke to Erdogan by phone on 2 and 8 March."
    times = {"2": "2022-03-02", "8 March": "2022-03-08"}
    found = events(text, {"Putin": "putin", "Erdogan": "erdogan"}, times)
    assert [(e.kind, e.date.value) for e in found] == [("call", "2022-03-02"), ("call", "2022-03-08")]
    assert found[0].anchor == found[1].anchor


def test_the_day_of_a_bulletin_is_not_that_of_the_event():
    text = "The camp came under fire from the rebels, its bulletin of 6 May says."
    assert only(events(text, times={"6 May": "2023-05-06"}), "fire").date.value is None


def test_a_deadline_to_leave_does_not_date_the_demand():
    text = "Rebels shelled the valley. The villagers were told to leave by 25 May."
    event = only(events(text, times={"by 25 May": "../2023-05-25"}), "demand")
    assert event.date.value is None


def test_two_days_with_an_aside_are_two_events():
    text = "Putin spoke to Erdogan by phone on 2 March, the eve of the talks, and again on 8 March."
    times = {"2 March": "2022-03-02", "8 March": "2022-03-08"}
    found = events(text, {"Putin": "putin", "Erdogan": "erdogan"}, times)
    assert [e.date.value for e in found if e.kind == "call"] == ["2022-03-02", "2022-03-08"]


def test_no_time_no_date():
    assert only(events("Rebels shelled the town."), "shelling").date.basis is DateBasis.UNKNOWN


def test_a_coordinate_verb_carries_the_date():
    text = "Troops withdrew from the valley on 4 May and released nine prisoners."
    event = only(events(text, times={"4 May": "2023-05-04"}), "release")
    assert (event.date.value, event.date.basis) == ("2023-05-04", DateBasis.CARRIED)


def test_the_next_sentence_carries_it_only_when_it_goes_on():
    text = "Rebels shelled the town on 4 May. They also attacked a convoy."
    event = only(events(text, times={"4 May": "2023-05-04"}), "attack")
    assert (event.date.value, event.date.basis) == ("2023-05-04", DateBasis.CARRIED)
    text = "Rebels shelled the town on 4 May. Soldiers attacked a convoy."
    assert only(events(text, times={"4 May": "2023-05-04"}), "attack").date.value is None


def test_a_paragraph_ends_it():
    text = "Rebels shelled the town on 4 May.\n\nThey also attacked a convoy."
    assert only(events(text, times={"4 May": "2023-05-04"}), "attack").date.value is None


def test_a_day_in_a_relative_clause_stays_there():
    text = "Soldiers attacked a post that rebels had built on 4 May."
    assert only(events(text, times={"4 May": "2023-05-04"}), "attack").date.value is None


def test_what_is_accused_is_not_dated_by_the_accusation():
    text = "On Monday Kenya accused Uganda of shelling its villages."
    found = events(
        text,
        {"Kenya": "kenya", "Uganda": "uganda"},
        {"Monday": "2023-05-01"},
        [("kenya", "shelling its villages", Act.ACCUSE)],
    )
    assert only(found, "accusation").date.value == "2023-05-01"
    assert only(found, "shelling").date.value is None
