"""What happened, where and when, according to whom."""

from trucewatch.reading.events.read import read_events

__all__ = ["read_events"]
