"""iCalendar (RFC 5545): deadlines and dated rows as all-day entries, with ids that outlive runs and re-readings.

What no day is known of is a to-do or a journal entry without one: nothing is put on a day that nobody named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.deadlines import Mark, deadlines
from trucewatch.faces.exports.export import GENERATOR, Export, Format, Need, documents_of, name
from trucewatch.faces.exports.shape import begun, day, sayings, title, uid, web
from trucewatch.faces.safe import visible

if TYPE_CHECKING:
    from icalendar import Component

_WIDEST = timedelta(days=31)  # what may be any day of more than a month is put on none
_TENTATIVE = frozenset({"claimed", "denied", "planned", "hypothetical", "disputed"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of a calendar: its id among those of its row, its line, its first and last day, how sure it is."""

    part: tuple[str, ...]
    summary: str
    span: tuple[date, date] | None
    sure: bool
    words: tuple[str, ...] = ()
    sequence: int = 0
    todo: bool = False


def _ics(export: Export) -> Iterator[bytes]:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//trucewatch//{GENERATOR}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Trucewatch: {export.question.name}")
    head, _, tail = calendar.to_ical().rpartition(b"END:VCALENDAR")
    yield head
    for row in export.rows:
        for entry in _entries(export, row):
            yield _component(export, row, entry).to_ical()
    yield b"END:VCALENDAR" + tail


def _entries(export: Export, row: Plain) -> Iterator[_Entry]:
    if isinstance(row.get("due"), dict) and "dues" in row["due"]:
        marks = list(deadlines(row))
        revision = len(row["due"]["superseded"])
        for mark in marks:
            yield _deadline(row, mark, revision)
        if not any(mark.value for mark in marks):
            why = (_stands(row), *(each["why"] for each in row["due"]["dues"] if each.get("why")))
            yield _Entry(("open",), f"No day set: {_duty(row)}", None, True, why, revision, todo=True)
        return
    yield _dated(export, row)


def _deadline(row: Plain, mark: Mark, revision: int) -> _Entry:
    span = _span(mark.value)
    summary = f"{mark.words}: {_duty(row)}"
    doubts = list(mark.doubts)
    if span is None or span[0] != span[1]:
        doubts.append(f"some day of {mark.value}")
    if doubts:
        summary += f" ({'; '.join(doubts)})"
    return _Entry(
        mark.part, summary, span, not doubts, (f"Rule: {mark.rule}", _stands(row)), revision, todo=span is None
    )


def _stands(row: Plain) -> str:
    return f"Status on {row['due']['as_of']}: {row['status']}"


def _duty(row: Plain) -> str:
    who = ", ".join(each["name"] for each in row["obligors"])
    return f"{who}: {row['action']}" if who else str(row["action"])


def _dated(export: Export, row: Plain) -> _Entry:
    value, line = day(row), title(export, row)
    span = _span(value)
    certain = span is not None and span[0] == span[1] and "/" not in str(value)
    if value is None:
        line += " (day unknown)"
    elif value.endswith("/.."):
        line += f" (from {value.removesuffix('/..')} on)"
    elif not certain:
        line += f" (uncertain: {value})"
    statuses = set(row.get("statuses") or [row.get("status") or row.get("state")])
    sure = certain and not statuses <= _TENTATIVE and not row.get("denies")
    basis = row["date"].get("basis") if isinstance(row.get("date"), dict) else None
    return _Entry((), line, span, sure, (f"Day: {value or 'unknown'}" + (f", {basis}" if basis else ""),))


def _span(value: str | None) -> tuple[date, date] | None:
    """First and last day of an entry; ``None`` where the day is not known, open at an end or anywhere in months."""
    first, last = begun(value)
    return None if first is None or last is None or last - first > _WIDEST else (first, last)


def _component(export: Export, row: Plain, entry: _Entry) -> Component:
    from icalendar import Event, Journal, Todo

    made = Event() if entry.span else Todo() if entry.todo else Journal()
    add = _adder(made)
    add("uid", uid(export.question.name, name(row), *entry.part))
    add("dtstamp", export.stamp(row))
    add("sequence", entry.sequence + export.revision(row))
    add("summary", visible(entry.summary))
    add("description", visible("\n".join((*entry.words, *sayings(row))), newlines=True))
    add("x-trucewatch-id", visible(name(row)))
    for shown in row.get("evidence") or ():
        made.add("x-trucewatch-evidence", visible(f"{shown['document']}#char={shown['span'][0]},{shown['span'][1]}"))
    if entry.span:
        add("dtstart", entry.span[0])
        add("dtend", entry.span[1] + timedelta(days=1))
        add("transp", "TRANSPARENT")
    cancelled = row.get("judgement") == "rejected" or row.get("state") == "called off"
    if entry.span or cancelled:
        add("status", "CANCELLED" if cancelled else "CONFIRMED" if entry.sure else "TENTATIVE")
    place = row.get("place")
    if entry.span and isinstance(place, dict) and place.get("name"):
        add("location", visible(place["name"]))
    for each in documents_of(row)[:1]:
        if (address := web(export.documents.get(each, {}).get("url"))) is not None:
            add("url", address)
    return made


def _adder(component: Component) -> Any:
    def add(key: str, value: Any) -> None:
        component.add(key, value)

    return add


ICS = Format(
    "ics",
    "ics",
    "text/calendar",
    "Deadlines and meetings for a calendar (iCalendar).",
    _ics,
    fits=frozenset({"obligations", "events", "incidents", "contacts"}),
    needs=frozenset({Need.DOCUMENTS, Need.DECISIONS}),
)
