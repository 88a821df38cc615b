"""Searching by words: one language, the same finds on both databases, and no string that breaks it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.stories import add, bare
from trucewatch.model.errors import InputError
from trucewatch.model.filters import Filter
from trucewatch.record import words
from trucewatch.record.session import Record
from trucewatch.record.view import View

TEXTS = {
    "road": "The road to Harrow was closed. Guns fired on the village, snake_case and all.",
    "rail": "The railway reopened on Monday; the village road was quiet. A cease-fire of 20.5 km.",
    "accents": "Élise Šimić visited the café in Lačin. The Straße was empty.",
    "armenian": "Հայաստանի կառավարությունը հայտարարեց և լռեց։",
    "cyrillic": "Йод и Карабахский вопрос: войска ушли.",
}
FINDS = {
    "road": {"road", "rail"},
    "ROAD closed": {"road"},
    '"village road"': {"rail"},
    '"road village"': set(),
    '"cease fire"': {"rail"},
    "cease-fire": {"rail"},
    "20.5": {"rail"},
    "railway OR closed": {"road", "rail"},
    "OR railway OR": {"rail"},
    "road or": set(),
    "road railway OR closed": {"road", "rail"},
    "road -closed": {"rail"},
    'village -"was quiet"': {"road"},
    "rail": set(),
    "rail*": {"rail"},
    "simic": {"accents"},
    "Šimić": {"accents"},
    "elise CAFE": {"accents"},
    "straße": {"accents"},
    "STRASSE": {"accents"},
    "Հայաստանի": {"armenian"},
    "ՀԱՅԱՍՏԱՆ*": {"armenian"},
    "և": {"armenian"},
    "карабахский": {"cyrillic"},
    "йод": {"cyrillic"},
    "snake_case": {"road"},
    "case": {"road"},
    "headline": {"road"},
}
HOSTILE = [
    "NEAR( * ^",
    "NEAR(road, guns)",
    "title:road",
    "road AND",
    "{title} : road",
    "road' OR 1=1; --",
    "road & | ! <->",
    "':*",
    "\\' road",
    "a:*b",
    "road\x00guns",
    "+road ^guns",
    "(road",
    "rowid:1",
    "OR OR road",
    "%s %(n)s :n ?",
    "𝐫𝐨𝐚𝐝 \u202eroad",
]


def _found(record: Record, query: str) -> set[str]:
    titles = {hit.document.id for hit in View(record).search(query)}
    return {name for name, text in TEXTS.items() if bare(text).document.id in titles}


def _fill(record: Record) -> None:
    for name, text in TEXTS.items():
        add(record, bare(text, "A headline" if name == "road" else None))


def test_the_language_of_queries(record: Record) -> None:
    _fill(record)
    assert {query: _found(record, query) for query in FINDS} == FINDS


def test_hostile_queries_find_or_do_not_but_never_fail(record: Record) -> None:
    _fill(record)
    for query in HOSTILE:
        with suppress(InputError):
            _found(record, query)
    assert _found(record, "OR OR road") == {"road", "rail"}


@pytest.mark.parametrize(
    "query", ["", "  ", '" NEAR( * ^', '"', "-road", "* ^ (", "OR", "_", "w " * 65, '"' + "w " * 65 + '"']
)
def test_what_is_no_query_is_said(query: str) -> None:
    with pytest.raises(InputError, match="query"):
        words.parse_query(query)


@given(st.text(max_size=40))
def test_any_other_string_parses_into_plain_words(written: str) -> None:
    try:
        query = words.parse_query(written)
    except InputError:
        return
    for term in [*query.no, *(each for group in query.every for each in group)]:
        assert term.words
        assert all(word.isalnum() for word in term.words)


def test_hits_show_the_passage_and_can_be_narrowed(record: Record) -> None:
    _fill(record)
    view = View(record)
    (hit,) = view.search("cafe")
    assert hit.quote.text == "Élise Šimić visited the café in Lačin."
    assert view.search("cafe", Filter(dossiers=("none",))) == []
    assert len(view.search("road", Filter(limit=1))) == 1


def test_a_long_document_is_found_by_all_its_words(record: Record) -> None:
    """Its words are more than PostgreSQL takes as one text, and so is one of its words."""
    long = [f"{number}word" for number in range(60_000)]
    long[50_000:50_000] = ["the", "village", "road", "x" * 5000, "end"]
    add(record, bare(" ".join(long), "A headline"))
    add(record, bare("The village was quiet; the road was not. A 7word."))
    view = View(record)
    queries = {
        "7word": 2,
        "7word 59999word headline": 1,
        '"village road"': 1,
        '"15998word 15999word 16000word 16001word"': 1,
        '"31999word 32000word"': 1,
        '"7word 59999word"': 0,
        "village -59999word": 1,
        "village -headline -quiet": 0,
        "59999word OR quiet": 2,
        "x" * 5000: 1,
        f"road {'x' * 200}*": 1,
        "60000word": 0,
    }
    assert {query: len(view.search(query)) for query in queries} == queries
    assert {query: view.total_found(query) for query in queries} == queries
    with record.writing("derive") as (connection, _):
        words.rebuild(connection)
    assert {query: len(view.search(query)) for query in queries} == queries


def test_the_index_can_be_made_anew(record: Record) -> None:
    _fill(record)
    with record.writing("derive") as (connection, _):
        words.rebuild(connection)
    assert {query: _found(record, query) for query in FINDS} == FINDS
