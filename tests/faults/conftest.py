"""Every fault is met with readings made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.faults import runs
from trucewatch.record.session import open_record
from trucewatch.record.upkeep import content_hash


@pytest.fixture(autouse=True)
def _without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucewatch.monitor.read_document", runs.read)


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of the record that an uninterrupted run makes."""
    patch = pytest.MonkeyPatch()
    patch.setattr("trucewatch.monitor.read_document", runs.read)
    with open_record(tmp_path_factory.mktemp("whole") / "record.db") as record:
        assert runs.fill(record) == runs.STATES
        patch.undo()
        return content_hash(record)


@pytest.fixture
def places(request: pytest.FixtureRequest, where: str, tmp_path: Path) -> Iterator[Iterator[str]]:
    """As many places for new records as are asked for, all on one kind of database."""
    opened = []

    def fresh() -> Iterator[str]:
        number = 0
        while True:
            number += 1
            if where.endswith(".db"):
                yield str(tmp_path / f"record-{number}.db")
            else:
                base = postgres.database(request.getfixturevalue("pg_server"))
                opened.append(base)
                yield base.__enter__()

    yield fresh()
    for each in opened:
        each.__exit__(None, None, None)
