"""What the command line says beside its data: on standard error, as loud as asked."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from trucewatch.faces.safe import visible

PROGRAM = "trucewatch"


@dataclass(slots=True)
class Messages:
    """The loudness of one run. ``debug`` shows the traceback of a failure."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False

    def error(self, message: str) -> None:
        """Say why the run fails; never silenced."""
        _say(f"{PROGRAM}: error: {message}")

    def warn(self, message: str) -> None:
        """Say what looks wrong but does not stop the run."""
        if not self.quiet:
            _say(f"{PROGRAM}: warning: {message}")

    def note(self, message: str) -> None:
        """Say what belongs to an answer but is no data."""
        if not self.quiet:
            _say(message)

    def detail(self, message: str) -> None:
        """Say what only ``--verbose`` asks for."""
        if self.verbose and not self.quiet:
            _say(f"{PROGRAM}: {message}")


def _say(message: str) -> None:
    lines = visible(message, newlines=True).encode("utf-8", "backslashreplace").decode("utf-8")
    try:
        print(lines, file=sys.stderr, flush=True)
    except (BrokenPipeError, ValueError):  # standard error is closed: there is nobody to tell
        return
