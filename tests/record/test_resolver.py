"""Decisions are appended, can be taken back, and outlive every re-reading."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from tests.faults.children import KILLED, die_at_statement, needs_fork, run
from tests.model.readings import at
from tests.record.stories import add, varied
from trucewatch.model.errors import DecisionError, InputError
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Action, Decision, Judgement
from trucewatch.model.reading import Reading
from trucewatch.model.rows import Datum
from trucewatch.model.text import Span
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import Record, open_record
from trucewatch.record.tables import cluster
from trucewatch.record.upkeep import Level, check, content_hash
from trucewatch.record.view import View
from trucewatch.record.writer import Writer

HILL = {"actor": "hill-council", "name": "Hill Council"}


@pytest.fixture
def read(record: Record) -> Reading:
    """The reading that the record holds."""
    made = varied(1)
    add(record, made)
    return made


@pytest.fixture
def vera(record: Record) -> Resolver:
    """A reviewer."""
    return Resolver(record, "Vera")


def event(record: Record, kind: str = "shelling") -> Datum[Any]:
    """The event of a kind, rejected or not."""
    (found,) = [row for row in View(record).events(Filter(rejected=True)) if row.value.kind == kind]
    return found


def reread(record: Record, read: Reading, **changes: Any) -> None:
    """Another reader's reading of the same text."""
    Writer(record).replace(replace(read, reader="trucewatch/later", **changes), dossier_digest="d1")


def reworded(read: Reading, nth: int = 0) -> Reading:
    """The reading with one event's verb found in other, overlapping words."""
    one = read.events[nth]
    events = list(read.events)
    events[nth] = replace(one, anchor=Span(one.anchor.start, one.anchor.end + 3))
    return replace(read, events=tuple(events))


# -- judging ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("read")
def test_what_is_rejected_is_left_out_unless_asked_for(record: Record, vera: Resolver) -> None:
    key = event(record).key
    made = vera.reject(key, reason="  the gun was a firework ")
    assert key not in {row.key for row in View(record).events()}
    assert event(record).judgement is Judgement.REJECTED
    assert event(record).decision == made.id
    assert (made.reviewer, made.reason, made.targets) == ("Vera", "the gun was a firework", (key,))
    assert View(record).decisions() == [made]


@pytest.mark.usefixtures("read")
def test_what_is_corrected_is_found_by_its_new_values(record: Record, vera: Resolver) -> None:
    row = event(record)
    values = {
        "actors": [HILL],
        "place": {"place": "mill", "name": "Mill"},
        "date": {"value": "2024-03-02"},
        "killed": {"low": 1, "high": None},
        "status": "reported",
        "denied_by": [],
    }
    vera.correct(row.key, values)
    view = View(record)
    for narrowed in (Filter(actors=("hill-council",)), Filter(places=("mill",)), Filter(statuses=("reported",))):
        assert [each.key for each in view.events(narrowed)] == [row.key]
    assert [each.key for each in view.events(Filter(places=("harrow",)))] == []
    value = event(record).value
    assert (value.date.value, value.killed.low, value.killed.high, value.denied_by) == ("2024-03-02", 1, None, ())
    assert (value.wounded, value.anchor, value.claimed_by) == (
        row.value.wounded,
        row.value.anchor,
        row.value.claimed_by,
    )
    assert event(record).judgement is Judgement.CORRECTED


