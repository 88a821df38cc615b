"""PROV as JSON-LD (W3C PROV-O, Web Annotation for the words): where each row comes from, down to the characters.

The context stands in the file, so that nothing need be fetched to understand it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import GENERATOR, Export, Format, Need, documents_of, name
from trucewatch.faces.exports.shape import title, uid, web
from trucewatch.faces.rows import json_line
from trucewatch.model.judgement import Action, Decision

_CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "tw": "urn:x-trucewatch:prov:1:",
}


def _prov(export: Export) -> Iterator[bytes]:
    yield b'{"@context":' + json_line(_CONTEXT).strip() + b',"@graph":[\n'
    seen: set[str] = set()
    for node in _nodes(export):
        if node["@id"] in seen:
            continue
        yield (b"," if seen else b"") + json_line({key: value for key, value in node.items() if value is not None})
        seen.add(node["@id"])
    yield b"]}\n"


def _nodes(export: Export) -> Iterator[Plain]:
    software = _iri("agent", GENERATOR)
    yield {"@id": software, "@type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": GENERATOR}
    yield {
        "@id": _iri("export", str(sorted(export.about.items()))),
        "@type": ["prov:Entity", "prov:Collection"],
        "rdfs:label": f"Export of {export.question.name}",
        "prov:wasAttributedTo": _ref(software),
        "prov:hadMember": [_ref(_iri("row", name(row))) for row in export.rows],
        **{f"tw:{key}": str(value) for key, value in export.about.items() if value not in (None, {}, [])},
    }
    for row in export.rows:
        yield from _of_row(export, row)


def _of_row(export: Export, row: Plain) -> Iterator[Plain]:
    for id_ in documents_of(row):
        yield from _document(id_, export.documents.get(id_, {}))
    passages = []
    for shown in row.get("evidence") or ():
        passage = _iri("words", shown["document"], *map(str, shown["span"]), shown.get("speaker") or "")
        passages.append(passage)
        yield from _passage(passage, shown)
    yield from _ground(row)
    decisions = export.decisions.get(name(row), ())
    yield _row(export, row, passages, decisions)
    for each in decisions:
        yield from _decision(each, row)


def _row(export: Export, row: Plain, passages: list[str], decisions: tuple[Decision, ...]) -> Plain:
    readings = [_iri("reading", each) for each in documents_of(row) if export.documents.get(each, {}).get("reader")]
    made = readings if len(readings) == 1 and row.get("key") and "due" not in row else []
    ground = [_ref(_iri("ground", *_ground_key(row)))] if isinstance(row.get("ground"), dict) else []
    itself = str(row.get("id", "")).startswith("sha256:")
    return {
        "@id": _iri("row", name(row)),
        "@type": "prov:Entity",
        "rdfs:label": title(export, row),
        "tw:question": export.question.name,
        "tw:key": name(row),
        "tw:status": row.get("status"),
        "tw:judgement": row.get("judgement"),
        "prov:wasDerivedFrom": [_ref(each) for each in dict.fromkeys(passages)] + ground or None,
        "prov:wasGeneratedBy": [_ref(each) for each in made] or None,
        "prov:wasInfluencedBy": [_ref(_iri("decision", each.id)) for each in decisions] or None,
        "prov:alternateOf": _ref(_iri("document", str(row["id"]))) if itself else None,
    }


def _document(id_: str, told: Plain) -> Iterator[Plain]:
    document, publisher = _iri("document", id_), told.get("publisher")
    yield {
        "@id": document,
        "@type": "prov:Entity",
        "dcterms:identifier": id_,
        "dcterms:title": told.get("title"),
        "dcterms:source": web(told.get("url")),
        "dcterms:issued": _typed("date", told.get("published")),
        "dcterms:language": told.get("language"),
        "prov:wasAttributedTo": _ref(_iri("publisher", publisher)) if publisher else None,
    }
    if publisher:
        yield {
            "@id": _iri("publisher", publisher),
            "@type": ["prov:Agent", "prov:Organization"],
            "rdfs:label": publisher,
        }
    if reader := told.get("reader"):
        yield {"@id": _iri("agent", reader), "@type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": reader}
        yield {
            "@id": _iri("reading", id_),
            "@type": "prov:Activity",
            "rdfs:label": f"Reading by {reader}",
            "prov:used": _ref(document),
            "prov:wasAssociatedWith": _ref(_iri("agent", reader)),
            "tw:dossier": told.get("dossier"),
        }


def _passage(passage: str, shown: Plain) -> Iterator[Plain]:
    start, end = shown["span"]
    speaker = shown.get("speaker")
    yield {
        "@id": passage,
        "@type": "prov:Entity",
        "prov:value": shown["quote"],
        "prov:wasQuotedFrom": _ref(_iri("document", shown["document"])),
        "prov:wasAttributedTo": _ref(_iri("speaker", speaker)) if speaker else None,
        "tw:publisher": shown.get("publisher"),
        "tw:published": _typed("date", shown.get("published")),
        "tw:alignment": shown.get("alignment"),
        "oa:hasSelector": {
            "@type": "oa:TextPositionSelector",
            "oa:start": _typed("nonNegativeInteger", str(start)),
            "oa:end": _typed("nonNegativeInteger", str(end)),
        },
    }
    if speaker:
        yield {"@id": _iri("speaker", speaker), "@type": "prov:Agent", "rdfs:label": speaker}


def _ground(row: Plain) -> Iterator[Plain]:
    ground = row.get("ground")
    if isinstance(ground, dict):
        yield {
            "@id": _iri("ground", *_ground_key(row)),
            "@type": "prov:Entity",
            "rdfs:label": f"Dossier {ground['dossier']}, {ground['instrument'] or 'undertakings'}, {ground['key']}",
            "prov:value": ground["words"],
        }


def _ground_key(row: Plain) -> tuple[str, str, str]:
    ground = row["ground"]
    return str(ground["dossier"]), str(ground["instrument"] or ""), str(ground["key"])


def _decision(each: Decision, row: Plain) -> Iterator[Plain]:
    reviewer = _iri("reviewer", each.reviewer)
    yield {"@id": reviewer, "@type": ["prov:Agent", "prov:Person"], "rdfs:label": each.reviewer}
    yield {
        "@id": _iri("decision", each.id),
        "@type": "prov:Activity",
        "rdfs:label": f"Decision: {Action(each.action)}",
        "prov:endedAtTime": _typed("dateTime", each.at.isoformat()),
        "prov:wasAssociatedWith": _ref(reviewer),
        "prov:used": _ref(_iri("row", name(row))),
        "tw:reason": each.reason or None,
        "tw:values": str(each.values) if each.values else None,
        "tw:undone": None if each.undone is None else _typed("dateTime", each.undone.isoformat()),
    }


def _typed(type_: str, value: str | None) -> Any:
    return None if value is None else {"@value": value, "@type": f"xsd:{type_}"}


def _ref(iri: str) -> Plain:
    return {"@id": iri}


def _iri(kind: str, *parts: str) -> str:
    """A name that depends on what it names alone."""
    return f"urn:uuid:{uid(kind, *parts)}"


PROV = Format(
    "prov",
    "prov.jsonld",
    "application/ld+json",
    "Where each row comes from, as PROV in JSON-LD.",
    _prov,
    needs=frozenset({Need.DOCUMENTS, Need.DECISIONS}),
)
