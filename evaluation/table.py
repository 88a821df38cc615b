"""The table of all scores: what was measured on what, ours beside the floor and what others published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evaluation.gate import Floors, Result
from evaluation.registry import COUNTS

_HEAD = ("task", "scorer", "measure", "ours", "floor", "published", "items", "words/s")


def table(results: Iterable[Result], floors: Floors) -> str:
    """One row a measure; a scorer whose files are missing has one row that says so."""
    rows: list[Sequence[str]] = [_HEAD]
    for result in results:
        scorer = result.scorer
        if result.missing:
            rows.append((scorer.task, scorer.name, "skipped", "-", "-", "-", "-", "-"))
            continue
        words = result.measures.get("words", 0.0)
        speed = f"{words / result.seconds:,.0f}" if words and result.seconds else "-"
        items = f"{result.measures['items']:,.0f}" if "items" in result.measures else "-"
        for measure, score in result.measures.items():
            if measure in COUNTS:
                continue
            floor = floors.of(scorer, measure) if measure in scorer.gated else None
            rows.append(
                (
                    scorer.task,
                    scorer.name,
                    measure,
                    f"{score:.3f}",
                    "-" if floor is None else f"{floor:.3f}",
                    scorer.published.get(measure, "-"),
                    items,
                    speed,
                )
            )
    return _ruled(rows)


def _ruled(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]]) + "\n"
