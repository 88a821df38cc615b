"""The world's settlements, regions and countries by name: a cut of GeoNames that ships with the product."""

from trucewatch.reading.gazetteer.entry import GazetteerEntry, distance_km
from trucewatch.reading.gazetteer.fold import fold
from trucewatch.reading.gazetteer.shipped import Gazetteer

__all__ = ["Gazetteer", "GazetteerEntry", "distance_km", "fold"]
