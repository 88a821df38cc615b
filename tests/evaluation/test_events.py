"""The scorers of events map codes and statuses as their sources say."""

import pytest

from evaluation.events import cameo_type, plover_type, weis_type
from trucewatch.model.event import Event, EventType, Status
from trucewatch.model.text import Span


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("042", "CONSULT"),
        ("057", "SUPPORT"),
        ("0831", "CONCEDE"),
        ("0871", "RETREAT"),
        ("112", "ACCUSE"),
        ("194", "ASSAULT"),
    ],
)
def test_cameo(code, expected):
    assert cameo_type(code) == expected


def test_codes_without_a_type():
    assert cameo_type("023") is None
    assert cameo_type("345") is None
    assert weis_type("023") is None
    assert weis_type("901") is None


@pytest.mark.parametrize(
    ("code", "expected"),
    [("032", "CONSULT"), ("064", "SUPPORT"), ("121", "ACCUSE"), ("212", "COERCE"), ("223", "ASSAULT")],
)
def test_weis(code, expected):
    assert weis_type(code) == expected


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        (EventType.CONSULT, Status.PLANNED, EventType.AGREE),
        (EventType.ASSAULT, Status.PLANNED, EventType.THREATEN),
        (EventType.CONSULT, Status.REPORTED, EventType.CONSULT),
        (EventType.REQUEST, Status.PLANNED, EventType.REQUEST),
    ],
)
def test_planned_events_in_plover(kind, status, expected):
    event = Event("e1", kind, None, "visit", Span(0, 1), status)
    assert plover_type(event) is expected
