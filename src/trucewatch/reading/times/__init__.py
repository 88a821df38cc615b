"""Time expressions: a grammar that finds them and a resolution that sets them against the publication date."""

from trucewatch.reading.times import phrases as phrases
from trucewatch.reading.times.instruments import DatedName
from trucewatch.reading.times.odd import odd_times
from trucewatch.reading.times.reader import read_times

__all__ = ["DatedName", "odd_times", "read_times"]
