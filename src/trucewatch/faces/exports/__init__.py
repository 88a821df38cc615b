"""Exports: exactly the rows that a question shows under a filter, in the formats of the trade."""

from collections.abc import Mapping

from trucewatch.faces.exports import acled, atom, ftm, geojson, ics, parquet, plover, prov, text_rows
from trucewatch.faces.exports.export import Export, Format, Need
from trucewatch.faces.exports.gather import gathered

_ALL = (
    *(text_rows.CSV, text_rows.NDJSON, parquet.PARQUET, geojson.GEOJSON, ics.ICS, atom.ATOM),
    *(acled.ACLED, plover.PLOVER, ftm.FTM, prov.PROV),
)
FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}

__all__ = ["FORMATS", "Export", "Format", "Need", "gathered"]
