"""How much is read at once. Every limit is refused with a message before the costly step it guards."""

from __future__ import annotations

from trucewatch.model.errors import DocumentError

BYTES = 50 * 1024 * 1024
"""Largest input of any kind, in bytes (50 MiB): checked before a file is read."""

HTML_BYTES = 20 * 1000 * 1000
"""Largest web page, in bytes: above it the extraction library silently returns nothing."""

HTML_ELEMENTS = 20_000
"""Elements of a page up to which its main text is searched for. Above, the page is read plainly in linear time:
20,000 paragraphs cost about 1.5 s of searching, 200,000 cost 43 s."""

HTML_DEPTH = 100
"""Nesting of a page up to which its main text is searched for: 1,000 nested tables cost 14 s of searching."""

MARKDOWN_CHARACTERS = 300_000
"""Longest Markdown file, in characters, whose marks are read; a longer one is kept as plain text."""

CHARACTERS = 10_000_000
"""Longest text any part of the product accepts, in characters."""

READING_CHARACTERS = 1_000_000
"""Longest text one reading takes, in characters: about 170,000 words, half a minute at 5,000 words a second, and the
length up to which the language pipeline vouches for its memory."""


def check_bytes(size: int, name: str, limit: int) -> None:
    """Refuse an input of more than ``limit`` bytes.

    :raises DocumentError: reason ``too_large``.
    """
    if size > limit:
        raise DocumentError(
            "too_large",
            f"{name} has {size:,} bytes, more than the {limit:,} that are read at once. "
            "Split it into one file for each report, or save only its text.",
        )


def check_characters(text: str, name: str, limit: int = READING_CHARACTERS) -> None:
    """Refuse a text of more than ``limit`` characters.

    :raises DocumentError: reason ``too_large``.
    """
    if len(text) > limit:
        raise DocumentError(
            "too_large",
            f"{name} has {len(text):,} characters of text, more than the {limit:,} that are read at once. "
            "Split it into one file for each report.",
        )
