"""An entry of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0088  # mean radius, IUGG


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in kilometres between two (latitude, longitude) points in degrees (haversine)."""
    (lat1, lon1), (lat2, lon2) = a, b
    half = sin(radians(lat2 - lat1) / 2) ** 2
    half += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of the gazetteer.

    ``kind`` is settlement, region (first-order), district (second-order), country, area, water, height, line.
    Degrees are WGS 84, to a thousandth; those of a region or district are a centroid of its settlements, those of a
    country a conventional point. ``country`` is ISO 3166 alpha-2 and ``admin1`` the GeoNames code of the
    first-order region ("AM.04"), each "" when there is none; ``geonames`` is the GeoNames id or ``None``.
    ``population`` has three significant digits, 0 when not known.
    """

    name: str
    kind: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    population: int
    geonames: int | None
    key: str

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude
