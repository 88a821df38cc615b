"""What formats ask of any row: its title, its words, who says it, its days."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import Export, name
from trucewatch.faces.safe import visible
from trucewatch.model.errors import DateError
from trucewatch.model.time import PartialDate

_SPACE = uuid.uuid5(uuid.NAMESPACE_OID, "trucewatch")


def uid(*parts: str) -> str:
    """A UUID that depends on ``parts`` alone: the same in every run and after every re-reading."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts).encode("utf-8", "replace").decode()))


def title(export: Export, row: Plain) -> str:
    """The row in one line, as a screen shows it, without its key."""
    cells = export.question.line(row).cells
    return visible(" · ".join(each for each in cells[1:] if each)) or name(row)


def web(address: str | None) -> str | None:
    """An address of the web that may be made a link; ``None`` for every other kind."""
    text = (address or "").strip()
    safe = text.startswith(("http://", "https://")) and text.isprintable() and not any(each in text for each in ' "<>')
    return text if safe else None


def edtf(value: str | None) -> PartialDate | None:
    """A date of a row, ``None`` where it has none that can be read."""
    try:
        return None if value is None else PartialDate(value)
    except DateError:
        return None


def days(value: str | None) -> tuple[date | None, date | None]:
    """First and last day that an EDTF value may mean; ``None`` for an end that is open or not known."""
    found = edtf(value)
    return (None, None) if found is None else (found.earliest, found.latest)


def begun(value: str | None) -> tuple[date | None, date | None]:
    """As :func:`days`; of what goes on with no end known ("since March"), the days on which it may have begun."""
    return days(value.removesuffix("/..") if value else value)


def day(row: Plain) -> str | None:
    """The EDTF date of a row of any question, where it has one."""
    dated = row["date"] if "date" in row else row.get("day")
    return dated.get("value") if isinstance(dated, dict) else dated


def people(row: Plain, *roles: str) -> Iterator[Plain]:
    """The references to actors in some roles of a row."""
    for role in roles:
        value = row.get(role)
        yield from value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def names(row: Plain, *roles: str) -> str:
    """The names in some roles of a row."""
    return ", ".join(dict.fromkeys(each["name"] for each in people(row, *roles)))


def said(shown: Plain) -> str:
    """One piece of evidence in a line: who says it, the words, where they stand."""
    start, end = shown["span"]
    where = [shown.get("publisher") or "unknown publisher", shown.get("published") or "undated"]
    where += [f"{shown['document']}#char={start},{end}"]
    return visible(f"{shown.get('speaker') or 'The outlet itself'}: “{shown['quote']}” ({', '.join(where)})")


def sayings(row: Plain) -> Sequence[str]:
    """Every piece of evidence of a row, and the ground in a dossier where it has one."""
    ground = row.get("ground")
    told = [said(each) for each in row.get("evidence") or ()]
    if isinstance(ground, dict):
        instrument = ground.get("instrument") or "undertakings"
        told.insert(0, visible(f"Dossier {ground['dossier']}, {instrument}, {ground['key']}: {ground['words']}"))
    return told
