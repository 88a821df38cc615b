"""CSV, NDJSON and Parquet: columns, types, what is missing."""

from __future__ import annotations

import builtins
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow
import pytest

from tests.faces.exports.written import columns, export, lines, raw, table, written
from trucewatch.faces.exports import FORMATS
from trucewatch.faces.rows import to_csv
from trucewatch.model.errors import InstallationError
from trucewatch.model.filters import Filter
from trucewatch.record.view import View


def test_numbers_stay_numbers_in_csv(view: View) -> None:
    (harrow,) = (row for row in table(written(view, "places", "csv")) if row["id"] == "harrow")
    assert float(harrow["longitude"]) == -46.25
    shelled = next(row for row in table(written(view, "events", "csv")) if row["kind"] == "shelling")
    assert (shelled["killed_low"], shelled["killed_high"], shelled["wounded_high"]) == ("2", "2", "")


def test_what_is_no_number_is_empty() -> None:
    (row,) = table(to_csv([{"key": "a", "rank": float("nan"), "score": float("inf"), "n": None}]).encode())
    assert row == {"key": "a", "rank": "", "score": "", "n": ""}
    with pytest.raises(ValueError, match="JSON"):
        raw("ndjson", _one({"key": "a", "rank": float("nan")}))


def test_more_evidence_is_named(view: View) -> None:
    one, two = (row["evidence"][0] for row in export(view, "events", "csv").rows[:2])
    (row,) = table(to_csv([{"key": "a", "evidence": [one, two]}]).encode())
    start, end = two["span"]
    assert row["quote"] == one["quote"]
    assert row["more_evidence"] == f"{two['document']}#char={start},{end}"


def test_rows_of_unlike_columns_share_a_header() -> None:
    rows = table(to_csv([{"key": "a", "one": 1}, {"key": "b", "two": 2}]).encode())
    assert rows == [{"key": "a", "one": "1", "two": ""}, {"key": "b", "one": "", "two": "2"}]


def test_columns_of_parquet_have_types(view: View) -> None:
    found = columns(written(view, "events", "parquet"))
    types = {field.name: field.type for field in found.schema}
    assert types["start"] == types["killed_low"] == pyarrow.int64()
    assert types["document_published"] == pyarrow.date32()
    assert types["quote"] == pyarrow.string()
    shown = found.to_pylist()[0]["evidence"][0]
    assert isinstance(shown["published"], date)
    assert {"document", "publisher", "quote", "start", "end", "speaker"} <= set(shown)
    documents = columns(written(view, "documents", "parquet"))
    assert documents.schema.field("added").type == pyarrow.timestamp("us", tz="UTC")
    assert columns(written(view, "places", "parquet")).schema.field("latitude").type == pyarrow.float64()
    assert columns(written(view, "actors", "parquet")).schema.field("known").type == pyarrow.bool_()


def test_a_parquet_file_tells_its_question(view: View) -> None:
    told = columns(written(view, "events", "parquet", Filter(kinds=("shelling",)))).schema.metadata
    assert json.loads(told[b"trucewatch.filter"]) == {"kinds": ["shelling"]}
    assert told[b"trucewatch.generator"].startswith(b"trucewatch/")


def test_without_its_library_parquet_says_what_to_install(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    true = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return true(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InstallationError, match=r"trucewatch\[parquet\]"):
        written(view, "events", "parquet")


def test_every_line_of_ndjson_is_one_row(view: View) -> None:
    made = export(view, "statements", "ndjson")
    assert lines(raw("ndjson", made)) == list(made.rows)


def test_what_is_written_comes_in_pieces(view: View) -> None:
    made = export(view, "statements", "ndjson")
    assert len(list(FORMATS["ndjson"].write(made))) == len(made.rows)


def _one(row: dict[str, Any]) -> Any:
    from trucewatch.faces.asking import QUESTIONS
    from trucewatch.faces.exports import Export

    return replace(Export(QUESTIONS["search"], (), date(2024, 3, 10)), rows=(row,))
