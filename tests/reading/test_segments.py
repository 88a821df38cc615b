from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.segments import paragraphs, without_datelines


def shown(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_blank_lines_end_paragraphs() -> None:
    assert shown("One said no\n\n  Two.  \n\n\n\nThree") == ["One said no", "Two.", "Three"]


def test_single_breaks_end_paragraphs_of_their_own_length() -> None:
    text = (
        "Short headline\nThe ministry said on Monday that the road would stay shut until the talks were over "
        "and done.\nNo one answered."
    )
    assert len(shown(text)) == 3


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministry said on Monday that the road would stay shut until\n"
        "the talks were over, and that nobody had been asked to leave the\n"
        "valley before the end of the month."
    )
    assert len(shown(text)) == 1


def test_numbered_points_stay_apart_in_wrapped_text() -> None:
    text = (
        "1. The Parties shall cease all hostilities at six in the morning of\n"
        "the third of April, and shall tell their units so.\n"
        "2. The Parties shall exchange all prisoners and the remains of the\n"
        "dead no later than the first of June."
    )
    assert [p[:2] for p in shown(text)] == ["1.", "2."]


def test_windows_and_tab_space_is_left_out() -> None:
    assert shown("\t One. \r\n\r\n \tTwo.") == ["One.", "Two."]


@given(st.text(alphabet=st.sampled_from("ab.\n \r\t1”"), max_size=300))
def test_paragraphs_are_ordered_trimmed_and_lose_no_letter(text: str) -> None:
    spans = paragraphs(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    kept = "".join(span.of(text) for span in spans)
    assert sorted(c for c in kept if not c.isspace()) == sorted(c for c in text if not c.isspace())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("OSTERIA, 4 May - The army fired.", "The army fired."),
        ("PORT HALDEN (Coast Wire), May 29 – Two ministers met.", "Two ministers met."),
        ("HARROW — Guns fell silent.", "Guns fell silent."),
        ("The UN - which monitors the line - said so.", "The UN - which monitors the line - said so."),
        ("OSTERIA said so - twice.", "OSTERIA said so - twice."),
    ],
)
def test_a_dateline_is_parted_from_what_it_opens(text: str, rest: str) -> None:
    assert without_datelines(text, paragraphs(text))[-1].of(text) == rest
