"""Which of several places of one name is meant: a weighing of context, fitted, that can abstain.

Each candidate gets a score, the weighted sum of what speaks for it; the scores of a name's candidates become shares
by a softmax (a conditional logit model). A name whose best place has less than :data:`SURE` of the shares, places
closer than :data:`SAME_KM` to it counted in, stays unresolved. The weights were fitted on the toponyms of the
GeoWebNews and LGL corpora (see docs/gazetteer.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log10

from trucewatch.reading.gazetteer import GazetteerEntry, distance_km, fold
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.known import Known
from trucewatch.reading.places.toponym import Toponym

FEATURES = (
    "population",
    "country",
    "region",
    "district",
    "area",
    "main_name",
    "container_region",
    "container_country",
    "container_near",
    "dossier_region",
    "state_share",
    "region_named",
    "country_share",
    "region_share",
    "nearest",
    "around",
    "contains",
    "capital",
    "other_kind",
)
WEIGHTS = (1.08, 0.97, -0.2, -1.1, 6.0, 1.95, 3.0, 2.0, 1.4, 2.5, 0.3, 1.52, 2.05, 2.61, 1.34, 1.9, 2.0, 1.2, -3.0)
SURE = 0.5
SAME_KM = 60.0
_SMALL = 50_000  # people: a place so small is not news of itself
_FEW = 0.1  # of the weight of one other name in its country
_FAR_KM = 500.0
_MOST = 40  # candidates weighed for a name, those with most people first
_PRIOR_KIND = {
    "country": 5.0,
    "region": 1.0,
    "district": 0.2,
    "settlement": 1.0,
    "area": 1.0,
    "water": 1.0,
    "height": 1.0,
    "line": 1.0,
}


@dataclass(slots=True)
class Name:
    """All toponyms of one text that share a name and a type: they mean one place."""

    toponyms: list[Toponym]
    candidates: tuple[GazetteerEntry, ...]
    containers: list[GazetteerEntry]
    mass: list[float] = field(default_factory=list)
    chosen: GazetteerEntry | None = None


@dataclass(slots=True)
class Context:
    """What a text says of where it plays: shares of countries and of first-order regions, and points already known."""

    states: dict[str, float] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    fixed: list[tuple[float, float]] = field(default_factory=list)
    count: int = 0


def resolve(scene: Scene, known: Known, toponyms: Sequence[Toponym]) -> None:
    """Set ``chosen`` and ``sure`` of each toponym that no dossier place claims."""
    names, context = survey(scene, known, toponyms)
    for name in names:
        name.chosen = max(zip(_scores(name, known, context, []), name.candidates, strict=True), key=lambda row: row[0])[
            1
        ]
    points = {id(name): name.chosen.point for name in names if name.chosen is not None}
    for name in names:
        others = [point for key, point in points.items() if key != id(name)]
        scores = _scores(name, known, context, others)
        best, share = _shares(name.candidates, scores)
        sure = share >= SURE and not _is_out_of_place(name, best, context, others)
        for toponym in name.toponyms:
            toponym.chosen = best
            toponym.sure = sure


def _is_out_of_place(name: Name, best: GazetteerEntry, context: Context, others: list[tuple[float, float]]) -> bool:
    """Whether a small place lies where nothing else of the text does: more likely a namesake of one unknown."""
    if best.kind not in ("settlement", "district") or best.population >= _SMALL or name.containers:
        return False
    if best.country in context.states or not (context.states or others or context.fixed):
        return False
    own = sum(mass for c, mass in zip(name.candidates, name.mass, strict=True) if c.country == best.country)
    if context.countries[best.country] - own > _FEW:
        return False
    return all(distance_km(point, best.point) > _FAR_KM for point in (*others, *context.fixed))


def survey(scene: Scene, known: Known, toponyms: Sequence[Toponym]) -> tuple[list[Name], Context]:
    """The names to resolve, and the context that all of them make."""
    context = Context(states=_states(scene, known))
    groups: dict[tuple[str, frozenset[str]], Name] = {}
    for toponym in toponyms:
        if toponym.own:
            context.fixed += [
                (p.latitude, p.longitude)
                for p in (known.places[id_] for id_ in toponym.own[:1])
                if p.latitude is not None and p.longitude is not None
            ]
        elif toponym.entries:
            name = groups.setdefault((toponym.key, toponym.kinds), Name([], toponym.entries, []))
            name.toponyms.append(toponym)
            if toponym.container and not name.containers:
                name.containers = _containers(known, toponym.container)
    names = list(groups.values())
    for name in names:
        _weigh_prior(name, context)
    return names, context


def _states(scene: Scene, known: Known) -> dict[str, float]:
    """The share of each country in the states and nationalities that the text names."""
    votes: dict[str, float] = defaultdict(float)
    words = scene.words
    i = 0
    while i < len(words):
        if words[i].ent not in ("GPE", "NORP"):
            i += 1
            continue
        first = i
        i += 1
        while i < len(words) and words[i].ent and not words[i].ent_start:
            i += 1
        key = fold(scene.draft.text[words[first].start : words[i - 1].end]).removeprefix("the ")
        code = known.states.get(key) or known.demonyms.get(key)
        if code:
            votes[code] += 1
    total = sum(votes.values())
    return {code: count / total for code, count in votes.items()}


def _containers(known: Known, container: str) -> list[GazetteerEntry]:
    code = known.states.get(container)
    country = known.gazetteer.country(code) if code else None
    return [*([country] if country else []), *known.gazetteer.find(container)[:8]]


def _weigh_prior(name: Name, context: Context) -> None:
    """Count a name's candidates into the context, each by its share of people."""
    if len(name.candidates) > _MOST:
        within = [c for c in name.candidates if any(_contains(box, c) for box in name.containers)]
        name.candidates = tuple(dict.fromkeys([*name.candidates[:_MOST], *within[:_MOST]]))
    weights = [(c.population + 100) * _PRIOR_KIND[c.kind] for c in name.candidates]
    if name.containers:
        weights = [
            w * (1000 if any(_contains(box, c) for box in name.containers) else 1)
            for w, c in zip(weights, name.candidates, strict=True)
        ]
    total = sum(weights)
    name.mass = [weight / total for weight in weights]
    for candidate, mass in zip(name.candidates, name.mass, strict=True):
        context.countries[candidate.country] += mass
        if candidate.admin1:
            context.regions[candidate.admin1] += mass
    if name.candidates[0].kind == "region" and name.mass[0] > 0.5:
        context.named.add(name.candidates[0].admin1)
    context.count += 1


