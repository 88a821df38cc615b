"""``make bench``: the speed of the whole reading beside that of the bare language pipeline, in one run; and its memory.

The bare pipeline and the reading take turns over the same texts, round by round, so that a busy moment of the machine
falls on both; medians are told. Words are what white space parts. The texts are our own stories and the bundled
dispatch. Every text is read as new: rounds repeat texts, but nothing in the product remembers one.
"""

from __future__ import annotations

import argparse
import compileall
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import trucewatch
from evaluation.stories import stories
from trucewatch.faces.demo import dispatch
from trucewatch.model.document import Document
from trucewatch.reading import pipeline, readers
from trucewatch.reading.assemble import assemble
from trucewatch.reading.segments import paragraphs

_BLOCK = 6000  # words in one timed turn: about a second


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="turns of each of the two; the first is not counted")
    parser.add_argument("--child", choices=["bare", "reading"], help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    texts = _texts()
    if wanted.child:
        _child(wanted.child, texts)
        return
    # First what other processes are asked: a process starts with its parent's peak memory on Linux, so this one must
    # not have loaded the model yet.
    peaks = {kind: _memory(kind) for kind in ("bare", "reading")}
    command = [sys.executable, "-c", "import sys; from trucewatch.faces.cli import main; sys.exit(main())"]
    compileall.compile_dir(str(Path(str(trucewatch.__file__)).parent), quiet=2)  # as an installation does
    help_wall = _wall([*command, "--help"], 7)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dispatch.txt"
        path.write_text(dispatch(), encoding="utf-8")
        read_wall = _wall([*command, "read", str(path)], 5)
    _print_speed(texts, wanted.rounds)
    print(f"peak memory    bare pipeline {peaks['bare']:,.0f} MiB, whole reading {peaks['reading']:,.0f} MiB")
    print(f"trucewatch --help    {help_wall:.2f} s (under 0.30 is asked)")
    print(f"first trucewatch read    {read_wall:.2f} s (under 3.00 is asked)")


def _texts() -> list[Document]:
    """Our own texts, each once and then again with its paragraphs turned around, up to the size of a turn."""
    own = [dispatch(), *(story["text"] for _, story in stories())]
    found: list[Document] = []
    words = turn = 0
    while words < _BLOCK:
        for text in own:
            blocks = [block for block in text.split("\n") if block.strip()]
            shift = turn % len(blocks)
            found.append(Document("\n\n".join(blocks[shift:] + blocks[:shift])))
            words += len(text.split())
        turn += 1
    return found


def _bare(documents: Sequence[Document]) -> None:
    """The language pipeline alone, text by text, as the reading calls it."""
    nlp = pipeline.language(None)  # as the reading asks for it, so that both share one
    for document in documents:
        for _ in nlp.pipe((block.of(document.text) for block in paragraphs(document.text)), batch_size=64):
            pass


def _reading(documents: Sequence[Document]) -> None:
    for document in documents:
        readers.read(document)


def _seconds(run: Callable[[Sequence[Document]], None], documents: Sequence[Document]) -> float:
    started = time.perf_counter()
    run(documents)
    return time.perf_counter() - started


def _print_speed(documents: Sequence[Document], rounds: int) -> None:
    words = sum(len(document.text.split()) for document in documents)
    turns: dict[str, list[float]] = {"bare": [], "reading": []}
    for round_ in range(rounds + 1):
        for name, run in (("bare", _bare), ("reading", _reading)):
            taken = _seconds(run, documents)
            if round_:  # the first turn loads the model and fills caches
                turns[name].append(taken)
    bare, reading = statistics.median(turns["bare"]), statistics.median(turns["reading"])
    ratio = statistics.median(b / r for b, r in zip(turns["bare"], turns["reading"], strict=True))
    print(f"{len(documents)} texts, {words:,} words a turn, {rounds} turns of each, medians")
    print(f"bare pipeline    {words / bare:,.0f} words/s")
    print(
        f"whole reading    {words / reading:,.0f} words/s   {ratio:.2f} of the bare pipeline (at least 0.60 is asked)"
    )
    shares = _shares(documents)
    total = sum(shares.values())
    print("where the time goes    " + ", ".join(f"{name} {part / total:.0%}" for name, part in shares.items()))


def _shares(documents: Sequence[Document]) -> dict[str, float]:
    """Seconds spent in the language pipeline and in each reader, over one turn."""
    spent: dict[str, float] = defaultdict(float)
    for document in documents:
        started = time.perf_counter()
        draft = readers.begin(document)
        spent["pipeline"] += time.perf_counter() - started
        for reader in readers.READERS:
            started = time.perf_counter()
            reader.run(draft)
            spent[reader.name] += time.perf_counter() - started
        started = time.perf_counter()
        assemble(draft)
        spent["assemble"] += time.perf_counter() - started
    return spent


def _child(kind: str, documents: Sequence[Document]) -> None:
    (_bare if kind == "bare" else _reading)(documents)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB elsewhere
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))


def _memory(kind: str) -> float:
    """Peak resident memory in MiB of a process that does the one thing once over all texts."""
    command = [sys.executable, "-m", "evaluation.bench", "--child", kind]
    return float(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def _wall(command: Sequence[str], times: int) -> float:
    """Median wall time in seconds of a command, from start to end of its process."""
    taken: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
