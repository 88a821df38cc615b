"""From resolved names to the places of a reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from trucewatch.model.dossier import PlaceEntry
from trucewatch.model.instrument import Certainty
from trucewatch.model.place import Place, Precision
from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft
from trucewatch.reading.gazetteer import GazetteerEntry, distance_km
from trucewatch.reading.names.scene import slug
from trucewatch.reading.places.known import Known
from trucewatch.reading.places.offsets import shifted
from trucewatch.reading.places.toponym import Evidence, Offset, Toponym

_PRECISION = {
    "settlement": Precision.EXACT,
    "height": Precision.EXACT,
    "district": Precision.DISTRICT,
    "region": Precision.REGION,
    "area": Precision.REGION,
    "water": Precision.REGION,
    "line": Precision.REGION,
    "country": Precision.COUNTRY,
}
# Things named after a settlement and lying at it or not far off, so that its position says roughly where they are.
_AT_NAMESAKE = frozenset({"facility", "road", "corridor", "line"})
_COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(slots=True)
class Located:
    """What a toponym came to, before the mentions of one place are gathered."""

    id: str
    name: str
    kind: str
    known: bool
    point: tuple[float, float] | None
    precision: Precision
    geonames: int | None = None


@dataclass(slots=True)
class Register:
    """The places of one reading, by what they are, with ids that are each used once."""

    ids: dict[str, tuple[object, ...]] = field(default_factory=dict)
    known: dict[tuple[object, ...], str] = field(default_factory=dict)

    def id(self, wanted: str, what: tuple[object, ...]) -> str:
        """The id that ``what`` already has, else ``wanted``, with the next free number where that is taken."""
        if what in self.known:
            return self.known[what]
        number, candidate = 1, wanted
        while self.ids.setdefault(candidate, what) != what:
            number += 1
            candidate = f"{wanted}-{number}"
        self.known[what] = candidate
        return candidate


def assemble(draft: Draft, known: Known, toponyms: list[Toponym]) -> None:
    """Fill ``draft.places``, a place for each thing named, in order of first mention; warn of what stays unknown."""
    register = Register()
    bases = {id(toponym.located_by) for toponym in toponyms if toponym.located_by is not None}
    gathered: dict[str, tuple[Located, list[Span]]] = {}
    for toponym in toponyms:
        located = _locate(toponym, known, register)
        if toponym.located_by is not None and not toponym.own:
            located = _beside(located, toponym.located_by, known, register)
        _warn(draft, toponym, located)
        span = toponym.span
        if toponym.offset is not None and id(toponym) not in bases and _moves(located, toponym.offset):
            located = _moved(located, toponym)
            if toponym.offset.km is not None:
                span = Span(toponym.offset.span.start, span.end)
        gathered.setdefault(located.id, (located, []))[1].append(span)
    draft.places = [
        Place(
            id=located.id,
            name=located.name,
            kind=located.kind,
            known=located.known,
            latitude=located.point[0] if located.point else None,
            longitude=located.point[1] if located.point else None,
            precision=located.precision,
            mentions=tuple(sorted(set(spans))),
            geonames=located.geonames,
        )
        for located, spans in gathered.values()
    ]


def _locate(toponym: Toponym, known: Known, register: Register) -> Located:
    if toponym.own:
        located = _from_dossier(toponym, known)
        if located is not None:
            register.id(located.id, ("dossier", located.id))
            return located
    entry = toponym.chosen
    if entry is None or not toponym.sure:
        return _unknown(toponym, register)
    if toponym.type is not None and entry.kind not in toponym.kinds:
        return _namesake(toponym, entry, register)
    kind, precision = entry.kind, _PRECISION[entry.kind]
    if toponym.type == "district" and kind == "region":
        kind, precision = "district", Precision.DISTRICT
    id_ = register.id(slug(toponym.name), ("geonames", entry.geonames or entry.key, kind))
    name = entry.name if toponym.name.isupper() and len(toponym.name) > 3 else toponym.name
    return Located(id_, _neutral(name, entry), kind, True, entry.point, precision, entry.geonames)


def _neutral(name: str, entry: GazetteerEntry) -> str:
    """The form shown: a country's or an area's English name, else that of the text: GeoNames' is often local."""
    return entry.name if entry.kind in ("country", "area", "water", "height", "line") else name


