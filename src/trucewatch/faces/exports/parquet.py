"""Apache Parquet: every question's rows as typed columns, with all their evidence as a nested one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import IO, TYPE_CHECKING, Any, cast

from trucewatch.faces.exports.export import GENERATOR, Export, Format
from trucewatch.faces.rows import flat
from trucewatch.model.errors import InstallationError

if TYPE_CHECKING:
    import pyarrow

_GROUP = 20_000  # rows of one row group
_WHOLE = frozenset(
    {"start", "end", "characters", "documents", "statements", "events", "killed_low", "killed_high", "wounded_low"}
    | {"wounded_high", "days", "points", "tick"}
)
_REAL = frozenset({"latitude", "longitude", "rank"})
_TRUTH = frozenset({"known", "passive"})
_DAY = frozenset({"published", "document_published"})
_MOMENT = frozenset({"added"})


def _parquet(export: Export) -> Iterator[bytes]:
    arrow = _library()
    import pyarrow.parquet as files

    cells = [_typed(row) for row in export.rows]
    schema = _schema(arrow, cells, export)
    sink = _Pieces()
    with files.ParquetWriter(cast(IO[Any], sink), schema, compression="zstd") as writer:
        for start in range(0, len(cells), _GROUP):
            part = cells[start : start + _GROUP]
            writer.write_table(arrow.Table.from_pylist(part, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _library() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise InstallationError(
            "Parquet needs the library pyarrow, which is not installed: pip install 'trucewatch[parquet]'. "
            "CSV and NDJSON hold the same rows and need nothing."
        ) from error
    return pyarrow


class _Pieces:
    """A file for the writer, out of which what was written so far can be taken."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._at = 0
        self.closed = False

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._held.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        return

    def close(self) -> None:
        self.closed = True

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def taken(self) -> bytes:
        held, self._held = b"".join(self._held), []
        return held


def _typed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row's flat cells with the values of their columns' types, and all its evidence."""
    cells: dict[str, Any] = {}
    for name, value in flat(row).items():
        cells[name] = _value(name, row[name] if isinstance(row.get(name), bool | int | float) else value)
    cells["evidence"] = [_shown(each) for each in row.get("evidence") or ()]
    return cells


def _value(name: str, value: Any) -> Any:
    if name in _DAY and isinstance(value, str):
        return date.fromisoformat(value)
    if name in _MOMENT and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return _text(value) if isinstance(value, str) else value


def _text(value: str | None) -> str | None:
    """Text that UTF-8 can hold: a lone surrogate becomes the replacement character."""
    return None if value is None else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _shown(each: Mapping[str, Any]) -> dict[str, Any]:
    published = each.get("published")
    return {
        "document": each["document"],
        "publisher": _text(each.get("publisher")),
        "published": None if published is None else date.fromisoformat(published),
        "start": each["span"][0],
        "end": each["span"][1],
        "quote": _text(each["quote"]),
        "alignment": each.get("alignment"),
        "speaker": _text(each.get("speaker")),
        "datum": each.get("datum"),
    }


def _schema(arrow: Any, cells: Sequence[Mapping[str, Any]], export: Export) -> pyarrow.Schema:
    names = dict.fromkeys(name for row in cells for name in row)
    names.pop("evidence", None)
    text = arrow.string()
    shown = [("document", text), ("publisher", text), ("published", arrow.date32()), ("start", arrow.int64())]
    shown += [("end", arrow.int64())] + [(name, text) for name in ("quote", "alignment", "speaker", "datum")]
    columns = [arrow.field(name, _type(arrow, name, cells)) for name in names]
    columns.append(arrow.field("evidence", arrow.list_(arrow.struct(shown))))
    told = {"generator": GENERATOR, **{key: json.dumps(value) for key, value in export.about.items()}}
    schema: pyarrow.Schema = arrow.schema(columns, metadata={f"trucewatch.{key}": value for key, value in told.items()})
    return schema


def _type(arrow: Any, name: str, cells: Sequence[Mapping[str, Any]]) -> Any:
    """The type of a column: by its name, so that it is the same in every file; else by what it holds."""
    known = ((_DAY, arrow.date32()), (_MOMENT, arrow.timestamp("us", tz="UTC")), (_REAL, arrow.float64()))
    for names, type_ in (*known, (_TRUTH, arrow.bool_())):
        if name in names:
            return type_
    found = {type(value) for row in cells if (value := row.get(name)) is not None}
    if found == {bool}:
        return arrow.bool_()
    if (found and found <= {int}) or (not found and name in _WHOLE):
        return arrow.int64()
    return arrow.float64() if found and found <= {int, float} else arrow.string()


PARQUET = Format(
    "parquet",
    "parquet",
    "application/vnd.apache.parquet",
    "Rows as typed columns (Apache Parquet), all evidence nested. Needs the extra 'parquet'.",
    _parquet,
    binary=True,
)
