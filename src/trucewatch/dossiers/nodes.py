"""A dossier file as a tree of YAML nodes, safely: nothing is constructed but nodes, each of which knows its line.

Refused, each with its own fault: files above 5 MB, text that is not UTF-8, more than one document, anchors and aliases
(so no alias can blow up), tags, and nesting beyond what a dossier needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from trucewatch.model.errors import DossierError, Fault

MAX_BYTES = 5_000_000
"""Largest dossier file that is read, in bytes."""

MAX_DEPTH = 60
"""Deepest nesting of lists and fields; the schema itself needs about ten."""

_STR = "tag:yaml.org,2002:str"
_SEQ = "tag:yaml.org,2002:seq"
_MAP = "tag:yaml.org,2002:map"
_TAGS = {yaml.ScalarNode: _STR, yaml.SequenceNode: _SEQ, yaml.MappingNode: _MAP}

# The C parser is several times faster; the pure one gives the same nodes where libyaml is missing.
_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _NodeLoader(_Base):  # type: ignore[misc]
    """Composes nodes and never guesses types: the schema says what each scalar is, so "NO" stays Norway."""

    def resolve(self, kind: type, value: object, implicit: object) -> str:  # noqa: ARG002
        return _TAGS[kind]

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Paths decide nothing here."""

    def ascend_resolver(self) -> None:
        """Paths decide nothing here."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a dossier file.

    Raises:
        DossierError: when the file cannot be read or is above :data:`MAX_BYTES`.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise _refusal(str(path), None, f"The file cannot be read: {reason}.", "Give a readable YAML file.") from error
    if len(raw) > MAX_BYTES:
        raise _refusal(
            str(path),
            None,
            f"The file is larger than {MAX_BYTES // 1_000_000} MB.",
            "Split the regime, or take out what is not dossier data.",
        )
    return raw


def compose(raw: bytes, file: str) -> yaml.Node:
    """The one document of ``raw`` as a node tree. ``file`` is the name that faults carry.

    Raises:
        DossierError: when ``raw`` is no YAML, is empty, or uses what a dossier may not.
    """
    text = _decode(raw, file)
    _guard_depth(text, file)
    try:
        loader = _NodeLoader(text)
        try:
            root: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise _not_yaml(error, text, file) from error
    except RecursionError as error:
        raise _refusal(file, None, "The file is nested too deeply.", _FLATTEN) from error
    if root is None:
        raise _refusal(
            file, 1, "The file is empty.", "Begin from a template: trucewatch dossier new writes a commented one."
        )
    # An alias needs an anchor ("&") and a tag needs a "!": without either there is nothing to walk for.
    if "&" in text or "!" in text:
        _refuse_extras(root, file)
    return root


_FLATTEN = f"Keep to the fields of the guide; nothing in a dossier lies deeper than {MAX_DEPTH} levels."


def _decode(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refusal(file, line, "The file is not UTF-8 text.", "Save it as UTF-8.") from error


def _guard_depth(text: str, file: str) -> None:
    """Refuse nesting that could exhaust the stack of the composer, before it runs.

    Block nesting costs at least one column or one "- " a level, so a very deep tree needs a long run of indentation or
    dashes; flow nesting is counted by open brackets. Brackets inside words are counted too, which only errs by refusing
    sooner, far beyond anything a dossier holds.
    """
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" -?:\t"))
        if "[" in line or "{" in line or "]" in line or "}" in line:
            depth += line.count("[") + line.count("{")
            if depth > 4 * MAX_DEPTH:
                raise _refusal(file, number, "The file is nested too deeply.", _FLATTEN)
            depth = max(0, depth - line.count("]") - line.count("}"))
        if indent > 4 * MAX_DEPTH:
            raise _refusal(file, number, "The file is nested too deeply.", _FLATTEN)


def _refuse_extras(root: yaml.Node, file: str) -> None:
    faults: dict[int, Fault] = {}
    seen: set[int] = set()
    stack: list[yaml.Node] = [root]
    while stack:
        node = stack.pop()
        line = node.start_mark.line + 1
        if id(node) in seen:
            faults[line] = Fault(
                file, line, "Anchors and aliases (& and *) are not allowed.", "Write the value out where it is used."
            )
            continue
        seen.add(id(node))
        if node.tag not in (_STR, _SEQ, _MAP):
            tag = str(node.tag).removeprefix("tag:yaml.org,2002:")
            faults[line] = Fault(
                file, line, f"The YAML tag {tag!r} is not allowed.", "Take the tag out; quote text that begins with !."
            )
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                stack += (key, value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
    if faults:
        raise DossierError(tuple(faults[line] for line in sorted(faults)))


def _not_yaml(error: yaml.YAMLError, text: str, file: str) -> DossierError:
    mark = getattr(error, "problem_mark", None)
    line = None if mark is None else mark.line + 1
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")
    position = getattr(error, "position", None)
    if line is None and isinstance(position, int):
        line = text.count("\n", 0, position) + 1
    mend = "Check indentation, quotes and brackets near this line; quote text that holds ': ' or begins with a sign."
    if "document" in problem:
        mend = "Keep one document a file: take out the extra '---'."
    return _refusal(file, line, f"Not YAML: {problem}.", mend)


def _refusal(file: str, line: int | None, message: str, mend: str) -> DossierError:
    return DossierError((Fault(file, line, message, mend),))
