"""The questions as the help lists them: known without loading any; a test holds it to ``faces.asking``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A question's command: its name, a line of help, help at length where one line is not enough, its argument.

    ``dossier_alone`` questions have an answer without a record. ``option`` is the flag of an argument that is one, and
    ``about_words`` its help.
    """

    name: str
    help: str
    about: str = ""
    words: str | None = None
    dossier_alone: bool = False
    option: str | None = None
    about_words: str = ""

    @property
    def needs_words(self) -> bool:
        """Whether nothing can be asked without its argument."""
        return self.words is not None and self.option is None


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
    Entry(
        "positions",
        "Show what each party said last on each issue, and how it moved.",
        "Show the newest statement of each party on each issue, with its words, and whether its stance changed.",
    ),
    Entry(
        "contacts",
        "Show who called, met or visited whom, and each side's readout.",
        "Show contacts - calls, meetings, talks, visits - as planned, held or called off, with what each side says of "
        "them.",
    ),
    Entry(
        "timeline",
        "Show incidents, statements that matter and days due, the latest first.",
    ),
    Entry(
        "compare",
        "Show what was reported in a period beside the one before.",
        "Show counts of a period that ends on --as-of beside the period before: as reported, not as it occurred.",
        words="PERIOD",
        option="--period",
        about_words="daily, weekly (where none is given), monthly, or a number of days.",
    ),
    Entry(
        "coverage",
        "Show which days have documents, and which tell of nothing.",
    ),
)
