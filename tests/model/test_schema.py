"""The JSON Schema that ships and the object the code writes are held together here."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from tests.model.readings import full_reading, readings
from trucewatch.model.actor import ActorKind
from trucewatch.model.commitment import Fulfilment
from trucewatch.model.dispute import Stance
from trucewatch.model.event import EventType, Status
from trucewatch.model.place import Precision
from trucewatch.model.reading import Reading
from trucewatch.model.schema import reading_schema_text
from trucewatch.model.statement import Act, Form
from trucewatch.model.time import DateBasis, PartialDate, TimeKind

SCHEMA: dict[str, Any] = json.loads(reading_schema_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_holds_the_full_reading() -> None:
    VALIDATOR.validate(full_reading().to_dict())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(readings())
def test_holds_any_reading(reading: Reading) -> None:
    again = json.loads(json.dumps(reading.to_dict()))
    assert again == reading.to_dict()
    VALIDATOR.validate(again)


@pytest.mark.parametrize(
    ("enum", "path"),
    [
        (ActorKind, "actor.kind"),
        (Precision, "place.precision"),
        (Form, "statement.form"),
        (Act, "statement.act"),
        (DateBasis, "dating.basis"),
        (EventType, "event.type"),
        (Status, "event.status"),
        (Fulfilment, "commitment.status"),
        (TimeKind, "time.kind"),
    ],
)
def test_enums_are_those_of_the_code(enum: type[StrEnum], path: str) -> None:
    definition, field = path.split(".")
    assert SCHEMA["$defs"][definition]["properties"][field]["enum"] == [str(each) for each in enum]


def test_stances_are_those_of_the_code() -> None:
    positions = SCHEMA["$defs"]["dispute"]["properties"]["positions"]["items"]["properties"]
    assert positions["stance"]["enum"] == [str(each) for each in Stance]


def _fields(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every field of every object under ``value``; of a list, only its first member's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _fields(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from _fields(value[0], (*path, 0))


OPTIONAL = {"reader", "encoding", "notes", "geonames"}
FULL = full_reading().to_dict()


@pytest.mark.parametrize("path", sorted(_fields(FULL), key=str), ids=lambda path: ".".join(map(str, path)))
def test_every_field_of_the_contract_is_required(path: tuple[str | int, ...]) -> None:
    broken = copy.deepcopy(FULL)
    holder: Any = broken
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    assert VALIDATOR.is_valid(broken) == (path[-1] in OPTIONAL)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), "trucewatch.reading/2"),
        (("document", "id"), "sha256:abc"),
        (("document", "published"), "2022-13-01"),
        (("actors", 0, "kind"), "planet"),
        (("actors", 0, "mentions"), [[3]]),
        (("actors", 0, "mentions"), [[3, 4, 5]]),
        (("statements", 0, "content"), []),
        (("statements", 0, "act"), "say"),
        (("events", 0, "type"), "assault"),
        (("events", 0, "date", "value"), "yesterday"),
        (("events", 0, "killed"), {"low": -1, "high": None}),
        (("places", 0, "latitude"), 91),
        (("places", 1, "latitude"), 1.0),
        (("commitments", 0, "due", "value"), "P3Y"),
        (("dates", 0, "value"), "P"),
        (("warnings", 0, "message"), ""),
    ],
)
def test_wrong_values_are_refused(path: tuple[str | int, ...], wrong: Any) -> None:
    broken = copy.deepcopy(FULL)
    holder: Any = broken
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = wrong
    assert not VALIDATOR.is_valid(broken)


def test_new_fields_may_be_added() -> None:
    more = copy.deepcopy(FULL)
    more["note"] = more["events"][0]["note"] = "new"
    assert VALIDATOR.is_valid(more)


@pytest.mark.parametrize(
    "value",
    [
        "2022",
        "2022-08",
        "2022-08-11",
        "2022-08-11T10:00Z",
        "2022/2023",
        "../2022-08",
        "2022-08/..",
        "2022~",
        "2022-08-11?",
    ],
)
def test_edtf_pattern_takes_what_the_code_takes(value: str) -> None:
    PartialDate(value)
    jsonschema.validate(value, {"$ref": "#/$defs/edtf", "$defs": SCHEMA["$defs"]})


@pytest.mark.parametrize(
    "value", ["", "..", "../..", "2022-13", "2022-00-01", "22-08-11", "../2022/2023", "2022-08-11/", "x"]
)
def test_edtf_pattern_refuses_what_is_none(value: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, {"$ref": "#/$defs/edtf", "$defs": SCHEMA["$defs"]})
