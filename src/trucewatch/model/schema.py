"""The JSON Schema of a reading (draft 2020-12), as it ships."""

from __future__ import annotations

from importlib.resources import files


def reading_schema_text() -> str:
    """The schema of the contract ``trucewatch.reading/1``, as JSON text."""
    return files("trucewatch.model").joinpath("reading.schema.json").read_text(encoding="utf-8")
