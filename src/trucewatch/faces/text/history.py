"""What became of a datum, and what was decided, in a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from trucewatch.faces.text.page import Page
from trucewatch.model.judgement import Decision, Turn

Plain = dict[str, Any]

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge": "merged",
    "split": "split",
    "attach": "attached",
    "status": "status set",
    "undo": "taken back",
}


def turn(each: Turn) -> Plain:
    """A turn as plain values, with ``text``, a line that tells it."""
    return each.to_dict() | {"text": _told(each)}


def decided(decision: Decision) -> str:
    """A decision in a line, with what takes it back."""
    about = " ".join(decision.targets)
    said = f"{_DONE[decision.action]} {about} by {decision.reviewer}{_because(decision.reason)}{_values(decision)}"
    if decision.undone is None:
        return f"{decision.id}  {said}"
    back = f"taken back by {decision.undone_by}{_because(decision.undone_reason or '')}"
    return f"{decision.id}  {said}; {back}"


def render_history(key: str, turns: Sequence[Plain], *, width: int = 80, colour: bool = False) -> str:
    """The turns of :func:`turn` as text, oldest first."""
    page = Page(width, colour=colour)
    page.line((key, "anchor"))
    for each in turns:
        page.line((f"{each['at'][:16].replace('T', ' ')}  ", "aside"), (each["text"], ""), indent=2, hang=18)
    return page.text()


def render_decisions(decisions: Sequence[Decision], *, width: int = 80, colour: bool = False) -> str:
    """Decisions as text, in the order they were taken."""
    page = Page(width, colour=colour)
    for each in decisions:
        page.line((f"{each.at:%Y-%m-%d %H:%M}  ", "aside"), (decided(each), ""), hang=4)
    return page.text()


def _told(each: Turn) -> str:
    if each.what == "read":
        told = f"read by {each.by}{_changes(each.changed)}"
        return f"{told}; a person's word stands" if each.overruled else told
    if each.what == "lost":
        told = f"no longer found by {each.by}"
        return f"{told}; it stays, as a person decided on it" if each.overruled else told
    told = f"{_DONE[each.what]} by {each.by}{_because(each.reason)}{_changes(each.changed)}"
    gone = "; the reader no longer finds it: it is gone" if each.what == "undo" and each.judgement is None else ""
    return f"{told}  ({each.decision}){gone}"


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _values(decision: Decision) -> str:
    values = {name: value for name, value in decision.values.items() if name != "groups"}
    return ": " + ", ".join(f"{name} {_plain(value)}" for name, value in values.items()) if values else ""


def _changes(changed: Mapping[str, tuple[Any, Any]]) -> str:
    if not changed:
        return ""
    return ": " + ", ".join(f"{name} {_plain(old)} → {_plain(new)}" for name, (old, new) in changed.items())


def _plain(value: Any) -> str:
    """A value of the contract in a few words."""
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    if not isinstance(value, dict):
        return str(value)
    if "low" in value:
        low, high = value["low"], value.get("high")
        return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"
    return str(value.get("name") or value.get("value") or "unknown")
