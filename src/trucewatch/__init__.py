"""Trucewatch watches a ceasefire or a peace agreement through what is written about it."""

__version__ = "0.1.0"
