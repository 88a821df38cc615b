"""docs/exports.md names every format, and every column and field that is not a question's own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.faces.exports.conftest import view
from tests.faces.exports.written import columns, lines, table, written
from trucewatch.faces.exports import FORMATS
from trucewatch.record.view import View

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
SHARED = {"document", "document_publisher", "document_published", "start", "end", "quote", "said_by", "more_evidence"}

__all__ = ["view"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_stands_in_the_table_and_has_its_part(form: str) -> None:
    each = FORMATS[form]
    assert f"| `{form}` | `.{each.ending}` | `{each.media_type}` |" in PAGE
    assert any(line.startswith("## ") and form in line.replace(",", "").split() for line in PAGE.splitlines())
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{form}` |"))
    told = {word.strip() for word in row.split("|")[4].split(",")}
    assert told == (each.fits or {"all"})


def test_every_column_and_field_is_told(view: View) -> None:
    assert not _missing(table(written(view, "events", "acled"))[0])
    assert not _missing(lines(written(view, "events", "plover"))[0])
    assert not _missing(columns(written(view, "events", "parquet")).to_pylist()[0]["evidence"][0])
    placed = json.loads(written(view, "places", "geojson"))["features"][0]["properties"]
    for name in ("precision", "radius_km", "radius_basis", "geonames"):
        assert name in placed
        assert f"`{name}`" in PAGE


def _missing(names: Iterable[str]) -> list[str]:
    return [each for each in names if f"`{each}`" not in PAGE and each not in SHARED]
