"""The questions as the help lists them: known without loading any; a test holds it to ``faces.asking``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A question's command: its name, a line of help, help at length where one line is not enough, its argument."""

    name: str
    help: str
    about: str = ""
    words: str | None = None
    needs_words: bool = True


ENTRIES = (
    Entry("documents", "Show what was read."),
    Entry("statements", "Show who said what about whom."),
    Entry("events", "Show what happened, where and when, according to whom."),
    Entry("actors", "Show who is named, speaks and acts."),
    Entry("places", "Show which places are named, and where they lie."),
    Entry(
        "search",
        "Find documents by their words.",
        'Find documents by their words: all of them, "a phrase", one OR the other, -without, begin*. A name finds '
        "every spelling of it in any script.",
        words="QUERY",
    ),
)
