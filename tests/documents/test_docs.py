"""docs/documents.md holds every reason and every limit of the code."""

from __future__ import annotations

import re
from pathlib import Path

from trucewatch.documents import REASONS, language, limits
from trucewatch.documents.decode import GUESS_BYTES
from trucewatch.documents.html import SHORT

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")


def test_every_reason_is_documented_and_no_other() -> None:
    table = PAGE.partition("## Reasons of refusal")[2]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == REASONS


def test_every_reason_raised_is_a_reason() -> None:
    sources = (ROOT / "src" / "trucewatch" / "documents").glob("*.py")
    raised = {
        reason
        for source in sources
        for reason in re.findall(r'DocumentError\(\s*"(\w+)"', source.read_text(encoding="utf-8"))
    }
    assert raised == set(REASONS)


def test_every_limit_is_documented() -> None:
    numbers = (
        limits.BYTES,
        limits.HTML_BYTES,
        limits.HTML_ELEMENTS,
        limits.HTML_DEPTH,
        limits.CHARACTERS,
        limits.READING_CHARACTERS,
        limits.MARKDOWN_CHARACTERS,
        language.LETTERS,
        GUESS_BYTES,
        SHORT,
    )
    for number in numbers:
        assert re.search(rf"(?<![\d,]){number:,}(?![\d,])", PAGE), number
