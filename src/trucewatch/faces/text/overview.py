"""The overview as a page: how much there is, and the first rows of each question with the command for the others."""

from __future__ import annotations

from trucewatch.faces.asking import QUESTIONS
from trucewatch.faces.asking.overview import Overview
from trucewatch.faces.text.page import Page
from trucewatch.faces.text.table import render_table


def render_overview(told: Overview, *, more: str = "", width: int = 80, colour: bool = False) -> str:
    """The overview for people. ``more`` is what each command needs besides, such as ``--record PATH``."""
    page = Page(width, colour=colour)
    span = "" if told.first is None else f", {told.first} to {told.last}"
    page.line((f"The record as of {told.as_of}", "heading"))
    counts = " · ".join(f"{number:,} {what}" for what, number in told.counts.items())
    page.line((f"{counts} · {told.publishers} publishers{span}", ""), indent=2)
    out = page.text()
    for section in told.sections:
        question = QUESTIONS[section.question]
        head = Page(width, colour=colour)
        head.line((f"{section.heading.upper()} ({section.total})", "heading"))
        table = render_table(question.heads, list(map(question.line, section.rows)), width=width, colour=colour)
        out += "\n" + head.text() + table
        if section.total > len(section.rows):
            out += f"  … trucewatch {section.command}{more}\n"
    return out
