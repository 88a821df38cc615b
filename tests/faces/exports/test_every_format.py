"""What holds of every format: the rows are those of the question, each with its source, and no text does harm."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.faces.exports.written import KEYS, asked, columns, components, entries, export, lines, raw, table, with_rows
from tests.faces.exports.written import written as file_of
from trucewatch.faces.asking import QUESTIONS
from trucewatch.faces.exports import FORMATS
from trucewatch.model.filters import Filter
from trucewatch.record.view import View

PAIRS = [(question, form) for question in QUESTIONS for form, each in FORMATS.items() if each.takes(question)]
_some = {
    "actors": ("velda", "osteria", "ivo-marn"),
    "speakers": ("velda", "ivo-marn"),
    "about": ("osteria",),
    "places": ("harrow", "osteria"),
    "kinds": ("shelling", "ASSAULT", "accuse", "withdrawal"),
    "statuses": ("claimed", "planned", "late", "owed"),
    "instruments": ("harrow-protocol",),
}
_days = st.none() | st.dates(date(2024, 2, 25), date(2024, 3, 12))
FILTERS = st.builds(
    Filter,
    **{name: st.lists(st.sampled_from(values), max_size=1).map(tuple) for name, values in _some.items()},
    since=_days,
    until=_days,
    rejected=st.booleans(),
    limit=st.none() | st.integers(0, 5),
    offset=st.integers(0, 3),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pair=st.sampled_from(PAIRS), narrowed=FILTERS)
@example(pair=("events", "ics"), narrowed=Filter(rejected=True))
def test_an_export_holds_the_rows_of_its_question(pair: tuple[str, str], narrowed: Filter, view: View) -> None:
    question, form = pair
    shown = QUESTIONS[question].ask(asked(view, question, narrowed)).rows
    keys = KEYS[form](file_of(view, question, form, narrowed))
    assert keys == [row.get("id") or row["key"] for row in shown]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_filled_here(form: str, view: View) -> None:
    filled = [question for question, each in PAIRS if each == form and KEYS[form](file_of(view, question, form))]
    assert "events" in filled


@pytest.mark.parametrize(("question", "form"), PAIRS)
def test_two_runs_write_the_same_file(question: str, form: str, view: View) -> None:
    assert file_of(view, question, form) == file_of(view, question, form)


@pytest.mark.parametrize("form", FORMATS)
def test_every_row_says_who_says_it_and_where(form: str, view: View) -> None:
    made = export(view, "events", form)
    text = str(columns(raw(form, made)).to_pylist()) if form == "parquet" else raw(form, made).decode()
    text = html.unescape(text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";"))
    for row in made.rows:
        (shown,) = row["evidence"]
        start, end = shown["span"]
        for told in (shown["document"].removeprefix("sha256:"), shown["publisher"], shown["published"]):
            assert told in text or (form == "parquet" and repr(date.fromisoformat(shown["published"])) in text)
        assert shown["quote"] in text
        assert re.search(rf"\b{start}\b", text)
        assert re.search(rf"\b{end}\b", text)
        assert shown["speaker"] is None or shown["speaker"] in text


NAUGHTY = (
    "=cmd|' /C calc'!A0",
    "  +1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\ufeff=1",
    "＝1",
    "a\x00b\x07\x1b[31mred\x7f\x9b",
    "\u202egpj.exe\u2066 \u200f",
    "<script>alert(1)</script> & ]]> <!-- \" '",
    'a "quoted", cell; and\r\na line\nmore',
    "\ufffe\uffff",
    "BEGIN:VEVENT\r\nSUMMARY:forged",
    "العربية Հայերեն 👩‍👧 𝕊",
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_FREE = frozenset({"name", "quote", "publisher", "title", "speaker", "content", "action", "url", "words"})


def changed(value: Any, text: str, under: str = "") -> Any:
    """A row with every free text in it replaced."""
    if isinstance(value, dict):
        return {key: changed(each, text, key) for key, each in value.items()}
    if isinstance(value, list):
        return [changed(each, text, under) for each in value]
    return text if isinstance(value, str) and under in _FREE else value


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pair=st.sampled_from(PAIRS), text=st.sampled_from(NAUGHTY) | st.text())
@example(pair=("events", "parquet"), text="a lone \ud800 surrogate")
@example(pair=("events", "csv"), text="a lone \ud800 surrogate")
@example(pair=("events", "atom"), text="a lone \ud800 surrogate")
@example(pair=("events", "ics"), text="a lone \ud800 surrogate")
@example(pair=("events", "prov"), text="a lone \ud800 surrogate")
@example(pair=("events", "ftm"), text="a lone \ud800 surrogate")
def test_no_text_breaks_a_file(pair: tuple[str, str], text: str, view: View) -> None:
    question, form = pair
    plain = export(view, question, form)
    data = raw(form, with_rows(plain, lambda row: changed(row, text)))
    assert KEYS[form](data) == KEYS[form](raw(form, plain))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"parquet"}))
@pytest.mark.parametrize("text", NAUGHTY)
def test_no_file_steers_a_terminal(form: str, text: str, view: View) -> None:
    data = raw(form, with_rows(export(view, "events", form), lambda row: changed(row, text)))
    assert not _CONTROL.search(data.decode().replace("\r\n", ""))


@pytest.mark.parametrize("form", ["csv", "acled"])
@pytest.mark.parametrize("text", NAUGHTY)
def test_no_cell_is_a_formula(form: str, text: str, view: View) -> None:
    data = raw(form, with_rows(export(view, "events", form), lambda row: changed(row, text)))
    for row in table(data):
        for name, cell in row.items():
            assert name in ("latitude", "longitude") or not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "＝"))


@pytest.mark.parametrize("text", NAUGHTY)
def test_programs_get_the_words_untouched(text: str, view: View) -> None:
    def made(form: str) -> bytes:
        return raw(form, with_rows(export(view, "events", form), lambda row: changed(row, text)))

    assert {row["evidence"][0]["quote"] for row in lines(made("ndjson"))} == {text}
    assert {row["evidence"][0]["quote"] for row in columns(made("parquet")).to_pylist()} == {text}
    features = json.loads(made("geojson"))["features"]
    assert {row["properties"]["evidence"][0]["quote"] for row in features} == {text}
    assert {row["tw_evidence"][0]["quote"] for row in lines(made("plover"))} == {text}
    words = [each for each in json.loads(made("prov"))["@graph"] if "prov:wasQuotedFrom" in each]
    assert {each["prov:value"] for each in words} == {text}


def test_markup_in_a_text_stays_text(view: View) -> None:
    text = NAUGHTY[9]
    made = with_rows(export(view, "events", "atom"), lambda row: changed(row, text))
    first = entries(raw("atom", made))[0]
    assert text in "".join(first.itertext())
    assert not [each for each in first.iter() if "script" in str(each.tag)]
    forged = with_rows(export(view, "events", "ics"), lambda row: changed(row, NAUGHTY[12]))
    assert len(components(raw("ics", forged))) == len(forged.rows)
    assert all(str(each["SUMMARY"]) != "forged" for each in components(raw("ics", forged)))
