"""docs/sources.md holds every reason, ending, key and limit of the code."""

from __future__ import annotations

import re
from pathlib import Path

from trucewatch.sources import NDJSON_SUFFIXES, REASONS, SUFFIXES, Limits, ndjson

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_reason_is_documented_and_no_other() -> None:
    table = PAGE.partition("## Reasons of refusal")[2]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == REASONS


def test_every_reason_given_is_a_reason() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/trucewatch/sources").glob("*.py"))
    given = re.findall(r'(?:Refused\(\s*\w+(?:\([^)]*\))?|_Bad\()(?:,)?\s*"(\w+)"', code)
    assert set(given) | {"no_text", "bad_field"} == set(REASONS)


def test_every_ending_key_and_limit_is_documented() -> None:
    for word in (*SUFFIXES, *NDJSON_SUFFIXES, *ndjson._STRINGS):
        assert f"`{word}`" in PAGE, word
    for number in (Limits().file_bytes, Limits().line_bytes):
        assert f"({number:,} bytes)" in PAGE
