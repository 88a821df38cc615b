"""FollowTheMoney: nothing but its schemata and properties; checked by its own library where that is installed."""

from __future__ import annotations

import re

import pytest

from tests.faces.exports.written import lines, written
from trucewatch.faces.asking import QUESTIONS
from trucewatch.record.view import View

# The properties of followthemoney 4.11 that are used here, by schema; a schema has those of Thing too but for Mention.
THING = {"name", "alias", "summary", "description", "notes", "publisher", "sourceUrl", "keywords", "proof"}
THING |= {"addressEntity", "retrievedAt", "country"}
SCHEMATA = {
    "Article": THING | {"title", "publishedAt", "processingAgent", "mimeType"},
    "Event": THING | {"date", "startDate", "endDate", "involved", "location", "recordId"},
    "Note": THING | {"entity", "namesMentioned"},
    "Mention": {"document", "name", "resolved", "detectedSchema"},
    "Address": THING | {"full", "latitude", "longitude", "remarks"},
    **{name: THING | {"classification"} for name in ("Person", "Organization", "PublicBody", "Company", "LegalEntity")},
}
REQUIRED = {"Event": {"name"}, "Person": {"name"}, "PublicBody": {"name"}, "Mention": {"document", "name"}}
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")  # what the library takes for an id


@pytest.mark.parametrize("question", QUESTIONS)
def test_entities_are_of_the_schema(question: str, view: View) -> None:
    found = lines(written(view, question, "ftm"))
    for each in found:
        assert set(each) == {"id", "schema", "properties"}
        assert ID.fullmatch(each["id"])
        assert set(each["properties"]) <= SCHEMATA[each["schema"]]
        assert REQUIRED.get(each["schema"], set()) <= set(each["properties"])
        for values in each["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)
    assert len({each["id"] for each in found}) == len(found)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_reference_leads_somewhere(question: str, view: View) -> None:
    found = lines(written(view, question, "ftm"))
    ids = {each["id"] for each in found}
    for each in found:
        for name in ("proof", "involved", "entity", "addressEntity", "document", "resolved"):
            assert set(each["properties"].get(name, ())) <= ids


def test_an_event_names_its_sides_place_and_proof(view: View) -> None:
    found = lines(written(view, "events", "ftm"))
    event = next(each for each in found if "shelling" in each["properties"].get("keywords", ()))
    told = event["properties"]
    assert event["schema"] == "Event"
    assert told["involved"] == ["actor.osteria", "actor.velda"]
    assert told["addressEntity"] == ["place.harrow"]
    assert told["date"] == ["2024-03-04"]
    assert told["proof"][0].startswith("doc.sha256.")
    kinds = {each["id"]: each["schema"] for each in found}
    assert (kinds["actor.velda"], kinds["place.harrow"]) == ("PublicBody", "Address")


def test_the_library_finds_no_fault(view: View) -> None:
    library = pytest.importorskip("followthemoney", reason="followthemoney is not installed: checked by names alone")
    for question in QUESTIONS:
        for each in lines(written(view, question, "ftm")):
            library.model.get(each["schema"]).validate(each)
