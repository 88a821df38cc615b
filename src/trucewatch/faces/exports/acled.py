"""ACLED-style CSV: events under the columns and codes that users of ACLED know. It is no data of ACLED.

Where ACLED gives one figure, this gives what each side claims, and never a sum; what is not known stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache

from trucewatch.faces.asking.question import Plain
from trucewatch.faces.exports.export import Export, Format, Need, Party, name
from trucewatch.faces.exports.gather import place_id
from trucewatch.faces.exports.geojson import located
from trucewatch.faces.exports.shape import begun, day, people
from trucewatch.faces.rows import csv_lines
from trucewatch.faces.rows.flat import Cell, flat

_WEEK, _MONTH = timedelta(days=6), timedelta(days=30)
_GEO: Mapping[str, int] = {"exact": 1, "near": 2, "district": 2, "region": 3}
_DISORDER: Mapping[str, str] = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_SUB_DISORDER: Mapping[str, str] = {
    "Mob violence": "Political violence",
    "Excessive force against protesters": "Political violence; Demonstrations",
}
_STATE, _CIVILIANS, _EXTERNAL = 1, 7, 8
_OF_STATES = frozenset({"state", "government", "ministry"})
_WHERE = ("document", "document_publisher", "document_published", "start", "end", "quote", "said_by", "more_evidence")


def _acled(export: Export) -> Iterator[bytes]:
    most = max((len(row.get("tolls") or ()) for row in export.rows), default=0)
    lines = csv_lines([_cells(export, row, most) for row in export.rows])
    return (line.encode("utf-8", "backslashreplace") for line in lines)


def _cells(export: Export, row: Plain, most: int) -> dict[str, Cell]:
    shown = (row.get("evidence") or [{}])[0]
    added = export.documents.get(shown.get("document", ""), {}).get("added")
    return {
        "event_id_cnty": name(row),
        **_when(row),
        **_what(row),
        **_who(export, _agreed(row)),
        "actors_by_version": _versions(row),
        **_place(export, row),
        "source": shown.get("publisher"),
        "source_scale": None,
        "notes": shown.get("quote"),
        **(_tolls(row, most) if "tolls" in row else _toll(row)),
        "tags": "; ".join(f"{key}={row[key]}" for key in ("status", "judgement", "kind") if row.get(key)),
        "timestamp": None if added is None else int(datetime.fromisoformat(added).timestamp()),
        "event_date_edtf": day(row),
        "event_date_basis": row["date"].get("basis") if isinstance(row.get("date"), dict) else None,
        "claimed_by": _names(row, "claimed_by") or "; ".join(row.get("claims") or ()) or None,
        "denied_by": _names(row, "denied_by") or "; ".join(row.get("denies") or ()) or None,
        **{key: value for key, value in flat({"evidence": row.get("evidence") or []}).items() if key in _WHERE},
    }


def _when(row: Plain) -> dict[str, Cell]:
    first, last = begun(day(row))
    middle, precision = _dated(first, last)
    return {
        "event_date": None if middle is None else middle.isoformat(),
        "year": first.year if first is not None and last is not None and first.year == last.year else None,
        "time_precision": precision,
    }


def _dated(first: date | None, last: date | None) -> tuple[date | None, int | None]:
    """The day that stands for a range, and ACLED's precision: the day, its week or its month; none beyond a month."""
    if first is None or last is None or last - first > _MONTH:
        return None, None
    if first == last:
        return first, 1
    return first + (last - first) // 2, 2 if last - first <= _WEEK else 3


def _what(row: Plain) -> dict[str, Cell]:
    event, sub_event = _codes().get(str(row.get("kind")), (None, None))
    disorder = _SUB_DISORDER.get(sub_event or "") or _DISORDER.get(event or "")
    return {"disorder_type": disorder, "event_type": event, "sub_event_type": sub_event}


@cache
def _codes() -> dict[str, tuple[str | None, str | None]]:
    from trucewatch.reading.events.codebook import kinds

    return {each.name: (each.acled_event, each.acled_sub_event) for each in kinds().values()}


