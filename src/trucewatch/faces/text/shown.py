"""One thing of the record as a page: what it says, the words around it, and what belongs to it."""

from __future__ import annotations

from typing import Any

from trucewatch.faces.rows import flat
from trucewatch.faces.text.page import Page
from trucewatch.faces.text.rows import render_rows, source

_ASIDE = {"id", "key", "evidence", "document", "start", "end", "quote", "document_publisher", "document_published"}


def render_shown(told: dict[str, Any], *, width: int = 80, colour: bool = False) -> str:
    """What :meth:`trucewatch.faces.asking.shown.Shown.to_dict` tells, for people."""
    page, row = Page(width, colour=colour), told["row"]
    page.line((f"{told['what']} ", "aside"), (str(row.get("name") or row.get("title") or _id(row)), "heading"))
    page.line((_id(row), "anchor"))
    for name, value in flat(row).items():
        if name not in _ASIDE and value not in (None, "", 0):
            page.line((f"{name.replace('_', ' ')}: ", "aside"), (str(value), ""), indent=2, hang=4)
    _context(page, told)
    if told.get("names"):
        page.heading("Names")
        for each in told["names"]:
            usage = ", ".join(filter(None, (each["party"], each["language"])))
            page.line((each["name"], ""), (f"  {usage}", "aside"), indent=2)
    if told["history"]:
        page.heading("History")
        for each in told["history"]:
            page.line((str(each["at"])[:19], "aside"), (f" {each['text']}", ""), indent=2, hang=4)
    out = page.text()
    for heading in ("statements", "events"):
        if told.get(heading):
            out += f"\n{heading.upper()} ({len(told[heading])})\n"
            out += render_rows(heading, told[heading], width=width, colour=colour)
    return out


def _id(row: dict[str, Any]) -> str:
    return str(row.get("key") or row.get("short") or row["id"])


def _context(page: Page, told: dict[str, Any]) -> None:
    context = told["context"]
    if context is None:
        return
    if told["what"] == "document":
        page.heading("Text")
        for paragraph in filter(None, (each.strip() for each in context["words"].split("\n"))):
            page.line((paragraph, ""), indent=2)
            page.blank()
        return
    page.heading("In its text")
    shown = [(" ".join(context[part].split()), style) for part, style in _PARTS if context[part].strip()]
    inks = [ink for pair in shown for ink in (pair, (" ", ""))]
    page.line(*inks, indent=2, bar=True)
    for evidence in told["row"]["evidence"]:
        page.line((source(evidence), "aside"), indent=2)


_PARTS = (("before", "aside"), ("words", "anchor"), ("after", "aside"))