@pytest.mark.usefixtures("read")
def test_who_was_named_before_keeps_the_words_that_name_them(record: Record, vera: Resolver) -> None:
    row = View(record).statements(Filter(kinds=("accuse",)))[0]
    vera.correct(row.key, {"speaker": {"actor": "velda", "name": "Republic of Velda"}, "act": "assert"})
    value = View(record).datum(row.key).value  # type: ignore[union-attr]
    assert (value.speaker.name, value.speaker.mention) == ("Republic of Velda", row.value.speaker.mention)
    assert value.act == "assert"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "nothing is corrected"),
        ({"anchor": [0, 3]}, "no field 'anchor'"),
        ({"status": "splendid"}, "none of reported"),
        ({"status": 3}, "none of reported"),
        ({"date": {"value": "2024-02-31"}}, "no day of the calendar"),
        ({"date": {"value": "soon"}}, "no EDTF"),
        ({"date": {"value": None, "basis": "stated"}}, "unknown"),
        ({"date": {"day": "2024-02-01"}}, "no object of"),
        ({"killed": {"low": 3, "high": 2}}, "a count is"),
        ({"killed": {"low": True, "high": None}}, "a count is"),
        ({"killed": {"low": -1, "high": None}}, "a count is"),
        ({"killed": 3}, "no object of"),
        ({"killed": {"high": 3}}, "a count is"),
        ({"actors": HILL}, "no list of actors"),
        ({"actors": [{"actor": "hill-council"}]}, "no text"),
        ({"actors": [{**HILL, "mention": [5, 99_999]}]}, "no span"),
        ({"actors": [{**HILL, "name": "Hill\0Council"}]}, "on one line"),
        ({"place": {"place": "mill", "name": "\ud800"}}, "on one line"),
        ({"kind": " "}, "no text"),
        ({"type": "WAR"}, "none of AGREE"),
    ],
)
def test_values_a_datum_cannot_take_are_refused(
    record: Record, read: Reading, vera: Resolver, values: dict[str, Any], said: str
) -> None:
    before = content_hash(record)
    with pytest.raises(DecisionError, match=said):
        vera.correct(event(record).key, values)
    assert content_hash(record) == before
    assert View(record).decisions() == []


def test_a_correction_that_changes_nothing_is_refused(record: Record, read: Reading, vera: Resolver) -> None:
    with pytest.raises(DecisionError, match="already"):
        vera.correct(event(record).key, {"status": "claimed"})
    assert View(record).decisions() == []


@pytest.mark.usefixtures("read")
def test_a_commitment_and_a_dispute_are_corrected_too(record: Record, vera: Resolver) -> None:
    view = View(record)
    owed, dispute = view.commitments()[0], view.disputes()[0]
    vera.correct(owed.key, {"status": "breached", "due": {"value": "2024-05-01", "rule": None}, "obligors": [HILL]})
    vera.correct(dispute.key, {"about": "the fire of Monday"})
    value = view.commitments()[0].value
    assert (value.status, value.due.value, value.due.mention) == ("breached", "2024-05-01", owed.value.due.mention)
    assert [each.key for each in view.commitments(Filter(actors=("hill-council",)))] == [owed.key]
    assert view.disputes()[0].value.about == "the fire of Monday"
    assert view.disputes()[0].value.positions == dispute.value.positions


@pytest.mark.usefixtures("read")
def test_a_due_day_without_words_of_the_text_stands_on_the_duty(record: Record, vera: Resolver) -> None:
    owed = View(record).commitments()[0]
    vera.correct(owed.key, {"due": None})
    vera.correct(owed.key, {"due": {"value": "2024-05-01"}})
    value = View(record).commitments()[0].value
    assert value.due is not None
    assert value.due.mention == owed.value.action


