"""Rows as flat cells, and those as CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Cell = str | int | float | None

# What spreadsheets read as the beginning of a formula; the full-width forms too, which some fold to the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN = "; "


def flat(row: Mapping[str, Any]) -> dict[str, Cell]:
    """A row of :mod:`trucewatch.faces.rows.plain` as one cell a column; the columns of a kind of row are fixed.

    Of several pieces of evidence the first stands; actors are their names, with their ids in a column beside.
    """
    cells: dict[str, Cell] = {}
    for name, value in row.items():
        cells |= _SHAPES.get(name, _plain)(name, value)
    return cells


def to_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV (RFC 4180) under one line of columns; empty where there are none.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stand as they are.
    """
    out, writer = io.StringIO(newline=""), None
    for row in map(flat, rows):
        if writer is None:
            writer = csv.DictWriter(out, list(row))
            writer.writeheader()
        writer.writerow({name: _guarded(value) for name, value in row.items()})
    return out.getvalue()


def _guarded(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _cell(value: Any) -> Cell:
    return _BETWEEN.join(map(str, value)) if isinstance(value, list) else value


def _plain(name: str, value: Any) -> dict[str, Cell]:
    if isinstance(value, bool):
        return {name: "true" if value else "false"}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return {name: _BETWEEN.join(value)}
    if isinstance(value, list | dict):
        return {name: json.dumps(value, ensure_ascii=False) if value else None}
    return {name: value}


def _actor(name: str, value: Any) -> dict[str, Cell]:
    return {name: value["name"], f"{name}_id": value["actor"]}


def _actors(name: str, value: Any) -> dict[str, Cell]:
    ids = _BETWEEN.join(each["actor"] or "" for each in value)
    return {name: _BETWEEN.join(each["name"] for each in value), f"{name}_ids": ids}


def _place(name: str, value: Any) -> dict[str, Cell]:
    return {name: value["name"], f"{name}_id": value["place"]}


def _parts(*parts: str) -> Callable[[str, Any], dict[str, Cell]]:
    return lambda name, value: {f"{name}_{part}": _cell((value or {}).get(part)) for part in parts}


def _date(name: str, value: Any) -> dict[str, Cell]:
    return {name: value["value"], f"{name}_basis": value["basis"]}


def _content(name: str, value: Any) -> dict[str, Cell]:
    return {name: " … ".join(filter(None, value))}


def _quantities(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['value']:g} {each['unit']}" for each in value)}


def _positions(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['name']}: {each['stance']}" for each in value)}


def _accounts(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['name']}: {each['says']}" for each in value)}


def _keys(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(each["datum"] for each in value)}


def _evidence(_: str, value: Any) -> dict[str, Cell]:
    first = value[0] if value else {}
    start, end = first.get("span", (None, None))
    return {
        "document": first.get("document"),
        "document_publisher": first.get("publisher"),
        "document_published": first.get("published"),
        "start": start,
        "end": end,
        "quote": first.get("quote"),
        "said_by": first.get("speaker"),
    }


_SHAPES: Mapping[str, Callable[[str, Any], dict[str, Cell]]] = {
    "speaker": _actor,
    "targets": _actors,
    "actors": _actors,
    "recipients": _actors,
    "obligors": _actors,
    "claimed_by": _actors,
    "denied_by": _actors,
    "place": _place,
    "date": _date,
    "killed": _parts("low", "high"),
    "wounded": _parts("low", "high"),
    "due": _parts("value", "days", "rule", "words"),
    "content": _content,
    "quantities": _quantities,
    "positions": _positions,
    "beneficiaries": _actors,
    "accounts": _accounts,
    "for": _keys,
    "against": _keys,
    "others": _keys,
    "proposed": _parts("status", "rule", "why", "pam"),
    "outcome": _parts("state", "date", "words"),
    "own": _parts("status", "reviewer", "at", "reason"),
    "ground": _parts("dossier", "instrument", "key", "words"),
    "evidence": _evidence,
}
