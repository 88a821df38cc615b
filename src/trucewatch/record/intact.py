"""Whether a record's texts are those that came in, and whether every datum lies in its text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from trucewatch.model.errors import DateError, SpanError
from trucewatch.record.codec import unpacked
from trucewatch.record.findings import Finding, counted, fault, fine, some, warned
from trucewatch.record.tables import datum, document, mention, reading

_AT_ONCE = 200  # rows fetched at a time
_SPANS = ("anchor", "action", "mention", "cue", "span")


def documents(connection: Connection) -> Iterator[Finding]:
    """Whether every text has the digest it is known by."""
    number, odd = 0, []
    for row in _streamed(connection, select(document.c.id, document.c.text)):
        number += 1
        if hashlib.sha256(row.text.encode("utf-8", "surrogatepass")).hexdigest() != row.id:
            odd.append(f"d:{row.id[:12]}")
    if odd:
        yield fault("documents", f"{counted(len(odd), 'text is', 'texts are')} not as it came in: {some(odd)}.")
    else:
        yield fine("documents", f"{counted(number, 'text', 'texts')}, each as it came in.")


def data(connection: Connection) -> Iterator[Finding]:
    """Whether every datum can be read, lies in its text, and refers to others that hold."""
    lengths = {row.n: len(row.text) for row in _streamed(connection, select(document.c.n, document.c.text))}
    outside, unreadable, keys, leads = [], [], set(), []
    asked = select(datum.c.key, datum.c.what, datum.c.document_n, datum.c.start, datum.c.end, datum.c.body)
    for row in _streamed(connection, asked.where(datum.c.until.is_(None))):
        keys.add(row.key)
        try:
            unpacked(row.what, row.key, row.body)
        except (KeyError, ValueError, TypeError, IndexError, SpanError, DateError):
            unreadable.append(row.key)
            continue
        body = json.loads(row.body)
        length = lengths.get(row.document_n, 0)
        if not all(0 <= low < high <= length for low, high in [(row.start, row.end), *_spans(body)]):
            outside.append(row.key)
        leads += [(row.key, each) for each in _references(body)]
    outside += [f"{row.what} {row.id}" for row in _mentions_outside(connection, lengths)]
    if unreadable:
        yield fault("data", f"{counted(len(unreadable), 'datum', 'data')} cannot be read: {some(unreadable)}.")
    if outside:
        yield fault("data", f"{counted(len(outside), 'span runs', 'spans run')} out of its text: {some(outside)}.")
    lost = sorted({key for key, each in leads if each not in keys})
    if lost:
        mend = "Run 'trucewatch reread --all'."
        yield warned(
            "data", f"{counted(len(lost), 'datum refers', 'data refer')} to one that is gone: {some(lost)}.", mend
        )
    if not (unreadable or outside or lost):
        yield fine("data", f"{counted(len(keys), 'datum', 'data')}, each in its text.")


def _mentions_outside(connection: Connection, lengths: dict[int, int]) -> Iterator[Any]:
    asked = (
        select(mention.c.what, mention.c.id, mention.c.start, mention.c.end, reading.c.document_n)
        .join(reading, reading.c.n == mention.c.reading_n)
        .where(reading.c.until.is_(None), mention.c.start.is_not(None))
    )
    for row in _streamed(connection, asked):
        if not 0 <= row.start < row.end <= lengths.get(row.document_n, 0):
            yield row


def _spans(value: Any, name: str = "") -> Iterator[tuple[int, int]]:
    """Every span in a datum's body."""
    if isinstance(value, dict):
        for inner, each in value.items():
            yield from _spans(each, inner)
    elif name in _SPANS and value is not None:
        yield value[0], value[1]
    elif isinstance(value, list):
        for each in value:
            if name == "content":
                yield each[0], each[1]
            else:
                yield from _spans(each)


def _references(body: dict[str, Any]) -> list[str]:
    found = [body.get("statement"), body.get("within"), *(each.get("statement") for each in body.get("positions", ()))]
    return [each for each in found if each]


def _streamed(connection: Connection, asked: Any) -> Any:
    return connection.execution_options(yield_per=_AT_ONCE).execute(asked)
