"""Likely slips of the text, flagged and never mended."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.hand_set import draft_of, find, set_actors
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.slips import read_slips


def flagged(draft: Draft) -> list[str]:
    read_slips(draft)
    return [warning.mention.of(draft.text) for warning in draft.warnings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The patrol reached the the bridge at noon.", "the the"),
        ("He went to to the village.", "to to"),
        ("They raised the especially the road issue.", "the especially the"),
        ("He called into the question the whole plan.", "called into the question"),
        ("The importance of the patrols was stressed not once.", "not once"),
        ("Ordvia is instating to close the pass.", "instating"),
    ],
)
def test_slips_of_the_pen(text: str, words: str) -> None:
    draft = draft_of(text)
    assert flagged(draft) == [words]
    assert draft.text == text


@pytest.mark.parametrize(
    "text",
    [
        "He said that that road was closed, and had had enough.",
        "Not once did the patrol stop. It was stressed not once but twice.",
        "The band played a la carte all night, all night long.",
        "Ordvia is insisting on its right to close the pass.",
        "He called the whole plan into question.",
    ],
)
def test_plain_english_is_left_alone(text: str) -> None:
    assert flagged(draft_of(text)) == []


def test_a_word_like_the_name_of_a_force_is_flagged_where_it_acts() -> None:
    text = "The Lesk contingent patrols the road. The continent is actively clearing mines."
    draft = draft_of(text)
    set_actors(draft, {"Lesk contingent": "lesk-contingent"}, kind="force")
    assert flagged(draft) == ["continent"]


def test_the_same_word_is_left_alone_where_no_force_is_like_it() -> None:
    draft = draft_of("The Lesk mission patrols the road. The continent is actively trading.")
    set_actors(draft, {"Lesk mission": "lesk-mission"}, kind="mission")
    assert flagged(draft) == []


def test_the_adjective_of_a_people_is_no_subject() -> None:
    draft = draft_of("Officials said Armenian continues to shell the pass. An Armenian continues to sing.")
    set_actors(draft, {"Armenian": "armenia"})
    for mention in draft.mentions:
        mention.kind = MentionKind.DEMONYM
    assert flagged(draft) == ["Armenian"]
    assert draft.warnings[0].mention == find(draft.text, "Armenian", 0)


def test_one_person_spelt_two_ways_is_flagged_once() -> None:
    draft = draft_of("Boris Tarkanov spoke. Tarkanov smiled. Then Torkanov left, and Tarkanov’s aide too.")
    set_actors(draft, {"Boris Tarkanov": "boris-tarkanov", "Torkanov": "boris-tarkanov"}, kind="person")
    for mention in draft.mentions:
        mention.person = True
    assert flagged(draft) == ["Torkanov"]


def test_a_quotation_that_ends_its_paragraph_needs_a_full_stop() -> None:
    speech = "“The observers have told us that the road along the river will stay open to all who need it this week,”"
    assert flagged(draft_of(f"{speech} the envoy said\nThe road is open.")) == ["said"]
    assert flagged(draft_of(f"{speech} the envoy said.\nThe road is open.")) == []


def test_a_headline_that_counts_otherwise_than_its_text_is_flagged() -> None:
    assert flagged(draft_of("Mine kills 12 soldiers\nA mine killed 14 soldiers on Monday.")) == ["12 soldiers"]
    assert flagged(draft_of("Mine kills 12 soldiers\nA mine killed 12 soldiers on Monday.")) == []


PIECES = st.sampled_from(
    ["the", "the", "to", "not", "once", ".", "instating", "Lesk", "contingent", "“", "”", "\n", "12", "said"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=40))
def test_warnings_lie_in_the_text_whatever_it_is(text: str) -> None:
    draft = draft_of(text)
    set_actors(draft, {"Lesk contingent": "lesk-contingent"}, kind="force")
    read_slips(draft)
    for warning in draft.warnings:
        assert 0 <= warning.mention.start < warning.mention.end <= len(text)
        assert warning.message
