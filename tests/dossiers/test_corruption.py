"""Whatever a dossier file holds, reading it gives a dossier or faults, and nothing else."""

from __future__ import annotations

from hypothesis import example as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch import dossiers
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import DossierError, Fault

from .conftest import GUIDE

VALID = GUIDE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
SIGNS = st.sampled_from(
    [
        *"[]{}:,-?&*!|>'\"%@`#~\n\t 0",
        "\n- ",
        ": ",
        "---\n",
        "null",
        "true",
        "<<: ",
        "2030-13-41",
        "\x00",
        "é",
        "٣",
        "9" * 400,
    ]
)


def read(raw: bytes) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        assert isinstance(dossiers.read(raw, "any.yaml"), Dossier)
    except DossierError as error:
        faults = error.faults or (Fault("no fault told", None, "", ""),)
    lines = raw.count(b"\n") + raw.count(b"\r") + 2
    for fault in faults:
        assert fault.file == "any.yaml"
        assert fault.message
        assert fault.mend
        assert fault.line is None or 1 <= fault.line <= lines


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 30), SIGNS), min_size=1, max_size=4))
def test_spliced_signs(cuts: list[tuple[int, int, str]]) -> None:
    text = VALID
    for start, length, sign in cuts:
        text = text[:start] + sign + text[start + length :]
    read(text.encode())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 199), st.integers(0, 199)), min_size=1, max_size=5))
def test_swapped_lines(swaps: list[tuple[int, int]]) -> None:
    lines = VALID.splitlines()
    for a, b in swaps:
        a, b = a % len(lines), b % len(lines)
        lines[a], lines[b] = lines[b], lines[a]
    read("\n".join(lines).encode())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(VALID.encode()) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(VALID.encode())
    for place, value in changes:
        raw[place] = value
    read(bytes(raw))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
@sample(b"\xff\xfe")
@sample(b"- \n? \n: ")
def test_any_bytes(raw: bytes) -> None:
    read(raw)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "kind", "key"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["actors", "places", "instruments", "facts", "sources", "undertakings", "region", "period"]), VALUES
)
def test_any_value_in_any_field(field: str, value: object) -> None:
    import json

    frame = "id: any\ntitle: Any\nsummary: Any.\nperiod: 2030/..\n".replace(f"{field}: 2030/..\n", "")
    read((frame + f"{field}: {json.dumps(value)}\n").encode())
