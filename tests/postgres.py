"""A PostgreSQL server of the tests' own: started on a free port in a folder of its own, stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

REQUIRED = "TRUCEWATCH_REQUIRE_POSTGRES"
_numbers = count(1)
_free: dict[str, list[str]] = {}  # databases that nobody uses, by server


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, or ``None``."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if found:
        return found[-1].parent
    on_path = shutil.which("pg_ctl")
    return Path(on_path).parent if on_path and shutil.which("initdb") else None


class Server:
    """A server in a folder of its own, which can be stopped as by a crash and started again at the same address."""

    def __init__(self, programs: Path, home: Path) -> None:
        self._control = programs / "pg_ctl"
        self._home = home
        self._port = _free_port()
        data = home / "data"
        _run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")

    @property
    def address(self) -> str:
        """Its address, without a database."""
        return f"postgresql://postgres@127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        _run(self._control, "-D", self._home / "data", "-w", "-l", self._home / "log", "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once: transactions under way are lost, connections cut."""
        _run(self._control, "-D", self._home / "data", "-w", "-m", "immediate", "stop")


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """A running server, gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="trucewatch-pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, _user())
    try:
        server = Server(programs, home)
        server.start()
        try:
            yield server
        finally:
            server.stop()
            _free.pop(server.address, None)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(address: str) -> Iterator[str]:
    """The address of an empty database, emptied at the end and lent again: making one takes ten times as long."""
    free = _free.setdefault(address, [])
    if free:
        name = free.pop()
    else:
        name = f"record_{next(_numbers)}"
        _ask(f"{address}/postgres", f"CREATE DATABASE {name}")
    try:
        yield f"{address}/{name}"
    finally:
        _ask(
            f"{address}/{name}",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()",
            "DROP SCHEMA public CASCADE",
            "CREATE SCHEMA public",
            "GRANT USAGE ON SCHEMA public TO PUBLIC",
        )
        free.append(name)


def _ask(address: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for each in statements:
            connection.execute(each.encode())


def _run(*command: object) -> None:
    words, nothing = [str(each) for each in command], subprocess.DEVNULL
    # No pipes: the server inherits them and would keep the call waiting.
    done = subprocess.run(
        words, cwd="/", stdin=nothing, stdout=nothing, stderr=nothing, timeout=60, check=False, **_privileges()
    )
    assert done.returncode == 0, f"{words} ended with {done.returncode}"


def _privileges() -> dict[str, Any]:
    """The server refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    return {"user": _user(), "group": pwd.getpwnam(_user()).pw_gid, "extra_groups": []}


def _user() -> str:
    """Whom the server runs as where the tests run as root, which it refuses."""
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
