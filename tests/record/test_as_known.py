"""Whatever was asked on a day is answered the same later as known on that day: nothing that comes in changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.record.conftest import Clock
from tests.record.stories import arrival, bare, varied
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Action
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import Record
from trucewatch.record.view import View
from trucewatch.record.writer import Writer

FIRST_DAY = date(2024, 3, 5)
FILTERS = [Filter(), Filter(actors=("velda",)), Filter(rejected=True), Filter(kinds=("shelling",)), Filter(limit=1)]


def answers(view: View) -> dict[str, Any]:
    """Every question that the view answers."""
    rows = [*view.statements(), *view.events(Filter(rejected=True)), *view.commitments(), *view.disputes()]
    documents = view.documents()
    told: dict[str, Any] = {
        "data": [(name, chosen, ask(chosen)) for name, ask in _asks(view).items() for chosen in FILTERS],
        "arrivals": view.arrivals(),
        "originals": view.originals(),
        "names": [view.names(what) for what in ("actor", "place")],
        "dossiers": view.dossiers(),
        "speakers": view.speakers(row.key for row in rows),
        "data by key": [view.datum(row.key) for row in rows],
        "histories": [view.history(row.key) for row in rows],
        "texts": [(view.text(each.id), view.whole(each.id)) for each in documents],
        "beginnings": [view.matching("document", ""), view.matching("datum", "e:")],
        "decisions": view.decisions(),
        # How well a text fits is measured against all the others, so the ranks move; what is found does not.
        "search": sorted((hit.document.id, hit.quote) for word in ("guns", "calm") for hit in view.search(word)),
    }
    for what in ("statement", "event", "commitment", "dispute"):
        told[f"count of {what}"] = [view.count(what, chosen) for chosen in FILTERS]
    for what in ("document", "actor", "place"):
        told[f"total of {what}"] = [view.total(what, chosen) for chosen in FILTERS]
    told["found"] = view.total_found("guns OR calm")
    return told


def _asks(view: View) -> dict[str, Callable[[Filter], Any]]:
    return {
        "statements": view.statements,
        "events": view.events,
        "commitments": view.commitments,
        "disputes": view.disputes,
        "documents": view.documents,
        "actors": view.actors,
        "places": view.places,
    }


def _alike(one: str, other: str) -> bool:
    """Copies: the bridge is like both ends, which are not like each other."""
    return {one[:6], other[:6]} in ({"Guns A", "Bridge"}, {"Guns B", "Bridge"})


def _days(record: Record) -> Iterator[Callable[[], object]]:
    """What is done to the record, one thing a day."""
    writer, resolver = Writer(record), Resolver(record, "Ada")

    def add(text: str, day: int) -> Callable[[], object]:
        read = bare(text, published=date(2024, 3, day))
        return lambda: writer.add(arrival(text), read, dossier_digest=None, bands=(7,), alike=_alike)

    def key(kind: str) -> str:
        return View(record).events(Filter(kinds=(kind,), rejected=True))[0].key

    later = replace(varied(1), events=varied(1).events[1:], reader="trucewatch/later", dossier="later")
    yield lambda: writer.add(arrival("one"), varied(1), dossier_digest="d1")
    yield lambda: writer.quarantine(arrival("two"), "empty", "two is empty.")
    yield add("Guns A", 4)
    yield add("Guns B", 2)
    yield lambda: writer.add(arrival("three"), varied(2, url="https://example.org/1"), dossier_digest="d1")
    yield lambda: resolver.reject(key("road-closure"), reason="not so")
    yield add("Bridge", 3)
    yield lambda: resolver.correct(
        key("withdrawal"), {"date": {"value": "2024-03-02", "basis": "stated"}}, reason="dated"
    )
    yield lambda: writer.replace(later, dossier_digest="d2")
    yield lambda: writer.add_sighting(arrival("elsewhere"), varied(2).document)
    yield lambda: writer.add(arrival("two"), bare("A calm day."), dossier_digest=None)
    yield lambda: resolver.undo(View(record).decisions(actions=[Action.REJECT])[0].id, reason="it was")
    yield lambda: writer.replace(varied(1), dossier_digest="d1")


def test_the_answers_of_every_day_stay_what_they_were(record: Record, clock: type[Clock]) -> None:
    kept: dict[date, dict[str, Any]] = {}
    for number, work in enumerate(_days(record)):
        day = FIRST_DAY + timedelta(days=number)
        clock.today_is = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        work()
        kept[day] = answers(View(record))
    assert len({repr(each) for each in kept.values()}) == len(kept), "every day changed some answer"
    for day, told in kept.items():
        known = answers(View(record, as_known_on=day))
        for question, answer in told.items():
            assert known[question] == answer, f"{question} as known on {day}"


def test_before_anything_was_known_nothing_is_answered(record: Record, clock: type[Clock]) -> None:
    Writer(record).add(arrival("one"), varied(1), dossier_digest="d1")
    view = View(record, as_known_on=FIRST_DAY - timedelta(days=1))
    assert not any(ask(Filter()) for ask in _asks(view).values())
    assert view.text(varied(1).document.id) is None
    assert view.whole(varied(1).document.id) is None
    assert view.datum(View(record).events()[0].key) is None
    assert view.matching("document", "") == view.matching("datum", "") == view.arrivals() == view.search("guns") == []


@pytest.mark.parametrize(("at", "seen"), [((23, 59, 59), 1), ((0, 0, 0), 0)])
def test_a_day_ends_at_midnight_utc(record: Record, clock: type[Clock], at: tuple[int, int, int], seen: int) -> None:
    day = FIRST_DAY if seen else FIRST_DAY + timedelta(days=1)
    clock.today_is = datetime(day.year, day.month, day.day, *at, tzinfo=UTC)
    Writer(record).add(arrival("one"), varied(1), dossier_digest="d1")
    assert len(View(record, as_known_on=FIRST_DAY).documents()) == seen
