"""Distances and bearings in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.gazetteer import distance_km
from trucewatch.reading.places.offsets import offset, shifted


@pytest.mark.parametrize(
    ("before", "km", "bearing"),
    [
        ("Shells fell near ", None, None),
        ("Shells fell outside ", None, None),
        ("on the outskirts of ", None, None),
        ("fighting north of ", None, 0.0),
        ("a post to the south-west of ", None, 225.0),
        ("a height 2.9 km northeast of ", 2.9, 45.0),
        ("a village 12 kilometres (7 miles) east of the ", 12.0, 90.0),
        ("some 10 miles from ", 16.09344, None),
        ("two kilometers west of ", 2.0, 270.0),
        ("a 1,200-metre-long trench 800 metres from ", 0.8, None),
        ("a village 30 km to the north of ", 30.0, 0.0),
    ],
)
def test_what_is_said_before_a_name(before: str, km: float | None, bearing: float | None) -> None:
    found = offset(before + "Xtown", len(before), before.split()[-1] if not before.endswith("the ") else "of")
    assert found is not None
    assert found.bearing == bearing
    assert found.km == (pytest.approx(km) if km is not None else None)
    assert before[found.span.start : found.span.end] == before[found.span.start :]


@pytest.mark.parametrize("before", ["The mayor of ", "He came from ", "talks in ", "in the 5 of ", "north "])
def test_what_says_nothing_of_distance(before: str) -> None:
    assert offset(before + "Xtown", len(before), before.split()[-1]) is None


def test_a_point_is_moved_along_its_bearing() -> None:
    assert shifted(40.0, 46.0, 10.0, 0.0) == (pytest.approx(40.0899, abs=1e-3), 46.0)
    latitude, longitude = shifted(40.0, 46.0, 10.0, 90.0)
    assert latitude == pytest.approx(40.0)
    assert distance_km((40.0, 46.0), (latitude, longitude)) == pytest.approx(10.0, rel=0.01)


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0.1, 200), st.floats(0, 360))
def test_a_moved_point_stays_on_the_globe(latitude: float, longitude: float, km: float, bearing: float) -> None:
    north, east = shifted(latitude, longitude, km, bearing)
    assert -90 <= north <= 90
    assert -180 <= east <= 180
