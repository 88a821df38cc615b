"""A record of very many documents, made from our own dispatches and stories: for measuring, not for reading.

The texts are read once. Each document is then put together from sentences of several of them that were read with the
same dossier, told of other days, figures, settlements and persons, among sentences of background; its reading is put
together from what was read in those sentences, every span moved along and checked against the words it stood on. The
same seed gives the same documents. They make little sense, and nothing may be learnt of the reader from such a record.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from evaluation import backdrop
from evaluation.edits import Edits
from evaluation.pieces import DATA, Json, Piece, Stock, carried, pieces, varied
from evaluation.record_corpus import GOLD, dispatches_file
from evaluation.stories import stories
from trucewatch import dossiers
from trucewatch.documents.likeness import fingerprint
from trucewatch.model import decode
from trucewatch.model.document import Document
from trucewatch.model.dossier import Dossier
from trucewatch.model.reading import Reading
from trucewatch.monitor import Monitor, dossier_digest
from trucewatch.reading import read_document
from trucewatch.record.session import Record, open_record
from trucewatch.record.writer import Arrival, Writer

SEED = 2022
_FIRST, _DAYS = date(2021, 1, 1), 1096
_LEAST, _MOST = 8, 14  # sentences of a document
_BACKDROP = 0.4  # of the sentences have one of background before them
_RUN_ON = 0.6  # of the sentences are followed by another in their paragraph
_PLACE = ("id", "name", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Group:
    """All that was read with one dossier: its pieces, what it offers in their place, titles and publishers."""

    dossier: Dossier
    digest: str | None
    pieces: Sequence[Piece]
    stock: Stock
    titles: Sequence[str]
    publishers: Sequence[str]


@cache
def groups() -> tuple[Group, ...]:
    """Our own texts read with their dossiers, once a process."""
    by_dossier: dict[str, list[Document]] = {}
    for id_, text in _texts():
        by_dossier.setdefault(id_, []).append(text)
    return tuple(_group(dossiers.load(id_), texts) for id_, texts in sorted(by_dossier.items()))


def _texts() -> Iterator[tuple[str, Document]]:
    import yaml

    for path in sorted(GOLD.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        for line in dispatches_file(gold).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            day = date.fromisoformat(row["published"])
            yield gold["dossier"], Document(row["text"], row["title"], row["publisher"], row["url"], day)
    for name, story in stories():
        if story.get("dossier"):
            day = date.fromisoformat(str(story["published"]))
            yield story["dossier"], Document(story["text"].strip(), name, None, None, day)


def _group(dossier: Dossier, texts: Sequence[Document]) -> Group:
    every = (piece for text in texts for piece in pieces(read_document(text, dossier).to_dict()))
    found = list({piece.text: piece for piece in every}.values())  # wire copies tell the same twice
    people = [each for each in dossier.actors if each.kind == "person" and each.gender]
    gender = {each.id: str(each.gender) for each in people}
    persons = {sex: [(each.id, each.name) for each in people if each.gender == sex] for sex in set(gender.values())}
    towns = [each for each in dossier.places if each.kind == "settlement" and each.latitude is not None]
    settlements = [{name: getattr(each, name) for name in _PLACE} | {"geonames": each.geonames} for each in towns]
    return Group(
        dossier,
        dossier_digest(dossier),
        found,
        Stock(settlements, persons, gender),
        [text.title or "" for text in texts],
        sorted({text.publisher for text in texts if text.publisher}),
    )


def made(count: int, seed: int = SEED) -> Iterator[tuple[Group, Reading]]:
    """Documents with their readings, the first ``count`` of a seed's. No two have the same text.

    Raises:
        ValueError: when a span would not stand on the words it was read on.
    """
    told, seen = groups(), set[str]()
    weights = [len(each.pieces) ** 2 for each in told]  # from few sentences few documents are made
    number = 0
    while len(seen) < count:
        number += 1
        random = Random(f"{seed}/{number}")
        group = random.choices(told, weights)[0]
        reading = _composed(group, random, number)
        if reading.document.id not in seen:
            seen.add(reading.document.id)
            yield group, reading


def _composed(group: Group, random: Random, number: int) -> Reading:
    published = _FIRST + timedelta(days=random.randrange(_DAYS))
    chosen = random.sample(group.pieces, random.randint(_LEAST, _MOST))
    parts: list[tuple[Edits, Json, int]] = []
    for piece in chosen:
        shift = timedelta(days=(published - piece.published).days // 7 * 7)
        parts.append((*varied(piece, group.stock, shift, random), len(parts)))
    whole: Json = {what: [] for what in (*DATA, "actors", "places", "instruments", "dates", "warnings")}
    text, starts = _laid_out([edits.words(0, len(edits.text)) for edits, _, _ in parts], random)
    for (edits, read, turn), start in zip(parts, starts, strict=True):
        _join(whole, _renamed(_moved(edits, read, start, text), turn))
    publisher = random.choice(group.publishers)
    whole["document"] = {
        "text": text,
        "title": random.choice(group.titles),
        "publisher": publisher,
        "url": f"https://example.org/{publisher.lower().replace(' ', '-')}/{number}",
        "published": published.isoformat(),
        "language": "en",
    }
    return decode.reading({**whole, "dossier": group.dossier.id, "reader": "trucewatch/many"})


def _laid_out(sentences: Sequence[str], random: Random) -> tuple[str, list[int]]:
    """Sentences among background, after an opening of it, in paragraphs; and where each of them starts."""
    text, starts = backdrop.sentence(random), list[int]()
    for each in sentences:
        text += _gap(random)
        if random.random() < _BACKDROP:
            text += backdrop.sentence(random) + _gap(random)
        starts.append(len(text))
        text += each
    return text, starts


def _gap(random: Random) -> str:
    return " " if random.random() < _RUN_ON else "\n\n"


def _moved(edits: Edits, read: Json, start: int, text: str) -> Json:
    """What was read in a piece, its spans moved to where its words stand in the whole text."""

    def move(low: int, high: int) -> list[int]:
        first, last = edits.moved(low, high)
        if text[start + first : start + last] != edits.words(low, high):
            raise ValueError(f"{edits.text[low:high]!r} does not stand at {start + first} of the text made.")
        return [start + first, start + last]

    moved: Json = carried(read, move)
    return moved


def _renamed(read: Any, turn: int) -> Any:
    """What was read in a piece, its data named after its turn in the document."""
    for what in DATA:
        for value in read[what]:
            for name in ("id", "within", "statement"):
                if value.get(name):
                    value[name] = f"{turn}-{value[name]}"
            for position in value.get("positions", ()):
                position["statement"] = position["statement"] and f"{turn}-{position['statement']}"
    return read


def _join(whole: Json, read: Json) -> None:
    for what in (*DATA, "dates"):
        whole[what] += read[what]
    for what in ("actors", "places", "instruments"):
        there = {each["id"]: each for each in whole[what]}
        for each in read[what]:
            if each["id"] in there:
                there[each["id"]]["mentions"] += each["mentions"]
            else:
                there[each["id"]] = each
                whole[what].append(each)


def fill(record: Record, documents: Iterable[tuple[Group, Reading]]) -> int:
    """Add documents to a record as a run would, but for the exact look at each candidate copy; how many were new."""
    writer, new = Writer(record), 0
    for number, (group, reading) in enumerate(documents):
        arrival = Arrival(f"many.ndjson:{number}", reading.document.id)
        bands = fingerprint(reading.document.text)
        new += writer.add(arrival, reading, dossier_digest=group.digest, bands=bands, alike=_never) == "new"
    for _ in Monitor(record).add(()):  # draws what is derived
        pass
    return new


def _never(_: str, __: str) -> bool:
    """The texts share sentences, so far more of them are candidates than of news; none is a copy."""
    return False


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a record at a path."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.many", description=__doc__)
    parser.add_argument("path", type=Path, help="the record to be made")
    parser.add_argument("--count", type=int, default=10_000, help="documents")
    parser.add_argument("--seed", type=int, default=SEED)
    wanted = parser.parse_args(arguments)
    started = time.perf_counter()
    with open_record(wanted.path) as record:
        new = fill(record, made(wanted.count, wanted.seed))
    print(f"{new:,} documents in {time.perf_counter() - started:,.0f} s: {wanted.path}")


if __name__ == "__main__":
    main()
