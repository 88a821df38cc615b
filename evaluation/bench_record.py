"""The record at 1,000 and at 10,000 documents: bytes a document, seconds of every question, peak memory.

Every question of the product's list is asked as the command line asks it, each several times in one process: the first
hundred rows without a filter, then narrowed as people narrow it. The worst of the medians and the slowest single answer
are told, and how many times longer ten times the documents take. The documents are those of :mod:`evaluation.many`.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from trucewatch import dossiers
from trucewatch.faces.asking import QUESTIONS, Asked
from trucewatch.model.filters import Filter
from trucewatch.record.session import open_record
from trucewatch.record.view import View

SIZES = (1_000, 10_000)
BYTES, SECONDS, GROWTH = 20_000, 1.0, 10.0  # what is asked: a document, an answer, ten times the documents
_TIMES = 5
_LIMIT = 100
_FLOOR = 0.02  # seconds below which growth is the clock's noise
_AS_OF = date(2023, 6, 30)
_WORDS = {
    "search": ("ceasefire violations", "Lachin", '"opened fire" -drone'),
    "changes": ("", "2023-06-01..2023-06-30"),
}
_MONTH = Filter(since=date(2023, 6, 1), until=date(2023, 6, 30), limit=_LIMIT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where something asked is missed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench_record", description=__doc__)
    parser.add_argument("--records", nargs=2, metavar="PATH", help="records already made, the small one first")
    parser.add_argument("--only", nargs="+", choices=[*QUESTIONS], help="questions to ask")
    parser.add_argument("--child", metavar="PATH", help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    if wanted.child:
        print(json.dumps(_measured(wanted.child, wanted.only or list(QUESTIONS))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(each) for each in wanted.records or ()] or list(_filled(Path(folder)))
        return _told(paths, wanted.only or [])


def _filled(folder: Path) -> Iterator[Path]:
    from evaluation import many

    for size in SIZES:
        started = time.perf_counter()
        path = folder / f"{size}.db"
        with open_record(path) as record:
            many.fill(record, many.made(size))
        print(f"made {size:,} documents in {time.perf_counter() - started:,.0f} s")
        yield path


def _told(paths: Sequence[Path], only: Sequence[str]) -> int:
    """Print the figures of the small and the large record side by side."""
    small, large = (_child(path, only) for path in paths)
    missed = 0
    for name, found in (("small", small), ("large", large)):
        each = found["bytes"] / max(found["documents"], 1)
        missed += each >= BYTES
        size = f"{found['documents']:,} documents, {found['bytes'] / 1e6:,.1f} MB, {each / 1e3:.1f} KB a document"
        print(f"{name}: {size}, peak memory {found['peak']:,.0f} MiB")
    print(f"seconds, medians of {_TIMES}")
    print(f"{'question':44} {'small':>8} {'large':>8} {'worst':>8} {'growth':>7} {'rows':>6}")
    for name, (median, worst, rows) in large["asked"].items():
        before = small["asked"][name][0]
        growth = median / max(before, _FLOOR)
        slow = median >= SECONDS or growth > GROWTH
        missed += slow
        mark = "  <-- slow" if slow else ""
        print(f"{name:44} {before:8.3f} {median:8.3f} {worst:8.3f} {growth:7.1f} {rows:6}{mark}")
    return min(missed, 1)


def _child(path: Path, only: Sequence[str]) -> dict[str, Any]:
    """What a process of its own measures, so that its peak memory is that of the questions alone."""
    command = [sys.executable, "-m", "evaluation.bench_record", "--child", str(path)]
    command += ["--only", *only] if only else []
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def _measured(path: str, only: Sequence[str]) -> dict[str, Any]:
    with open_record(path, create=False) as record:
        with record.engine.connect() as connection, closing(connection.connection.cursor()) as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        view = View(record)
        chosen = tuple(dossiers.load(each) for each in view.dossiers())
        asked = {
            name: _timed(question, each)
            for question in only
            for name, each in _asked(question, Asked(view, dossiers=chosen, as_of=_AS_OF))
        }
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB elsewhere
        return {
            "documents": view.total("document"),
            "bytes": Path(path).stat().st_size,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
            "asked": asked,
        }


def _asked(question: str, base: Asked) -> Iterator[tuple[str, Asked]]:
    """The ways in which a question is put, by what is printed of them."""
    person, place = base.view.actors(Filter(limit=1))[0].id, base.view.places(Filter(limit=1))[0].id
    filters = {
        "": Filter(limit=_LIMIT),
        "page 6": Filter(limit=_LIMIT, offset=5 * _LIMIT),
        "a month": _MONTH,
        f"actor {person}": Filter(actors=(person,), limit=_LIMIT),
        f"place {place}": Filter(places=(place,), limit=_LIMIT),
        "month, actor": replace(_MONTH, actors=(person,)),
    }
    for words in _WORDS.get(question, ("",)):
        for name, chosen in filters.items():
            yield " ".join(filter(None, (question, words, name))), replace(base, filter=chosen, words=words)


def _timed(question: str, asked: Asked) -> tuple[float, float, int]:
    """Median and longest seconds of an answer, and its rows."""
    taken, rows = [], 0
    for _ in range(_TIMES):
        started = time.perf_counter()
        rows = len(QUESTIONS[question].ask(asked).rows)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken), max(taken), rows


if __name__ == "__main__":
    sys.exit(main())
