"""How far a long run has come: one line on standard error, redrawn, and only where a person watches."""

from __future__ import annotations

import sys
from time import monotonic

from trucewatch.faces.cli.messages import Messages

_EVERY = 0.25  # seconds between two drawings


class Progress:
    """Documents done, documents a second and time left. Use as a context manager: the line is gone at the end."""

    def __init__(self, messages: Messages, total: int | None) -> None:
        self._shows = sys.stderr.isatty() and not messages.quiet
        self._total = total
        self._started = monotonic()
        self._drawn = 0.0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def step(self, done: int) -> None:
        """Draw the line anew for ``done`` documents, not more often than the eye can follow."""
        now = monotonic()
        if not self._shows or now - self._drawn < _EVERY:
            return
        self._drawn = now
        speed = done / max(now - self._started, 1e-9)
        told = f"{done} documents, {speed:.1f}/s"
        if self._total:
            left = max(self._total - done, 0) / max(speed, 1e-9)
            told = f"{done} of {self._total} documents, {speed:.1f}/s, {_clock(left)} left"
        print(f"\r\x1b[2K{told}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, before something else is said and at the end."""
        if self._shows and self._drawn:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
            self._drawn = 0.0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
