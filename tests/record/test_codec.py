"""Whatever a reading may hold packs into rows and comes back."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.model.readings import readings
from trucewatch.model.reading import Reading
from trucewatch.record.codec import DECODE, packed, rows_of, squeeze, unpacked, unsqueeze

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
_PLURALS = {"statement": "statements", "event": "events", "commitment": "commitments", "dispute": "disputes"}


@quick
@given(readings())
def test_a_datum_packs_and_unpacks(read: Reading) -> None:
    whole = read.to_dict()
    for what, plural in _PLURALS.items():
        for value, made in zip(whole[plural], getattr(read, plural), strict=True):
            name = value.get("id", "q1")
            assert unpacked(what, name, packed(value)) == DECODE[what](value) == made


@quick
@given(readings())
def test_rows_lie_in_their_text_and_have_keys_of_their_own(read: Reading) -> None:
    rows = rows_of(read)
    for row in rows:
        assert 0 <= row.columns["start"] < row.columns["end"] <= len(read.document.text)
        first, last = row.columns["first_day"], row.columns["last_day"]
        assert (first is None) == (last is None)
        assert first is None or first <= last
    assert (
        len({row.columns["key"] for row in rows})
        == len(rows)
        == sum(len(getattr(read, plural)) for plural in _PLURALS.values())
    )


@quick
@given(readings())
def test_the_rest_of_a_reading_squeezes(read: Reading) -> None:
    kept, whole = unsqueeze(squeeze(read)), read.to_dict()
    for plural in _PLURALS.values():
        del whole[plural]
    whole["document"] = {"id": read.document.id}
    assert kept == whole
