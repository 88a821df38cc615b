"""Incidents: the same whatever the order, never two that cannot be one, people's word before the rule's."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.record.stories import add, varied
from trucewatch.assessment.incidents import RULE, clusters, incidents
from trucewatch.assessment.incidents.clustering import grouped
from trucewatch.assessment.incidents.profile import Profile, Spot
from trucewatch.assessment.likeness import stems
from trucewatch.model.event import Count
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Action, Decision
from trucewatch.monitor import Monitor
from trucewatch.record import clusters as kept_clusters
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import Record
from trucewatch.record.view import View

HARROW = Spot("harrow", ("harrow",), (10.0, 20.0), 6.0, frozenset({"harrow"}))
MIRE = Spot("mire", ("mire",), (12.0, 20.0), 6.0, frozenset({"mire"}))


def told(key: str, words: str, kind: str = "shelling", day: int | None = 4, **more: object) -> Profile:
    """A telling of an event on a day of May 2031, in a document of its own unless one is named."""
    when = None if day is None else date(2031, 5, day)
    values: dict[str, object] = {
        "key": key,
        "document": f"d-{key}",
        "original": f"d-{key}",
        "kind": kind,
        "first": when,
        "last": when,
        "sure": True,
        "told": date(2031, 5, 5),
        "spot": HARROW,
        "doers": frozenset({"osteria"}),
        "sides": frozenset({"osteria", "velda"}),
        "words": stems(words),
        "page": None,
        "killed": None,
        "wounded": None,
        "planned": False,
    }
    return Profile(**(values | more))  # type: ignore[arg-type]


GUNS = "Osterian guns shelled the mill of Harrow at dawn"
STORIES = [
    told("e:a", GUNS),
    told("e:b", "Shells from Osterian guns hit the mill in Harrow before sunrise, the Veldan army said"),
    told("e:c", "The mill at Harrow was shelled at dawn by guns of the Osterian army", killed=Count(2, 2)),
    told("e:d", GUNS.replace("Harrow", "Mire"), spot=MIRE),
    told("e:e", GUNS, day=9),
    told("e:f", "Drones of the Osterian army struck a depot in Harrow", "drone-strike"),
]


def test_tellings_of_one_event_are_one_and_others_are_not() -> None:
    found = grouped(STORIES)
    assert ["e:a", "e:b", "e:c"] in found
    assert [each for each in found if len(each) == 1] == [["e:d"], ["e:e"], ["e:f"]]


def test_a_plan_is_of_what_comes_after_it() -> None:
    words = "The envoys of Osteria and Velda meet in Harrow"
    plan = told("e:p", words, "meeting", 5, first=date(2031, 5, 1), planned=True, sure=False)
    assert grouped([plan, told("e:q", words, "meeting", 9, told=date(2031, 5, 10))]) == [["e:p", "e:q"]]
    assert grouped([plan, told("e:q", words, "meeting", 3)]) == [["e:p"], ["e:q"]]
    assert grouped([plan, told("e:q", words, "meeting", 9, document="d-e:p")]) == [["e:p"], ["e:q"]]


def test_works_told_in_one_text_are_several() -> None:
    words = "The agency finished the section of the road at Harrow"
    one, other = told("e:p", words, "construction"), told("e:q", words, "construction")
    assert grouped([one, other]) == [["e:p", "e:q"]]
    assert grouped([one, replace(other, document=one.document)]) == [["e:p"], ["e:q"]]


def test_one_victim_by_two_names_of_who_did_it() -> None:
    hurt = Count(1, 1)
    one = told("e:p", "A Veldan conscript was killed by fire", "fire", doers=frozenset({"osteria"}), killed=hurt)
    other = replace(
        one, key="e:q", document="d", original="d", doers=frozenset({"marsh"}), sides=frozenset({"marsh", "velda"})
    )
    assert grouped([one, other]) == [["e:p", "e:q"]]
    assert grouped([one, replace(other, sides=frozenset({"marsh", "harl"}))]) == [["e:p"], ["e:q"]]


def test_the_order_of_reports_changes_nothing() -> None:
    expected = grouped(STORIES)
    for seed in range(20):
        mixed = list(STORIES)
        random.Random(seed).shuffle(mixed)
        assert grouped(mixed) == expected


def test_a_call_is_what_it_is_by_who_takes_part() -> None:
    def call(key: str, *sides: str) -> Profile:
        return told(key, "The two spoke by telephone", "call", spot=None, sides=frozenset(sides), doers=frozenset())

    found = grouped([call("e:a", "osteria", "velda"), call("e:b", "osteria", "velda"), call("e:c", "velda", "marn")])
    assert found == [["e:a", "e:b"], ["e:c"]]


def test_a_wire_copy_goes_with_its_original_however_it_is_read() -> None:
    copy = told("e:z", GUNS, day=9, original="d-e:a")
    assert ["e:a", "e:b", "e:c", "e:z"] in grouped([*STORIES, copy])


def test_the_last_version_of_a_page_counts() -> None:
    first = told("e:1", GUNS, day=3, page="https://example.org/1", told=date(2031, 5, 4))
    last = told("e:2", GUNS, day=4, page="https://example.org/1", told=date(2031, 5, 6))
    group = next(each for each in grouped([*STORIES, first, last]) if "e:2" in each)
    assert {"e:1", "e:2"} <= set(group)  # the first version's day does not part them
    assert "e:e" not in group


@pytest.mark.parametrize(
    ("action", "targets", "together"),
    [(Action.MERGE, ("e:a", "e:e"), True), (Action.SPLIT, ("e:a", "e:b"), False)],
)
def test_what_people_decide_goes_before_the_rule(action: Action, targets: tuple[str, str], together: bool) -> None:
    decision = Decision("r:1", datetime(2031, 5, 6, tzinfo=UTC), "ann", action, targets, "seen")
    found = grouped(STORIES, [decision])
    one = next(each for each in found if targets[0] in each)
    assert (targets[1] in one) is together


def test_a_record_answers_with_every_version(record: Record) -> None:
    add(record, varied(1))
    add(record, varied(2, published=date(2024, 3, 6)))
    found, total = incidents(View(record))
    assert total == len(found)
    assert sum(len(each.versions) for each in found) == View(record).count("event")
    for each in found:
        assert each.rule == RULE
        assert len(each.evidence) == len(each.versions)
    (shelling,) = [each for each in found if len(each.versions) == 2 and each.tolls]
    assert shelling.tolls[0].claimant
    assert len(shelling.sources) == 1  # one outlet, two reports


def test_what_is_kept_answers_as_what_is_grouped_anew(record: Record) -> None:
    for number in range(4):
        add(record, varied(number, published=date(2024, 3, 5 + number)))
    fresh, total = incidents(View(record), Filter(limit=3))
    assert kept_clusters.stale(record, RULE)
    list(Monitor(record).add([]))
    assert not kept_clusters.stale(record, RULE)
    kept = incidents(View(record), Filter(limit=3))
    assert ([each.to_dict() for each in kept[0]], kept[1]) == ([each.to_dict() for each in fresh], total)


def test_a_merge_holds_for_the_record(record: Record) -> None:
    add(record, varied(1))
    before = clusters(View(record), ())
    one, other = sorted(before)[:2]
    assert before[one] != before[other]
    Resolver(record, "ann").merge((one, other), reason="one night")
    after = clusters(View(record), ())
    assert after[one] == after[other]
    assert any(each.decided for each in incidents(View(record))[0])
