"""The order of the readers, and what holds of every whole reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trucewatch
from evaluation.stories import stories
from trucewatch.model.document import Document
from trucewatch.reading import read_document
from trucewatch.reading.readers import READERS

GIVEN = {"text", "parse", "quotations"}
PIECES = [
    "Baku said on Thursday that it would withdraw its troops by 5 May.",
    "“We will not go,” he said.",
    "Two soldiers were killed near Avdiivka",
    "\n\n",
    "\n",
    "1. The Parties shall exchange all prisoners within 14 days of the signing.",
    "According to the ministry, the sixth point of the November 9 agreement was broken.",
    "‮",
    "\u200b",
    "“",
    "ﷺ",
    "🕊️",
    "He denied it",
    "— ",
    "...",
    "\ufffd",
    "Нет.",
    " and ",
]


def test_each_reader_requires_only_what_stands_before_it() -> None:
    there = set(GIVEN)
    for reader in READERS:
        assert reader.requires <= there, f"{reader.name} requires {reader.requires - there}"
        there |= reader.assigns


def test_every_layer_of_a_reading_is_assigned() -> None:
    assigned = set().union(*(reader.assigns for reader in READERS))
    assert {"times", "mentions", "places", "instruments", "statements", "events", "commitments", "disputes"} <= assigned


def every_span(value: Any) -> list[list[int]]:
    found = []
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("mention", "cue", "anchor", "action") and inner is not None:
                found.append(inner)
            elif key in ("mentions", "content"):
                found.extend(inner)
            else:
                found.extend(every_span(inner))
    elif isinstance(value, list):
        for inner in value:
            found.extend(every_span(inner))
    return found


def check(reading: dict[str, Any]) -> None:
    text = reading["document"]["text"]
    for start, end in every_span(reading):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end], repr(text[start:end])
    known = {actor["id"] for actor in reading["actors"]}
    statements = {statement["id"] for statement in reading["statements"]}
    for statement in reading["statements"]:
        assert statement["speaker"]["actor"] is None or statement["speaker"]["actor"] in known
        assert statement["within"] is None or statement["within"] in statements
    for datum in reading["events"] + reading["commitments"]:
        assert datum["statement"] is None or datum["statement"] in statements


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.one_of(st.none(), st.just(date(2022, 8, 12))))
def test_every_span_of_an_odd_text_slices_to_words(pieces: list[str], published: date | None) -> None:
    document = Document(" ".join(pieces), published=published)
    one = read_document(document).to_dict()
    check(one)
    assert one == read_document(document).to_dict()


@pytest.mark.parametrize("name", [name for name, _ in stories()])
def test_every_span_of_a_story_slices_to_words(name: str) -> None:
    story = dict(stories())[name]
    check(trucewatch.read(story["text"], published=story["published"], dossier=story.get("dossier")).to_dict())


def test_a_date_is_never_borrowed_from_publication() -> None:
    reading = trucewatch.read("Azerbaijani troops shelled the village of Sotk.", published="2022-08-12")
    assert all(event.date.value is None for event in reading.events)


def test_without_publication_a_weekday_stays_unknown() -> None:
    reading = trucewatch.read("Kyiv said on Thursday that two soldiers were killed by shelling.")
    assert [d.value for d in reading.dates if d.span.of(reading.document.text) == "Thursday"] == [None]
