"""Pieces: a reading cut at its sentences, each with all that was read in it; and the same piece told of other things.

What was read is in the contract's form, spans counted from the start of the piece. To vary one, its days, figures,
settlements and persons are replaced by others in the text and in what was read of it, common words by others that mean
much the same, empty ones are put in, and every span is moved along.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from evaluation.edits import Edits
from evaluation.likewords import EMPTY, LIKE

Json = dict[str, Any]
Move = Callable[[int, int], list[int]]

DATA = ("statements", "events", "commitments", "disputes")
NAMED = ("actors", "places", "instruments", "dates")
_ONE = frozenset(("mention", "cue", "anchor", "action"))
_MANY = frozenset(("content", "mentions"))
_NEAR = 120  # days from publication within which a day belongs to the story and moves with it
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_DAY_MONTH = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)})( \d{{4}})?")
_MONTH_DAY = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}})(,? \d{{4}})?")
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’)]*(?=\s)|$)", re.MULTILINE)
_WORD = re.compile(r"\b[A-Za-z]+\b")
_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")
_OFTEN = 0.25  # how often a word that adds nothing is put between two
_SHORTEST = 4  # words
_FIGURE = re.compile(r"(?<![\w.,:–-])[1-9]\d{1,2}(?![\w:–-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with what was read in it. ``published`` is the day of the text it was cut from."""

    text: str
    published: date
    read: Json


@dataclass(frozen=True, slots=True)
class Stock:
    """What a dossier offers in the place of others: settlements and persons, as (id, name) with their other fields."""

    settlements: Sequence[Json]
    persons: Mapping[str, Sequence[tuple[str, str]]]  # by gender
    gender: Mapping[str, str]


def pieces(read: Json) -> Iterator[Piece]:
    """The sentences of a reading in the contract's form; one that is cut wrongly does no harm."""
    text: str = read["document"]["text"]
    published = date.fromisoformat(read["document"]["published"])
    for found in _SENTENCE.finditer(text):
        if len(found[0].split()) >= _SHORTEST:
            yield Piece(found[0], published, _within(read, *found.span()))


def _within(read: Json, start: int, end: int) -> Json:
    """What was read in ``[start, end)`` of a text, its spans counted from ``start``."""

    def cut(low: int, high: int) -> list[int]:
        return [low - start, high - start]

    def inside(span: Sequence[int] | None) -> bool:
        return span is not None and start <= span[0] and span[1] <= end

    kept: Json = {what: [] for what in (*DATA, *NAMED)}
    for what, needed in (("statements", "content"), ("events", "anchor"), ("commitments", "action")):
        for value in read[what]:
            spans = value[needed] if needed == "content" else [value[needed]]
            if all(map(inside, spans)):
                kept[what].append(carried(_trimmed(value, inside), cut))
    ids = {each["id"] for each in kept["statements"]}
    for value in (*kept["statements"], *kept["events"], *kept["commitments"]):
        for name in ("within", "statement"):
            if value.get(name) not in ids:
                value[name] = None
    for value in read["disputes"]:
        if all(each["statement"] in ids and inside(each["actor"]["mention"]) for each in value["positions"]):
            kept["disputes"].append(carried(value, cut))
    named = {ref for what in DATA for value in kept[what] for ref in referred(value)}
    for what in ("actors", "places", "instruments"):
        for value in read[what]:
            slim = {**value, "mentions": [each for each in value["mentions"] if inside(each)]}
            if slim["mentions"] or value["id"] in named:
                kept[what].append(carried(slim, cut))
    kept["dates"] = [carried(each, cut) for each in read["dates"] if inside(each["mention"])]
    return kept


def _trimmed(value: Json, inside: Callable[[Any], bool]) -> Json:
    """A datum without the mentions that stand elsewhere; what cannot be without one is left out."""

    def slim(item: Any) -> Any:
        if isinstance(item, dict):
            return {
                name: None if name in _ONE and each and not inside(each) else slim(each) for name, each in item.items()
            }
        return [slim(each) for each in item] if isinstance(item, list) else item

    trimmed: Json = slim(value)
    if trimmed.get("due") and trimmed["due"]["mention"] is None:
        trimmed["due"] = None
    if "quantities" in trimmed:
        trimmed["quantities"] = [each for each in trimmed["quantities"] if each["mention"] is not None]
    return trimmed


def carried(value: Any, move: Move, name: str = "") -> Any:
    """A copy of a value of the contract with every span moved."""
    if isinstance(value, dict):
        return {key: carried(each, move, key) for key, each in value.items()}
    if name in _ONE:
        return None if value is None else move(*value)
    if isinstance(value, list):
        return [move(*each) for each in value] if name in _MANY else [carried(each, move) for each in value]
    return value


