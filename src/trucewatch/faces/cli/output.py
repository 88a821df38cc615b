"""Where data goes: standard output, or a file that is either whole or untouched."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import typer

from trucewatch.faces.cli.messages import PROGRAM
from trucewatch.model.errors import AccessError

# A span over three lines is folded to one. Newlines never stand raw inside a JSON string, so no string can match.
_SPAN = re.compile(r"\[\n +(\d+),\n +(\d+)\n +\]")
# Characters that JSON lets stand raw and a terminal obeys: DEL and C1 controls, marks that turn the direction of text.
_OBEYED = re.compile("[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def to_json(value: Any) -> str:
    """``value`` as indented JSON of one final newline, in characters that no terminal obeys."""
    plain = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False, default=_iso)
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", _SPAN.sub(r"[\1, \2]", plain)) + "\n"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON.")


def deliver(data: str | Iterable[bytes], output: Path | None) -> None:
    """Write ``data`` to ``output``, or to standard output where that is ``None`` or ``-``: text in UTF-8, or pieces.

    Pieces are written as they come, so that they need not be held together.

    Raises:
        AccessError: when the file cannot be written; nothing is left half-written.
        typer.Exit: when whoever reads standard output has gone (status 0: they had enough).
    """
    pieces = (data.encode("utf-8", "backslashreplace"),) if isinstance(data, str) else data
    if output is None or str(output) == "-":
        _to_stdout(pieces)
        return
    try:
        _to_file(pieces, Path(os.path.realpath(output)))
    except OSError as error:
        raise AccessError(
            f"{output} cannot be written: {error.strerror or error}. Name a file in a folder that exists and is yours."
        ) from error


def _to_stdout(pieces: Iterable[bytes]) -> None:
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        # Python flushes standard output once more on its way out: give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from error
    except OSError as error:
        raise AccessError(f"standard output cannot be written: {error.strerror or error}.") from error


def _to_file(pieces: Iterable[bytes], target: Path) -> None:
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):  # a device or a pipe is written to, never replaced
        with target.open("wb") as device:
            device.writelines(pieces)
        return
    handle, name = tempfile.mkstemp(prefix=f".{PROGRAM}-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
