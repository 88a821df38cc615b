"""The questions as the help lists them: known without loading any; a test holds it to ``faces.asking``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A question's command: its name, a line of help, help at length where one line is not enough, its argument.

    ``dossier_alone`` questions have an answer without a record.
    """

    name: str
    help: str
    about: str = ""
    words: str | None = None
    needs_words: bool = True
    dossier_alone: bool = False


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
    Entry(
        "obligations",
        "Show who owes what by when, and where it stands.",
        "Show every obligation of a dossier with its due day as of a day, what is said of it, and where it seems to "
        "stand. A dossier is enough; a record that is there adds what its documents say.",
        dossier_alone=True,
    ),
    Entry(
        "disputes",
        "Show claims and denials, answered or not.",
        "Show each claim with what was said against it, in the same document or another, and claims that the side they "
        "charge has not answered. --status takes answered and unanswered.",
    ),
    Entry(
        "incidents",
        "Show what several reports tell of one event, side by side.",
        "Show incidents: the reports of one event grouped by a named rule, every version kept, tolls by claimant, "
        "independent sources counted, and who claims, confirms, denies or says nothing.",
    ),
)
