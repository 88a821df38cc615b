"""Every kind of fault: its file, its line, what is wrong, how to mend it."""

# ruff: noqa: E501 - the table of cases reads best with one case a line

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import dossiers
from trucewatch.model.errors import DossierError, Fault


def faults(text: str | bytes) -> tuple[Fault, ...]:
    raw = text.encode() if isinstance(text, str) else text
    with pytest.raises(DossierError) as caught:
        dossiers.read(raw, "our.yaml")
    return caught.value.faults


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


# what in the guide's example is replaced, by what; the words at whose line the fault is; the message; the mend
CASES = {
    "unknown field": ("latitude: 47.25", "latitud: 47.25", "latitud:", "place has no field 'latitud'", "'latitude'"),
    "field far from any known": ("metonyms: [S", "zzzz: [S", "zzzz", "no field 'zzzz'", "Known fields: id, name"),
    "doubled field": ("    gender: female", "    gender: female\n    gender: male", "gender: male", "twice", "line"),
    "missing field": ("    kind: state\n", "", "- id: ruritania\n", "no 'kind'", "Add 'kind: ...'"),
    "empty field": ("kind: state", "kind:", "- id: ruritania\n", "no 'kind'", "Add 'kind: ...'"),
    "text for a list of records": ("    roles:\n      - {office: commander, of: north-guard, from: 2029-05}", "    roles: commander", "roles: commander", "where a list is wanted", "'- '"),
    "list for words": ("title: Ceasefire", "title: [Ceasefire]", "title: [Ceasefire]", "a list where words", "plain text"),
    "EDTF date": ("period: 2027/..", "period: 2027-13/..", "period: 2027-13", "Not an EDTF date", "2022-08-11"),
    "EDTF interval reversed": ("period: 2027/..", "period: 2027/2026", "period: 2027/2026", "ends before", "2022"),
    "interval as bound": ("from: 2029-05}", "from: 2029/2030}", "from: 2029/2030", "is an interval", "one date"),
    "reversed role": ("to: 2029-11-30", "to: 2025", "to: 2025", "ends (2025) before it begins (2026)", "right way round"),
    "day": ("day: 2030-02-15", "day: 2030-02-30", "day: 2030-02-30", "Not a day", "2020-11-25"),
    "month for a day": ("day: 2030-02-15", "day: 2030-02", "day: 2030-02}", "Not a day", "2020-11-25"),
    "instant without offset": ("T00:00+01:00", "T00:00", "effective:", "no instant", "offset"),
    "instant of no calendar": ("2030-01-16T00:00+01:00", "2030-01-36T00:00+01:00", "effective:", "no time of", "offset"),
    "duration": ("duration: P0D", "duration: 14 days", "duration: 14", "no ISO 8601 duration", "P14D"),
    "empty duration": ("duration: P0D", "duration: P", "duration: P}", "no ISO 8601 duration", "P14D"),
    "trailing T": ("duration: P0D", "duration: P14DT", "duration: P14DT", "no ISO 8601 duration", "Take the T out"),
    "duration without anchor": ("anchor: effect, duration: P0D", "duration: P0D", "{bound: from, d", "no anchor", "anchor: signing"),
    "anchor without duration": ("anchor: effect, duration: P0D", "anchor: effect", "{bound: from, a", "no duration", "P3Y"),
    "deadline from nothing": ("anchor: effect, duration: P0D", "soft: true", "{bound: from, s", "neither", "'day'"),
    "day and anchor": ("anchor: effect, duration: P0D", "day: 2030-01-16, anchor: effect, duration: P0D", "{bound: from, d", "a day and an anchor", "Keep the one"),
    "anchor of no kind": ("anchor: signing", "anchor: signature", "anchor: signature", "no anchor", "signing, effect or"),
    "anchor on no obligation": ("anchor: signing", 'anchor: "obligation:2z"', "obligation:2z", "No obligation has the id '2z'", "Add that obligation"),
    "anchor on another instrument's obligation": ("anchor: signing", 'anchor: "obligation:2030-01-15/2z"', "obligation:2030-01-15/2z", "No obligation of an instrument has the id '2030-01-15/2z'", "Did you mean '2030-01-15/2"),
    "anchor on two instruments": ("anchor: signing", 'anchor: "obligation:a/b/c"', "obligation:a/b/c", "no anchor", "of another instrument"),
    "latitude out of range": ("latitude: 47.25", "latitude: 97.25", "latitude: 97.25", "out of range", "-90 to 90"),
    "longitude out of range": ("longitude: 13.14", "longitude: -181", "longitude: -181", "out of range", "-180 to 180"),
    "number in words": ("latitude: 47.25", "latitude: north", "latitude: north", "a number is wanted", "digits"),
    "half a position": ("    longitude: 13.14\n", "", "- id: old-bridge", "go together", "both or neither"),
    "unsure position": ("    certainty: unsure\n", "    certainty: unsure\n    latitude: 47.3\n    longitude: 13.1\n", "- id: kettle-hill", "unsure position has coordinates", "note"),
    "precision of nowhere": ("    certainty: unsure\n", "    certainty: unsure\n    precision: near\n", "- id: kettle-hill", "no coordinates", "no precision"),
    "fraction": ("elevation_m: 1240", "elevation_m: 12.5", "elevation_m: 12.5", "no whole number", "fraction"),
    "unknown actor": ("parent: osce", "parent: oscee", "parent: oscee", "No actor has the id 'oscee'", "'osce'"),
    "unknown party": ("party: north-guard, lang", "party: north-gard, lang", "north-gard", "No actor has", "'north-guard'"),
    "unknown place": ("parent: elder-valley\n    note", "parent: elder-vale\n    note", "elder-vale\n", "No place or state", "'elder-valley'"),
    "unknown source": ("sources: [GAZ]", "sources: [GAZZ]", "[GAZZ]", "No source has the id 'GAZZ'", "'GAZ'"),
    "key declared twice": ("key: 2b", "key: 2a", "key: 2a\n            kind: movement", "id '2a' is taken", "Choose another"),
    "number declared twice": ("number: 3", "number: 2", "number: 2\n        title: Contact", "id '2' is taken", "Choose"),
    "id in capitals": ("id: elder-valley\ntitle", "id: Elder Valley\ntitle", "id: Elder Valley", "no id", "lower-case"),
    "unknown kind": ("kind: group", "kind: groop", "kind: groop", "No kind of actor", "'group'"),
    "unknown office": ("office: commander", "office: comander", "office: comander", "No office", "'commander'"),
    "unknown kind of obligation": ("kind: movement", "kind: move", "kind: move\n", "No kind of obligation", "'movement'"),
    "flag in other words": ("passive: true", "passive: yes", "passive: yes", "true or false is wanted", "true or false"),
    "country code": ("region: [AT]", "region: [Austria]", "region:", "no country code", "capital letters"),
    "language tag": ("lang: de, party: north-guard, forms: [N", "lang: German!, forms: [N", "German!", "language tag", "en, hy"),
    "label without party": ("      - {party: north-guard, forms: [occupation troops]}", "      - occupiers", "- id: ruritania-armed", "has no party", "{party: ID"),
    "roles of a group": ("    base: Oldbridge", "    base: Oldbridge\n    gender: male", "- id: north-guard", "is for persons", "Take"),
    "amendment of nothing": ("            deadline: {bound: by, day: 2030-02-15}\n", "", "- key: 2b", "amendments but no deadline", "first deadline"),
    "tag": ("title: Ceasefire", "title: !!python/object/apply:os.getcwd []", "title: !!python", "tag", "Take the tag out"),
    "own tag": ("title: Ceasefire", "title: !thing Ceasefire", "title: !thing", "YAML tag '!thing'", "Take the tag out"),
    "alias": ("title: Ceasefire", "title: &a Ceasefire\n        number: *a", None, "Anchors and aliases", "Write the value out"),
    "not YAML": ("region: [AT]", "region: [AT", None, "Not YAML", "brackets"),
    "tab": ("region: [AT]", "\tregion: [AT]", None, "Not YAML", "indentation"),
    "two documents": ("region: [AT]", "region: [AT]\n---\nid: other", "---", "Not YAML", "one document"),
}  # fmt: skip

