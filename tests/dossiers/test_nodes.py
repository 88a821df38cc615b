"""The node tree is the same with the C parser and with the pure one."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
import yaml

from trucewatch.dossiers import nodes
from trucewatch.dossiers.schema import DOSSIER
from trucewatch.dossiers.shape import Ledger
from trucewatch.model.errors import DossierError


@pytest.fixture
def pure(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module as it is where libyaml is missing."""
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    spec = importlib.util.spec_from_file_location("pure_nodes", nodes.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pure_parser_reads_the_same_dossier(pure: ModuleType, example: str) -> None:
    assert not hasattr(pure._NodeLoader, "raw_parse")  # a method of the C parser alone
    one, other = Ledger("a"), Ledger("a")
    first = DOSSIER.read(nodes.compose(example.encode(), "a"), one)
    second = DOSSIER.read(pure.compose(example.encode(), "a"), other)
    assert first == second
    # The frame alone knows no gazetteer: only references stay open, the same in both.
    assert one.faults == other.faults == []


def test_the_pure_parser_names_the_same_lines(pure: ModuleType, example: str) -> None:
    broken = example.replace("latitude: 47.25", "latitud: 47.25").replace("kind: state", "kind:")
    one, other = Ledger("a"), Ledger("a")
    DOSSIER.read(nodes.compose(broken.encode(), "a"), one)
    DOSSIER.read(pure.compose(broken.encode(), "a"), other)
    assert one.faults == other.faults
    assert len(one.faults) > 1


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "[" * 5000, "a:\n" + "".join(" " * i + "-\n" for i in range(500))])
def test_the_pure_parser_refuses_too(pure: ModuleType, text: str) -> None:
    with pytest.raises(DossierError):
        pure.compose(text.encode(), "a")
    with pytest.raises(DossierError):
        nodes.compose(text.encode(), "a")


def test_a_byte_order_mark_is_no_fault(example: str) -> None:
    assert isinstance(nodes.compose(b"\xef\xbb\xbf" + example.encode(), "a"), yaml.MappingNode)


def test_signs_inside_words_are_no_anchors_and_no_tags() -> None:
    root = nodes.compose(b"a: R&D!\nb: '*not* an &alias'\n", "a")
    assert isinstance(root, yaml.MappingNode)
    assert [value.value for _, value in root.value] == ["R&D!", "*not* an &alias"]
