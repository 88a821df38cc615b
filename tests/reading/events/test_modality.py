"""Negation, plans, conditions and what is asked for, refused or threatened."""

import pytest

from tests.reading.events.happened import events, only
from trucewatch.model.event import Status

ACTORS = {"Chad": "chad", "Sudan": "sudan"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Chad will withdraw its troops from the valley.", "withdrawal", Status.PLANNED),
        ("Chad plans to withdraw its troops from the valley.", "withdrawal", Status.PLANNED),
        ("Chad is to withdraw its troops from the valley.", "withdrawal", Status.PLANNED),
        ("Chad could withdraw its troops from the valley.", "withdrawal", Status.HYPOTHETICAL),
        ("If Chad withdraws its troops, the rebels return.", "withdrawal", Status.HYPOTHETICAL),
        ("Chad did not withdraw its troops from the valley.", "withdrawal", Status.DENIED),
        ("Chad has withdrawn its troops from the valley.", "withdrawal", Status.REPORTED),
        ("Talks between Chad and Sudan are scheduled for May.", "talks", Status.PLANNED),
        ("Chad said it would send troops to the border.", "deployment", Status.PLANNED),
    ],
)
def test_status(text, kind, status):
    assert only(events(text, ACTORS), kind).status is status


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad urged Sudan to withdraw its troops.", "request"),
        ("Chad demanded the withdrawal of the troops of Sudan.", "demand"),
        ("Chad refused to withdraw its troops.", "refusal"),
        ("Chad threatened to shell the town.", "threat"),
        ("Chad called for talks with Sudan.", "request"),
        ("Chad rejected talks with Sudan.", "rejection"),
    ],
)
def test_what_is_asked_or_refused_has_not_happened(text, kind):
    assert [event.kind for event in events(text, ACTORS)] == [kind]


def test_what_is_to_be_prevented_has_not_happened():
    assert events("Chad wants to prevent an attack on its soldiers.", ACTORS) == []


def test_a_finite_clause_of_time_is_real():
    found = events("Chad will send troops after rebels shelled the town.", ACTORS)
    assert only(found, "shelling").status is Status.REPORTED
    assert only(found, "deployment").status is Status.PLANNED


def test_fighting_that_is_to_end_is_there():
    found = events("Sudan urged Chad to end the blockade of the town by its troops.", ACTORS)
    assert only(found, "blockade").status is Status.REPORTED


def test_the_end_of_fighting_is_none():
    assert events("A protocol on the cessation of hostilities between the armies.") == []


def test_what_is_not_forgotten_was():
    found = events("The shelling of the town by the army was not forgotten.")
    assert only(found, "shelling").status is Status.REPORTED


def test_no_shelling_was_recorded():
    assert only(events("Shelling by the army was not recorded on the line."), "shelling").status is Status.DENIED


def test_what_is_joined_with_a_tense_of_its_own_is_not_denied_by_the_first_verb():
    told = events("The army of Chad had not left the town and shelled the market.", ACTORS)
    assert only(told, "shelling").status is Status.REPORTED


def test_what_is_joined_by_or_is_denied_with_the_first_verb():
    told = events("The army of Chad did not enter the town or shell the market.", ACTORS)
    assert only(told, "shelling").status is Status.DENIED
