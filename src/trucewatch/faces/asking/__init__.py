"""Questions to the record, one list: the command line, the exports and the pages all ask by it."""

from collections.abc import Mapping

from trucewatch.faces.asking import (
    compare,
    contacts,
    coverage,
    data,
    disputes,
    incidents,
    obligations,
    positions,
    search,
    timeline,
)
from trucewatch.faces.asking.question import Answer, Asked, Question

QUESTIONS: Mapping[str, Question] = {
    each.name: each
    for each in (
        *data.QUESTIONS,
        search.QUESTION,
        obligations.QUESTION,
        disputes.QUESTION,
        incidents.QUESTION,
        positions.QUESTION,
        contacts.QUESTION,
        timeline.QUESTION,
        compare.QUESTION,
        coverage.QUESTION,
    )
}

__all__ = ["QUESTIONS", "Answer", "Asked", "Question"]
