"""From paths to one source, standard input, and what is known of the number of items before the run."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from trucewatch.sources import Limits, Raw, Refused, StreamSource, open_sources

GOOD = b'{"text": "Guns fell silent."}\n'
LINE = b'  {"text": "Guns fell silent.", "title": "Calm"}'


def _stdin(data: bytes, limits: Limits | None = None) -> list[Raw | Refused]:
    return list(open_sources(["-"], stdin=io.BytesIO(data), limits=limits))


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xef\xbb\xbf\n"])
def test_objects_on_standard_input_are_ndjson(before: bytes) -> None:
    first, bad, last = _stdin(before + LINE + b"\nno\n" + GOOD)
    assert isinstance(first, Raw)
    assert first.title == "Calm"
    assert first.origin == f"-#{before.count(b'\n') + 1}"
    assert isinstance(bad, Refused)
    assert isinstance(last, Raw)


@pytest.mark.parametrize(
    "data",
    [
        b"Guns fell silent.",
        b"",
        b"\n\n",
        b"\n{Editor's note: updated} Guns fell silent.\n{}",
        b'{\n"text": "a"\n}',
        b"{[" * 100_000,
        b'[{"text": "a"}]',
        b"<p>Guns</p>",
        b'\xff\xfe{\0"\0',
    ],
)
def test_anything_else_is_one_document(data: bytes) -> None:
    (item,) = _stdin(data)
    assert isinstance(item, Raw)
    assert (item.name, item.data) == ("-", data)


@pytest.mark.parametrize("line", [b'{"text": 7}', b'{"text": "a", "text": "b"}', b'{"text": "a", "n": NaN}', b"{}"])
def test_a_bad_first_object_is_refused_not_read_as_prose(line: bytes) -> None:
    refused, taken = _stdin(line + b"\n" + GOOD)
    assert isinstance(refused, Refused)
    assert refused.name == "-#1"
    assert isinstance(taken, Raw)


@pytest.mark.parametrize("data", [b"x" * 11, b"\n" * 11, b"\n\nxxxxxx\nxxx"])
def test_standard_input_is_read_to_the_limit_only(data: bytes) -> None:
    limits = Limits(file_bytes=10, line_bytes=100)
    assert isinstance(_stdin(data[:10], limits)[0], Raw)
    endless = io.BytesIO(data + b"y\n" * 1000)
    (item,) = StreamSource(endless, limits)
    assert isinstance(item, Refused)
    assert item.reason == "too_large"
    assert endless.tell() <= 14


def test_a_stream_that_fails() -> None:
    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    taken, refused = StreamSource(Broken(GOOD * 2))
    assert isinstance(taken, Raw)
    assert isinstance(refused, Refused)
    assert refused.message.startswith("Standard input cannot be read: Input/output error")


def test_sources_follow_each_other_in_the_order_named(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "b.JSONL").write_bytes(GOOD * 2)
    (tmp_path / "c.txt").write_bytes(b"Truce.")
    (tmp_path / "a.ndjson").write_bytes(GOOD)
    paths = [tmp_path / "c.txt", tmp_path / "inner", "-", tmp_path / "a.ndjson", tmp_path / "none"]
    source = open_sources(paths, stdin=io.BytesIO(b"Truce."))
    assert [Path(item.name).name for item in source] == ["c.txt", "b.JSONL#1", "b.JSONL#2", "-", "a.ndjson#1", "none"]


def test_the_number_of_items_is_known_beforehand_but_for_standard_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Truce.")
    (tmp_path / "b.csv").write_bytes(b"Truce.")
    (tmp_path / "c.jsonl").write_bytes(b"\n" + GOOD * 3 + b"\n{}")
    (tmp_path / "d.jsonl").symlink_to(tmp_path / "c.jsonl")
    source = open_sources([tmp_path, tmp_path / "none", tmp_path / "d.jsonl"])
    assert source.count() == 9 == len(list(source))
    assert open_sources([tmp_path, "-"], stdin=io.BytesIO(GOOD)).count() is None


def test_nothing_is_opened_before_the_run(tmp_path: Path) -> None:
    source = open_sources([tmp_path / "a.txt"])
    (tmp_path / "a.txt").write_bytes(b"Truce.")
    assert isinstance(next(iter(source)), Raw)
