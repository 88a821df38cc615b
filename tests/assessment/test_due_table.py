"""Due days of the shipped dossiers equal a table checked by hand from the texts of the agreements."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from trucewatch import dossiers
from trucewatch.assessment.anchors import of_instrument
from trucewatch.assessment.derived import Days, Derived
from trucewatch.assessment.due import due_of

TABLE: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "due_dates.yaml").read_text(encoding="utf-8"),
)
FIELDS = {
    "dossier", "instrument", "key", "as_of", "due", "left", "standing", "was", "ends", "notice", "provisional", "soft",
    "moment",
}  # fmt: skip


def derived(row: dict[str, Any]) -> Derived:
    dossier = dossiers.load(row["dossier"])
    name = row.get("instrument")
    instrument = None if name is None else dossier.instrument(str(name))
    assert name is None or instrument is not None, f"{row['dossier']} has no instrument {name}"
    obligation = of_instrument(instrument, dossier.undertakings)[str(row["key"])]
    return due_of(obligation, instrument, dossier, row["as_of"])


def listed(value: Any) -> list[str]:
    return [str(each) for each in (value if isinstance(value, list) else [value])]


def range_of(days: Days | None) -> list[int] | None:
    return None if days is None else [days.low, days.high]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['dossier']}:{row['key']}@{row['as_of']}")
def test_row(row: dict[str, Any]) -> None:
    found = derived(row)
    assert set(row) <= FIELDS
    assert list(found.days) == [str(day) for day in row.get("due", [])]
    for name, got in (
        ("left", range_of(found.left)),
        ("standing", str(found.standing)),
        ("provisional", found.provisional),
        ("soft", found.soft),
        ("was", [due.value for earlier in found.superseded for due in earlier.dues]),
        ("moment", found.dues[0].moment if found.dues else None),
    ):
        if name in row:
            assert got == (listed(row[name]) if name == "was" else row[name]), name
    if "ends" in row:
        assert found.term is not None
        assert found.term.value == str(row["ends"])
    if "notice" in row:
        assert found.term is not None
        assert found.term.notice_by == str(row["notice"])


def test_the_table_is_wide() -> None:
    assert len(TABLE) >= 60
    assert {row["dossier"] for row in TABLE} == set(dossiers.names())
    assert all(isinstance(row["as_of"], date) for row in TABLE)
    assert len({(r["dossier"], r.get("instrument"), r["key"], r["as_of"]) for r in TABLE}) == len(TABLE)


def test_every_deadline_and_term_of_every_shipped_dossier_has_a_row() -> None:
    told = {(row["dossier"], row.get("instrument"), str(row["key"])) for row in TABLE}
    missing = []
    for name in dossiers.names():
        dossier = dossiers.load(name)
        for instrument in (*dossier.instruments, None):
            for key, obligation in of_instrument(instrument, dossier.undertakings).items():
                where = (name, None if instrument is None else instrument.id, key)
                if (obligation.deadline or obligation.term) and where not in told:
                    missing.append(where)
    assert missing == []
