"""Where the public corpora and the gold lie, and how they are read. They are read in place, never copied here."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent


class MissingCorpus(FileNotFoundError):
    """A corpus is not where it is looked for; the message names it, the place, and the variable that moves it."""


def folder() -> Path:
    """The corpora's folder: ``TRUCEWATCH_CORPORA``, by default ``../shared/corpora`` beside the project's root."""
    return _folder("TRUCEWATCH_CORPORA", "../shared/corpora")


def gold_folder() -> Path:
    """The gold's folder: ``TRUCEWATCH_GOLD``, by default ``../shared/gold`` beside the project's root."""
    return _folder("TRUCEWATCH_GOLD", "../shared/gold")


def missing(name: str) -> str:
    """What to tell where the corpus ``name`` is not there."""
    return f"{name}: not found under {folder()} (set TRUCEWATCH_CORPORA); skipped"


def path(relative: str) -> Path:
    """The file ``relative`` of the corpora.

    :raises MissingCorpus: it is not there.
    """
    found = folder() / relative
    if not found.is_file():
        raise MissingCorpus(missing(relative))
    return found


def lines(relative: str) -> Iterator[dict[str, Any]]:
    """The objects of a corpus kept as one JSON object a line, in order; empty lines are passed over.

    :raises MissingCorpus: the corpus is not there.
    :raises ValueError: a line is no JSON object; the message names the file and the line.
    """
    source = path(relative)
    with source.open(encoding="utf-8") as rows:
        for number, row in enumerate(rows, 1):
            if not row.strip():
                continue
            try:
                item = json.loads(row)
            except ValueError as error:
                raise ValueError(f"{source}:{number}: not JSON: {error}") from None
            if not isinstance(item, dict):
                raise ValueError(f"{source}:{number}: not a JSON object")
            yield item


def digest(relative: str) -> str:
    """The SHA-256 of a corpus in hexadecimal digits: what a pinned score was measured on.

    :raises MissingCorpus: the corpus is not there.
    """
    with path(relative).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _folder(variable: str, default: str) -> Path:
    # A relative folder is meant from the project's root, wherever the command is run.
    return (PROJECT / (os.environ.get(variable) or default)).resolve()
