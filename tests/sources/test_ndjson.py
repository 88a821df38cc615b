"""NDJSON: every line that is not blank is an item or a refusal that names its line, whatever the bytes."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.sources import REASONS, Limits, NdjsonSource, Raw, Refused, open_sources
from trucewatch.sources.ndjson import read_line, read_lines

GOOD = b'{"text": "Guns fell silent."}'


def _read(data: bytes, limit: int = 1 << 20) -> list[Raw | Refused]:
    return list(read_lines(io.BytesIO(data), "a.jsonl", limit))


def _raw(line: object) -> Raw:
    item = read_line(json.dumps(line).encode(), "a.jsonl#1")
    assert isinstance(item, Raw), item
    return item


def test_a_line_with_all_it_may_say() -> None:
    item = _raw(
        {
            "text": "Guns fell silent.",
            "title": "Calm",
            "publisher": "The Valley Post",
            "url": "https://example.org/calm?day=1",
            "published": "2024-05-31",
            "name": "vp-17",
        }
    )
    assert (item.name, item.origin) == ("vp-17", "a.jsonl#1")
    assert (item.text, item.data) == ("Guns fell silent.", None)
    assert (item.title, item.publisher, item.url) == ("Calm", "The Valley Post", "https://example.org/calm?day=1")
    assert (item.published, item.notes) == (date(2024, 5, 31), ())


@pytest.mark.parametrize("nothing", [None, ""])
def test_what_is_null_or_empty_is_not_known(nothing: str | None) -> None:
    item = _raw(dict.fromkeys(("title", "publisher", "url", "published", "name"), nothing) | {"text": "Truce."})
    assert (item.title, item.publisher, item.url, item.published, item.name) == (None, None, None, None, item.origin)


def test_other_keys_are_left_aside_and_noted() -> None:
    assert _raw({"text": "Truce.", "id": 7, "a\u202eb": {"c": []}}).notes == ("keys left aside: 'id', 'a\\u202eb'",)
    many = _raw({"text": "Truce."} | {f"k{i}": i for i in range(20)}).notes[0]
    assert many.endswith("'k7' and 12 more")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-05-31T23:30:00-05:00", date(2024, 5, 31)),
        ("2024-05-31T00:30:00.250Z", date(2024, 5, 31)),
        (" 2024-05-31 10:00 ", date(2024, 5, 31)),
    ],
)
def test_days(published: str, day: date) -> None:
    assert _raw({"text": "Truce.", "published": published}).published == day


BAD = [
    (b"Guns fell silent.", "not_json"),
    (b'{"text": "a"', "not_json"),
    (b'{"text": "a"} {"text": "b"}', "not_json"),
    (b'["text"]', "not_json"),
    (b'"text"', "not_json"),
    (b"{'text': 'a'}", "not_json"),
    (b'{"text": "a", "text": "b"}', "not_json"),
    (b'{"text": "a", "more": {"k": 1, "k": 2}}', "not_json"),
    (b'{"text": "a", "more": NaN}', "not_json"),
    (b'{"text": "a", "more": [-Infinity]}', "not_json"),
    (b'{"text": "a", "more": 1e400}', "not_json"),
    (b'{"text": "a", "more": ' + b"9" * 5000 + b"}", "not_json"),
    (b'{"text": "a", "more": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "not_json"),
    (b'{"a":' * 200_000, "not_json"),
    (b'{"text": "a\tb"}', "not_json"),
    (b'{"text": "\xff"}', "not_json"),
    (b'{"text": "\xed\xa0\x80"}', "not_json"),
    (b"{}", "no_text"),
    (b'{"TEXT": "a"}', "no_text"),
    (b'{"text": null}', "no_text"),
    (b'{"text": 7}', "no_text"),
    (b'{"text": ["a"]}', "no_text"),
    (b'{"text": "a \\ud800 b"}', "bad_field"),
    (b'{"text": "a", "title": "\\udfff"}', "bad_field"),
    (b'{"text": "a", "title": 7}', "bad_field"),
    (b'{"text": "a", "name": {}}', "bad_field"),
    (b'{"text": "a", "published": 1717113600}', "bad_field"),
    (b'{"text": "a", "published": "31.05.2024"}', "bad_date"),
    (b'{"text": "a", "published": "2023-02-29"}', "bad_date"),
    (b'{"text": "a", "published": "20240531"}', "bad_date"),
    (b'{"text": "a", "published": "2024-05-31T25:00"}', "bad_date"),
    (b'{"text": "a", "published": "2024-05-31Tnoon"}', "bad_date"),
    (b'{"text": "a", "published": "0001-01-01"}', "bad_date"),
    (b'{"text": "a", "published": "yesterday"}', "bad_date"),
    (b'{"text": "a", "url": "javascript:alert(1)"}', "bad_url"),
    (b'{"text": "a", "url": "file:///etc/passwd"}', "bad_url"),
    (b'{"text": "a", "url": "data:text/html,x"}', "bad_url"),
    (b'{"text": "a", "url": "//example.org/a"}', "bad_url"),
    (b'{"text": "a", "url": "example.org/a"}', "bad_url"),
    (b'{"text": "a", "url": "http://"}', "bad_url"),
    (b'{"text": "a", "url": "http://[::1"}', "bad_url"),
    (b'{"text": "a", "url": "http://a:99999999/"}', "bad_url"),
    (b'{"text": "a", "url": "http://a/\\u0000"}', "bad_url"),
    (b'{"text": "a", "url": " http://a/"}', "bad_url"),
    (b'{"text": "a", "url": "http:\\\\\\\\a"}', "bad_url"),
    (b'{"text": "a", "url": "http://a/\\"onload=x"}', "bad_url"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_a_bad_line_is_refused_with_its_number_and_the_run_goes_on(line: bytes, reason: str) -> None:
    before, refused, after = _read(GOOD + b"\n" + line + b"\n" + GOOD)
    assert isinstance(before, Raw)
    assert isinstance(refused, Refused)
    assert (refused.name, refused.reason) == ("a.jsonl#2", reason)
    assert refused.message.startswith("'a.jsonl#2'")
    assert refused.message.isprintable()
    assert len(refused.message) < 400
    assert isinstance(after, Raw)
    assert after.origin == "a.jsonl#3"


def test_a_password_is_not_repeated() -> None:
    item = read_line(b'{"text": "a", "url": "https://ann:hunter2@example.org/"}', "a#1")
    assert isinstance(item, Refused)
    assert item.reason == "bad_url"
    assert "hunter2" not in item.message


def test_a_whole_surrogate_pair_is_a_character() -> None:
    item = read_line(rb'{"text": "\ud83d\udd4a"}', "a#1")
    assert isinstance(item, Raw)
    assert item.text == "\U0001f54a"


def test_lines_are_numbered_as_an_editor_does() -> None:
    items = _read(b"\xef\xbb\xbf\n  \r\n" + GOOD + b"\r\n\n" + GOOD)
    assert [item.origin for item in items if isinstance(item, Raw)] == ["a.jsonl#3", "a.jsonl#5"]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    marked, plain = _read(b"\xef\xbb\xbf" + GOOD), _read(GOOD + b"\r\n")
    assert marked == plain


def test_line_separators_inside_a_text_end_no_line() -> None:
    (item,) = _read('{"text": "a\u2028b\u0085c"}\n'.encode())
    assert isinstance(item, Raw)
    assert item.text == "a\u2028b\u0085c"


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_line_over_the_limit_is_refused_and_passed_over(end: bytes) -> None:
    items = _read(GOOD + b"\n" + b'{"text": "' + b"x" * 3_000_000 + b'"}\n' + GOOD + end, limit=100)
    assert [item.reason if isinstance(item, Refused) else "taken" for item in items] == ["taken", "too_large", "taken"]


def test_the_line_end_counts_for_nothing_in_the_limit() -> None:
    assert all(isinstance(item, Raw) for item in _read(GOOD + b"\n" + GOOD, limit=len(GOOD)))
    assert not any(isinstance(item, Raw) for item in _read(GOOD + b"\n" + GOOD, limit=len(GOOD) - 1))


def test_the_digest_tells_lines_apart_by_all_they_say() -> None:
    first, second, third = _read(
        GOOD + b'\n{"text": "Guns fell silent.", "published": "2024-05-31"}\n' + GOOD + b"\r\n"
    )
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert isinstance(third, Raw)
    assert first.digest != second.digest
    assert first.digest == third.digest


def test_a_file_without_items_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    for content in (b"", b"\n \n", b"\xef\xbb\xbf"):
        file.write_bytes(content)
        (item,) = open_sources([file])
        assert isinstance(item, Refused)
        assert item.reason == "empty"


def test_a_run_may_stop_and_start_anew(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes((GOOD + b"\n") * 3)
    source = NdjsonSource(str(file))
    first = next(iter(source))
    assert next(iter(source)) == first
    assert len(list(source)) == 3


lines = st.lists(
    st.one_of(
        st.binary(max_size=30),
        st.dictionaries(
            st.sampled_from(["text", "title", "publisher", "url", "published", "name", "other"]),
            st.one_of(st.none(), st.text(max_size=20), st.integers(), st.dates().map(str), st.just("http://a.b/c")),
        ).map(lambda found: json.dumps(found).encode()),
        st.recursive(st.none() | st.floats() | st.text(max_size=5), st.lists).map(
            lambda found: json.dumps(found).encode()
        ),
    ),
    max_size=8,
)


@given(lines, st.integers(min_value=1, max_value=60))
def test_any_bytes_give_items_and_refusals_only(
    tmp_path_factory: pytest.TempPathFactory, made: list[bytes], limit: int
) -> None:
    data = b"\n".join(made)
    file = tmp_path_factory.getbasetemp() / "any.ndjson"
    file.write_bytes(data)
    source = open_sources([file], limits=Limits(line_bytes=limit))
    items = list(source)
    assert len(items) == source.count()
    for item in items:
        if isinstance(item, Refused):
            assert item.reason in REASONS
            assert item.message.isprintable()
        else:
            assert item.text is not None
            for value in (item.text, item.name, item.title, item.publisher, item.url):
                (value or "").encode("utf-8")


@given(st.text(), st.text(min_size=1), st.dates(min_value=date(1900, 1, 1)), st.booleans())
def test_what_is_written_is_read(text: str, title: str, day: date, plain: bool) -> None:
    found = {"text": text, "title": title, "published": str(day)}
    item = read_line(json.dumps(found, ensure_ascii=plain).encode(), "a#1")
    assert isinstance(item, Raw)
    assert (item.text, item.title, item.published) == (text, title, day)