@pytest.mark.parametrize(
    ("action", "targets", "values", "said"),
    [
        (Action.ACCEPT, ["e:aaaaaaaaaaaa"], None, "no datum e:aaaaaaaaaaaa"),
        (Action.ACCEPT, [], None, "nothing is named"),
        (Action.MERGE, ["i:aaaaaaaaaaaa", "e:aaaaaaaaaaaa"], None, "no incident"),
        (Action.STATUS, [], {"dossier": "d", "obligation": "1", "status": "fine"}, "none of owed"),
        (Action.STATUS, [], {"obligation": "1", "status": "done"}, "dossier is missing"),
        (Action.STATUS, [], {"dossier": "d", "obligation": "1", "status": "done", "from": "now"}, "no date"),
        (Action.STATUS, [], {"dossier": "d", "obligation": "1", "status": "done", "by": "x"}, "'by' is no value"),
    ],
)
def test_what_is_not_there_cannot_be_decided_about(
    record: Record, vera: Resolver, action: Action, targets: list[str], values: Any, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        vera.decide(action, targets, values=values)


@pytest.mark.usefixtures("read")
def test_what_does_not_fit_its_action_is_refused(record: Record, vera: Resolver) -> None:
    one, other = (row.key for row in View(record).events()[:2])
    statement = View(record).statements()[0].key
    for action, keys, values, said in (
        (Action.MERGE, [one], None, "at least two"),
        (Action.MERGE, [one, one], None, "at least two"),
        (Action.MERGE, [one, statement], None, "only events"),
        (Action.SPLIT, [one, one, other], None, "named twice"),
        (Action.ACCEPT, [one, other], None, "one datum"),
        (Action.ACCEPT, [one], {"status": "denied"}, "takes no values"),
        (Action.ATTACH, [one], {"obligation": "1", "stance": "maybe"}, "none of for, against, none"),
        (Action.ATTACH, [one], {"instrument": "x"}, "obligation is missing"),
    ):
        with pytest.raises(DecisionError, match=said):
            vera.decide(action, keys, values=values)
    with pytest.raises(DecisionError, match="4000"):
        vera.accept(one, reason="x" * 4001)
    for name in ("", " \n", "x" * 201):
        with pytest.raises(DecisionError, match="reviewer"):
            Resolver(record, name)


# -- taking back -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("read")
def test_what_is_taken_back_is_as_if_it_had_never_been(record: Record, vera: Resolver) -> None:
    before, key = content_hash(record), event(record).key
    made = vera.correct(key, {"status": "denied", "actors": [HILL]})
    assert content_hash(record) != before
    undone = Resolver(record, "Omar").undo(made.id, reason="misread")
    assert content_hash(record) == before
    assert (undone.undone_by, undone.undone_reason, undone.id) == ("Omar", "misread", made.id)
    assert View(record).decisions() == []
    assert View(record).decisions(undone=True) == [undone]
    assert (event(record).judgement, event(record).decision) == (Judgement.OPEN, None)
    with pytest.raises(DecisionError, match="already, by Omar"):
        vera.undo(made.id)
    with pytest.raises(DecisionError, match="no decision"):
        vera.undo("r:aaaaaaaaaaaa")


@pytest.mark.usefixtures("read")
def test_a_later_decision_is_taken_back_first(record: Record, vera: Resolver) -> None:
    key = event(record).key
    first = vera.accept(key)
    second = vera.correct(key, {"status": "denied"})
    beside = vera.attach(key, {"obligation": "1", "instrument": "p"})
    with pytest.raises(DecisionError, match=f"undo {second.id}"):
        vera.undo(first.id)
    vera.undo(second.id)
    assert (event(record).judgement, event(record).value.status, event(record).decision) == (
        Judgement.ACCEPTED,
        "claimed",
        first.id,
    )
    vera.undo(first.id)
    assert View(record).decisions() == [beside]


@pytest.mark.usefixtures("read")
def test_corrections_add_up_and_come_apart_again(record: Record, vera: Resolver) -> None:
    key = event(record).key
    vera.correct(key, {"status": "denied"})
    second = vera.correct(key, {"killed": None})
    assert (event(record).value.status, event(record).value.killed) == ("denied", None)
    vera.undo(second.id)
    assert (event(record).value.status, event(record).value.killed.low) == ("denied", 2)


# -- two reviewers ---------------------------------------------------------------------------------------------------


def test_who_looked_before_another_decided_is_told(record: Record, read: Reading, vera: Resolver) -> None:
    key, other = event(record).key, event(record, "withdrawal").key
    seen = View(record).tick
    made = vera.reject(key)
    omar = Resolver(record, "Omar")
    with pytest.raises(DecisionError, match=rf"reject \({made.id}\) by Vera"):
        omar.accept(key, expected=seen)
    omar.accept(other, expected=seen)
    omar.accept(key, expected=View(record).tick)
    seen = View(record).tick
    vera.undo(View(record).decisions(targets=[key])[-1].id)
    with pytest.raises(DecisionError, match="taken back by Vera"):
        omar.reject(key, expected=seen)
    seen = View(record).tick
    reread(record, read)
    with pytest.raises(DecisionError, match=r"read anew by trucewatch/later"):
        omar.reject(other, expected=seen)


def test_of_two_at_once_one_is_told_of_the_other(record: Record, read: Reading) -> None:
    key, seen = event(record).key, View(record).tick

    def decide(name: str) -> str:
        try:
            return Resolver(record, name).reject(key, expected=seen).reviewer
        except DecisionError as error:
            return str(error)

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(decide, ["Vera", "Omar", "Ines", "Bo"]))
    (made,) = View(record).decisions()
    assert told.count(made.reviewer) == 1
    assert sum(f"by {made.reviewer}" in each for each in told) == 3
    assert event(record).decision == made.id


