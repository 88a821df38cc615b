"""Whose statement a text itself is: "Statement of the Ministry of Foreign Affairs of X"."""

from __future__ import annotations

import re

from trucewatch.reading.names.scene import Scene

_HEADING = re.compile(
    r"(?:joint |press |official |special |presidential )?"
    r"(?:statement|comment|commentary|communiqué|communique|declaration|remark|answer|reply|readout|message"
    r"|press release)s?\b",
    re.I,
)
_LONGEST_HEADING = 25  # words: a longer first paragraph is prose, not a heading


def read_author(scene: Scene) -> tuple[str, ...]:
    """The bodies or persons whose statement the text is, by its heading; none for a report.

    A heading is a first paragraph without a full stop that begins with the name of such a text, or with a body's name
    followed by one ("Foreign Ministry statement on ...").
    """
    if not scene.parse.sentences:
        return ()
    first = scene.parse.sentences[0]
    text = first.span.of(scene.draft.text)
    if first.last - first.first > _LONGEST_HEADING or text.endswith((".", "!", "?", "”", '"')):
        return ()
    if len(scene.parse.sentences) < 2 or scene.parse.sentences[1].paragraph == first.paragraph:
        return ()
    match = _HEADING.search(text)
    if match is None:
        return ()
    before = [m for m in scene.draft.mentions if m.span.end <= first.span.start + match.start() and m.actors]
    if before and first.span.holds(before[0].span):
        return before[0].actors
    if match.start() > 0:
        return ()
    after = sorted(
        (m for m in scene.draft.mentions if first.span.holds(m.span) and m.actors), key=lambda m: m.span.start
    )
    lead = scene.draft.text[first.span.start + match.end() : after[0].span.start] if after else ""
    return after[0].actors if re.fullmatch(r"\s+(?:of|by|from)(?:\s+the)?(?:\s+\w+){0,4}\s+", lead) else ()
