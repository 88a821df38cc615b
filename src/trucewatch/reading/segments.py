"""Paragraphs of a text: the units that are parsed on their own, so that no sentence runs across them."""

from __future__ import annotations

import re

from trucewatch.model.text import Span

_LINE = re.compile(r"[^\n]+")
_ENDED = (".", "!", "?", "”", '"', "’", ":", ";", "»", "…", ")")
_BULLET = re.compile(r"\s*(?:[-*•–]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[IVXLC]{1,6}\.|Article\s+\d+|Point\s+\d+)\s")
_WRAP_MIN, _WRAP_MAX = 45, 130


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text`` in order, outer white space left out.

    A blank line always ends one. Single line breaks end one too, unless the lines are plainly wrapped: all but the last
    of a block about as long as each other and broken off without a full stop.
    """
    blocks: list[list[Span]] = [[]]
    last_end = 0
    for match in _LINE.finditer(text):
        if text.count("\n", last_end, match.start()) > 1 and blocks[-1]:
            blocks.append([])
        last_end = match.end()
        raw = match.group()
        kept = raw.strip()
        if not kept:
            if blocks[-1]:
                blocks.append([])
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        blocks[-1].append(Span(start, start + len(kept)))
    found: list[Span] = []
    for block in blocks:
        found.extend(_join(text, block))
    return tuple(found)


def _join(text: str, lines: list[Span]) -> list[Span]:
    if len(lines) < 2 or not _wrapped(text, lines):
        return lines
    joined: list[Span] = [lines[0]]
    for line in lines[1:]:
        if _BULLET.match(line.of(text)):
            joined.append(line)
        else:
            joined[-1] = Span(joined[-1].start, line.end)
    return joined


def _wrapped(text: str, lines: list[Span]) -> bool:
    body = lines[:-1]
    if any(not _WRAP_MIN <= len(line) <= _WRAP_MAX for line in body if not _BULLET.match(line.of(text))):
        return False
    broken = sum(not line.of(text).endswith(_ENDED) for line in body)
    longest = max(len(line) for line in lines)
    return broken * 2 > len(body) and all(len(line) * 2 > longest for line in body)


# "OSTEN, 3 May - ", "HARROW (Coast Wire), May 3 — ": capitals, and a day or an outlet, before a dash.
_DATELINE = re.compile(
    r"[^\W\d_a-z][^\W\d_a-z.'’]+(?:[ /-][^\W\d_a-z.'’]+){0,4}"
    r"(?:,? ?\([^()\n]{1,30}\))?"
    r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?)?"
    r"(?: ?\([^()\n]{1,30}\))? ?(?:--|[-–—]) "
)


def dateline(text: str) -> str | None:
    """The place that the text's dateline names, as written; ``None`` where there is none."""
    match = _DATELINE.match(text.lstrip())
    if match is None or not any(map(str.isupper, match[0])):
        return None
    return re.split(r"[,(]|\s(?:--|[-–—])\s", match[0], maxsplit=1)[0].strip()


def without_datelines(text: str, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """Paragraphs with the dateline that opens one parted from it, so that a parse takes no city for a subject."""
    found: list[Span] = []
    for block in blocks:
        match = _DATELINE.match(text, block.start, block.end)
        if match is None or match.end() >= block.end or not any(map(str.isupper, match[0])):
            found.append(block)
        else:
            found += [Span(block.start, block.start + len(match[0].rstrip())), Span(match.end(), block.end)]
    return tuple(found)
