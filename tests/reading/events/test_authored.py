"""An official statement's own voice is its author's claim."""

from __future__ import annotations

import trucewatch
from trucewatch.model.event import Status

BODY = "On March 24, Azerbaijani troops shelled the village of Parukh.\n\nWe condemn this attack."


def test_events_of_an_official_statement_are_its_authors_claims() -> None:
    reading = trucewatch.read(
        f"Statement of the Ministry of Foreign Affairs of Armenia\n\n{BODY}", published="2022-03-26"
    )
    shelling = next(e for e in reading.events if e.kind == "shelling")
    assert shelling.status is Status.CLAIMED
    assert [ref.actor for ref in shelling.claimed_by] == ["armenia-foreign-ministry"]


def test_the_same_words_in_a_report_are_the_outlets() -> None:
    reading = trucewatch.read(BODY, published="2022-03-26")
    shelling = next(e for e in reading.events if e.kind == "shelling")
    assert shelling.status is Status.REPORTED
    assert shelling.claimed_by == ()


def test_what_the_author_does_by_the_statement_stays_reported() -> None:
    reading = trucewatch.read(
        "Statement of the Ministry of Foreign Affairs of Armenia\n\nWe call on Azerbaijan to release the soldiers.",
        published="2022-03-26",
    )
    assert {e.status for e in reading.events if e.kind == "request"} == {Status.REPORTED}
