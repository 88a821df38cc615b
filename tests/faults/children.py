"""Processes that die, or are in the way: children of the test's own process, killed for real."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

KILLED = -signal.SIGKILL
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
_SECONDS = 60


def started(work: Callable[[], object]) -> int:
    """The number of a new process that does ``work`` and ends with the status it gives, or with 70 when it raised."""
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        signal.alarm(_SECONDS)  # a child that hangs ends by itself
        given = work()
        status = given if isinstance(given, int) else 0
    except BaseException:  # noqa: BLE001 - the end of this process, whatever ended it
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """How a process ended: its status, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(work: Callable[[], object]) -> int:
    """Do ``work`` in a process of its own; how that ended."""
    return ended(started(work))


def die() -> None:
    """What the kernel does to a process under kill -9: nothing more is written, no handler runs."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_commit(nth: int, *, before: bool) -> None:
    """Have this process killed right before, or right after, its ``nth`` commit of a transaction that writes."""
    seen = 0

    @event.listens_for(Engine, "commit")
    def committing(connection: Connection) -> None:
        nonlocal seen
        if connection.get_execution_options().get("writes"):
            seen += 1
            if before and seen == nth:
                die()

    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        _after(dialect, lambda: None if before or seen < nth else die())


def _after(dialect: Any, then: Callable[[], None]) -> None:
    commit = dialect.do_commit

    def do_commit(self: Any, connection: Any) -> None:
        commit(self, connection)
        then()

    dialect.do_commit = do_commit


def die_at_statement(nth: int) -> None:
    """Have this process killed before its ``nth`` statement, in the midst of whatever transaction that is in."""
    left = nth

    @event.listens_for(Engine, "before_cursor_execute")
    def executing(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            die()


@contextmanager
def beside(work: Callable[[Callable[[], None]], object]) -> Iterator[int]:
    """A process that does ``work`` while the block runs: the block begins once ``work`` has called what it is given."""
    reads, writes = os.pipe()
    child = started(lambda: work(lambda: (os.write(writes, b"."), None)[1]))
    os.close(writes)
    try:
        assert os.read(reads, 1) == b".", "the process beside the test ended before it was ready"
        yield child
    finally:
        os.close(reads)
        with_signal(child, signal.SIGKILL)
        ended(child)


def with_signal(child: int, number: int) -> None:
    """Send a signal to a process that may have ended already."""
    try:
        os.kill(child, number)
    except ProcessLookupError:
        return
