"""Atom and PROV: lasting ids, where each row comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from lxml import etree

from tests.faces.exports.conftest import REVIEWER
from tests.faces.exports.written import ATOM, TW, entries, export, raw, written
from trucewatch.faces.exports.shape import web
from trucewatch.model.filters import Filter
from trucewatch.record.view import View


def test_a_feed_has_what_atom_asks_for(view: View) -> None:
    feed = etree.fromstring(written(view, "events", "atom"))
    assert feed.tag == f"{ATOM}feed"
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{ATOM}{name}")) == 1
        assert each.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated")).tzinfo is not None
        assert each.findtext(f"{ATOM}author/{ATOM}name")
    stamps = [each.findtext(f"{ATOM}updated") for each in feed.findall(f"{ATOM}entry")]
    assert feed.findtext(f"{ATOM}updated") == max(stamps)


def test_entries_keep_their_ids_whatever_the_filter(view: View) -> None:
    def ids(narrowed: Filter) -> set[str]:
        return {each.findtext(f"{ATOM}id") for each in entries(written(view, "events", "atom", narrowed))}

    assert ids(Filter(kinds=("shelling",))) < ids(Filter())
    assert len(ids(Filter())) == 5


def test_a_decision_makes_an_entry_newer(view: View) -> None:
    made = export(view, "events", "atom", Filter(rejected=True))
    (stamps, quiet) = ([made.stamp(row) for row in made.rows], replace(made, decisions={}))
    assert sum(now > quiet.stamp(row) for now, row in zip(stamps, made.rows, strict=True)) == 2


def test_evidence_stands_in_the_entry(view: View) -> None:
    entry = entries(written(view, "statements", "atom"))[0]
    shown = entry.find(f"{TW}evidence")
    assert shown.get("document").startswith("sha256:")
    assert int(shown.get("start")) < int(shown.get("end"))
    assert shown.text in entry.findtext(f"{ATOM}content")
    assert entry.find(f"{ATOM}link").get("href").startswith("https://example.org/")


def test_only_addresses_of_the_web_are_links() -> None:
    assert web(" https://example.org/a?b=1&c ") == "https://example.org/a?b=1&c"
    for bad in ("javascript:alert(1)", "file:///etc/passwd", 'https://x/"><b>', "https://x/\nY", "", None):
        assert web(bad) is None


def graph(view: View, question: str, narrowed: Filter | None = None) -> dict[str, Mapping[str, Any]]:
    """The nodes of a PROV file by id; every reference in it is resolved within it."""
    nodes = json.loads(written(view, question, "prov", narrowed))["@graph"]
    found = {each["@id"]: each for each in nodes}
    assert len(found) == len(nodes)
    for each in nodes:
        for value in each.values():
            for one in value if isinstance(value, list) else [value]:
                assert not isinstance(one, dict) or "@id" not in one or one["@id"] in found
    return found


def test_a_row_is_derived_from_words_of_a_document(view: View) -> None:
    found = graph(view, "events")
    made = export(view, "events", "prov")
    for row in made.rows:
        node = next(each for each in found.values() if each.get("tw:key") == row["key"])
        words = found[node["prov:wasDerivedFrom"][0]["@id"]]
        document = found[words["prov:wasQuotedFrom"]["@id"]]
        reading = found[node["prov:wasGeneratedBy"][0]["@id"]]
        start, end = row["evidence"][0]["span"]
        assert words["prov:value"] == row["evidence"][0]["quote"]
        assert (int(words["oa:hasSelector"]["oa:start"]["@value"]), words["oa:hasSelector"]["oa:end"]["@value"]) == (
            start,
            str(end),
        )
        assert document["dcterms:identifier"] == row["evidence"][0]["document"]
        assert found[document["prov:wasAttributedTo"]["@id"]]["rdfs:label"] == "The Velda Post"
        assert reading["prov:used"]["@id"] == document["@id"]
        assert found[reading["prov:wasAssociatedWith"]["@id"]]["rdfs:label"] == "trucewatch/test"


def test_decisions_name_their_reviewer(view: View) -> None:
    found = graph(view, "events", Filter(rejected=True))
    decided = [each for each in found.values() if str(each.get("rdfs:label")).startswith("Decision: ")]
    assert {each["rdfs:label"] for each in decided} == {"Decision: accept", "Decision: reject"}
    assert {found[each["prov:wasAssociatedWith"]["@id"]]["rdfs:label"] for each in decided} == {REVIEWER}
    assert {each["tw:reason"] for each in decided} == {"seen on film", "a slip of the reader"}
    influenced = [each for each in found.values() if "prov:wasInfluencedBy" in each]
    assert len(influenced) == 2


def test_duties_rest_on_their_dossier(view: View) -> None:
    found = graph(view, "obligations")
    for each in found.values():
        if "tw:key" in each:
            grounds = [found[one["@id"]] for one in each["prov:wasDerivedFrom"]]
            assert any(str(one.get("rdfs:label")).startswith("Dossier harrow") for one in grounds)


def test_a_feed_without_rows_is_a_feed(view: View) -> None:
    made = export(view, "events", "atom", Filter(kinds=("never",)))
    assert entries(raw("atom", made)) == []
