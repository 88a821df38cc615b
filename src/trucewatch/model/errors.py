"""The one tree of errors.

::

    TrucewatchError
    ├── InputError            what was handed in cannot be read
    │   ├── DocumentError     a document is refused, with a named reason
    │   ├── DateError         a date that is none
    │   └── AccessError       a file or stream that cannot be read or written
    ├── DossierError          a dossier file is broken: file, line and mend
    ├── SpanError             evidence that does not lie in its text
    ├── GroundError           an answer without any evidence or ground
    ├── RecordError           the record cannot be used: where it is, why, what to do
    │   ├── BusyError         another process is writing and did not finish in time
    │   ├── LostError         the database's server does not answer, or went away
    │   └── DamageError       the record's own checks fail
    ├── SettingError          a setting that cannot be
    ├── DecisionError         a decision that does not fit what it is about
    └── InstallationError     a part of the product is missing on this machine

Every message says what is wrong, where, and what to do about it. Faces turn each class into an exit code
(:attr:`TrucewatchError.exit_code`); nothing below a face prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


class TrucewatchError(Exception):
    """Base of every error the product raises on purpose."""

    exit_code: ClassVar[int] = 1


class InputError(TrucewatchError):
    """What was handed in cannot be read as asked."""

    exit_code: ClassVar[int] = 2


class DocumentError(InputError):
    """A document is refused. ``reason`` is one word of the codebook (``empty``, ``binary``, ``too_large`` ...)."""

    exit_code: ClassVar[int] = 3

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class DateError(InputError):
    """A date that is none, or not in the form asked for."""


class AccessError(InputError):
    """A file or a stream cannot be read, or cannot be written."""

    exit_code: ClassVar[int] = 6


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a dossier file: where it is, what is wrong and how to mend it."""

    file: str
    line: int | None
    message: str
    mend: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.message} Mend: {self.mend}"


class DossierError(TrucewatchError):
    """A dossier cannot be used. ``faults`` lists every fault found, not only the first."""

    exit_code: ClassVar[int] = 7

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class SpanError(TrucewatchError):
    """A span that does not lie in its text, or whose characters are not those quoted."""


class GroundError(TrucewatchError):
    """An answer that would rest on no evidence and on no ground of a dossier: it cannot be made."""


class RecordError(TrucewatchError):
    """The record cannot be opened, read or written: missing, full, of another version, unreachable."""

    exit_code: ClassVar[int] = 5


class BusyError(RecordError):
    """Another process holds the record and did not finish within the time allowed."""


class LostError(RecordError):
    """The database's server does not answer, or went away in the midst of it: it may come back."""


class DamageError(RecordError):
    """The record is damaged, or its own checks fail."""

    exit_code: ClassVar[int] = 8


class SettingError(TrucewatchError):
    """A setting that does not exist or has no such value."""

    exit_code: ClassVar[int] = 7


class DecisionError(InputError):
    """A decision that names data the record does not hold, or values a datum cannot take."""


class InstallationError(TrucewatchError):
    """A part of the product is missing on this machine; the message names it and how to install it."""

    exit_code: ClassVar[int] = 1
