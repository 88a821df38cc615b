"""One small record for all tests of the exports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.record.stories import add, bare, varied
from trucewatch.record.resolver import Resolver
from trucewatch.record.session import open_record
from trucewatch.record.view import View

REVIEWER = "Ada Lind"


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Three reports, of which one says nothing; one event rejected and one confirmed by a reviewer."""
    place = tmp_path_factory.mktemp("exports") / "record.db"
    with open_record(str(place)) as kept:
        add(kept, varied(1))
        add(kept, varied(2, published=date(2024, 3, 9)))
        add(kept, bare("Nothing happened at the guns.", "=cmd()", date(2024, 3, 1)))
        found = View(kept)
        events = found.events()
        Resolver(kept, REVIEWER).accept(events[0].key, reason="seen on film")
        Resolver(kept, REVIEWER).reject(events[1].key, reason="a slip of the reader")
        yield found
