"""Groups of wire copies: which documents are one dispatch, whoever printed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, insert, select, update

from trucewatch.record.conditions import holds
from trucewatch.record.tables import band, copy, document

Alike = Callable[[str, str], bool]


def group(connection: Connection, n: int, bands: Iterable[int], alike: Alike, tick: int) -> None:
    """Enter a new document's bands and put it into one group with every copy of it.

    The original of a group is the one published first; of one day, one that names no other's publisher before one that
    does, then the longer, since copies credit and cut; then the one whose id sorts first. So the groups come out the
    same in whatever order documents arrive.
    """
    values = sorted(set(bands))
    candidates = select(band.c.document_n).where(band.c.value.in_(values)).distinct()
    asked = select(document.c.n, document.c.text, document.c.url).where(document.c.n.in_(candidates))
    rows = connection.execute(asked).all()
    if values:
        connection.execute(insert(band), [{"value": each, "document_n": n} for each in values])
    own = connection.execute(select(document.c.text, document.c.url).where(document.c.n == n)).one()
    # A later version of one page is no copy: it is the same outlet speaking again.
    same = [row.n for row in rows if (row.url is None or row.url != own.url) and alike(row.text, own.text)]
    if same:
        _join(connection, [n, *same], tick)


def _join(connection: Connection, members: list[int], tick: int) -> None:
    now = copy.c.until.is_(None)
    groups = select(copy.c.original).where(copy.c.document_n.in_(members), now)
    older = connection.execute(select(copy.c.document_n, copy.c.original).where(copy.c.original.in_(groups), now)).all()
    held = {row.document_n: row.original for row in older}
    everyone = sorted({*members, *held})
    said = (document.c.id, document.c.published, document.c.publisher, document.c.text)
    rows = connection.execute(select(*said).where(document.c.n.in_(everyone))).all()
    publishers = {row.publisher for row in rows if row.publisher}
    first = min(rows, key=lambda row: _standing(row, publishers)).id
    changed = [each for each in everyone if held.get(each) != first]  # what stays as it was keeps its row
    connection.execute(update(copy).where(copy.c.document_n.in_(changed), now).values(until=tick))
    connection.execute(insert(copy), [{"document_n": each, "original": first, "since": tick} for each in changed])


def _standing(row: Any, publishers: set[str]) -> tuple[str, bool, int, str]:
    """What puts one copy before another: day, whether it credits another's publisher, length, id."""
    credits = any(each in row.text for each in publishers - {row.publisher})
    return row.published or "9999", credits, -len(row.text), row.id


def originals(connection: Connection, at: int | None = None) -> dict[str, str]:
    """The id of the original of every document that is, or was at a tick, in a group, both as ``sha256:...``."""
    asked = select(document.c.id, copy.c.original).join(copy, copy.c.document_n == document.c.n).where(holds(copy, at))
    return {f"sha256:{row.id}": f"sha256:{row.original}" for row in connection.execute(asked)}