def test_all_at_once_without_looking_are_kept_one_after_the_other(record: Record, read: Reading) -> None:
    key = event(record).key
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: Resolver(record, name).accept(key), ["Vera", "Omar", "Ines", "Bo"]))
    made = View(record).decisions(targets=[key])
    assert {each.reviewer for each in made} == {"Vera", "Omar", "Ines", "Bo"}
    assert event(record).decision == made[-1].id
    for each in reversed(made):
        Resolver(record, "Vera").undo(each.id)
    assert event(record).judgement is Judgement.OPEN


@needs_fork
def test_a_decision_that_is_killed_is_taken_whole_or_not_at_all(where: str) -> None:
    with open_record(where) as record:
        add(record, varied(1))
        before, key = content_hash(record), event(record).key
        made = Resolver(record, "Vera").correct(key, {"status": "denied"})
        after = content_hash(record)
        Resolver(record, "Vera").undo(made.id)
    deaths = 0
    for nth in range(1, 30):

        def work(nth: int = nth) -> None:
            with open_record(where) as own:
                die_at_statement(nth)
                Resolver(own, "Vera").correct(key, {"status": "denied"})

        ended = run(work)
        with open_record(where) as record:
            assert content_hash(record) == (before if ended == KILLED else after)
            assert {each.level for each in check(record)} == {Level.OK}
        if ended != KILLED:
            break
        deaths += 1
    assert 5 < deaths < 29


# -- re-reading ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["same", "reworded", "gone"])
@pytest.mark.parametrize("action", ["accept", "reject", "correct"])
def test_a_judged_row_survives_rereading(record: Record, read: Reading, vera: Resolver, action: str, what: str) -> None:
    key = event(record).key
    values = {"status": "denied"} if action == "correct" else None
    made = vera.decide(Action(action), [key], values=values)
    later = {"same": read, "reworded": reworded(read), "gone": replace(read, events=read.events[1:])}[what]
    reread(record, later)
    reread(record, later)
    rows = View(record).events(Filter(rejected=True))
    assert len(rows) == 3
    row = event(record)
    assert (row.key, row.decision) == (key, made.id)
    assert row.value.status == ("denied" if action == "correct" else "claimed")
    assert row.reader == "trucewatch/later"
    assert row.value.statement in {each.key for each in View(record).statements()}


@pytest.mark.parametrize("what", ["same", "reworded", "gone"])
def test_merged_and_attached_rows_survive_rereading(record: Record, read: Reading, vera: Resolver, what: str) -> None:
    keys = [row.key for row in View(record).events()]
    attached = event(record).key
    decisions = [vera.merge(keys), vera.attach(attached, {"obligation": "1", "instrument": "p"})]
    later = {"same": read, "reworded": reworded(read), "gone": replace(read, events=())}[what]
    changed = tuple(replace(each, mode="other") for each in later.events)
    reread(record, replace(later, events=changed))
    assert {row.key for row in View(record).events()} == set(keys)
    assert View(record).decisions() == decisions
    # Its key is held, its values are the new reader's where it has any.
    assert event(record).value.mode == ("heavy-weapons" if what == "gone" else "other")
    assert event(record).judgement is Judgement.OPEN


