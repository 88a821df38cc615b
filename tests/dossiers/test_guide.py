"""The guide and the format hold each other: every field is in both, and the worked example passes the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trucewatch import dossiers
from trucewatch.dossiers.schema import SHAPES
from trucewatch.model.actor import ActorKind
from trucewatch.model.errors import DossierError
from trucewatch.model.instrument import Bound, Certainty


def described(guide: str) -> dict[str, dict[str, bool]]:
    """The records of the guide, each with its fields and whether they must stand."""
    records: dict[str, dict[str, bool]] = {}
    for section in guide.split("### Fields of the record: ")[1:]:
        rows = re.findall(r"^\| `(\w+)` \| (yes)? ?\|", section, re.M)
        records[section.splitlines()[0]] = {name: bool(must) for name, must in rows}
    return records


def test_every_field_is_in_the_guide_and_every_field_of_the_guide_exists(guide: str) -> None:
    assert described(guide) == {shape.name: {field.name: field.required for field in shape.fields} for shape in SHAPES}


def test_every_field_has_a_line_of_help() -> None:
    assert [f"{shape.name}.{field.name}" for shape in SHAPES for field in shape.fields if not field.help] == []


def test_every_word_of_the_closed_lists_is_in_the_guide(guide: str) -> None:
    words = {*dossiers.OFFICES, *dossiers.OBLIGATION_KINDS, *dossiers.PLACE_KINDS, *dossiers.OUTCOMES}
    words |= {*ActorKind, *Bound, *Certainty}
    assert {word for word in words if f"`{word}`" not in guide} == set()


def test_the_example_passes_the_check_and_loads(tmp_path: Path, example: str) -> None:
    path = tmp_path / "elder-valley.yaml"
    path.write_text(example, encoding="utf-8")
    assert dossiers.check(path) == ()
    dossier = dossiers.load(path)
    agreement = dossier.instrument("2030-01-15")
    assert agreement is not None
    assert [point.number for point in agreement.provisions] == ["1", "2", "3"]
    assert dossier.undertakings[0].deadline is not None
    assert dossier.undertakings[0].deadline.soft


def test_the_example_uses_every_record(example: str) -> None:
    for words in (
        "alternatives:",
        "amendments:",
        "term:",
        "quantities:",
        "outcome:",
        "labels:",
        "slip: true",
        "facts:",
    ):
        assert words in example


def test_the_faults_shown_in_the_guide_are_the_faults_told(guide: str, example: str) -> None:
    shown = guide.split("```text\n")[1].split("```")[0]
    broken = example.replace("latitude: 47.25", "latitud: 47.25", 1).replace(
        "obligors: [ruritania]", "obligors: [rurtania]"
    )
    broken = broken.replace("anchor: effect\n              duration: P14D", "duration: P14D")
    with pytest.raises(DossierError) as caught:
        dossiers.read(broken.encode(), "our-truce.yaml")
    told = {re.sub(r":\d+:", ":N:", str(fault)) for fault in caught.value.faults}
    assert {re.sub(r":\d+:", ":N:", line) for line in shown.splitlines()} <= told


def test_the_skeleton_passes_the_check(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(dossiers.skeleton("our-truce", 'A "title": with signs'), encoding="utf-8")
    assert dossiers.check(path) == ()
    assert dossiers.load(path).title == 'A "title": with signs'
    assert dossiers.load(path).id == "our-truce"


def test_the_skeleton_passes_with_its_comments_taken_out(tmp_path: Path) -> None:
    lines = []
    for line in dossiers.skeleton("our-truce", "Our truce").splitlines():
        if re.match(r"# (region:|sources:|  S1:|- |  )", line):
            line = line[2:]
        if line not in ("actors: []", "places: []", "instruments: []"):
            lines.append(line)
        else:
            lines.append(line.replace(" []", ""))
    text = "\n".join(lines).replace("party: ruritania", "party: russia")
    path = tmp_path / "new.yaml"
    path.write_text(text, encoding="utf-8")
    assert dossiers.check(path) == ()
    dossier = dossiers.load(path)
    assert dossier.actors
    assert dossier.places
    assert dossier.instruments


def test_the_skeleton_with_a_bad_id_is_told(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(dossiers.skeleton("Our Truce", "Our truce"), encoding="utf-8")
    (fault,) = dossiers.check(path)
    assert "no id" in fault.message
