"""A disk that is full: a clear error, what was kept is whole and can be asked, and once there is room a run goes on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import runs
from tests.faults.children import needs_fork, run
from trucewatch.faces.cli import main
from trucewatch.record.session import open_record
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View

pytestmark = needs_fork
_SAID = re.compile(r"warning: new \d+ .*What was added stays.*\n.*error: .*record\.db cannot grow: .*Make room")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A file of 12 reports, read the same wherever the record lies."""
    path = tmp_path / "reports.ndjson"
    lines = [{"text": runs.report(n).text, "published": "2024-03-05"} for n in range(12)]
    path.write_text("".join(json.dumps(each) + "\n" for each in lines))
    return path


@pytest.fixture
def whole(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The digest of a record that holds all of them."""
    where = tmp_path / "whole.db"
    assert main(["add", str(reports), "--record", str(where)]) == 0
    capsys.readouterr()
    with open_record(where) as record:
        return content_hash(record)


def _under_limit(reports: Path, where: Path, limit: int) -> tuple[int, str]:
    """Status and words of the command line where no file may grow beyond so many bytes."""
    reads, writes = os.pipe()

    def work() -> int:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        sys.stderr = sys.stdout = os.fdopen(writes, "w")
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return main(["add", str(reports), "--record", str(where)])

    status = run(work)
    os.close(writes)
    with os.fdopen(reads) as said:
        return status, said.read()


def test_a_file_that_may_not_grow_keeps_what_it_holds(reports: Path, whole: str, tmp_path: Path) -> None:
    states = []
    for limit in (0, 4096, 100_000, 300_000, 500_000, 700_000, 900_000):
        folder = tmp_path / str(limit)
        folder.mkdir()
        where = folder / "record.db"
        status, said = _under_limit(reports, where, limit)
        assert status == 5, (limit, said)
        assert "cannot grow" in said, (limit, said)
        with open_record(where) as record:
            states.append(len(View(record).documents()))
            assert View(record).count("statement") == 4 * states[-1]
        assert main(["add", str(reports), "--record", str(where)]) == 0
        with open_record(where) as record:
            assert content_hash(record) == whole
    assert states[0] == 0 < states[-1]
    assert states == sorted(states)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk in memory that is soon full."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=640k", "none", str(folder)]
    try:
        done = subprocess.run(words, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no mount on this system")
    if done.returncode:
        pytest.skip("no disk can be mounted here: needs to be root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_the_record_and_the_run_goes_on_after_room_was_made(
    small_disk: Path, reports: Path, whole: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = small_disk / "record.db"
    assert main(["add", str(reports), "--record", str(where)]) == 5
    said = capsys.readouterr().err
    assert _SAID.search(said), said
    with open_record(where) as record:
        kept = len(View(record).documents())
        assert 0 < kept < 12
        assert View(record).count("statement") == 4 * kept
    assert main(["add", str(reports), "--record", str(where)]) == 5
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    assert main(["add", str(reports), "--record", str(where)]) == 0
    with open_record(where) as record:
        assert content_hash(record) == whole
