"""Several processes write one record at once, or items come in another order: nothing is lost, nothing is twice."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tests.faults import runs
from tests.faults.children import ended, needs_fork, started
from tests.model.readings import TEXT
from trucewatch.assessment import disputes, incidents
from trucewatch.record import clusters, links
from trucewatch.record.session import open_record
from trucewatch.record.tables import intake, sighting
from trucewatch.record.upkeep import content_hash
from trucewatch.record.view import View
from trucewatch.sources import Raw, Refused

WRITERS = 4
# Copies of one dispatch under four mastheads, reports of their own, and what is refused: each a text of its own.
ITEMS: list[Raw | Refused] = [
    *(runs.report(n) for n in range(8)),
    Refused("reports.ndjson#8", "not_json", "'reports.ndjson#8': not JSON."),
    runs.item(9, "12 345"),
    *(runs.item(n, f"A calm day at post {n}, the observers said on Monday: no shot was heard.") for n in range(10, 14)),
]


def _share(writer: int) -> list[Raw | Refused]:
    """What one of the writers adds: three quarters of all, in an order of its own."""
    mine = [each for n, each in enumerate(ITEMS) if n % WRITERS != writer]
    turned = mine[writer * 3 :] + mine[: writer * 3]
    return turned[::-1] if writer % 2 else turned


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of a record that one writer filled with all of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trucewatch.monitor.read_document", runs.read)
        with open_record(tmp_path_factory.mktemp("alone") / "record.db") as record:
            runs.fill(record, ITEMS)
            assert len(set(View(record).originals().values())) >= 1
            return content_hash(record)


@needs_fork
def test_four_writers_at_once_make_the_record_of_one(where: str, alone: str) -> None:
    children = [started(lambda writer=writer: [runs.filled(where, _share(writer)), 0][1]) for writer in range(WRITERS)]
    assert [ended(child) for child in children] == [0] * WRITERS
    with open_record(where) as record:
        arrivals = View(record).arrivals()
        assert len(arrivals) == len({each.source for each in arrivals}) == len(ITEMS)
        assert len(View(record).documents()) == len(ITEMS) - 2
        assert content_hash(record) == alone
        with record.reading() as connection:
            assert len(connection.execute(sighting.select()).all()) == len(ITEMS) - 2
            held = connection.execute(intake.select().where(intake.c.until.is_(None))).all()
            assert len(held) == len(ITEMS)
        assert not links.stale(record, disputes.RULE)
        assert not clusters.stale(record, incidents.RULE)


def test_items_in_any_order_make_the_same_record(where: str, alone: str) -> None:
    with open_record(where) as record:
        runs.fill(record, ITEMS[::-1])
        assert content_hash(record) == alone


def test_of_two_versions_of_a_page_the_later_to_come_is_the_version_and_the_record_the_same(tmp_path: Path) -> None:
    pages = [runs.item(n, f"{TEXT} Mended {n} times.", url="https://example.org/1") for n in (0, 1, 2)]
    digests = set()
    for number, order in enumerate(permutations(pages)):
        with open_record(tmp_path / f"{number}.db") as record:
            assert runs.fill(record, list(order)) == ["new", "version", "version"]
            assert View(record).originals() == {}
            digests.add(content_hash(record))
    assert len(digests) == 1


def test_copies_in_any_order_come_to_the_same_groups(tmp_path: Path) -> None:
    items, other = [runs.report(n) for n in (1, 2, 3)], runs.item(14, "A calm day.")
    groups = set()
    for number, order in enumerate(permutations(items)):
        with open_record(tmp_path / f"{number}.db") as record:
            runs.fill(record, [*order[:2], other, *order[2:]])
            groups.add(tuple(sorted(View(record).originals().items())))
    ((group),) = groups
    assert len(group) == 3
    assert len({original for _, original in group}) == 1
