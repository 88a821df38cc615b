"""Files and streams to bytes: regular files only, and never more than the limit."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from typing import BinaryIO

from trucewatch.documents import limits
from trucewatch.documents.opening import open_document
from trucewatch.documents.refusals import display_name
from trucewatch.model.document import Document
from trucewatch.model.errors import AccessError


def load(path: Path, published: date | None = None, *, limit: int = limits.READING_CHARACTERS) -> Document:
    """Read the file at ``path`` into a document; see :func:`trucewatch.documents.open_document`.

    :raises AccessError: nothing is there, or it is a folder, a pipe or a device, or may not be read.
    :raises DocumentError: the file is refused; its size is looked at before it is read.
    """
    return open_document(read_file(path), name=str(path), published=published, limit=limit)


def read_file(path: Path) -> bytes:
    """The bytes of the regular file at ``path``, at most :data:`trucewatch.documents.limits.BYTES`.

    :raises AccessError: as :func:`load`.
    :raises DocumentError: reason ``too_large``.
    """
    shown = display_name(str(path))
    handle = _open(path, shown)
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise _folder(shown)
        if not stat.S_ISREG(status.st_mode):
            raise AccessError(f"{shown} is a pipe or a device, not a file. Pass what it holds on standard input, as -.")
        limits.check_bytes(status.st_size, shown, limits.BYTES)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return read_stream(file, str(path))
    finally:
        os.close(handle)


def _open(path: Path, shown: str) -> int:
    # Not to block on a pipe that nobody writes to: the kind is looked at on the open file, so none can be slipped in.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags)
    except FileNotFoundError:
        raise AccessError(
            f"There is no file {shown}. Give the path of a report, or - to read standard input."
        ) from None
    except IsADirectoryError:
        raise _folder(shown) from None
    except PermissionError:
        if path.is_dir():
            raise _folder(shown) from None
        raise AccessError(f"{shown} may not be read. Change its permissions, or copy it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AccessError(f"{shown} cannot be opened: {reason}. Check its name.") from None


def read_stream(stream: BinaryIO, name: str = "-") -> bytes:
    """All bytes of ``stream``, refused as soon as they are more than :data:`trucewatch.documents.limits.BYTES`.

    :raises AccessError: the stream cannot be read.
    :raises DocumentError: reason ``too_large``.
    """
    try:
        data = stream.read(limits.BYTES + 1)
    except OSError as error:
        raise AccessError(f"{display_name(name)} cannot be read: {error.strerror}. Try again, or copy it.") from None
    limits.check_bytes(len(data), display_name(name), limits.BYTES)
    return data


def _folder(shown: str) -> AccessError:
    return AccessError(f"{shown} is a folder. Give the path of one file in it.")