def referred(value: Any) -> Iterator[str]:
    """The ids of actors, places and instruments that a datum names."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("actor", "place", "instrument") and isinstance(each, str):
                yield each
            else:
                yield from referred(each)
    elif isinstance(value, list):
        for each in value:
            yield from referred(each)


def varied(piece: Piece, stock: Stock, shift: timedelta, random: Random) -> tuple[Edits, Json]:
    """The replacements in a piece's text, and what is read of it with the same replacements, spans not moved yet.

    ``shift`` is a number of whole weeks, so that days named by the week stay right.
    """
    edits, read = Edits(piece.text), piece.read
    fixed = [span for each in read["instruments"] for span in each["mentions"]]
    _replace_days(edits, piece, fixed, shift)
    changed = _replace_names(edits, read, stock, random)
    fixed += [span for what in ("actors", "places") for each in read[what] for span in each["mentions"]]
    fixed += [each["mention"] for each in read["dates"]]
    figures = _replace_figures(edits, fixed, random)
    _replace_words(edits, fixed, random)
    return edits, _told(read, _Change(piece, edits, shift, changed, figures))


def _replace_days(edits: Edits, piece: Piece, fixed: Iterable[Sequence[int]], shift: timedelta) -> None:
    taken = list(fixed)
    for each in piece.read["dates"]:
        start, end = each["mention"]
        if any(start < high and low < end for low, high in taken) or not _near(each["value"], piece.published):
            continue
        new = _written(piece.text[start:end], date.fromisoformat(each["value"]) + shift)
        if new is not None:
            edits.add(start, end, new)


def _near(value: str | None, published: date) -> bool:
    return bool(value and _DAY.fullmatch(value) and abs((date.fromisoformat(value) - published).days) <= _NEAR)


def _written(words: str, day: date) -> str | None:
    """Another day written as ``words`` write theirs."""
    month = calendar.month_name[day.month]
    if found := _DAY_MONTH.fullmatch(words):
        return f"{day.day} {month}" + (f" {day.year}" if found[3] else "")
    if found := _MONTH_DAY.fullmatch(words):
        return f"{month} {day.day}" + (f"{found[3][:-4]}{day.year}" if found[3] else "")
    return None


def _replace_names(edits: Edits, read: Json, stock: Stock, random: Random) -> dict[str, Json]:
    """Enter other settlements and persons; what stands for whom, by id."""
    changed: dict[str, Json] = {}
    for place in read["places"]:
        spans = place["mentions"]
        if place["kind"] != "settlement" or not place["known"] or not spans or not stock.settlements:
            continue
        new = random.choice(stock.settlements)
        if all(edits.text[span[0] : span[1]] == place["name"] and edits.free(span[0], span[1]) for span in spans):
            changed[place["id"]] = new
            for span in spans:
                edits.add(span[0], span[1], new["name"])
    if any(event["type"] == "ASSAULT" for event in read["events"]):  # nobody is made a victim who was none
        return changed
    for actor in read["actors"]:
        others = stock.persons.get(stock.gender.get(actor["id"], ""), ())
        if others and actor["kind"] == "person":
            id_, name = random.choice(others)
            for span in actor["mentions"]:
                words = edits.text[span[0] : span[1]]
                if words == actor["name"]:
                    edits.add(span[0], span[1], name)
                elif words == actor["name"].split()[-1]:
                    edits.add(span[0], span[1], name.split()[-1])
            changed[actor["id"]] = {"id": id_, "name": name}
    return changed


def _replace_figures(edits: Edits, fixed: Iterable[Sequence[int]], random: Random) -> dict[int, int]:
    taken, figures = list(fixed), dict[int, int]()
    for found in _FIGURE.finditer(edits.text):
        if not any(found.start() < high and low < found.end() for low, high in taken):
            old = int(found[0])
            figures.setdefault(old, random.randint(10, 99) if old < 100 else random.randint(100, 999))
            edits.add(found.start(), found.end(), str(figures[old]))
    return figures


def _replace_words(edits: Edits, fixed: Sequence[Sequence[int]], random: Random) -> None:
    for found in _WORD.finditer(edits.text):
        if any(found.start() < high and low < found.end() for low, high in fixed):
            continue
        if others := LIKE.get(found[0].lower()):
            new = random.choice([each for each in others if each != found[0].lower()])
            edits.add(found.start(), found.end(), new.capitalize() if found[0][0].isupper() else new)
    for found in _GAP.finditer(edits.text):
        if random.random() < _OFTEN and not any(low < found.end() < high for low, high in fixed):
            edits.add(found.end(), found.end(), random.choice(EMPTY) + " ")


@dataclass(frozen=True, slots=True)
class _Change:
    """What is another in a varied piece."""

    piece: Piece
    edits: Edits
    shift: timedelta
    named: Mapping[str, Json]
    figures: Mapping[int, int]

    def day(self, dating: Json) -> str | None:
        """The value of a dating, moved with the story unless its words name a day that stays."""
        value, mention = dating["value"], dating.get("mention")
        if value is None:
            return None
        if mention is not None:
            old = self.piece.text[mention[0] : mention[1]]
            if any(sign.isdigit() for sign in old) and self.edits.words(*mention) == old:
                return str(value)

        def turned(found: re.Match[str]) -> str:
            near = _near(found[0], self.piece.published)
            return (date.fromisoformat(found[0]) + self.shift).isoformat() if near else found[0]

        return _DAY.sub(turned, value)


def _told(value: Any, change: _Change, name: str = "") -> Any:
    """A copy of what was read with other days, names and figures."""
    if isinstance(value, list):
        return [_told(each, change, name) for each in value]
    if not isinstance(value, dict):
        return value
    new = {key: _told(each, change, key) for key, each in value.items()}
    for key in ("actor", "place"):
        if isinstance(value.get(key), str) and value[key] in change.named:
            other = change.named[value[key]]
            new |= {key: other["id"], "name": other["name"]}
    if name in ("actors", "places") and value.get("id") in change.named:
        new |= change.named[value["id"]]
    if name in ("killed", "wounded"):
        new = {key: change.figures.get(each, each) for key, each in value.items()}
        new = {"low": min(new["low"], new["high"] or new["low"]), "high": new["high"] and max(new["low"], new["high"])}
    elif name == "quantities":
        new["value"] = change.figures.get(value["value"], value["value"])
    elif name in ("date", "dates", "due"):
        new["value"] = change.day(value)
    return new
