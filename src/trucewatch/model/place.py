"""Places and how precisely they are known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.model.text import Span


class Precision(StrEnum):
    """How precisely a place is located; ``UNKNOWN`` carries no coordinates."""

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of one reading: degrees in WGS 84, ``None`` where unknown.

    ``kind`` is one word: settlement, height, district, region, country, corridor, road, line, water, facility, area.
    """

    id: str
    name: str
    kind: str
    known: bool
    latitude: float | None
    longitude: float | None
    precision: Precision
    mentions: tuple[Span, ...]
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A reference to a place of the reading."""

    place: str | None = None
    name: str | None = None
    mention: Span | None = None


NOWHERE = PlaceRef()
