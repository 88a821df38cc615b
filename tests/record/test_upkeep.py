"""A record can be compared, checked and copied."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import update

from tests.record.stories import add, arrival, varied
from trucewatch.record.session import Record, open_record
from trucewatch.record.tables import datum
from trucewatch.record.upkeep import content_hash
from trucewatch.record.writer import Writer


def test_the_digest_does_not_depend_on_order_or_numbers_of_rows(record: Record, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        add(record, varied(number))
    with open_record(tmp_path / "other.db") as other:
        Writer(other).quarantine(arrival("gone"), "empty", "gone holds no text.")
        Writer(other).add(arrival("gone"), varied(9), dossier_digest="d1")
        assert content_hash(other) != content_hash(record)
        for number in (3, 1, 2):
            add(other, varied(number))
        add(record, varied(9), "gone")
        assert content_hash(other) == content_hash(record)


def test_the_digest_tells_what_is_read_and_what_is_judged(record: Record) -> None:
    read = varied(1)
    add(record, read)
    seen = {content_hash(record)}
    Writer(record).replace(read, dossier_digest="d1")
    assert {content_hash(record)} == seen, "the same reading says the same"
    Writer(record).replace(replace(read, events=read.events[:1]), dossier_digest="d1")
    seen.add(content_hash(record))
    with record.writing("decide") as (connection, _):
        connection.execute(update(datum).where(datum.c.until.is_(None)).values(judgement="accepted"))
    seen.add(content_hash(record))
    add(record, read, "again")
    seen.add(content_hash(record))
    assert len(seen) == 4
