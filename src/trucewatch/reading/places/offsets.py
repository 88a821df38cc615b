"""Where a place lies from the one that is named: "near X", "north of X", "2.9 km northeast of X"."""

from __future__ import annotations

import re
from functools import cache
from math import cos, radians, sin

from trucewatch.model.text import Span
from trucewatch.reading.lexicon import load
from trucewatch.reading.places.toponym import Offset

_KM = {"km": 1.0, "mi": 1.609344, "m": 0.001, "me": 0.001, "ki": 1.0, "na": 1.852}
_KM_A_DEGREE = 111.195  # of latitude, on a sphere of 6371 km
_WINDOW = 110
_BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
_BEARING = r"(?P<bearing>(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:ern|wards?)?"
_DISTANCE = (
    r"(?P<number>\d[\d,.]{0,9}|{numbers})(?:\s+hundred)?[\s-]?"
    r"(?P<unit>km|kilomet(?:er|re)s?|nautical miles?|miles?|mi|met(?:er|re)s?|m)\b(?:\s\([^()]{1,30}\))?"
)
_NEAR = (
    r"near(?:by|\sto)?|outside(?:\sof)?|around|close\sto|next\sto|adjacent\sto|not\sfar\sfrom|surrounding|beyond|between|"
    r"(?:in\sthe\s)?vicinity\sof|(?:on\sthe\s)?(?:outskirts|edges?|fringes?)\sof|towards?|in\sthe\sdirection\sof|"
    r"(?:on\sthe\s)?approach(?:es)?\sto|just\soff|off"
)
_CUES = frozenset(
    {
        "of",
        "from",
        "to",
        "near",
        "nearby",
        "outside",
        "around",
        "surrounding",
        "beyond",
        "between",
        "toward",
        "towards",
        "off",
    }
)


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(load("places")["numbers"], key=len, reverse=True))
    distance = _DISTANCE.replace("{numbers}", numbers)
    return re.compile(
        rf"(?:\b{distance}\s(?:(?:to|in)\sthe\s)?(?:{_BEARING}\s)?(?:of|from|outside|away\sfrom|off)"
        rf"|\b(?:to\sthe\s)?{_BEARING.replace('bearing', 'side')}\s(?:of|from)"
        rf"|\b(?P<near>{_NEAR}))\s(?:the\s)?$",
        re.IGNORECASE,
    )


def offset(text: str, start: int, previous: str) -> Offset | None:
    """What the words before ``start`` say of distance and bearing; ``previous`` is the word before in small letters.

    Looks no further back than the words of one such phrase, so its cost does not grow with the text.
    """
    if previous not in _CUES:
        return None
    window = text[max(0, start - _WINDOW) : start]
    match = _pattern().search(window)
    if match is None:
        return None
    span = Span(start - len(window) + match.start(), start)
    bearing = match["bearing"] or match["side"]
    degrees = _BEARINGS[re.sub(r"[- ]", "", bearing.lower())] if bearing else None
    return Offset(_km(match["number"], match["unit"]), degrees, span)


def _km(number: str | None, unit: str | None) -> float | None:
    if number is None or unit is None:
        return None
    words = load("places")["numbers"]
    if number.lower() in words:
        value = float(words[number.lower()])
    else:
        digits = number.replace(",", "").rstrip(".")
        if digits.count(".") > 1:
            return None
        value = float(digits)
    unit = unit.lower()
    return value * (_KM["m"] if unit == "m" else _KM["km"] if unit == "km" else _KM[unit[:2]])


def shifted(latitude: float, longitude: float, km: float, bearing: float) -> tuple[float, float]:
    """The point ``km`` kilometres away along ``bearing`` degrees, flat-earth, good to a per cent below 300 km."""
    north = km * cos(radians(bearing)) / _KM_A_DEGREE
    east = km * sin(radians(bearing)) / (_KM_A_DEGREE * max(0.01, cos(radians(latitude))))
    longitude = (longitude + east + 180) % 360 - 180
    return round(max(-90.0, min(90.0, latitude + north)), 4), round(longitude, 4)