def _from_dossier(toponym: Toponym, known: Known) -> Located | None:
    """The dossier's place; of several of one name, the one of the kind asked for, else a settlement."""
    places = [known.places[id_] for id_ in toponym.own]
    if toponym.kinds:
        fitting = [place for place in places if place.kind in toponym.kinds]
        if not fitting and toponym.type in _AT_NAMESAKE:
            return _near_dossier(toponym, places[0])
        places = fitting or places
    place = (
        next((place for place in places if place.kind == "settlement"), places[0]) if not toponym.kinds else places[0]
    )
    if place.latitude is None or place.longitude is None:
        return Located(place.id, place.name, place.kind, True, None, Precision.UNKNOWN, place.geonames)
    precision = place.precision
    if precision is Precision.EXACT and place.certainty is not Certainty.SURE and (place.radius_km or 0) > 2:
        precision = Precision.NEAR
    return Located(place.id, place.name, place.kind, True, (place.latitude, place.longitude), precision, place.geonames)


def _near_dossier(toponym: Toponym, place: PlaceEntry) -> Located:
    """A road, bridge or the like named after a dossier's place."""
    kind = toponym.type or "area"
    point = None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)
    precision = Precision.NEAR if point else Precision.UNKNOWN
    return Located(f"{place.id}-{kind}", f"{place.name} {toponym.type_words or kind}", kind, False, point, precision)


def _namesake(toponym: Toponym, entry: GazetteerEntry, register: Register) -> Located:
    """A place of a kind the gazetteer has not under that name, only a namesake of another kind."""
    kind = toponym.type or entry.kind
    id_ = register.id(
        slug(f"{toponym.name} {toponym.type_words or kind}"), ("namesake", entry.geonames, toponym.type_words or kind)
    )
    if kind == "line" and entry.kind in ("country", "region"):
        return Located(id_, toponym.name, entry.kind, True, entry.point, _PRECISION[entry.kind], entry.geonames)
    if kind in _AT_NAMESAKE and entry.kind == "settlement":
        return Located(id_, f"{toponym.name} {toponym.type_words or kind}", kind, False, entry.point, Precision.NEAR)
    if kind in ("district", "region", "settlement") and entry.kind in ("settlement", "district", "region"):
        precision = Precision.DISTRICT if kind == "district" or entry.kind != "region" else Precision.REGION
        return Located(id_, toponym.name, kind, True, entry.point, precision, entry.geonames)
    return Located(id_, toponym.name, kind, False, None, Precision.UNKNOWN)


def _unknown(toponym: Toponym, register: Register) -> Located:
    kind = toponym.type or {"FAC": "facility"}.get(toponym.label, "area" if toponym.label == "LOC" else "settlement")
    id_ = register.id(slug(toponym.name), ("unknown", toponym.key, kind))
    return Located(id_, toponym.name, kind, False, None, Precision.UNKNOWN)


def _warn(draft: Draft, toponym: Toponym, located: Located) -> None:
    if toponym.slip:
        draft.warn(toponym.span, f"{toponym.name!r} is a spelling slip for {located.name!r}.")
    if toponym.chosen is not None and not toponym.sure and not toponym.own:
        draft.warn(
            toponym.span, f"{toponym.name!r} may be any of {len(toponym.entries)} places; left without a position."
        )
    elif located.point is None and not toponym.own and (toponym.evidence >= Evidence.TYPE or toponym.label == "GPE"):
        draft.warn(toponym.span, f"{toponym.name!r} is a place that neither dossier nor gazetteer knows.")


def _moves(located: Located, offset: Offset) -> bool:
    """Whether an offset makes another place: near a region is still there, and "around" is often "about"."""
    return offset.km is not None or located.kind in ("settlement", "facility", "height")


def _beside(located: Located, base: Toponym, known: Known, register: Register) -> Located:
    """A place at the point that its distance from a known one gives ("X, 5 km west of Y").

    For one that is unknown, or known only as a namesake elsewhere: what the text says of it goes first.
    """
    other = _locate(base, known, register)
    if other.point is None or base.offset is None or base.offset.km is None or base.offset.km > 50:
        return located
    point = other.point
    if base.offset.bearing is not None:
        point = shifted(*point, base.offset.km, base.offset.bearing)
    if located.point is not None and distance_km(located.point, point) < max(25.0, 2 * base.offset.km):
        return located
    return replace(located, point=point, precision=Precision.NEAR, known=False, geonames=None)


def _moved(located: Located, toponym: Toponym) -> Located:
    """The place that lies off the one named."""
    assert toponym.offset is not None
    km, bearing = toponym.offset.km, toponym.offset.bearing
    side = _COMPASS[round(bearing / 45) % 8] if bearing is not None else "near"
    distance = f"{km:g}-km-".replace(".", "-") if km is not None else ""
    point = located.point
    if point is not None and km is not None and bearing is not None:
        point = shifted(*point, km, bearing)
    precision = Precision.NEAR if point is not None else Precision.UNKNOWN
    return Located(
        f"{located.id}-{distance}{side}", located.name, located.kind, located.known, point, precision, located.geonames
    )