FULL = {name: case for name, case in CASES.items() if case[2] is not None}
ANY_LINE = {name: case for name, case in CASES.items() if case[2] is None}


@pytest.mark.parametrize("name", FULL)
def test_fault_names_file_line_and_mend(name: str, example: str) -> None:
    old, new, where, message, mend = FULL[name]
    assert old in example
    broken = example.replace(old, new, 1)
    found = faults(broken)
    assert [fault for fault in found if message in fault.message and mend in fault.mend], found
    assert len(found) == 1, found
    assert found[0].file == "our.yaml"
    assert found[0].line == line_of(broken, where)


@pytest.mark.parametrize("name", ANY_LINE)
def test_fault_of_yaml_itself(name: str, example: str) -> None:
    old, new, _, message, mend = ANY_LINE[name]
    found = faults(example.replace(old, new, 1))
    assert message in found[0].message
    assert mend in found[0].mend
    assert found[0].line is not None


def test_a_second_declaration_is_told_with_the_line_of_the_first(example: str) -> None:
    for family, old, new in (("actor", "id: rudolf-rassen", "id: ada-novak"), ("place", "kettle-hill", "old-bridge")):
        broken = example.replace(old, new, 1)
        fault = next(f for f in faults(broken) if "taken" in f.message)
        assert f"The {family} id" in fault.message
        assert f"line {line_of(broken, '- ' + (new if new.startswith('id') else 'id: ' + new))}" in fault.mend


