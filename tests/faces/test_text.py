"""The text for people: goldens of a made-up reading, and what must hold of any."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faces.dossiers import HARROW
from tests.faces.golden import check
from tests.model.readings import at, full_reading, readings
from trucewatch.faces.safe import cells, visible
from trucewatch.faces.text import render, text_of
from trucewatch.faces.text.dossier import render_dossier, render_list
from trucewatch.faces.text.scene import Scene, count
from trucewatch.faces.text.wording import ACTS, BASES, FORMS, FULFILMENTS, STANCES, durations, edtf, plural
from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Fulfilment
from trucewatch.model.dispute import Stance
from trucewatch.model.event import Count, Event, EventType, Status
from trucewatch.model.reading import Reading
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.model.time import DateBasis

SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_golden_without_dossier() -> None:
    check("reading.txt", render(full_reading()))


def test_golden_with_dossier_shows_the_names_of_sides() -> None:
    shown = render(full_reading(), HARROW, width=100)
    check("reading-dossier.txt", shown)
    assert "Harrow (Osterian: Haroc)" in shown


def test_golden_narrow_and_coloured() -> None:
    check("reading-narrow.txt", render(full_reading(), width=44, colour=True))


def test_golden_dossier() -> None:
    check("dossier.txt", render_list([HARROW]) + "\n" + render_dossier(HARROW))


def test_colour_changes_no_word() -> None:
    assert SGR.sub("", render(full_reading(), HARROW, colour=True)) == render(full_reading(), HARROW)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(readings(), st.integers(1, 140))
def test_any_reading_can_be_shown(reading: Reading, width: int) -> None:
    shown = render(reading, HARROW, width=width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
    assert all(cells(line) <= max(30, min(width, 100)) for line in shown.splitlines())
    flat = "".join(shown.split())
    for statement in reading.statements:  # none is left out, even where they hold each other in a circle
        assert "".join(visible(statement.speaker.name).split()) in flat.replace("│", "")


def test_hostile_text_does_nothing() -> None:
    reading = full_reading()
    bad = "\x1b]0;owned\x07\u202e"
    hostile = replace(
        reading,
        document=replace(
            reading.document, text=reading.document.text.replace("fired", bad[:5]), title=bad, publisher=bad
        ),
        statements=(replace(reading.statements[0], speaker=ActorRef(None, bad, None)), *reading.statements[1:]),
    )
    shown = render(hostile, colour=False)
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "␛]0;owned␇<U+202E>" in shown


def _event(status: Status, **more: object) -> Event:
    return Event("e9", EventType.ASSAULT, None, "fire", at("fired"), status, **more)  # type: ignore[arg-type]


VELDA, OSTERIA = ActorRef("velda", "Velda", None), ActorRef("osteria", "Osteria", None)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (_event(Status.REPORTED), "In The Velda Post's own voice:"),
        (_event(Status.REPORTED, denied_by=(OSTERIA,)), "In The Velda Post's own voice, denied by Osteria:"),
        (_event(Status.CLAIMED, claimed_by=(VELDA,)), "According to Velda:"),
        (_event(Status.CLAIMED, claimed_by=(VELDA, OSTERIA)), "According to Velda and Osteria:"),
        (_event(Status.CLAIMED, statement="s2"), "According to Ivo Marn:"),
        (_event(Status.CLAIMED), "Claimed, by whom the text does not say:"),
        (_event(Status.DENIED, claimed_by=(VELDA,), denied_by=(OSTERIA,)), "Claimed by Velda, denied by Osteria:"),
        (_event(Status.DENIED, statement="s2"), "Denied by Ivo Marn:"),
        (_event(Status.DENIED), "Denied, by whom the text does not say:"),
        (_event(Status.PLANNED, claimed_by=(VELDA,)), "Planned, according to Velda:"),
        (_event(Status.HYPOTHETICAL, statement="s2"), "Supposed only, by Ivo Marn:"),
        (_event(Status.HYPOTHETICAL), "Supposed only, in the text's own voice:"),
    ],
)
def test_no_event_without_its_word(event: Event, line: str) -> None:
    reading = replace(full_reading(), events=(event,), disputes=(), warnings=())
    assert f"  {line}\n    fire (ASSAULT)" in render(reading)


def test_statements_that_hold_each_other_are_shown_once() -> None:
    one = Statement("s1", VELDA, None, (at("Monday"),), Form.DIRECT, Act.ASSERT, within="s2")
    two = Statement("s2", OSTERIA, None, (at("Tuesday"),), Form.DIRECT, Act.ASSERT, within="s1")
    lost = Statement("s3", OSTERIA, None, (at("Harrow"),), Form.DIRECT, Act.ASSERT, within="s99")
    shown = render(replace(full_reading(), statements=(one, two, lost), disputes=()))
    assert [shown.count(f"“{word}”\n") for word in ("Monday", "Tuesday", "Harrow")] == [1, 1, 1]


def test_deep_nesting_stops_indenting() -> None:
    chain = tuple(
        Statement(f"s{n}", VELDA, None, (at("Monday"),), Form.DIRECT, Act.ASSERT, within=f"s{n - 1}" if n else None)
        for n in range(50)
    )
    shown = render(replace(full_reading(), statements=chain))
    assert shown.count("Velda said") >= 50
    assert max(len(line) - len(line.lstrip()) for line in shown.splitlines()) < 30


def test_empty_reading_says_so() -> None:
    reading = full_reading()
    shown = render(Reading(replace(reading.document, title=None, publisher=None, url=None, published=None), None, "r"))
    assert "date of publication unknown" in shown
    assert "Nothing said, done or owed was found in this text." in shown
    assert "no dossier" in shown


def test_context_stays_in_its_sentence_and_marks_the_anchor() -> None:
    scene = Scene(full_reading(), None)
    words = "".join(text for text, _ in scene.around(at("answered")))
    assert "‹answered› on Tuesday" in words
    assert "Velda government" not in words


def test_text_of_flows_paragraphs() -> None:
    assert text_of("one\n\ntwo\x1b") == "│ one\n\n│ two␛\n\n"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "unknown"),
        ("2022-08-11", "2022-08-11"),
        ("../2022-08-31", "by 2022-08-31"),
        ("2022-08-11/..", "from 2022-08-11 on"),
        ("2022-08-01/2022-08-07", "2022-08-01 to 2022-08-07"),
    ],
)
def test_edtf_in_words(value: str | None, words: str) -> None:
    assert edtf(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(Count(2, 2), "2"), (Count(2, 5), "2 to 5"), (Count(3, None), "at least 3"), (Count(0, 0), "0")],
)
def test_counts_in_words(number: Count, words: str) -> None:
    assert count(number) == words


def test_every_code_has_its_words() -> None:
    assert set(ACTS) == set(Act)
    assert set(FORMS) == set(Form)
    assert set(FULFILMENTS) == set(Fulfilment)
    assert set(STANCES) == set(Stance)
    assert set(BASES) == set(DateBasis)


def test_plural() -> None:
    assert [plural(1, "mention"), plural(2, "mention"), plural(0, "party", "parties")] == [
        "1 mention",
        "2 mentions",
        "0 parties",
    ]


def test_span_at_the_very_ends() -> None:
    scene = Scene(full_reading(), None)
    last = len(scene.text)
    assert "".join(text for text, _ in scene.around(Span(0, 5))).startswith("‹VELDA›")
    assert "".join(text for text, _ in scene.around(Span(last - 1, last))).endswith("‹.›")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("P3Y from signing", "3 years from signing"),
        ("P1Y6M from effect", "1 year 6 months from effect"),
        ("P14D", "14 days"),
        ("by PT2H", "by PT2H"),
        ("MAP3Y of P", "MAP3Y of P"),
    ],
)
def test_durations_in_words(rule: str, words: str) -> None:
    assert durations(rule) == words
