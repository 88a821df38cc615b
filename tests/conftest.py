"""Records on both databases: every test that asks for ``where`` or ``record`` runs on SQLite and on PostgreSQL.

``TRUCEWATCH_TEST_RECORDS`` names one of them where only one is wanted. A missing server is skipped and said, and fails
where ``TRUCEWATCH_REQUIRE_POSTGRES`` is 1.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from trucewatch.record.session import Record, open_record

MISSING = "no PostgreSQL on this machine (initdb and pg_ctl): records were tested on SQLite alone"
REQUIRED = os.environ.get(postgres.REQUIRED) == "1"
DATABASES = os.environ.get("TRUCEWATCH_TEST_RECORDS", "sqlite,postgresql").split(",")
if postgres.binaries() is None and not REQUIRED:
    DATABASES = [each for each in DATABASES if each != "postgresql"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once what was left out, not for every test."""
    if "postgresql" not in DATABASES:
        terminalreporter.write_line(MISSING if postgres.binaries() is None else "records were tested on SQLite alone")


@pytest.fixture(scope="session")
def pg_programs() -> Path:
    """The folder of PostgreSQL's programs."""
    programs = postgres.binaries()
    if programs is None and REQUIRED:
        pytest.fail(f"{MISSING}, and {postgres.REQUIRED} is set")
    if programs is None or "postgresql" not in DATABASES:
        pytest.skip(MISSING if programs is None else "records are tested on SQLite alone")
    return programs


@pytest.fixture(scope="session")
def pg_server(pg_programs: Path) -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own."""
    with postgres.running(pg_programs) as server:
        yield server.address


@pytest.fixture(params=DATABASES)
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