def _who(export: Export, row: Plain) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    inters: list[int | None] = []
    for number, role in ((1, "actors"), (2, "recipients")):
        found = list(people(row, role))
        inter = _inter(export.actors.get(found[0]["actor"] or "")) if found else None
        cells[f"actor{number}"] = found[0]["name"] if found else None
        cells[f"assoc_actor_{number}"] = "; ".join(each["name"] for each in found[1:]) or None
        cells[f"inter{number}"] = inter
        inters.append(inter if found else 0)
    first, second = inters
    both = None if not first or second is None else int(f"{min(first, second)}{max(first, second)}")
    cells["interaction"] = first * 10 if first and second == 0 else both
    cells["civilian_targeting"] = "Civilian targeting" if _civilians(row) else None
    return cells


def _agreed(row: Plain) -> Plain:
    """The sides of an incident, where all its versions name the same; where they differ nobody is chosen."""
    versions = row.get("versions")
    if not versions:
        return row
    sides = [{role: list(people(each, role)) for role in ("actors", "recipients")} for each in versions]
    return {**row, **sides[0]} if all(each == sides[0] for each in sides) else row


def _versions(row: Plain) -> str | None:
    """Who is said to have done it to whom, in each version, with who says so."""
    told = []
    for each in row.get("versions") or ():
        who = ", ".join(one["name"] for one in each["by"]) or each["publisher"] or "unknown publisher"
        done = " → ".join(filter(None, (_names(each, "actors"), _names(each, "recipients"))))
        told.append(f"{who}: {done or 'nobody named'}")
    return " | ".join(dict.fromkeys(told)) or None


def _tolls(row: Plain, most: int) -> dict[str, Cell]:
    """Each claimant's figures in columns of their own, as many as the incident with the most has."""
    cells: dict[str, Cell] = {}
    for number in range(1, most + 1):
        toll = row["tolls"][number - 1] if number <= len(row["tolls"]) else {}
        cells[f"fatalities_{number}_claimant"] = toll.get("claimant")
        for role, column in (("killed", "fatalities"), ("wounded", "wounded")):
            counted = toll.get(role) or {}
            cells |= {f"{column}_{number}_{end}": counted.get(end) for end in ("low", "high")}
    return cells


def _civilians(row: Plain) -> bool:
    return _what(row)["event_type"] == "Violence against civilians"


def _inter(party: Party | None) -> int | None:
    """ACLED's kind of an actor, where its kind by the codebook settles it."""
    if party is None or party.kind is None:
        return None
    if party.kind in _OF_STATES:
        return _STATE
    if party.kind == "force":
        return _STATE if party.chain and party.chain[0] in _OF_STATES else None
    return {"mission": _EXTERNAL, "group": _CIVILIANS}.get(party.kind)


def _place(export: Export, row: Plain) -> dict[str, Cell]:
    position = export.places.get(place_id(row) or "")
    point = position if position is not None and located(position) else None
    place = row.get("place")
    return {
        "location": place.get("name") if isinstance(place, dict) else None,
        "latitude": None if point is None else point.latitude,
        "longitude": None if point is None else point.longitude,
        "geo_precision": None if point is None else _GEO[point.precision],
    }


def _toll(row: Plain) -> dict[str, Cell]:
    """Who is said to have been killed and wounded, and who says so: the account of this row alone."""
    cells: dict[str, Cell] = {}
    for role, column in (("killed", "fatalities"), ("wounded", "wounded")):
        counted = row.get(role) or {}
        cells |= {f"{column}_low": counted.get("low"), f"{column}_high": counted.get("high")}
    told = any(value is not None for value in cells.values())
    shown = (row.get("evidence") or [{}])[0]
    claimant = _names(row, "claimed_by") or shown.get("speaker") or shown.get("publisher")
    return {**cells, "fatalities_claimant": claimant if told else None}


def _names(row: Plain, role: str) -> str | None:
    return "; ".join(each["name"] for each in people(row, role)) or None


ACLED = Format(
    "acled",
    "csv",
    "text/csv",
    "Events under ACLED's columns and codes, figures by claimant.",
    _acled,
    fits=frozenset({"events", "incidents"}),
    needs=frozenset({Need.DOCUMENTS, Need.PLACES, Need.ACTORS}),
)
