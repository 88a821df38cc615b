"""Records on both databases: every test that asks for ``where`` or ``record`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record import postgres
from trucewatch.record.session import Record, open_record


@pytest.fixture(scope="session")
def pg_server() -> Iterator[str]:
    """The address of a PostgreSQL server; skips where there is none, unless it is required."""
    programs = postgres.binaries()
    if programs is None:
        reason = "no PostgreSQL on this machine (initdb and pg_ctl)"
        if os.environ.get(postgres.REQUIRED) == "1":
            pytest.fail(f"{reason}, and {postgres.REQUIRED} is set")
        pytest.skip(reason)
    with postgres.server(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The place of a record that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
    else:
        with postgres.database(request.getfixturevalue("pg_server")) as address:
            yield address


@pytest.fixture
def record(where: str) -> Iterator[Record]:
    """A new, empty record."""
    with open_record(where) as made:
        yield made
