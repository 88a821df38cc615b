"""Which place belongs to an event's verb, against Halterman's event-location sentences (single annotator).

The verb is given. A sentence whose verb has a place counts as right where the product's place meets one of the
annotated ones; one whose verb has none counts as right where the product names none. Sentences whose annotation of
the place is broken (a character or two) are left out.
"""

from __future__ import annotations

from typing import Any

from evaluation.corpora import lines
from evaluation.places import read_text
from trucewatch.model.text import Span
from trucewatch.reading.places.attach import candidates, place_for

CORPUS = "event_location/event_location-dev.jsonl"
_SHORTEST = 3  # characters of a sound annotation


def score_event_location(limit: int | None = None, *, held_out: bool = False) -> dict[str, float]:
    """Shares: ``right`` of the verbs with a place, ``detected`` of these places at all, ``attached`` of the detected,
    ``abstained`` of the verbs without one; and ``items``. ``held_out`` takes the odd lines only, on which nothing was
    fitted.

    Raises:
        FileNotFoundError: when the corpus is not in its folder.
    """
    located = right = detected = attached = empty = abstained = 0
    for number, row in enumerate(lines(CORPUS)):
        if limit is not None and number >= limit:
            break
        if (held_out and number % 2 == 0) or not _is_sound(row):
            continue
        draft = read_text(row["text"])
        word = draft.parse.at(_spans(row, "VERB")[0].start)
        if word is None:
            continue
        gold = _spans(row, "LOCATION")
        mention = place_for(draft, word).mention
        if not gold:
            empty += 1
            abstained += mention is None
            continue
        located += 1
        hit = mention is not None and any(mention.meets(span) for span in gold)
        seen = any(each.span.meets(span) for each in candidates(draft, word) for span in gold)
        right, detected, attached = right + hit, detected + seen, attached + (hit and seen)
    return {
        "right": right / max(1, located),
        "detected": detected / max(1, located),
        "attached": attached / max(1, detected),
        "abstained": abstained / max(1, empty),
        "items": located + empty,
    }


def _spans(row: dict[str, Any], label: str) -> list[Span]:
    return [Span(each["start"], each["end"]) for each in row["spans"] if each["label"] == label]


def _is_sound(row: dict[str, Any]) -> bool:
    places = [each for each in row["spans"] if each["label"] == "LOCATION"]
    if not any(each["label"] == "VERB" and each["start"] < each["end"] for each in row["spans"]):
        return False
    return all(len(row["text"][each["start"] : each["end"]].strip()) >= _SHORTEST for each in places)
