"""The command line: ``trucewatch``."""

from trucewatch.faces.cli.entry import main

__all__ = ["main"]
