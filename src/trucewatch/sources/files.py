"""Files and folders: regular files only, in one order on every machine, never through a link inside a folder."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from trucewatch.sources.item import Limits, Raw, Refused, Source, empty, name_of, raw_of, refused_os, shown, too_large

SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml", ".xht"})
"""Endings of the files that are taken out of a folder as one document each. A file named by itself may have any."""

# Not to block on a pipe nobody writes to, nor follow a link put in the file's place: the kind is seen on the open file.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_regular(path: str) -> BinaryIO | Refused:
    """The regular file at ``path``, open for reading; a refusal for anything else."""
    name = name_of(path)
    try:
        if os.path.islink(path):
            return _link(name)
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ELOOP:
            return _link(name)
        # A socket cannot be opened at all.
        return _no_file(name) if getattr(error, "errno", None) == errno.ENXIO else refused_os(name, error)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    return _no_file(name)


def read_limited(stream: BinaryIO, name: str, limit: int, head: bytes = b"") -> bytes | Refused:
    """``head`` and the rest of ``stream``, refused as soon as they are more than ``limit`` bytes."""
    try:
        data = head + stream.read(max(0, limit + 1 - len(head)))
    except OSError as error:
        return refused_os(name, error)
    return data if len(data) <= limit else too_large(name, limit)


class FileSource:
    """One file as one document."""

    def __init__(self, path: str, limits: Limits | None = None) -> None:
        self._path = path
        self._limit = (limits or Limits()).file_bytes

    def __iter__(self) -> Iterator[Raw | Refused]:
        name = name_of(self._path)
        file = open_regular(self._path)
        if isinstance(file, Refused):
            yield file
            return
        with file:
            # Looked at first: a sparse file of a terabyte is refused unread.
            large = os.fstat(file.fileno()).st_size > self._limit
            data = too_large(name, self._limit) if large else read_limited(file, name, self._limit)
        yield data if isinstance(data, Refused) else raw_of(data, name)

    def count(self) -> int:
        """One."""
        return 1


class FolderSource:
    """Every file under a folder, in the order of the bytes of their names, a folder's files before its folders.

    ``take`` gives the source for a file by its path, or ``None`` for a kind it does not know. Hidden files and folders,
    links and unknown kinds are refused one by one; a folder that holds nothing at all is refused itself.
    """

    def __init__(self, path: str, take: Callable[[str], Source | None]) -> None:
        self._path = path
        self._take = take

    def __iter__(self) -> Iterator[Raw | Refused]:
        for found in self._walk():
            if isinstance(found, Refused):
                yield found
            else:
                yield from found

    def count(self) -> int | None:
        """The files found now, and the lines of those that hold one item a line."""
        total = 0
        for found in self._walk():
            number = 1 if isinstance(found, Refused) else found.count()
            if number is None:
                return None
            total += number
        return total

    def _walk(self) -> Iterator[Source | Refused]:
        # A list of our own, not recursion: folders may be nested deeper than Python calls.
        pending, nothing = [self._path], True
        while pending:
            folder = pending.pop()
            inner: list[str] = []
            for found in self._folder(folder, inner):
                nothing = False
                yield found
            pending.extend(reversed(inner))
        if nothing:
            yield empty(name_of(self._path), "folder")

    def _folder(self, folder: str, inner: list[str]) -> Iterator[Source | Refused]:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield refused_os(name_of(folder), error)
            return
        for entry in found:
            name = name_of(entry.path)
            if entry.name.startswith("."):
                yield Refused(name, "hidden", f"{shown(name)} is hidden. Name it by itself if it is wanted.")
            elif entry.is_symlink():
                yield _link(name)
            elif entry.is_dir(follow_symlinks=False):
                inner.append(entry.path)
            else:
                yield self._file(entry, name)

    def _file(self, entry: os.DirEntry[str], name: str) -> Source | Refused:
        if not entry.is_file(follow_symlinks=False):
            return _no_file(name)
        return self._take(entry.path) or Refused(
            name,
            "unknown_kind",
            f"The ending of {shown(name)} is none of those taken from folders. Save its text as .txt or .html, or name "
            "the file by itself.",
        )


def suffix_of(path: str) -> str:
    """The ending of a file's name with its dot, in small letters; empty where there is none."""
    return os.path.splitext(path)[1].lower()


def _link(name: str) -> Refused:
    return Refused(name, "link", f"{shown(name)} is a link, and links are not followed. Name the file it leads to.")


def _no_file(name: str) -> Refused:
    message = f"{shown(name)} is a pipe, a socket or a device, not a file. Pass what it holds on standard input, as -."
    return Refused(name, "not_a_file", message)
