"""Shapes: what fields a record has, and readers that turn a YAML node into a value or a fault.

A reader takes a node and the :class:`Ledger`, and returns the value, or ``None`` after it has put a fault down. Nothing
here raises: all faults of a file are gathered in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

from trucewatch.model.errors import Fault

Reader = Callable[[yaml.Node, "Ledger"], Any]
Build = Callable[[dict[str, Any], yaml.Node, "Ledger"], Any]

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that ``word`` was probably meant to be, whatever its case, or ``None``."""
    from difflib import get_close_matches  # only where there is a fault to mend

    by_lower = {each.lower(): each for each in known}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def a(noun: str) -> str:
    """The noun with its article, at the head of a sentence."""
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"


def listed(words: list[str]) -> str:
    """Words of a closed list, for a mend."""
    return ", ".join(words)


@dataclass(slots=True)
class Ledger:
    """What reading one file gathers: faults, the ids it declares and the ids it refers to, with their nodes."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    declared: dict[str, dict[str, int]] = field(default_factory=dict)
    referred: dict[str, list[tuple[str, yaml.Node, str]]] = field(default_factory=dict)

    def fault(self, node: yaml.Node, message: str, mend: str) -> None:
        """Put down a fault at the line of ``node``."""
        self.faults.append(Fault(self.file, node.start_mark.line + 1, message, mend))

    def declare(self, family: str, id_: str, node: yaml.Node) -> None:
        """Declare an id of a family (actor, place, instrument, obligation ...); a second one is a fault."""
        known = self.declared.setdefault(family, {})
        if id_ in known:
            self.fault(node, f"The {family} id {id_!r} is taken.", f"Choose another; line {known[id_]} has it.")
        else:
            known[id_] = node.start_mark.line + 1

    def refer(self, family: str, id_: str, node: yaml.Node) -> None:
        """Refer to an id, to be resolved when the file has been read."""
        self.referred.setdefault(family, []).append((id_, node, self.file))

    @contextmanager
    def scope(self, *families: str) -> Iterator[None]:
        """Ids of ``families`` are declared and resolved inside the block alone (obligation keys of one instrument)."""
        outer = {f: (self.declared.pop(f, {}), self.referred.pop(f, [])) for f in families}
        yield
        for family in families:
            self.resolve(family, frozenset(self.declared.get(family, {})))
            self.declared[family], self.referred[family] = outer[family]

    def resolve(self, family: str, known: frozenset[str]) -> None:
        """Put down a fault for every reference of ``family`` that is not in ``known``."""
        for id_, node, file in self.referred.get(family, ()):
            if id_ not in known:
                near = nearest(id_, sorted(known))
                hint = f"Did you mean {near!r}? Else add it." if near else f"Add that {family}, or correct the id."
                self.faults.append(Fault(file, node.start_mark.line + 1, f"No {family} has the id {id_!r}.", hint))


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name in YAML, how it is read, whether it must be there, and a line of help."""

    name: str
    read: Reader
    required: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A record: its name, its fields, and how its values become an object of the model.

    ``build`` is only called when reading the record put down no fault. Ids of the families in ``scoped`` are the
    record's own.
    """

    name: str
    fields: tuple[Field, ...]
    build: Build
    scoped: tuple[str, ...] = ()

    def read(self, node: yaml.Node, ledger: Ledger) -> Any:
        """The object, or ``None`` after faults."""
        if not self.scoped:
            return self._read(node, ledger)
        with ledger.scope(*self.scoped):
            return self._read(node, ledger)

    def _read(self, node: yaml.Node, ledger: Ledger) -> Any:
        if not isinstance(node, yaml.MappingNode):
            names = ", ".join(each.name for each in self.fields[:4])
            message = f"{a(self.name)} is a set of fields, not {describe(node)}."
            ledger.fault(node, message, f"Write fields: {names} ...")
            return None
        before = len(ledger.faults)
        values = self._values(node, ledger)
        for each in self.fields:
            if each.required and each.name not in values:
                ledger.fault(node, f"This {self.name} has no {each.name!r}.", f"Add '{each.name}: ...': {each.help}")
        if len(ledger.faults) > before:
            return None
        made = self.build(values, node, ledger)
        return None if len(ledger.faults) > before else made

    def _values(self, node: yaml.MappingNode, ledger: Ledger) -> dict[str, Any]:
        readers = {each.name: each.read for each in self.fields}
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if name is None or name not in readers:
                self._unknown(key, ledger, list(readers))
            elif name in lines:
                ledger.fault(key, f"The field {name!r} is given twice.", f"Keep one; line {lines[name]} has it too.")
            else:
                lines[name] = key.start_mark.line + 1
                # "field:" with nothing after it is the same as no field.
                if not is_null(value):
                    values[name] = readers[name](value, ledger)
        return values

    def _unknown(self, key: yaml.Node, ledger: Ledger, names: list[str]) -> None:
        said = key.value if isinstance(key, yaml.ScalarNode) else "?"
        near = nearest(said, names)
        mend = f"Did you mean {near!r}?" if near else f"Known fields: {listed(names)}."
        ledger.fault(key, f"{a(self.name)} has no field {said!r}.", mend)


def is_null(node: yaml.Node) -> bool:
    """Whether the node is an unquoted nothing."""
    # The C parser gives a plain scalar the style "", the pure one None.
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def describe(node: yaml.Node) -> str:
    """What a node is, in the words of a fault."""
    if isinstance(node, yaml.ScalarNode):
        return f"the text {_short(node.value)!r}" if node.value else "nothing"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a set of fields"


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:37] + "..."


def text(node: yaml.Node, ledger: Ledger) -> str | None:
    """Words, surrounding space left out."""
    if isinstance(node, yaml.ScalarNode):
        words = str(node.value).strip()
        if words:
            return words
    ledger.fault(node, f"Here stands {describe(node)} where words are wanted.", "Write plain text, quoted if need be.")
    return None


def many(read: Reader) -> Reader:
    """A list of what ``read`` reads, as a tuple; one value alone counts as a list of one."""

    def reader(node: yaml.Node, ledger: Ledger) -> tuple[Any, ...]:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        got = [read(item, ledger) for item in items]
        return tuple(value for value in got if value is not None)

    return reader


def records(shape: Shape) -> Reader:
    """A list of records; a single record without its dash is a fault."""
    one = shape.read

    def reader(node: yaml.Node, ledger: Ledger) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            ledger.fault(
                node, f"Here stands {describe(node)} where a list is wanted.", f"Begin each {shape.name} by '- '."
            )
            return ()
        got = [one(item, ledger) for item in node.value]
        return tuple(value for value in got if value is not None)

    return reader


def one_of(what: str, words: tuple[str, ...]) -> Reader:
    """A word of a closed list."""
    known = frozenset(words)

    def reader(node: yaml.Node, ledger: Ledger) -> str | None:
        if isinstance(node, yaml.ScalarNode) and node.value in known:
            return str(node.value)
        near = nearest(node.value, list(words)) if isinstance(node, yaml.ScalarNode) else None
        mend = f"Did you mean {near!r}? " if near else ""
        ledger.fault(node, f"No {what} is called {describe(node)}.", f"{mend}Known: {listed(list(words))}.")
        return None

    return reader