def test_a_statement_in_other_words_keeps_what_refers_to_it(record: Record, read: Reading, vera: Resolver) -> None:
    view = View(record)
    row = next(each for each in view.statements() if each.value.act == "accuse")
    vera.accept(row.key)
    first, *others = read.statements
    shorter = replace(first, content=(Span(first.content[0].start, first.content[0].end),))
    reread(record, replace(read, statements=(shorter, *others)))
    assert len(view.statements()) == 4
    assert event(record).value.statement == row.key
    positions = {each.stance.value: each.statement for each in view.disputes()[0].value.positions}
    assert positions["asserts"] == row.key


def test_a_kept_event_follows_its_statement_into_other_words(record: Record, read: Reading, vera: Resolver) -> None:
    vera.accept(event(record).key)
    first, *others = read.statements
    shorter = replace(first, content=(Span(first.content[0].start, first.content[0].end),))
    reread(record, replace(read, statements=(shorter, *others)))
    said = next(each for each in View(record).statements() if each.value.act == "accuse")
    assert event(record).value.statement == said.key
    reread(record, replace(read, statements=()))
    assert event(record).value.statement is None


def test_what_is_put_back_refers_to_what_holds(record: Record, read: Reading, vera: Resolver) -> None:
    vera.accept(event(record).key)
    made = vera.correct(event(record).key, {"status": "denied"})
    first, *others = read.statements
    shorter = replace(first, content=(Span(first.content[0].start, first.content[0].end),))
    reread(record, replace(read, statements=(shorter, *others)))
    vera.undo(made.id)
    said = next(each for each in View(record).statements() if each.value.act == "accuse")
    assert (event(record).value.statement, event(record).value.status) == (said.key, "claimed")
    assert {each.level for each in check(record)} == {Level.OK}


def test_two_events_do_not_become_one_by_rereading(record: Record, read: Reading, vera: Resolver) -> None:
    vera.reject(event(record).key)
    other = replace(read.events[0], id="e9", kind="clash", anchor=at("killing"))
    reread(record, replace(read, events=(*read.events, other)))
    assert event(record, "clash").judgement is Judgement.OPEN


def test_taking_back_after_rereading_gives_the_new_readers_word(record: Record, read: Reading, vera: Resolver) -> None:
    key = event(record).key
    made = vera.reject(key)
    later = replace(read, events=tuple(replace(each, mode="other") for each in read.events))
    reread(record, later)
    assert event(record).value.mode == "heavy-weapons"
    vera.undo(made.id)
    assert (event(record).value.mode, event(record).judgement) == ("other", Judgement.OPEN)
    made = vera.accept(key)
    reread(record, replace(later, events=later.events[1:]))
    assert event(record).judgement is Judgement.ACCEPTED
    vera.undo(made.id)
    assert key not in {row.key for row in View(record).events()}


# -- incidents and obligations ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("read")
def test_incidents_stand_for_their_events(record: Record, vera: Resolver) -> None:
    one, two, three = (row.key for row in View(record).events())
    with record.writing("derive") as (connection, _):
        pairs = ((one, "i:aaaaaaaaaaaa"), (two, "i:aaaaaaaaaaaa"), (three, "i:bbbbbbbbbbbb"))
        connection.execute(insert(cluster), [{"event": each, "incident": name} for each, name in pairs])
    joined = vera.merge(["i:aaaaaaaaaaaa", three])
    assert set(joined.targets) == {one, two, three}
    assert [sorted(each) for each in joined.values["groups"]] == [sorted([one, two]), [three]]
    apart = vera.split(["i:aaaaaaaaaaaa"])
    assert sorted(apart.values["groups"]) == sorted([[one], [two]])
    across = vera.split(["i:aaaaaaaaaaaa", "i:bbbbbbbbbbbb"])
    assert [sorted(each) for each in across.values["groups"]] == [sorted([one, two]), [three]]
    with pytest.raises(DecisionError, match="with the incident it is in"):
        vera.split(["i:aaaaaaaaaaaa", one])


def test_an_obligations_status_is_decided_without_any_datum(record: Record, vera: Resolver) -> None:
    values = {"dossier": "stonebrook", "instrument": None, "obligation": "u1", "status": "done", "from": "2031-04-01"}
    made = vera.status(values, reason="seen")
    assert made.values == values
    assert made.targets == ("o:stonebrook//u1",)
    assert View(record).decisions(actions=[Action.STATUS], targets=["o:stonebrook//u1"]) == [made]
    assert View(record).decisions(actions=[Action.ATTACH]) == []
    assert [each.what for each in View(record).history("o:stonebrook//u1")] == ["status"]
    vera.undo(made.id)
    assert View(record).decisions() == []


