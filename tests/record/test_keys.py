"""Keys are the same in every record and for ever: others keep them outside of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.readings import full_reading
from tests.record.stories import varied
from trucewatch.record.codec import rows_of
from trucewatch.record.keys import PREFIX, key

_parts = st.lists(st.text(max_size=8) | st.integers(), max_size=4)


def test_a_key_never_changes() -> None:
    """Whoever noted these finds the same by them in every later version."""
    assert key("event", "sha256:ab", "event", 3, 9, 0) == "e:bp7p7ohdgzod"
    keys = [row.columns["key"] for row in rows_of(full_reading())]
    assert " ".join(keys) == (
        "s:ovbhymdsaakq s:vi4fib2bdigr s:ekyvgtc4akby s:36qrrnqjge75 e:4rel7xpwfebg "
        "e:jz6y2lme7vfz e:gw3k66h2zceg c:oo22bv5jqdh2 q:uag5zy6ksk3j"
    )


@given(st.sampled_from(sorted(PREFIX)), _parts)
def test_a_key_can_be_said_and_typed(what: str, parts: list[object]) -> None:
    assert re.fullmatch(r"[a-z]:[a-z2-7]{12}", key(what, *parts))


def test_kinds_have_letters_of_their_own() -> None:
    assert len(set(PREFIX.values())) == len(PREFIX)


@pytest.mark.parametrize(("one", "other"), [(("a", "bc"), ("ab", "c")), ((1, 23), (12, 3)), (("a",), ("a", ""))])
def test_what_differs_in_its_parts_differs_in_its_key(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert key("event", *one) != key("event", *other)


def test_the_same_words_of_another_document_have_other_keys() -> None:
    one, other = ({row.columns["key"] for row in rows_of(varied(n))} for n in (1, 2))
    assert not one & other


def test_another_reader_and_other_ids_and_what_is_said_of_a_document_do_not_change_keys() -> None:
    read = varied(1)
    turned = replace(
        read,
        reader="trucewatch/later",
        dossier=None,
        document=replace(read.document, title="Another", published=None, url=None),
        statements=tuple(replace(each, id=f"x{each.id}", within=None) for each in reversed(read.statements)),
        events=tuple(replace(each, id=f"y{each.id}", kind="looting") for each in reversed(read.events)),
        disputes=(),
    )

    def keys(each: object) -> set[str]:
        return {row.columns["key"] for row in rows_of(each) if row.columns["what"] != "dispute"}  # type: ignore[arg-type]

    assert keys(turned) == keys(read)
