"""Draws what was read as ruled labels under the text, so that a person can review it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trucewatch.model.reading import Reading
from trucewatch.model.text import Span

WIDTH = 110
Label = tuple[Span, str]


def _lines(text: str) -> Iterator[Span]:
    """The text in lines of at most WIDTH characters, broken at spaces."""
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        while start < end:
            stop = end if end - start <= WIDTH else (text.rfind(" ", start + 1, start + WIDTH) + 1 or start + WIDTH)
            if stop <= start:
                stop = start + WIDTH
            yield Span(start, stop)
            start = stop
        start = end + 1


def draw(text: str, labels: Iterable[Label]) -> str:
    """The text with a ruled row for each set of labels that do not overlap; a label that runs on is ruled again."""
    ordered = sorted(labels, key=lambda each: (each[0].start, -each[0].end, each[1]))
    out: list[str] = []
    for line in _lines(text):
        here = [(span, label) for span, label in ordered if span.meets(line)]
        out.append(line.of(text).rstrip("\n"))
        rows: list[tuple[str, str]] = []
        for span, label in here:
            first, last = max(span.start, line.start) - line.start, min(span.end, line.end) - line.start
            shown = label if span.start >= line.start else "…"
            for k, (rule, words) in enumerate(rows):
                if len(rule) < first + (first > 0) and len(words) < first:
                    rows[k] = (rule.ljust(first) + "─" * (last - first), words.ljust(first) + shown)
                    break
            else:
                rows.append((" " * first + "─" * (last - first), " " * first + shown))
        for rule, words in rows:
            out.extend((rule.rstrip(), words.rstrip()))
    return "\n".join(out) + "\n"


def layers(reading: Reading) -> Iterator[tuple[str, list[Label]]]:
    """The layers of a reading as labels."""
    yield "names", [(m, a.id if a.known else f"{a.id}*") for a in reading.actors for m in a.mentions]
    yield "dates", [(d.span, f"{d.value or '?'} {d.kind}") for d in reading.dates]
    yield (
        "places",
        [
            (
                m,
                f"{p.name} {p.precision}"
                + (
                    f" {p.latitude:.2f},{p.longitude:.2f}" if p.latitude is not None and p.longitude is not None else ""
                ),
            )
            for p in reading.places
            for m in p.mentions
        ],
    )
    said: list[Label] = []
    for s in reading.statements:
        said += [(c, f"{s.id} {s.speaker.name}: {s.form} {s.act} {s.date.value or ''}".rstrip()) for c in s.content[:1]]
        said += [(c, s.id) for c in s.content[1:]]
        said += [(s.cue, f"{s.id} cue")] if s.cue else []
    yield "statements", said
    happened: list[Label] = []
    for e in reading.events:
        who = ", ".join(r.name for r in e.actors) or "?"
        whom = f" > {', '.join(r.name for r in e.recipients)}" if e.recipients else ""
        parts = [f"{e.id} {e.type}/{e.kind} {e.status}", who + whom, e.date.value or "", e.place.name or ""]
        parts += [
            f"killed {e.killed.low}-{e.killed.high}" if e.killed else "",
            f"wounded {e.wounded.low}-{e.wounded.high}" if e.wounded else "",
        ]
        parts += [f"by {', '.join(r.name for r in e.claimed_by)}" if e.claimed_by else ""]
        parts += [f"denied by {', '.join(r.name for r in e.denied_by)}" if e.denied_by else ""]
        happened.append((e.anchor, " | ".join(part for part in parts if part)))
    yield "events", happened
    owed: list[Label] = []
    for c in reading.commitments:
        due = f" due {c.due.value} ({c.due.rule})" if c.due else ""
        owed.append(
            (
                c.action,
                f"{c.id} {', '.join(r.name for r in c.obligors) or '?'} {c.status}{due} "
                f"[{c.instrument or '-'} {c.provision or '-'}]",
            )
        )
        owed += [(q.mention, f"{q.value:g} {q.unit}") for q in c.quantities]
    yield "commitments", owed
    yield "instruments", [(m, i.id) for i in reading.instruments for m in i.mentions]


def golden(reading: Reading) -> str:
    """The whole drawing of a reading: a section a layer, then disputes and warnings in words."""
    out = []
    for name, labels in layers(reading):
        if labels:
            out.append(f"== {name}\n\n{draw(reading.document.text, labels)}")
    for dispute in reading.disputes:
        views = "; ".join(f"{p.actor.name} {p.stance} {p.statement or '-'}" for p in dispute.positions)
        out.append(f"== dispute: {dispute.about}: {views}\n")
    for warning in reading.warnings:
        out.append(f"== warning: {warning.mention.of(reading.document.text)!r}: {warning.message}\n")
    return "\n".join(out)
