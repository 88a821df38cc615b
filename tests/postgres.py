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

REQUIRED = "TRUCEWATCH_REQUIRE_POSTGRES"
_numbers = count(1)


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, or ``None``."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if found:
        return found[-1].parent
    on_path = shutil.which("pg_ctl")
    return Path(on_path).parent if on_path and shutil.which("initdb") else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """The address of a running server, without a database."""
    home = Path(tempfile.mkdtemp(prefix="trucewatch-pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, _user())
    data, port = home / "data", _free_port()
    try:
        _run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(address: str) -> Iterator[str]:
    """The address of a fresh database, dropped at the end."""
    import psycopg

    name = f"record_{next(_numbers)}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield f"{address}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _run(*command: object) -> None:
    words = [str(each) for each in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", _user(), "--", *words]
    # No pipes: the server inherits them and would keep the call waiting.
    done = subprocess.run(words, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60, check=False)
    assert done.returncode == 0, f"{words} ended with {done.returncode}"


def _user() -> str:
    """Whom the server runs as where the tests run as root, which it refuses."""
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
