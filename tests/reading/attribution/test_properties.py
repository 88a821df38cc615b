"""What holds of every text: spans inside it, contents never empty, the same twice, no text too odd."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.attribution.told import attributed

PIECES = [
    *'“”",.:\n‘’—?',
    "Olsen",
    "the army",
    "said",
    "added",
    "that",
    "told reporters",
    "the road was shut",
    "according to",
    "accused",
    "Ruvia",
    "of shelling",
    "adding",
    "who",
    "he",
    "reportedly",
    "criticised",
    "not",
    "refused to comment",
    "'s claim that",
    "we",
    "as",
    "it was announced by",
    "called",
    "on",
]
ODD = [
    "",
    "“",
    '"' * 1000,
    "said",
    "said said said",
    "“” “” ‘’",
    ": :",
    "\u202eabc said.",
    "a" * 5000,
    "according to",
    "“.”",
]


def check(text: str) -> None:
    draft = attributed(text)
    assert [s.id for s in draft.statements] == [f"s{n}" for n in range(1, len(draft.statements) + 1)]
    ids = {s.id for s in draft.statements}
    for statement in draft.statements:
        assert statement.content
        for span in (*statement.content, *filter(None, (statement.cue, statement.speaker.mention))):
            assert span.end <= len(text)
            assert span.of(text).strip()
        assert all(a.end <= b.start for a, b in zip(statement.content, statement.content[1:], strict=False))
        assert statement.within != statement.id
        assert statement.within is None or statement.within in ids
    assert attributed(text).statements == draft.statements


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_jumbled_texts(pieces: list[str]) -> None:
    check(" ".join(pieces))
