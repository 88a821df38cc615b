"""A clock for records that a test sets."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from trucewatch.record import session


class Clock(datetime):
    """A clock that a test sets."""

    today_is = datetime(2024, 3, 5, 12, tzinfo=UTC)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return cls.today_is


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    """The record's clock, at noon of 5 March 2024."""
    monkeypatch.setattr(session, "datetime", Clock)
    monkeypatch.setattr(Clock, "today_is", datetime(2024, 3, 5, 12, tzinfo=UTC))
    return Clock
