"""The pages are held to the code: every command, every code, every word of the model."""

from __future__ import annotations

import inspect
import re
import runpy
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from trucewatch import model
from trucewatch.faces.text.wording import ACTS
from trucewatch.model.actor import ActorKind
from trucewatch.model.commitment import Fulfilment
from trucewatch.model.dispute import Stance
from trucewatch.model.event import EventType, Status
from trucewatch.model.instrument import Bound, Certainty
from trucewatch.model.place import Precision
from trucewatch.model.statement import Act, Form
from trucewatch.model.time import DateBasis, TimeKind

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
PAGES = [*DOCS.glob("*.md"), PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", PROJECT / "CHANGELOG.md"]


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_command_line_is_documented_as_it_is() -> None:
    written = runpy.run_path(str(PROJECT / "scripts" / "cli_docs.py"))["reference"]()
    assert written == _page("cli.md"), "run: python scripts/cli_docs.py"


def test_the_readers_are_documented_in_their_order() -> None:
    written = runpy.run_path(str(PROJECT / "scripts" / "build_readers.py"))["page"](_page("architecture.md"))
    assert written == _page("architecture.md"), "run: python scripts/build_readers.py"
    assert "| 1 | " in written


def test_the_picture_is_as_drawn() -> None:
    drawn = runpy.run_path(str(PROJECT / "scripts" / "picture.py"))["picture"]()
    assert drawn == (DOCS / "images" / "reading.svg").read_text(encoding="utf-8"), "run: python scripts/picture.py"


def _codes(first_cell: str) -> list[list[str]]:
    """The codes in backquotes in the first column of each table whose head begins with ``first_cell``."""
    tables = re.findall(rf"^\| {first_cell} \|.*\n\|[-|]+\n((?:\|.*\n)+)", _page("codebook.md"), re.MULTILINE)
    return [re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE) for table in tables]


@pytest.mark.parametrize(
    ("enum", "first_cell"),
    [
        (Act, "act"),
        (Form, "form"),
        (DateBasis, "basis"),
        (TimeKind, "kind"),
        (ActorKind, "kind"),
        (Status, "status"),
        (Fulfilment, "status"),
        (EventType, "type"),
        (Precision, "precision"),
        (Stance, "stance"),
        (Certainty, "certainty"),
        (Bound, "bound"),
    ],
)
def test_every_code_is_in_the_codebook(enum: type[StrEnum], first_cell: str) -> None:
    assert [str(each) for each in enum] in _codes(first_cell)


def test_acts_are_shown_as_the_codebook_says() -> None:
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (\w+) \|$", _page("codebook.md"), re.MULTILINE)
    assert dict(rows) == {str(act): words for act, words in ACTS.items()}


def _modules() -> Iterator[ModuleType]:
    for path in Path(str(model.__file__)).parent.glob("*.py"):
        if path.stem not in ("__init__", "errors", "schema"):
            yield import_module(f"trucewatch.model.{path.stem}")


# Types whose word in the glossary is not their name taken apart.
OTHER_WORDS = {
    "ActorRef": "actor reference",
    "ActorEntry": "actor",
    "ActorKind": "kind",
    "ActorRow": "row",
    "DateBasis": "basis",
    "DocumentRow": "row",
    "EventType": "type",
    "InstrumentMention": "instrument",
    "PlaceEntry": "place",
    "PlaceRef": "place",
    "PlaceRow": "row",
    "TimeKind": "kind",
}


def test_every_type_of_the_model_is_in_the_glossary() -> None:
    words = set(re.findall(r"^\| \*\*([^*]+)\*\* \|", _page("glossary.md"), re.MULTILINE))
    for module in _modules():
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__ and not name.startswith("_"):
                word = OTHER_WORDS.get(name, re.sub(r"(?<!^)([A-Z])", r" \1", name).lower())
                assert word in words, f"{name}: {word}"


def test_the_glossary_is_in_order_and_says_each_word_once() -> None:
    words = re.findall(r"^\| \*\*([^*]+)\*\* \|", _page("glossary.md"), re.MULTILINE)
    assert words == sorted(set(words))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("https:", "#")):
            assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_no_path_of_a_machine(page: Path) -> None:
    assert not re.search(r"/(?:work|home|root|tmp|Users)/", page.read_text(encoding="utf-8"))


def test_make_targets_that_the_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8")))
        assert named <= targets, f"{page.name}: {named - targets}"