def _contains(box: GazetteerEntry, candidate: GazetteerEntry) -> bool:
    if box.kind == "country":
        return candidate.country == box.country and candidate.kind != "country"
    if box.kind == "region":
        return candidate.admin1 == box.admin1 and candidate.kind != "region"
    return False


def _scores(name: Name, known: Known, context: Context, points: list[tuple[float, float]]) -> list[float]:
    rows = features(name, known, context, points)
    return [sum(weight * value for weight, value in zip(WEIGHTS, row, strict=True)) for row in rows]


def features(name: Name, known: Known, context: Context, points: list[tuple[float, float]]) -> list[list[float]]:
    """What speaks for each candidate of ``name``, in the order of :data:`FEATURES`; other names lie at ``points``."""
    others = max(1, context.count - 1)
    own_countries: dict[str, float] = defaultdict(float)
    own_regions: dict[str, float] = defaultdict(float)
    for candidate, mass in zip(name.candidates, name.mass, strict=True):
        own_countries[candidate.country] += mass
        own_regions[candidate.admin1] += mass
    kinds = name.toponyms[0].kinds
    main = (name.toponyms[0].key, f"{name.toponyms[0].key} city")
    contains = any(toponym.contains for toponym in name.toponyms)
    rows = []
    for c in name.candidates:
        near, around = _closeness(c, [*points, *context.fixed]) if c.kind != "country" else (0.0, 0.0)
        region, country, close = _boxed(name.containers, c)
        rows.append(
            [
                log10(c.population + 1),
                float(c.kind == "country"),
                float(c.kind == "region"),
                float(c.kind == "district"),
                float(c.kind in ("area", "water", "height", "line")),
                float(c.key in main),
                region,
                country,
                close,
                float(c.country in known.region),
                context.states.get(c.country, 0.0),
                float(c.kind != "region" and c.admin1 in context.named),
                (context.countries[c.country] - own_countries[c.country]) / others if c.country else 0.0,
                (context.regions[c.admin1] - own_regions[c.admin1]) / others if c.admin1 else 0.0,
                near,
                around,
                float(contains and c.kind in ("country", "region")),
                float(c.geonames in known.gazetteer.capitals),
                float(bool(kinds) and c.kind not in kinds),
            ]
        )
    return rows


def _boxed(containers: list[GazetteerEntry], c: GazetteerEntry) -> tuple[float, float, float]:
    region = country = close = 0.0
    for box in containers:
        if box.kind == "country":
            country = max(country, float(box.country == c.country))
        elif box.kind == "region":
            region = max(region, float(box.admin1 == c.admin1 and c.kind != "region"))
        elif close == 0.0 and box.country == c.country:
            close = float(distance_km(box.point, c.point) < 2 * SAME_KM)
    return region, country, close


def _closeness(c: GazetteerEntry, points: list[tuple[float, float]]) -> tuple[float, float]:
    """How near the nearest other place is (1 at no distance, 1/e at 100 km), and how many lie around (1/e at 300)."""
    nearest = around = 0.0
    for point in points:
        if abs(point[0] - c.latitude) < 15:
            km = distance_km(point, c.point)
            nearest = max(nearest, exp(-km / 100))
            around += exp(-km / 300)
    return nearest, around / max(1, len(points))


def _shares(candidates: tuple[GazetteerEntry, ...], scores: list[float]) -> tuple[GazetteerEntry, float]:
    """The best candidate, and its share with those of the places that are all but the same."""
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    best = candidates[scores.index(top)]
    same = sum(
        w for c, w in zip(candidates, weights, strict=True) if c is best or distance_km(c.point, best.point) < SAME_KM
    )
    return best, same / sum(weights)
