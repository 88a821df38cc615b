"""Where, against GeoWebNews (Gritta et al. 2020) and LGL (Lieberman et al. 2010): toponyms of news texts with
coordinates.

Two things are measured. *Given*: the gold's toponyms are handed over and only which place is meant is asked: the
share within 161, 25 and 5 km of the gold's point and with the gold's GeoNames id, a toponym without an answer counted
as wrong. *Found*: the product finds the names itself; precision, recall and F1 of detection by overlap, and the share
of the gold that is both found and within 161 km.

The product keeps a state that acts apart from the state as a place, so for detection the names of states and of
capitals that stand for them count as found toponyms with their own points. Adjectives of nationality ("Russian"),
which both corpora annotate as toponyms, are left out of detection on both sides; given, they mean their country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from evaluation.corpora import lines
from trucewatch.model.document import Document
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.gazetteer import distance_km, fold
from trucewatch.reading.lexicon import load
from trucewatch.reading.places.containers import link
from trucewatch.reading.places.evidence import Scene
from trucewatch.reading.places.known import Known, known
from trucewatch.reading.places.make import make
from trucewatch.reading.places.resolve import resolve
from trucewatch.reading.places.toponym import Evidence, Toponym
from trucewatch.reading.readers import READERS, begin

_RADII = (161, 25, 5)
Point = tuple[float, float]


@dataclass(slots=True)
class Tally:
    """Counts over a corpus."""

    items: int = 0
    within: dict[int, int] = field(default_factory=lambda: dict.fromkeys(_RADII, 0))
    same_id: int = 0
    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    located: int = 0

    def figures(self) -> dict[str, float]:
        """The measures by name, 0 to 1, and ``items``."""
        given = {f"given_{km}": self.within[km] / max(1, self.items) for km in _RADII}
        precision, recall = self.right / max(1, self.predicted), self.found / max(1, self.gold)
        return {
            **given,
            "given_id": self.same_id / max(1, self.items),
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / max(1e-9, precision + recall),
            "found_161": self.located / max(1, self.gold),
            "items": self.items,
        }


def score_places(corpus: str = "geowebnews", limit: int | None = None) -> dict[str, float]:
    """The figures of one corpus, ``geowebnews`` or ``lgl``, running the product without a dossier.

    Raises:
        FileNotFoundError: when the corpus is not in its folder.
    """
    tally = Tally()
    for number, row in enumerate(lines(f"places/{corpus}.jsonl")):
        if limit is not None and number >= limit:
            break
        draft = read_text(row["text"])
        gold = [toponym for toponym in row["toponyms"] if toponym["lat"] is not None]
        count_given(tally, draft, gold)
        count_found(tally, draft, gold, row["toponyms"])
    return tally.figures()


def read_text(text: str) -> Draft:
    """The draft of ``text`` read as far as places, without a dossier."""
    draft = begin(Document(text))
    for reader in READERS:
        reader.run(draft)
        if reader.name == "places":
            break
    return draft


def count_given(tally: Tally, draft: Draft, gold: list[dict[str, Any]]) -> None:
    """Count what the product makes of the gold's toponyms."""
    scene, world = Scene(draft), known(draft.knowledge)
    pairs = [(each, _given(scene, world, each)) for each in gold]
    toponyms = sorted((toponym for _, toponym in pairs if toponym is not None), key=lambda toponym: toponym.first)
    link(scene.words, toponyms)
    resolve(scene, world, toponyms)
    for each, toponym in pairs:
        tally.items += 1
        chosen = toponym.chosen if toponym is not None else None
        if chosen is None:
            continue
        km = distance_km(chosen.point, (each["lat"], each["lon"]))
        for radius in _RADII:
            tally.within[radius] += km < radius
        tally.same_id += str(chosen.geonames) == str(each["geonames"])


def _given(scene: Scene, world: Known, each: dict[str, Any]) -> Toponym | None:
    first, last = scene.draft.parse.at(each["start"]), scene.draft.parse.at(each["end"] - 1)
    if first is None or last is None or last < first:
        return None
    toponym = make(scene, world, first, last, Evidence.LABEL)
    adjective = world.demonyms.get(toponym.key)
    country = world.gazetteer.country(adjective) if adjective else None
    if country is not None:
        toponym.entries = (country,)
    elif area := load("places")["adjectives"].get(toponym.key):
        toponym.entries = world.gazetteer.find(area)[:1]
    return toponym


def count_found(tally: Tally, draft: Draft, gold: list[dict[str, Any]], marked: list[dict[str, Any]]) -> None:
    """Count which of the gold's toponyms the product finds, and which of its own are in the gold.

    ``marked`` are all expressions the corpus marks: a name among them that has no point there is neither right nor
    wrong.
    """
    world = known(draft.knowledge)
    wanted = [each for each in gold if not _is_adjective(world, draft.text[each["start"] : each["end"]])]
    predicted = [row for row in predictions(draft, world) if not _is_adjective(world, draft.text[row[0] : row[1]])]
    for each in wanted:
        tally.gold += 1
        points = [point for start, end, point in predicted if start < each["end"] and each["start"] < end]
        tally.found += bool(points)
        tally.located += any(p is not None and distance_km(p, (each["lat"], each["lon"])) < 161 for p in points)
    spans = [(each["start"], each["end"]) for each in gold]
    others = [(each["start"], each["end"]) for each in marked if each["lat"] is None]
    for start, end, _ in predicted:
        right = any(start < b and a < end for a, b in spans)
        if right or not any(start < b and a < end for a, b in others):
            tally.predicted += 1
            tally.right += right


def _is_adjective(world: Known, text: str) -> bool:
    key = fold(text)
    return key not in world.states and (key in world.demonyms or key in load("places")["adjectives"])


def predictions(draft: Draft, world: Known) -> Iterator[tuple[int, int, Point | None]]:
    """The product's toponyms: start, end and point of its place names, and of the states named as actors."""
    taken = []
    for place in draft.places:
        point = None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)
        for span in place.mentions:
            taken.append(span)
            yield span.start, span.end, point
    for mention in draft.mentions:
        if mention.kind not in (MentionKind.NAME, MentionKind.METONYM) or len(mention.actors) != 1:
            continue
        entry = draft.knowledge.actors.get(mention.actors[0])
        code = entry.country_code if entry is not None and entry.kind == "state" else None
        country = world.gazetteer.country(code) if code else None
        if country is not None and not any(span.meets(mention.span) for span in taken):
            yield mention.span.start, mention.span.end, country.point
