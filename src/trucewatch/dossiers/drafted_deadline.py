"""The deadline rule of a drafted obligation: what the reading tells of it, as the format writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from trucewatch.model.commitment import Commitment
from trucewatch.model.duration import Duration
from trucewatch.model.errors import DateError
from trucewatch.model.reading import Reading
from trucewatch.model.time import PartialDate, TimeKind, TimeMention

_RULE = re.compile(r"(?P<length>P\w+)(?: from (?P<anchor>.+))?")
_SMALL = 4
_EMPTY = frozenset(
    {"the", "completion", "fulfilment", "start", "beginning", "that", "this", "their", "parties", "date"}
)


def deadline(reading: Reading, commitment: Commitment, keys: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The deadline as a YAML flow mapping, and the words of one that could not be made a rule; either may be ``None``.

    ``keys`` gives the key of each commitment by its id. A length counts from signing or effect; one that counts from
    another step names the obligation whose action shares its words, where exactly one comes before.
    """
    due = commitment.due
    if due is None:
        return _begins(reading, commitment), None
    words = " ".join(due.mention.of(reading.document.text).split())
    match = _RULE.fullmatch(due.rule or "")
    if match is not None and _is_length(match["length"]):
        anchor = _anchor(reading, commitment, keys, match["anchor"])
        if anchor is not None:
            return _flow("by", {"anchor": anchor, "duration": match["length"], "words": words}), None
        if due.value is None:
            return None, words
    return (None, words) if due.value is None else _day(due.value, words)


def _is_length(value: str) -> bool:
    try:
        Duration.parse(value)
    except DateError:
        return False
    return True


def _anchor(reading: Reading, commitment: Commitment, keys: Mapping[str, str], words: str | None) -> str | None:
    if words in ("signing", "effect"):
        return words
    if words is None:
        return None
    wanted = _content(words)
    found = []
    for other in reading.commitments:
        if other.id == commitment.id:
            break
        if other.id in keys and wanted & _content(other.action.of(reading.document.text)):
            found.append(keys[other.id])
    return f"obligation:{found[0]}" if len(found) == 1 else None


def _content(words: str) -> frozenset[str]:
    """The beginnings of the content words: withdraw and withdrawal come to one."""
    found = (word.casefold() for word in re.findall(r"[^\W\d_]+", words))
    return frozenset(word[:7] for word in found if len(word) > _SMALL and word not in _EMPTY)


def _day(value: str, words: str) -> tuple[str | None, str | None]:
    """A day the text gives; ``../DAY`` is by it, ``DAY/..`` from it."""
    when = PartialDate(value)
    if value.startswith(".."):
        bound, day = "by", when.latest
    elif value.endswith(".."):
        bound, day = "from", when.earliest
    else:
        bound, day = ("on" if when.is_day else "by"), when.latest
    return (None, words) if day is None else (_flow(bound, {"day": day.isoformat(), "words": words}), None)


def _begins(reading: Reading, commitment: Commitment) -> str | None:
    """ "From 3 March", "at 06:00 on 3 March": the day from or on which the duty binds, where its own words give one."""
    for time in reading.dates:
        bound = _led(reading, time)
        if commitment.action.holds(time.span) and bound is not None:
            value = (time.value or "P").removesuffix("/..")
            day = None if value.startswith("P") else PartialDate(value).earliest
            if day is not None:
                words = " ".join(time.span.of(reading.document.text).split())
                return _flow(bound, {"day": day.isoformat(), "words": words})
    return None


def _led(reading: Reading, time: TimeMention) -> str | None:
    """How the words before a time make it bind: "from" and "as of" from it on, "at" on it."""
    text, span = reading.document.text, time.span
    led = re.search(r"\b(from|as of|at)\s+$", text[max(0, span.start - 12) : span.start], re.IGNORECASE)
    if time.kind is TimeKind.SET:
        return None
    if led is None:
        return "from" if (time.value or "").endswith("/..") else None
    return "on" if led[1].lower() == "at" else "from"


def _flow(bound: str, fields: Mapping[str, str]) -> str:
    parts = [f"bound: {bound}", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())]
    return "{" + ", ".join(parts) + "}"
