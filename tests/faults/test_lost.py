"""A database server that goes away in the midst of a run: it is waited for, and nothing is lost or twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.faults import runs
from trucewatch import monitor as conductor
from trucewatch.faces.cli import main
from trucewatch.model.errors import LostError
from trucewatch.monitor import Monitor
from trucewatch.record.session import open_record
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View


@pytest.fixture(scope="module")
def server(pg_programs: Path) -> Iterator[postgres.Server]:
    """A server of these tests' own, to be stopped."""
    with postgres.running(pg_programs) as running:
        yield running


@pytest.fixture
def away(server: postgres.Server) -> Iterator[str]:
    """The address of a database on it."""
    with postgres.database(server.address) as address:
        yield address


def test_a_server_that_comes_back_is_waited_for(server: postgres.Server, away: str, wanted: str) -> None:
    """It goes three times: between two items, and while a reading is made; once it needs a while to come back."""
    states = []
    with open_record(away) as record:
        for number, step in enumerate(Monitor(record).add(runs.ITEMS)):
            states.append(step.state)
            if number in (0, 3):
                server.stop()
                server.start()
            if number == 2:
                server.stop()
                threading.Timer(0.5, server.start).start()
        assert states == runs.STATES
        assert content_hash(record) == wanted


def test_a_commit_cut_off_is_done_again_or_found_done(
    server: postgres.Server, away: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to a commit never comes: whether it was kept or not, the record is as it should be."""
    from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

    commit, commits = PGDialect_psycopg.do_commit, 0

    def do_commit(self: PGDialect_psycopg, connection: object) -> None:
        nonlocal commits
        commits += 1
        if commits == 6:
            commit(self, connection)  # type: ignore[arg-type]
        if commits in (6, 12):
            server.stop()
            server.start()
        commit(self, connection)  # type: ignore[arg-type]

    with open_record(away) as record:
        monkeypatch.setattr(PGDialect_psycopg, "do_commit", do_commit)
        seen = runs.fill(record)
        assert len(seen) == len(runs.STATES)
        assert content_hash(record) == wanted
        assert commits > 12


def test_one_that_stays_away_ends_the_run_with_what_was_kept(
    server: postgres.Server, away: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(conductor, "_PATIENCE", 0.3)
    with open_record(away) as record:
        runs.fill(record, runs.ITEMS[:2])
        server.stop()
        try:
            with pytest.raises(LostError, match=r"does not answer: .* Check that the database runs"):
                runs.fill(record, runs.ITEMS)
            assert main(["statements", "--record", away]) == 5
            assert "does not answer" in capsys.readouterr().err
        finally:
            server.start()
        assert len(View(record).documents()) == 1
        assert runs.fill(record) == ["duplicate", *runs.STATES[1:]]
