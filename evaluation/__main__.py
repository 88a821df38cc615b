"""``python -m evaluation [SCORER ...] [--update] [--reason WORDS]``: scores, beside their floors; fails under them."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence

import trucewatch
from evaluation import gate
from evaluation.registry import Scorer, paths, scorers
from evaluation.table import table


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the scorers, print the table, and return 1 when the gate stays shut."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("scorers", nargs="*", metavar="SCORER", help="run these only")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--reason", help="why a floor is lowered or a corpus changed; kept in floors.json")
    wanted = parser.parse_args(arguments)
    every = scorers()
    known = [each.name for each in every]
    unknown = sorted(set(wanted.scorers) - set(known))
    if unknown:
        parser.error(f"no such scorer: {', '.join(unknown)}; there are {', '.join(known)}")
    trucewatch.read("Norway said so.")  # loads what is loaded once, so that no scorer's speed counts it
    results = [_run(each) for each in every if not wanted.scorers or each.name in wanted.scorers]
    floors = gate.load()
    if wanted.update:
        try:
            changes = gate.update(results, floors, known=known, reason=wanted.reason)
        except gate.LoweringError as error:
            print(error, file=sys.stderr)
            return 1
        gate.save(floors)
        print("\n".join(changes) or "No floor changed.", end="\n\n")
    print(table(results, floors))
    for result in results:
        if result.missing:
            print(
                f"skipped {result.scorer.name}: {', '.join(result.missing)} is missing. "
                "Set TRUCEWATCH_CORPORA and TRUCEWATCH_GOLD to the folders that hold them."
            )
    strict = os.environ.get("TRUCEWATCH_REQUIRE_CORPORA") == "1"
    faults = gate.faults(results, floors, known=known, strict=strict)
    for fault in faults:
        print(f"FAIL {fault}", file=sys.stderr)
    print(f"{len(faults)} faults" if faults else "All scores stand at or above their floors.")
    return 1 if faults else 0


def _run(scorer: Scorer) -> gate.Result:
    files, missing = paths(scorer)
    if missing:
        return gate.Result(scorer, missing=tuple(missing))
    print(f"scoring {scorer.name} ...", file=sys.stderr, flush=True)
    started = time.perf_counter()
    measures = scorer.run()
    return gate.Result(scorer, measures, gate.digest(files), time.perf_counter() - started)


if __name__ == "__main__":
    sys.exit(main())