# -- history ---------------------------------------------------------------------------------------------------------


def test_history_tells_readings_and_decisions_in_order(record: Record, read: Reading, vera: Resolver) -> None:
    key = event(record).key
    made = vera.correct(key, {"status": "denied"}, reason="heard it")
    vera.attach(key, {"obligation": "1", "instrument": "p"})
    later = replace(read, events=tuple(replace(each, mode="other") for each in read.events))
    reread(record, later)
    reread(record, replace(later, events=()))
    vera.undo(made.id, reason="no")
    turns = View(record).history(key)
    told = [(each.what, each.by, each.judgement and each.judgement.value, each.overruled) for each in turns]
    assert told == [
        ("read", "trucewatch/test", "open", False),
        ("correct", "Vera", "corrected", False),
        ("attach", "Vera", "corrected", False),
        ("read", "trucewatch/later", "corrected", True),
        ("lost", "trucewatch/later", "corrected", True),
        ("undo", "Vera", None, False),
    ]
    assert turns[1].changed == {"status": ("claimed", "denied")}
    assert turns[3].changed == {"mode": ("heavy-weapons", "other")}
    assert (turns[1].reason, turns[5].reason, turns[1].decision) == ("heard it", "no", made.id)
    assert [each.at for each in turns] == sorted(each.at for each in turns)
    assert View(record).history("e:aaaaaaaaaaaa") == []


def test_decisions_are_as_known_at_their_tick(record: Record, read: Reading, vera: Resolver) -> None:
    made: Decision = vera.reject(event(record).key)
    before = View(record)
    before._at = before.tick
    vera.undo(made.id)
    assert before.decisions() == [made]
    assert before.decisions()[0].undone is None
    assert len(before.events()) == 2
    assert len(before.history(made.targets[0])) == 2
    assert len(View(record).events()) == 3


@pytest.mark.parametrize("seed", range(4))
def test_all_taken_back_is_as_if_only_the_readers_had_spoken(where: str, tmp_path: Path, seed: int) -> None:
    chance, read = random.Random(seed), varied(1)
    later = [
        read,
        reworded(read),
        replace(read, events=read.events[1:]),
        replace(read, events=()),
        replace(read, statements=read.statements[1:]),
        replace(read, events=tuple(replace(each, mode="other") for each in read.events)),
    ]
    with open_record(where) as record:
        add(record, read)
        vera = Resolver(record, "Vera")
        for _ in range(25):
            keys = [row.key for row in View(record).events(Filter(rejected=True))]
            if not keys or chance.random() < 0.3:
                reread(record, chance.choice(later))
            elif len(keys) > 1 and chance.random() < 0.2:
                vera.decide(chance.choice([Action.MERGE, Action.SPLIT]), chance.sample(keys, 2))
            elif chance.random() < 0.3:
                vera.undo(View(record).decisions()[-1].id) if View(record).decisions() else None
            else:
                _decide(vera, chance, chance.choice(keys))
        assert not [each for each in check(record) if each.level is not Level.OK and each.name != "data"]
        for made in reversed(View(record).decisions()):
            vera.undo(made.id)
        reread(record, read)
        assert View(record).decisions() == []
        with open_record(tmp_path / "fresh.db") as fresh:
            add(fresh, replace(read, reader="trucewatch/later"))
            assert content_hash(record) == content_hash(fresh)


def _decide(vera: Resolver, chance: random.Random, key: str) -> None:
    action = chance.choice([Action.ACCEPT, Action.REJECT, Action.CORRECT, Action.ATTACH])
    if action is Action.CORRECT:
        vera.correct(key, {"killed": {"low": chance.randrange(10**6), "high": None}})
    elif action is Action.ATTACH:
        vera.attach(key, {"obligation": "1", "instrument": "p"})
    else:
        vera.decide(action, [key])
