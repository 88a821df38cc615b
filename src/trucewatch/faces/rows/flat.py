"""Rows as flat cells, and those as CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from trucewatch.faces.safe import visible

Cell = str | int | float | None

# What spreadsheets read as the beginning of a formula; the full-width forms too, which some fold to the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN = "; "


def flat(row: Mapping[str, Any]) -> dict[str, Cell]:
    """A row of :mod:`trucewatch.faces.rows.plain` as one cell a column; the columns of a kind of row are fixed.

    Of several pieces of evidence the first stands and the others are named; actors are their names, with their ids in
    a column beside.
    """
    cells: dict[str, Cell] = {}
    for name, value in row.items():
        shape = _SHAPES.get(name, _plain) if _is_nested(value) else _plain
        cells |= shape(name, value)
    return cells


def _is_nested(value: Any) -> bool:
    """Whether a value is one that has a shape of its own: some questions have plain words under the same name."""
    if isinstance(value, list):
        return all(isinstance(each, dict) for each in value)
    return value is None or isinstance(value, dict)


def to_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV (RFC 4180) under one line of columns; empty where there are none. See :func:`csv_lines`."""
    return "".join(csv_lines(list(map(flat, rows))))


def csv_lines(cells: Sequence[Mapping[str, Cell]]) -> Iterator[str]:
    """Flat rows as lines of CSV; the columns are those of all rows, in the order in which they come.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stand as they are. Control
    characters and marks that turn the direction of text are shown as symbols.
    """
    columns = list(dict.fromkeys(name for row in cells for name in row))
    if not columns:
        return
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    for row in cells:
        writer.writerow({name: _guarded(value) for name, value in row.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _guarded(value: Cell) -> Cell:
    if not isinstance(value, str):
        return None if isinstance(value, float) and not math.isfinite(value) else value
    shown = visible(value, newlines=True)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) or value.startswith(_FORMULA) else shown


def _cell(value: Any) -> Cell:
    return _BETWEEN.join(map(str, value)) if isinstance(value, list) else value


def _plain(name: str, value: Any) -> dict[str, Cell]:
    if name == "content" and isinstance(value, list):
        return {name: " … ".join(filter(None, value))}
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
    return {name: None} if value is None else {name: value["value"], f"{name}_basis": value["basis"]}


def _quantities(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['value']:g} {each['unit']}" for each in value)}


def _positions(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['name']}: {each['stance']}" for each in value)}


def _accounts(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['name']}: {each['says']}" for each in value)}


def _versions(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(each["key"] for each in value)}


def _tolls(name: str, value: Any) -> dict[str, Cell]:
    counted = ((each["claimant"], what, each.get(what)) for each in value for what in ("killed", "wounded"))
    told = (f"{who}: {_range(count)} {what}" for who, what, count in counted if count)
    return {name: _BETWEEN.join(told) or None}


def _range(count: Mapping[str, Any]) -> str:
    low, high = count["low"], count["high"]
    return f"{low} or more" if high is None else str(low) if low == high else f"{low} to {high}"


def _claim(name: str, value: Any) -> dict[str, Cell]:
    speaker = value["speaker"]
    return {f"{name}_by": speaker["name"], f"{name}_by_id": speaker["actor"], name: value["words"]}


def _answers(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['speaker']['name']}: {each['words']}" for each in value) or None}


def _outlets(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(f"{each['publisher'] or 'unknown publisher'}: {each['documents']}" for each in value)}


def _keys(name: str, value: Any) -> dict[str, Cell]:
    return {name: _BETWEEN.join(each["datum"] for each in value)}


def _evidence(_: str, value: Any) -> dict[str, Cell]:
    first = value[0] if value else {}
    start, end = first.get("span", (None, None))
    more = (_reference(each) for each in value[1:])
    return {
        "document": first.get("document"),
        "document_publisher": first.get("publisher"),
        "document_published": first.get("published"),
        "start": start,
        "end": end,
        "quote": first.get("quote"),
        "said_by": first.get("speaker"),
        "more_evidence": _BETWEEN.join(more) or None,
    }


def _reference(shown: Mapping[str, Any]) -> str:
    """A span of a document as one word, by RFC 5147: the document's id and the characters meant."""
    return f"{shown['document']}#char={shown['span'][0]},{shown['span'][1]}"


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
    "versions": _versions,
    "tolls": _tolls,
    "claim": _claim,
    "answers": _answers,
    "newest": _parts("stance", "words", "day", "speaker", "statement", "basis"),
    "outlets": _outlets,
    "evidence": _evidence,
}
