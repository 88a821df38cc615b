"""Rows of the record as plain values: made here once, for the command line and for exports alike."""

from trucewatch.faces.rows.flat import csv_lines, flat, to_csv
from trucewatch.faces.rows.lines import json_line
from trucewatch.faces.rows.plain import actor, commitment, dispute, document, event, hit, place, statement

__all__ = [
    "actor",
    "commitment",
    "csv_lines",
    "dispute",
    "document",
    "event",
    "flat",
    "hit",
    "json_line",
    "place",
    "statement",
    "to_csv",
]