def test_an_instrument_that_implements_none_is_told(example: str) -> None:
    broken = example.replace("    nouns: [", "    implements: 2029-01-01\n    nouns: [", 1)
    (fault,) = faults(broken)
    assert "No instrument has the id '2029-01-01'" in fault.message
    assert fault.line == line_of(broken, "implements")


def test_fields_in_the_place_of_words_and_words_in_the_place_of_fields(example: str) -> None:
    (fault,) = faults(example.replace("date_names: [2030-01-15, 2030-01-16]", "date_names: {a: b}"))
    assert "a set of fields" in fault.message
    broken = example.replace("outcome: {state: unknown, words: No report yet.}", "outcome: none")
    (fault,) = faults(broken)
    assert "An outcome is a set of fields" in fault.message
    assert fault.line == line_of(broken, "outcome: none")


def test_signing_of_no_one_day_needs_date_names(example: str) -> None:
    broken = example.replace("signed: 2030-01-15", "signed: 2030-01").replace(
        "    date_names: [2030-01-15, 2030-01-16]\n", ""
    )
    (fault,) = faults(broken)
    assert "not one day" in fault.message
    assert "date_names" in fault.mend


def test_all_faults_are_told_in_order_of_lines(example: str) -> None:
    broken = example.replace("latitude: 47.25", "latitude: 947").replace("kind: group", "kind: groop")
    broken = broken.replace("parent: osce", "parent: oscee").replace("duration: P1Y", "duration: a year")
    found = faults(broken)
    assert len(found) == 4
    assert [fault.line for fault in found] == sorted(fault.line or 0 for fault in found)
    with pytest.raises(DossierError) as caught:
        dossiers.read(broken.encode(), "our.yaml")
    assert str(caught.value).count("our.yaml:") == 4


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_is_told(text: str) -> None:
    found = faults(text)
    assert len(found) in (1, 4)  # "---" is a document that holds nothing
    assert "empty" in found[0].message or "is a set of fields" in found[0].message


def test_a_list_is_no_dossier() -> None:
    (fault,) = faults("- a\n- b\n")
    assert "set of fields, not a list" in fault.message


def test_text_that_is_not_utf8_is_told_with_its_line() -> None:
    (fault,) = faults(b"id: a\ntitle: caf\xe9\n")
    assert "UTF-8" in fault.message
    assert fault.line == 2


def test_control_characters_are_told() -> None:
    (fault,) = faults(b"id: a\ntitle: b\x00c\n")
    assert "Not YAML" in fault.message


def test_alias_bomb_is_refused_unexpanded() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]
    found = faults("\n".join(rows))
    assert all("Anchors and aliases" in fault.message for fault in found)


@pytest.mark.parametrize("deep", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000])
def test_deep_nesting_is_refused(deep: str) -> None:
    (fault,) = faults("id: a\n" + deep)
    assert "nested too deeply" in fault.message


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"# " + b"x" * 5_000_000)
    (fault,) = dossiers.check(path)
    assert "larger than 5 MB" in fault.message


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (fault,) = dossiers.check(tmp_path)
    assert "cannot be read" in fault.message
    (fault,) = dossiers.check(tmp_path / "none.yaml")
    assert "no such file" in fault.message


def test_an_unknown_name_suggests_a_shipped_one() -> None:
    with pytest.raises(DossierError, match="Did you mean 'nagorno-karabakh'"):
        dossiers.load("nagorno-karabach")


def test_check_is_silent_on_a_sound_file(tmp_path: Path, example: str) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(example, encoding="utf-8")
    assert dossiers.check(path) == ()


def test_fault_says_where_in_one_line(tmp_path: Path, example: str) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(example.replace("latitude: 47.25", "latitud: 47.25"), encoding="utf-8")
    (fault, *_) = dossiers.check(path)
    assert str(fault).startswith(f"{path}:{fault.line}: ")
    assert "Mend: " in str(fault)
