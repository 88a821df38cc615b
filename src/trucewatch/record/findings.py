"""What a check of a record finds: one line each, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a finding stands."""

    OK = "ok"
    WARN = "warn"  # nothing is lost; something should be done
    FAULT = "fault"  # the record is damaged


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``name`` is what was looked at, ``message`` what was found, ``mend`` what to do, if anything."""

    name: str
    level: Level
    message: str
    mend: str = ""

    def to_dict(self) -> dict[str, str]:
        """Plain values for JSON."""
        return {"name": self.name, "level": str(self.level), "message": self.message, "mend": self.mend}


RESTORE = "Keep the file as it is, and restore the last backup; then add what came in since."


def fine(name: str, message: str) -> Finding:
    """All is well."""
    return Finding(name, Level.OK, message)


def warned(name: str, message: str, mend: str) -> Finding:
    """Something should be done."""
    return Finding(name, Level.WARN, message, mend)


def fault(name: str, message: str, mend: str = RESTORE) -> Finding:
    """Damage."""
    return Finding(name, Level.FAULT, message, mend)


def counted(number: int, one: str, many: str) -> str:
    """``1 document``, ``3 documents``."""
    return f"{number:,} {one if number == 1 else many}"


def some(names: list[str]) -> str:
    """The first three names, and how many more."""
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3:,} more"
