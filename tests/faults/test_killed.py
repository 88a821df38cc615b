"""Kill -9 at every commit of a run, and between: what was kept stays, the next run does the rest, nothing is twice."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import runs
from tests.faults.children import KILLED, die_at_commit, die_at_statement, needs_fork, run
from trucewatch.assessment import disputes, incidents
from trucewatch.model.errors import TrucewatchError
from trucewatch.monitor import Monitor
from trucewatch.reading import read_document
from trucewatch.record import clusters, links
from trucewatch.record.engine import is_sqlite
from trucewatch.record.session import Record, open_record
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View
from trucewatch.sources.stream import StreamSource

pytestmark = needs_fork


def _whole(record: Record) -> bool:
    """Whether the database itself finds nothing wrong."""
    if not is_sqlite(record.engine):
        return True
    with sqlite3.connect(record.where) as raw:
        return (
            raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and not raw.execute("PRAGMA foreign_key_check").fetchall()
        )


def _settled(record: Record) -> bool:
    """Whether what is derived is that of all the record holds."""
    return not (links.stale(record, disputes.RULE) or clusters.stale(record, incidents.RULE))


def _killed_at_commit(where: str, nth: int, *, before: bool) -> int:
    def work() -> None:
        die_at_commit(nth, before=before)
        runs.filled(where)

    return run(work)


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_run_killed_at_any_commit_resumes_to_the_same_record(
    places: Iterator[str], wanted: str, before: bool
) -> None:
    for nth, where in zip(range(1, runs.COMMITS + 1), places, strict=False):
        assert _killed_at_commit(where, nth, before=before) == KILLED
        kept = min(nth - 1 - before, len(runs.ITEMS))  # items whose commit was done; the first makes the tables
        with open_record(where) as record:
            assert len(View(record).arrivals()) == max(0, kept)
            assert _whole(record)
            assert runs.fill(record) == [
                "duplicate" if n < kept and state != "quarantined" else state for n, state in enumerate(runs.STATES)
            ]
            assert content_hash(record) == wanted
            assert _settled(record)
    assert _killed_at_commit(next(places), runs.COMMITS + 1, before=before) == 0


def test_a_run_killed_at_every_commit_in_turn_comes_to_the_same_record(where: str, wanted: str) -> None:
    """Each run gets one commit further, and is killed once before it and once after it."""
    deaths = 0
    while _killed_at_commit(where, 1, before=True) == KILLED:
        assert _killed_at_commit(where, 1, before=False) == KILLED
        deaths += 1
    assert deaths == runs.COMMITS
    with open_record(where) as record:
        assert content_hash(record) == wanted
        assert _settled(record)


def test_a_run_killed_between_commits_leaves_nothing_half_done(tmp_path: Path) -> None:
    items, made = runs.ITEMS[:3], tmp_path / "made.db"
    open_record(made).close()
    whole = tmp_path / "whole.db"
    shutil.copy(made, whole)
    runs.filled(str(whole), items)
    with open_record(whole) as record:
        wanted = content_hash(record)
    deaths = 0
    for nth in range(1, 1000, 9):
        where = str(tmp_path / f"{nth}.db")
        shutil.copy(made, where)

        def work(nth: int = nth, where: str = where) -> None:
            die_at_statement(nth)
            runs.filled(where, items)

        if run(work) == 0:
            break
        deaths += 1
        with open_record(where) as record:
            assert _whole(record)
            runs.fill(record, items)
            assert content_hash(record) == wanted
    assert deaths > 10


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_rereading_killed_at_any_commit_goes_on_where_it_was(
    where: str, before: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs.filled(where)
    monkeypatch.setattr("trucewatch.monitor.READER", "trucewatch/later")
    monkeypatch.setattr(
        "trucewatch.monitor.read_document", lambda *of: replace(runs.read(*of), reader="trucewatch/later", events=())
    )

    def reread() -> list[str]:
        with open_record(where) as record:
            return [step.state for step in Monitor(record).reread()]

    def killed(nth: int) -> int:
        def work() -> None:
            die_at_commit(nth, before=before)
            reread()

        return run(work)

    assert killed(2) == KILLED
    assert sorted(reread()) == ["current"] * (2 - before) + ["read"] * (1 + before)
    assert reread() == ["current"] * 3
    assert killed(1) == 0
    with open_record(where) as record:
        assert View(record).events() == []
        assert len(View(record).statements()) == 12
        assert _whole(record)


def test_after_a_power_cut_the_record_is_one_of_its_earlier_states(tmp_path: Path) -> None:
    """The log of writes ends anywhere: what lies in it whole is there, and the next run does the rest."""
    where, left = str(tmp_path / "record.db"), tmp_path / "left"
    left.mkdir()

    def work() -> None:
        with open_record(where) as record:
            runs.fill(record)
            for end in ("", "-wal"):
                shutil.copy(where + end, left / f"record.db{end}")

    assert run(work) == 0
    with open_record(where) as record:
        wanted = content_hash(record)
    log = (left / "record.db-wal").read_bytes()
    seen = set()
    for part in range(13):
        cut = tmp_path / f"cut-{part}.db"
        shutil.copy(left / "record.db", cut)
        Path(f"{cut}-wal").write_bytes(log[: len(log) * part // 12])
        with open_record(cut) as record:
            assert _whole(record)
            seen.add(len(View(record).arrivals()))
            runs.fill(record)
            assert content_hash(record) == wanted
    assert {0, len(runs.ITEMS)} < seen


STORIES = [
    f"OSTERIA, {day} May - Velmar's Defence Ministry said on Thursday that {day} soldiers were wounded by shelling of "
    f"the village of Harrow, {day} km from the border. Norland denied that its forces had opened fire.\n"
    for day in range(4, 9)
]
LINES = [json.dumps({"text": text, "published": "2023-05-05", "publisher": "Coast Wire"}) + "\n" for text in STORIES]
COMMAND = "import sys; from trucewatch.faces.cli import main; sys.exit(main())"


def _command(where: str, lines: list[str]) -> subprocess.Popen[str]:
    """The command line reading these lines, and waiting for more."""
    pipe = subprocess.PIPE
    words = [sys.executable, "-c", COMMAND, "add", "-", "--record", where]
    # A run started in the background inherits "ignore interrupts"; what is tried here is a person's own terminal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdin is not None
    process.stdin.write("".join(lines))
    process.stdin.flush()
    return process


def _wait_for(where: str, documents: int) -> None:
    """Until the record at a path holds so many documents."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(TrucewatchError), open_record(where, create=False) as record:
            if len(View(record).documents()) == documents:
                return
        time.sleep(0.05)
    raise AssertionError(f"the record at {where} did not come to {documents} documents within a minute")


def test_the_command_line_killed_and_interrupted_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = str(tmp_path / "record.db")
    killed = _command(where, LINES[:2])
    _wait_for(where, 2)
    killed.kill()
    assert killed.wait() == KILLED
    stopped = _command(where, LINES[:4])
    _wait_for(where, 4)
    stopped.send_signal(signal.SIGINT)
    _, said = stopped.communicate(timeout=20)
    assert stopped.returncode == 130
    assert "new 2 · version 0 · duplicate 2" in said
    assert "run the same again" in said
    assert "interrupted." in said
    out, said = _command(where, LINES).communicate(timeout=60)
    assert out.startswith("new 1 · version 0 · duplicate 4 · quarantined 0 ·")
    assert said == ""
    monkeypatch.setattr("trucewatch.monitor.read_document", read_document)
    (tmp_path / "reports.ndjson").write_text("".join(LINES))
    with open_record(tmp_path / "whole.db") as whole, open_record(where) as record:
        source = StreamSource((tmp_path / "reports.ndjson").open("rb"))
        assert [step.state for step in Monitor(whole).add(source)] == ["new"] * 5
        assert content_hash(record) == content_hash(whole)
        assert _whole(record)
