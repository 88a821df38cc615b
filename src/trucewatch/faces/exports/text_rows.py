"""CSV and NDJSON: every question's rows as they are, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.faces.exports.export import Export, Format
from trucewatch.faces.rows import csv_lines, flat, json_line


def _csv(export: Export) -> Iterator[bytes]:
    return (line.encode("utf-8", "backslashreplace") for line in csv_lines([flat(row) for row in export.rows]))


def _ndjson(export: Export) -> Iterator[bytes]:
    return (json_line(row) for row in export.rows)


CSV = Format("csv", "csv", "text/csv", "Rows for spreadsheets, formulas in cells made harmless.", _csv)
NDJSON = Format("ndjson", "ndjson", "application/x-ndjson", "Rows for programs, one JSON object a line.", _ndjson)
