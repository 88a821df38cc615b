"""Who said what: each statement under its speaker, what is reported inside it indented below."""

from __future__ import annotations

from trucewatch.faces.text.page import Ink, Page
from trucewatch.faces.text.scene import Scene
from trucewatch.faces.text.wording import ACTS, FORMS
from trucewatch.model.statement import Form, Statement

_DEEPEST = 4  # levels shown by indenting; deeper ones stay at this one


def show_statements(page: Page, scene: Scene) -> None:
    """The statements in the text's order, nested ones below those that hold them."""
    statements = scene.reading.statements
    if not statements:
        return
    page.heading(f"Who said what ({len(statements)})")
    known = {each.id for each in statements}
    inner: dict[str | None, list[Statement]] = {}
    for each in statements:
        inner.setdefault(each.within if each.within in known else None, []).append(each)
    shown: set[int] = set()  # by identity: a reading made elsewhere may number two statements alike
    queue = [(each, 0) for each in reversed(inner.get(None, []))]
    # Whatever hangs in a circle of "within" has no outermost statement: it is shown all the same, at the end.
    queue = [(each, 0) for each in reversed(statements) if each.within in known] + queue
    while queue:
        statement, depth = queue.pop()
        if id(statement) in shown:
            continue
        shown.add(id(statement))
        _show(page, scene, statement, depth)
        queue += [(each, depth + 1) for each in reversed(inner.get(statement.id, []))]


def _show(page: Page, scene: Scene, statement: Statement, depth: int) -> None:
    indent = 2 + 4 * min(depth, _DEEPEST)
    inks: list[Ink] = [
        (scene.name(statement.speaker), "speaker"),
        (" ", ""),
        (ACTS[statement.act], "denied" if statement.act in ("deny", "reject") else "verb"),
    ]
    if statement.targets:
        inks.append((f" → {scene.names(statement.targets)}", ""))
    inks.append((f" · {scene.date(statement.date)} · {FORMS[statement.form]} · {statement.id}", "aside"))
    page.line(*inks, indent=indent, hang=4)
    opening, closing = ("“", "”") if statement.form is Form.DIRECT else ("", "")
    words = " … ".join(scene.words(span).strip() for span in statement.content)
    page.line((f"{opening}{words}{closing}", "quote"), indent=indent + 2, bar=True)
