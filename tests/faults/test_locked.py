"""Another process holds the record: a writer waits, says so, and gives up in time; readers are not kept waiting."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import runs
from tests.faults.children import beside, needs_fork
from trucewatch.faces.cli import main
from trucewatch.model.errors import BusyError
from trucewatch.monitor import Monitor
from trucewatch.record import engine
from trucewatch.record.session import open_record
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View

pytestmark = needs_fork
_WAIT = 0.6


@pytest.fixture(autouse=True)
def _short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT", _WAIT)


def _hold(where: str, seconds: float) -> Callable[[Callable[[], None]], None]:
    """Work that takes the writers' turn, says so, and keeps it so long."""

    def work(ready: Callable[[], None]) -> None:
        if where.endswith(".db"):
            raw = sqlite3.connect(where, isolation_level=None)
            raw.execute("BEGIN IMMEDIATE")
        else:
            import psycopg

            raw = psycopg.connect(where, autocommit=False)  # type: ignore[assignment]
            raw.execute(f"SELECT pg_advisory_xact_lock({engine._LOCK})")
        ready()
        time.sleep(seconds)
        raw.rollback()

    return work


def test_a_writer_gives_up_in_time_and_says_who_is_in_the_way(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = tmp_path / "reports.ndjson"
    reports.write_text(json.dumps({"text": runs.report(9).text}) + "\n")
    runs.filled(where, runs.ITEMS[:1])
    with beside(_hold(where, 60)):
        began = time.monotonic()
        assert main(["add", str(reports), "--record", where]) == 5
        assert _WAIT <= time.monotonic() - began < _WAIT + 4
        out, err = capsys.readouterr()
        with open_record(where) as record:
            assert len(View(record).documents()) == 1
            with pytest.raises(BusyError, match="held by another process"):
                runs.fill(record, runs.ITEMS[1:2])
    assert out == ""
    waiting, stopped, error = err.splitlines()
    assert "is being written by another process" in waiting
    assert "new 0" in stopped
    assert "held by another process that writes. Wait for it to end, then run this again." in error
    assert main(["add", str(reports), "--record", where]) == 0


def test_a_turn_that_comes_in_time_is_taken(where: str, wanted: str) -> None:
    runs.filled(where, runs.ITEMS[:2])
    waited: list[str] = []
    with beside(_hold(where, _WAIT / 2)), open_record(where) as record:
        monitor = Monitor(record, on_wait=lambda: waited.append("waited"))
        assert [step.state for step in monitor.add(runs.ITEMS)][2:] == runs.STATES[2:]
        assert waited == ["waited"]
        assert content_hash(record) == wanted


def test_a_record_whose_maker_is_still_at_it_is_waited_for(where: str) -> None:
    """Nothing is there yet but the lock."""
    with beside(_hold(where, _WAIT / 2)):
        assert runs.filled(where) == runs.STATES


def test_a_file_kept_for_one_process_alone_is_busy_for_readers_too(tmp_path: Path) -> None:
    where = str(tmp_path / "record.db")
    runs.filled(where, runs.ITEMS[:1])

    def work(ready: Callable[[], None]) -> None:
        raw = sqlite3.connect(where, isolation_level=None)
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("BEGIN EXCLUSIVE")
        ready()
        time.sleep(60)

    with beside(work), pytest.raises(BusyError, match="held by another process"):
        open_record(where)
    assert runs.filled(where) == ["duplicate", *runs.STATES[1:]]
